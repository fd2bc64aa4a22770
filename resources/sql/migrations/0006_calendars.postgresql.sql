-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Calendars, which of them an activity's clocks count by, and when the clock of a task stood still. recount_after: the due
-- times of the activities up to this id follow the calendar as it is; -1: all do.
CREATE TABLE calendar (
  name text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version > 0),
  body text COLLATE "C" NOT NULL,
  updated_at bigint NOT NULL,
  recount_after bigint NOT NULL CHECK (recount_after >= -1)
);
ALTER TABLE activity ADD COLUMN calendar text COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX activity_calendar ON activity (calendar, id) WHERE state = 'OPEN' AND calendar > '';
CREATE TABLE sla_pause (
  task_id bigint NOT NULL REFERENCES task (id),
  run bigint NOT NULL,
  from_at bigint NOT NULL,
  to_at bigint NOT NULL,
  PRIMARY KEY (task_id, from_at)
);
