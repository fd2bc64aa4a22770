-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Calendars, which of them an activity's clocks count by, and when the clock of a task stood still. recount_after: the due
-- times of the activities up to this id follow the calendar as it is; -1: all do.
CREATE TABLE calendar (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  recount_after INTEGER NOT NULL CHECK (recount_after >= -1)
) STRICT;
ALTER TABLE activity ADD COLUMN calendar TEXT NOT NULL DEFAULT '';
CREATE INDEX activity_calendar ON activity (calendar, id) WHERE state = 'OPEN' AND calendar > '';
CREATE TABLE sla_pause (
  task_id INTEGER NOT NULL REFERENCES task (id),
  run INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  PRIMARY KEY (task_id, from_at)
) STRICT;
