-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- When each worker was last given work, where equals take turns.
CREATE TABLE worker_given (
  worker_id text COLLATE "C" PRIMARY KEY,
  given_at bigint NOT NULL
) WITH (fillfactor = 50);
-- By which version of its rule a step was planned; 0: by one of before, so it is planned anew.
ALTER TABLE escalation ADD COLUMN rule_version integer NOT NULL DEFAULT 0;
CREATE INDEX escalation_of_trigger ON escalation (rule_id) WHERE cycle >= 0;
