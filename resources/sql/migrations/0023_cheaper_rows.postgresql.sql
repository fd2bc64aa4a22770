-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- All locks come first, then what takes as long as there are rows, in the order of cores.
LOCK TABLE activity, task, artefact, assignment, sla_pause, alert IN ACCESS EXCLUSIVE MODE;
ALTER TABLE artefact DROP CONSTRAINT artefact_task_id_fkey;
ALTER TABLE assignment DROP CONSTRAINT assignment_task_id_fkey;
ALTER TABLE sla_pause DROP CONSTRAINT sla_pause_task_id_fkey;
ALTER TABLE alert DROP CONSTRAINT alert_activity_id_fkey;
ALTER TABLE activity RENAME TO former_activity;
ALTER TABLE task RENAME TO former_task;

-- Who asked and what for never changes, but an activity that ended was written anew to the keys of both: among a million citizens
-- each to a page of its own, and after a checkpoint that page as a whole to the log. Their keys are on rows of their own.
CREATE TABLE activity_request (
  activity_id bigint NOT NULL,
  citizen_id text COLLATE "C" NOT NULL,
  intent text COLLATE "C" NOT NULL,
  PRIMARY KEY (citizen_id, activity_id)
);
INSERT INTO activity_request (activity_id, citizen_id, intent) SELECT id, citizen_id, intent FROM former_activity;
CREATE INDEX activity_request_intent ON activity_request (intent, activity_id);

-- What is behind a text is only found by walking over it, each time that a row is read, checked or written to a key: numbers come
-- first, then the texts that are asked for most, and at last those that may be long.
CREATE TABLE activity (
  id bigint NOT NULL,
  sla_ms bigint NOT NULL CHECK (sla_ms > 0),
  priority bigint NOT NULL CHECK (priority BETWEEN 0 AND 9),
  created_at bigint NOT NULL,
  due_at bigint NOT NULL,
  due_soon_at bigint NOT NULL,
  at_risk_at bigint NOT NULL,
  ended_at bigint NOT NULL,
  breached_at bigint NOT NULL,
  task_count bigint NOT NULL CHECK (task_count >= 0),
  open_count bigint NOT NULL CHECK (open_count >= 0),
  optional_count bigint NOT NULL CHECK (optional_count >= 0),
  blocked_count bigint NOT NULL CHECK (blocked_count >= 0),
  event_seq bigint NOT NULL,
  due_soon_ppm bigint NOT NULL,
  at_risk_ppm bigint NOT NULL,
  lapses_at bigint NOT NULL GENERATED ALWAYS AS (
    CASE WHEN state = 'OPEN' AND open_count = 0 AND blocked_count = 0 AND optional_count > 0 THEN due_at ELSE 0 END) STORED,
  state text COLLATE "C" NOT NULL CHECK (state = 'OPEN' OR state = 'COMPLETED' OR state = 'CANCELLED' OR state = 'FAILED'),
  intent text COLLATE "C" NOT NULL,
  calendar text COLLATE "C" NOT NULL,
  event_hash bytea NOT NULL,
  citizen_id text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  metadata text NOT NULL,
  CHECK ((state = 'OPEN') = (ended_at = 0)),
  CHECK (0 < due_soon_ppm AND due_soon_ppm < at_risk_ppm AND at_risk_ppm < 1000000)
) WITH (fillfactor = 50);
INSERT INTO activity (id, sla_ms, priority, created_at, due_at, due_soon_at, at_risk_at, ended_at, breached_at, task_count, open_count,
                      optional_count, blocked_count, event_seq, due_soon_ppm, at_risk_ppm, state, intent, calendar, event_hash,
                      citizen_id, reason, metadata)
SELECT id, sla_ms, priority, created_at, due_at, due_soon_at, at_risk_at, ended_at, breached_at, task_count, open_count,
       optional_count, blocked_count, event_seq, due_soon_ppm, at_risk_ppm, state, intent, calendar, event_hash,
       citizen_id, reason, metadata
FROM former_activity ORDER BY id;

CREATE TABLE task (
  id bigint NOT NULL,
  activity_id bigint NOT NULL,
  position bigint NOT NULL,
  sla_ms bigint NOT NULL CHECK (sla_ms > 0),
  optional bigint NOT NULL,
  priority bigint NOT NULL CHECK (priority BETWEEN 0 AND 9),
  max_attempts bigint NOT NULL CHECK (max_attempts > 0),
  cost bigint NOT NULL CHECK (cost > 0),
  open_needs bigint NOT NULL CHECK (open_needs >= 0),
  released bigint NOT NULL,
  attempt bigint NOT NULL CHECK (attempt > 0),
  lost_leases bigint NOT NULL CHECK (lost_leases >= 0),
  lease_epoch bigint NOT NULL,
  lease_expires_at bigint NOT NULL,
  not_before bigint NOT NULL,
  created_at bigint NOT NULL,
  ready_at bigint NOT NULL,
  sla_started_at bigint NOT NULL,
  due_at bigint NOT NULL,
  due_soon_at bigint NOT NULL,
  at_risk_at bigint NOT NULL,
  paused_at bigint NOT NULL,
  started_at bigint NOT NULL,
  ended_at bigint NOT NULL,
  breached_at bigint NOT NULL,
  sla_run bigint NOT NULL,
  rank_at bigint NOT NULL,
  version bigint NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state = 'WAITING' OR state = 'OPTIONAL' OR state = 'PENDING' OR state = 'IN_PROGRESS'
                             OR state = 'IN_REVIEW' OR state = 'ON_HOLD' OR state = 'COMPLETED' OR state = 'FAILED'
                             OR state = 'SKIPPED' OR state = 'CANCELLED'),
  offer text COLLATE "C" NOT NULL,
  skill text COLLATE "C" NOT NULL,
  worker_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  review text COLLATE "C" NOT NULL CHECK (review = 'none' OR review = 'human'),
  on_failure text COLLATE "C" NOT NULL CHECK (on_failure = 'block' OR on_failure = 'continue'),
  pool text COLLATE "C" NOT NULL,
  excluded text NOT NULL,
  wishes text NOT NULL,
  oversight text NOT NULL,
  reason text NOT NULL,
  payload text NOT NULL,
  result text NOT NULL,
  CHECK ((state = 'IN_PROGRESS') = (lease_expires_at > 0)),
  CHECK ((state = 'ON_HOLD') = (paused_at > 0)),
  CHECK ((state = 'COMPLETED' OR state = 'FAILED' OR state = 'SKIPPED' OR state = 'CANCELLED') = (ended_at > 0)),
  CHECK (state <> 'WAITING' OR open_needs > 0),
  CHECK (state <> 'IN_PROGRESS' OR worker_id <> '')
) WITH (fillfactor = 70);
INSERT INTO task (id, activity_id, position, sla_ms, optional, priority, max_attempts, cost, open_needs, released, attempt, lost_leases,
                  lease_epoch, lease_expires_at, not_before, created_at, ready_at, sla_started_at, due_at, due_soon_at, at_risk_at,
                  paused_at, started_at, ended_at, breached_at, sla_run, rank_at, version, state, offer, skill, worker_id, name,
                  review, on_failure, pool, excluded, wishes, oversight, reason, payload, result)
SELECT id, activity_id, position, sla_ms, optional, priority, max_attempts, cost, open_needs, released, attempt, lost_leases,
       lease_epoch, lease_expires_at, not_before, created_at, ready_at, sla_started_at, due_at, due_soon_at, at_risk_at,
       paused_at, started_at, ended_at, breached_at, sla_run, rank_at, version, state, offer, skill, worker_id, name,
       review, on_failure, pool, excluded, wishes, oversight, reason, payload, result
FROM former_task ORDER BY id;

-- Whoever else was let in to read them still is.
DO $$
DECLARE
  allowed record;
BEGIN
  FOR allowed IN
    SELECT t.name, g.privilege_type AS what, g.is_grantable,
           CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END AS whom
    FROM (VALUES ('activity'), ('task')) AS t (name)
    JOIN pg_class c ON c.oid = to_regclass('former_' || t.name) CROSS JOIN aclexplode(c.relacl) g
    WHERE g.grantee <> c.relowner
  LOOP
    EXECUTE format('GRANT %s ON %I TO %s%s', allowed.what, allowed.name, allowed.whom,
                   CASE WHEN allowed.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
  END LOOP;
END $$;

-- A view of somebody else on them stops it here: it is to be dropped before, and made again.
DROP TABLE former_task;
DROP TABLE former_activity;

ALTER TABLE activity ADD PRIMARY KEY (id);
CREATE INDEX activity_due ON activity (due_at) WHERE state = 'OPEN' AND breached_at = 0;
CREATE INDEX activity_options ON activity (lapses_at) WHERE lapses_at > 0;
CREATE INDEX activity_state ON activity (state, id);
CREATE INDEX activity_ended ON activity (ended_at, id) WHERE ended_at > 0;
CREATE INDEX activity_calendar ON activity (calendar, id) WHERE state = 'OPEN' AND calendar > '';
ALTER TABLE alert ADD FOREIGN KEY (activity_id) REFERENCES activity (id);
CREATE FUNCTION activity_requested() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  INSERT INTO activity_request (activity_id, citizen_id, intent) SELECT id, citizen_id, intent FROM requested;
  RETURN NULL;
END $$;
CREATE TRIGGER activity_requested AFTER INSERT ON activity REFERENCING NEW TABLE AS requested
  FOR EACH STATEMENT EXECUTE FUNCTION activity_requested();

ALTER TABLE task ADD PRIMARY KEY (id);
ALTER TABLE task ADD UNIQUE (activity_id, name);
CREATE INDEX task_ready ON task (offer, skill, rank_at, id) WHERE state = 'PENDING';
CREATE INDEX task_backoff ON task (not_before) WHERE state = 'PENDING' AND not_before > 0;
CREATE INDEX task_lease ON task (lease_expires_at) WHERE lease_expires_at > 0;
CREATE INDEX task_held ON task (worker_id, cost) WHERE state = 'IN_PROGRESS';
CREATE INDEX task_due ON task (due_at, due_soon_at, at_risk_at) WHERE ended_at = 0 AND paused_at = 0 AND breached_at = 0;
CREATE INDEX task_breached ON task (due_at) WHERE ended_at = 0 AND paused_at = 0 AND breached_at > 0;
CREATE INDEX task_open ON task (rank_at, id) WHERE ended_at = 0;
CREATE INDEX task_quiet ON task (state) WHERE ended_at = 0 AND lease_expires_at = 0 AND state <> 'PENDING';
ALTER TABLE artefact ADD FOREIGN KEY (task_id) REFERENCES task (id);
ALTER TABLE assignment ADD FOREIGN KEY (task_id) REFERENCES task (id);
ALTER TABLE sla_pause ADD FOREIGN KEY (task_id) REFERENCES task (id);

-- What the planner knew of them went with them. Of few rows it would believe that there will never be many.
DO $$
BEGIN
  IF (SELECT count(*) FROM task) > 10000 THEN
    ANALYZE activity, task, activity_request;
  END IF;
END $$;
