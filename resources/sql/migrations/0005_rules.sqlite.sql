-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Escalation rules with all their versions, and how far each has come with each trigger.
CREATE TABLE rule (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL CHECK (version > 0),
  built_in INTEGER NOT NULL CHECK (built_in IN (0, 1)),
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE rule_version (
  rule_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  saved_by TEXT NOT NULL,
  PRIMARY KEY (rule_id, version)
) STRICT;
CREATE TABLE escalation (
  id INTEGER PRIMARY KEY,
  rule_id INTEGER NOT NULL,
  activity_id INTEGER NOT NULL,
  task_id INTEGER NOT NULL,
  cycle INTEGER NOT NULL,
  alert_id INTEGER NOT NULL,
  reassigns INTEGER NOT NULL CHECK (reassigns IN (0, 1)),
  triggered_at INTEGER NOT NULL,
  step INTEGER NOT NULL CHECK (step >= 0),
  repeats INTEGER NOT NULL CHECK (repeats >= 0),
  next_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'acknowledged', 'over')),
  UNIQUE (activity_id, task_id, rule_id, cycle)
) STRICT;
CREATE INDEX escalation_next ON escalation (next_at) WHERE state = 'running';
CREATE INDEX escalation_of_rule ON escalation (rule_id) WHERE state <> 'over';
-- Each step that was fired, with the version of the rule and what came of it.
CREATE TABLE escalation_firing (
  escalation_id INTEGER NOT NULL REFERENCES escalation (id),
  step INTEGER NOT NULL,
  repeat INTEGER NOT NULL,
  fired_at INTEGER NOT NULL,
  rule_version INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (escalation_id, step, repeat)
) STRICT;
-- What the product promises without any configuration.
INSERT INTO rule (id, name, version, built_in, body, updated_at) VALUES (1, 'Reassign on a breach', 1, 1,
  '{"name":"Reassign on a breach","when":"sla_breach","steps":[{"then":"reassign","notify":["console:supervisor"]}]}', 0);
INSERT INTO rule_version (rule_id, version, body, saved_at, saved_by)
SELECT id, version, body, 0, 'hms-act' FROM rule;
