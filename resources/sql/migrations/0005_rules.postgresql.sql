-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Escalation rules with all their versions, and how far each has come with each trigger.
CREATE TABLE rule (
  id bigint PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE,
  version bigint NOT NULL CHECK (version > 0),
  built_in bigint NOT NULL CHECK (built_in IN (0, 1)),
  body text COLLATE "C" NOT NULL,
  updated_at bigint NOT NULL
);
CREATE TABLE rule_version (
  rule_id bigint NOT NULL,
  version bigint NOT NULL,
  body text COLLATE "C" NOT NULL,
  saved_at bigint NOT NULL,
  saved_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (rule_id, version)
);
CREATE TABLE escalation (
  id bigint PRIMARY KEY,
  rule_id bigint NOT NULL,
  activity_id bigint NOT NULL,
  task_id bigint NOT NULL,
  cycle bigint NOT NULL,
  alert_id bigint NOT NULL,
  reassigns bigint NOT NULL CHECK (reassigns IN (0, 1)),
  triggered_at bigint NOT NULL,
  step bigint NOT NULL CHECK (step >= 0),
  repeats bigint NOT NULL CHECK (repeats >= 0),
  next_at bigint NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('running', 'acknowledged', 'over')),
  UNIQUE (activity_id, task_id, rule_id, cycle)
);
CREATE INDEX escalation_next ON escalation (next_at) WHERE state = 'running';
CREATE INDEX escalation_of_rule ON escalation (rule_id) WHERE state <> 'over';
-- Each step that was fired, with the version of the rule and what came of it.
CREATE TABLE escalation_firing (
  escalation_id bigint NOT NULL REFERENCES escalation (id),
  step bigint NOT NULL,
  repeat bigint NOT NULL,
  fired_at bigint NOT NULL,
  rule_version bigint NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  PRIMARY KEY (escalation_id, step, repeat)
);
-- What the product promises without any configuration.
INSERT INTO rule (id, name, version, built_in, body, updated_at) VALUES (1, 'Reassign on a breach', 1, 1,
  '{"name":"Reassign on a breach","when":"sla_breach","steps":[{"then":"reassign","notify":["console:supervisor"]}]}', 0);
INSERT INTO rule_version (rule_id, version, body, saved_at, saved_by)
SELECT id, version, body, 0, 'hms-act' FROM rule;
