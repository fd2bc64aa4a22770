-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Templates of activities; of each activity the shares of its SLA, in millionths, after which it is called due soon and at
-- risk; and of each link whether its page asks for a code.
CREATE TABLE intent (
  name text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version > 0),
  body text COLLATE "C" NOT NULL,
  updated_at bigint NOT NULL
);
ALTER TABLE activity ADD COLUMN due_soon_ppm bigint NOT NULL DEFAULT 750000;
ALTER TABLE activity ADD COLUMN at_risk_ppm bigint NOT NULL DEFAULT 900000
  CHECK (0 < due_soon_ppm AND due_soon_ppm < at_risk_ppm AND at_risk_ppm < 1000000);
ALTER TABLE link ADD COLUMN confirmation text COLLATE "C" NOT NULL DEFAULT 'code' CHECK (confirmation IN ('code', 'button'));
-- Of each step that was fired what its trigger saw; of what a rule follows by how much its steps come early, because some reached
-- nobody; and of each rule when it was last held against what happens.
ALTER TABLE escalation_firing ADD COLUMN trigger_values text COLLATE "C" NOT NULL DEFAULT '{}';
ALTER TABLE escalation ADD COLUMN ahead bigint NOT NULL DEFAULT 0;
ALTER TABLE rule ADD COLUMN evaluated_at bigint NOT NULL DEFAULT 0;
-- Who takes a task and who ends it changes its activity: with room on its page, the first of both leaves the indexes alone.
ALTER TABLE activity SET (fillfactor = 50);
