-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a rule has fired, newest first, and when it is due next, without reading all that ever triggered.
ALTER TABLE escalation_firing ADD COLUMN rule_id INTEGER NOT NULL DEFAULT 0;
UPDATE escalation_firing SET rule_id = (SELECT e.rule_id FROM escalation e WHERE e.id = escalation_firing.escalation_id);
CREATE INDEX escalation_firing_of_rule ON escalation_firing (rule_id, fired_at, escalation_id, step, repeat);
DROP INDEX escalation_of_rule;
CREATE INDEX escalation_of_rule ON escalation (rule_id, next_at) WHERE state <> 'over';
