-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Templates of activities; of each activity the shares of its SLA, in millionths, after which it is called due soon and at
-- risk; and of each link whether its page asks for a code.
CREATE TABLE intent (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
ALTER TABLE activity ADD COLUMN due_soon_ppm INTEGER NOT NULL DEFAULT 750000;
ALTER TABLE activity ADD COLUMN at_risk_ppm INTEGER NOT NULL DEFAULT 900000
  CHECK (0 < due_soon_ppm AND due_soon_ppm < at_risk_ppm AND at_risk_ppm < 1000000);
ALTER TABLE link ADD COLUMN confirmation TEXT NOT NULL DEFAULT 'code' CHECK (confirmation IN ('code', 'button'));
-- Of each step that was fired what its trigger saw; of what a rule follows by how much its steps come early, because some reached
-- nobody; and of each rule when it was last held against what happens.
ALTER TABLE escalation_firing ADD COLUMN trigger_values TEXT NOT NULL DEFAULT '{}';
ALTER TABLE escalation ADD COLUMN ahead INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rule ADD COLUMN evaluated_at INTEGER NOT NULL DEFAULT 0;
-- Of each task how often its lease ran out; of each message what it tells of, the escalation and the worker it is for; and when text
-- messages were tried: a try costs, and may arrive, whatever the provider says of it.
ALTER TABLE task ADD COLUMN lost_leases INTEGER NOT NULL DEFAULT 0 CHECK (lost_leases >= 0);
UPDATE task SET lost_leases = attempt - 1 WHERE ended_at = 0 AND attempt > 1;
ALTER TABLE outbox ADD COLUMN cause TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN escalation_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN worker_id TEXT NOT NULL DEFAULT '';
CREATE TABLE outbox_try (
  address TEXT NOT NULL,
  tried_at INTEGER NOT NULL,
  message_id INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_try_at ON outbox_try (address, tried_at);
INSERT INTO outbox_try (address, tried_at, message_id)
SELECT address, sent_at, id FROM outbox WHERE channel = 'sms' AND sent_at > 0 AND carrier_id = 0;
