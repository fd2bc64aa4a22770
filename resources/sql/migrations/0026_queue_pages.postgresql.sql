-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A page of the queue by due time, pool or skill is walked in its order, which where the same is due at one time is that of ids.
DROP INDEX task_due;
CREATE INDEX task_due ON task (due_at, id, due_soon_at, at_risk_at) WHERE ended_at = 0 AND paused_at = 0 AND breached_at = 0;
DROP INDEX task_breached;
CREATE INDEX task_breached ON task (due_at, id) WHERE ended_at = 0 AND paused_at = 0 AND breached_at > 0;
DROP INDEX task_quiet;
CREATE INDEX task_quiet ON task (state, skill, rank_at, id) WHERE ended_at = 0 AND lease_expires_at = 0 AND state <> 'PENDING';
CREATE INDEX task_pool ON task (pool, rank_at, id) WHERE ended_at = 0 AND pool > '';
