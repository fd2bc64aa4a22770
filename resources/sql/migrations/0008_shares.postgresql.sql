-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a clock is due soon and at risk, by working time; beside its due time in the index, so that counting reads that alone.
-- What counts by a calendar is reckoned anew by the first core that starts; until then it is told in plain time.
ALTER TABLE task ADD COLUMN due_soon_at bigint NOT NULL DEFAULT 8640000000000000;
ALTER TABLE task ADD COLUMN at_risk_at bigint NOT NULL DEFAULT 8640000000000000;
UPDATE task SET due_soon_at = due_at - sla_ms * 25 / 100, at_risk_at = due_at - sla_ms * 10 / 100
WHERE sla_started_at > 0;
ALTER TABLE activity ADD COLUMN due_soon_at bigint NOT NULL DEFAULT 0;
ALTER TABLE activity ADD COLUMN at_risk_at bigint NOT NULL DEFAULT 0;
UPDATE activity SET due_soon_at = due_at - sla_ms * 25 / 100, at_risk_at = due_at - sla_ms * 10 / 100;
UPDATE calendar SET recount_after = 0;
DROP INDEX task_due;
CREATE INDEX task_due ON task (due_at, due_soon_at, at_risk_at) WHERE ended_at = 0 AND paused_at = 0 AND breached_at = 0;
-- Which rules have done something about a task.
CREATE INDEX escalation_of_task ON escalation (task_id) WHERE task_id > 0;
