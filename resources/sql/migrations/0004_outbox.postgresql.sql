-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages to people and systems, written in the transaction that causes them. What they are about may be archived before they
-- are forgotten, so nothing is referred to.
CREATE TABLE outbox (
  id bigint PRIMARY KEY,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('escalation', 'alert', 'assignment', 'test')),
  channel text COLLATE "C" NOT NULL CHECK (channel IN ('email', 'sms', 'slack', 'webhook', 'console')),
  address text COLLATE "C" NOT NULL,
  facts text NOT NULL,
  activity_id bigint NOT NULL,
  task_id bigint NOT NULL,
  alert_id bigint NOT NULL,
  standing bigint NOT NULL CHECK (standing IN (0, 1)),
  created_at bigint NOT NULL,
  not_before bigint NOT NULL,
  digest bigint NOT NULL CHECK (digest IN (0, 1)),
  state text COLLATE "C" NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'dead', 'withdrawn')),
  attempts bigint NOT NULL CHECK (attempts >= 0),
  retry_at bigint NOT NULL,
  error text NOT NULL,
  sent_at bigint NOT NULL,
  carrier_id bigint NOT NULL
);
CREATE INDEX outbox_next ON outbox (channel, retry_at, id) WHERE state IN ('queued', 'sending') AND carrier_id = 0;
CREATE INDEX outbox_gathering ON outbox (address, not_before) WHERE state = 'queued' AND digest = 1;
CREATE INDEX outbox_sent ON outbox (address, sent_at) WHERE sent_at > 0;
CREATE INDEX outbox_carried ON outbox (carrier_id) WHERE carrier_id > 0;
CREATE INDEX outbox_state ON outbox (state, id);
