-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a task takes of a worker's capacity and who should do it; leave and the return timer of workers, leave_at: when the next
-- of it begins (0: none is to come); each time somebody was chosen, with the reasons, returns_at: when that offer goes back
-- (0: it does not, or it is over); and how workers did with their skills.
ALTER TABLE task ADD COLUMN cost INTEGER NOT NULL DEFAULT 1 CHECK (cost > 0);
ALTER TABLE task ADD COLUMN wishes TEXT NOT NULL DEFAULT '';
DROP INDEX task_held;
CREATE INDEX task_held ON task (worker_id, cost) WHERE state = 'IN_PROGRESS';
ALTER TABLE worker ADD COLUMN leave TEXT NOT NULL DEFAULT '';
ALTER TABLE worker ADD COLUMN leave_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE worker ADD COLUMN return_ms INTEGER NOT NULL DEFAULT 0 CHECK (return_ms >= 0);
CREATE INDEX worker_leave ON worker (leave_at) WHERE leave_at > 0;
CREATE TABLE assignment (
  task_id INTEGER NOT NULL REFERENCES task (id),
  number INTEGER NOT NULL,
  worker_id TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  returns_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (task_id, number)
) STRICT;
CREATE INDEX assignment_returns ON assignment (returns_at) WHERE returns_at > 0;
CREATE TABLE worker_skill (
  skill TEXT NOT NULL,
  worker_id TEXT NOT NULL,
  done INTEGER NOT NULL CHECK (done >= 0),
  failed INTEGER NOT NULL CHECK (failed >= 0),
  late INTEGER NOT NULL CHECK (late >= 0),
  timed INTEGER NOT NULL CHECK (timed >= 0),
  duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
  PRIMARY KEY (skill, worker_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX worker_skill_of ON worker_skill (worker_id);
