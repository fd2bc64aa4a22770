-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The same tasks by another condition, so that the statements are those of PostgreSQL.
DROP INDEX task_lease;
CREATE INDEX task_lease ON task (lease_expires_at) WHERE lease_expires_at > 0;
