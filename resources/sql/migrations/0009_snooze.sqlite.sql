-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Alerts that are put off until an instant.
ALTER TABLE alert ADD COLUMN snoozed_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN snoozed_by TEXT NOT NULL DEFAULT '';
CREATE INDEX alert_snoozed ON alert (snoozed_until) WHERE snoozed_until > 0;
