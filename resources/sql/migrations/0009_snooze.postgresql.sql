-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Alerts that are put off until an instant, and when the leader last looked at the timers.
ALTER TABLE alert ADD COLUMN snoozed_until bigint NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN snoozed_by text NOT NULL DEFAULT '';
CREATE INDEX alert_snoozed ON alert (snoozed_until) WHERE snoozed_until > 0;
ALTER TABLE leader ADD COLUMN ticked_at bigint NOT NULL DEFAULT 0;
