-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- All locks come first, then what takes as long as there are many tasks: a program that still runs waits, and no circle closes
-- meanwhile.
-- An activity is locked by whoever writes or removes any of its tasks and of what they need, so no reference can break between
-- two of them; the server looked for it again at each row, and locked it in the log. "hms-act db verify" looks at all of them.
ALTER TABLE task DROP CONSTRAINT task_activity_id_fkey;
ALTER TABLE task_need DROP CONSTRAINT task_need_task_id_fkey;
ALTER TABLE task_need DROP CONSTRAINT task_need_needs_id_fkey;
-- What a worker holds and whose lease ends are looked for through one index each. Where both were kept of the same tasks, the planner
-- took the other one while it believed that there are none, and went through all that is held for each worker.
DROP INDEX task_lease;
CREATE INDEX task_lease ON task (lease_expires_at) WHERE lease_expires_at > 0;
