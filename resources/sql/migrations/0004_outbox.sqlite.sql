-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages to people and systems, written in the transaction that causes them. What they are about may be archived before they
-- are forgotten, so nothing is referred to.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('escalation', 'alert', 'assignment', 'test')),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'sms', 'slack', 'webhook', 'console')),
  address TEXT NOT NULL,
  facts TEXT NOT NULL,
  activity_id INTEGER NOT NULL,
  task_id INTEGER NOT NULL,
  alert_id INTEGER NOT NULL,
  standing INTEGER NOT NULL CHECK (standing IN (0, 1)),
  created_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  digest INTEGER NOT NULL CHECK (digest IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'dead', 'withdrawn')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  retry_at INTEGER NOT NULL,
  error TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  carrier_id INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_next ON outbox (channel, retry_at, id) WHERE state IN ('queued', 'sending') AND carrier_id = 0;
CREATE INDEX outbox_gathering ON outbox (address, not_before) WHERE state = 'queued' AND digest = 1;
CREATE INDEX outbox_sent ON outbox (address, sent_at) WHERE sent_at > 0;
CREATE INDEX outbox_carried ON outbox (carrier_id) WHERE carrier_id > 0;
CREATE INDEX outbox_state ON outbox (state, id);
