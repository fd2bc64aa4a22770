-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The schema of version 2 on PostgreSQL, which it was the first to serve; times, "never" and NULL as in 0001 for SQLite.
-- Keys compare byte by byte (COLLATE "C"), as they do on SQLite. Rows that change leave room in their page, so that an
-- update that touches no index stays in it.
CREATE TABLE schema_migration (
  version bigint PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  applied_at bigint NOT NULL
);

CREATE TABLE activity (
  id bigint PRIMARY KEY,
  citizen_id text COLLATE "C" NOT NULL,
  intent text COLLATE "C" NOT NULL,
  sla_ms bigint NOT NULL CHECK (sla_ms > 0),
  priority bigint NOT NULL CHECK (priority BETWEEN 0 AND 9),
  state text COLLATE "C" NOT NULL CHECK (state = 'OPEN' OR state = 'COMPLETED' OR state = 'CANCELLED' OR state = 'FAILED'),
  metadata text NOT NULL,
  created_at bigint NOT NULL,
  due_at bigint NOT NULL,
  ended_at bigint NOT NULL,
  breached_at bigint NOT NULL,
  reason text NOT NULL,
  task_count bigint NOT NULL CHECK (task_count >= 0),
  open_count bigint NOT NULL CHECK (open_count >= 0),
  optional_count bigint NOT NULL CHECK (optional_count >= 0),
  blocked_count bigint NOT NULL CHECK (blocked_count >= 0),
  event_seq bigint NOT NULL,
  event_hash bytea NOT NULL,
  CHECK ((state = 'OPEN') = (ended_at = 0))
) WITH (fillfactor = 70);
CREATE INDEX activity_due ON activity (due_at) WHERE state = 'OPEN' AND breached_at = 0;
CREATE INDEX activity_options ON activity (due_at) WHERE state = 'OPEN' AND open_count = 0 AND optional_count > 0;
CREATE INDEX activity_state ON activity (state, id);
CREATE INDEX activity_citizen ON activity (citizen_id, id);
CREATE INDEX activity_intent ON activity (intent, id);

CREATE TABLE task (
  id bigint PRIMARY KEY,
  activity_id bigint NOT NULL REFERENCES activity (id),
  position bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  skill text COLLATE "C" NOT NULL,
  sla_ms bigint NOT NULL CHECK (sla_ms > 0),
  optional bigint NOT NULL,
  payload text NOT NULL,
  priority bigint NOT NULL CHECK (priority BETWEEN 0 AND 9),
  max_attempts bigint NOT NULL CHECK (max_attempts > 0),
  review text COLLATE "C" NOT NULL CHECK (review = 'none' OR review = 'human'),
  on_failure text COLLATE "C" NOT NULL CHECK (on_failure = 'block' OR on_failure = 'continue'),
  state text COLLATE "C" NOT NULL CHECK (state = 'WAITING' OR state = 'OPTIONAL' OR state = 'PENDING' OR state = 'IN_PROGRESS'
                             OR state = 'IN_REVIEW' OR state = 'ON_HOLD' OR state = 'COMPLETED' OR state = 'FAILED'
                             OR state = 'SKIPPED' OR state = 'CANCELLED'),
  open_needs bigint NOT NULL CHECK (open_needs >= 0),
  released bigint NOT NULL,
  attempt bigint NOT NULL CHECK (attempt > 0),
  worker_id text COLLATE "C" NOT NULL,
  pool text COLLATE "C" NOT NULL,
  offer text COLLATE "C" NOT NULL,
  excluded text NOT NULL,
  lease_epoch bigint NOT NULL,
  lease_expires_at bigint NOT NULL,
  not_before bigint NOT NULL,
  created_at bigint NOT NULL,
  ready_at bigint NOT NULL,
  sla_started_at bigint NOT NULL,
  due_at bigint NOT NULL,
  paused_at bigint NOT NULL,
  started_at bigint NOT NULL,
  ended_at bigint NOT NULL,
  breached_at bigint NOT NULL,
  sla_run bigint NOT NULL,
  rank_at bigint NOT NULL,
  reason text NOT NULL,
  result text NOT NULL,
  version bigint NOT NULL,
  UNIQUE (activity_id, position),
  UNIQUE (activity_id, name),
  CHECK ((state = 'IN_PROGRESS') = (lease_expires_at > 0)),
  CHECK ((state = 'ON_HOLD') = (paused_at > 0)),
  CHECK ((state = 'COMPLETED' OR state = 'FAILED' OR state = 'SKIPPED' OR state = 'CANCELLED') = (ended_at > 0)),
  CHECK (state <> 'WAITING' OR open_needs > 0),
  CHECK (state <> 'IN_PROGRESS' OR worker_id <> '')
) WITH (fillfactor = 70);
CREATE INDEX task_ready ON task (offer, skill, rank_at, id) WHERE state = 'PENDING';
CREATE INDEX task_backoff ON task (not_before) WHERE state = 'PENDING' AND not_before > 0;
CREATE INDEX task_lease ON task (lease_expires_at) WHERE state = 'IN_PROGRESS';
CREATE INDEX task_held ON task (worker_id) WHERE state = 'IN_PROGRESS';
CREATE INDEX task_due ON task (due_at) WHERE ended_at = 0 AND paused_at = 0 AND breached_at = 0;
CREATE INDEX task_breached ON task (due_at) WHERE ended_at = 0 AND paused_at = 0 AND breached_at > 0;
CREATE INDEX task_open ON task (rank_at, id) WHERE ended_at = 0;
-- Open and neither waiting for a worker nor with one; those two have indexes of their own.
CREATE INDEX task_quiet ON task (state) WHERE ended_at = 0 AND lease_expires_at = 0 AND state <> 'PENDING';

CREATE TABLE task_need (
  task_id bigint NOT NULL REFERENCES task (id),
  needs_id bigint NOT NULL REFERENCES task (id),
  PRIMARY KEY (task_id, needs_id)
);
CREATE INDEX task_need_of ON task_need (needs_id);

CREATE TABLE event (
  activity_id bigint NOT NULL,
  seq bigint NOT NULL,
  at bigint NOT NULL,
  actor text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  task_id bigint NOT NULL,
  detail text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (activity_id, seq)
);
CREATE FUNCTION event_never_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'events are never changed'; END $$;
CREATE TRIGGER event_never_changed BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION event_never_changed();

-- The head of the installation's own chain (activity_id 0): workers, tokens.
CREATE TABLE chain_head (
  id bigint PRIMARY KEY CHECK (id = 0),
  event_seq bigint NOT NULL,
  event_hash bytea NOT NULL
);
INSERT INTO chain_head (id, event_seq, event_hash) VALUES (0, 0, ''::bytea);
CREATE TABLE worker (
  id text COLLATE "C" PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('human', 'bot', 'agent')),
  skills text NOT NULL,
  channel text NOT NULL,
  pools text NOT NULL,
  capacity bigint NOT NULL CHECK (capacity > 0),
  calendar text COLLATE "C" NOT NULL,
  available bigint NOT NULL,
  created_at bigint NOT NULL,
  last_seen_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE TABLE artefact_content (
  sha256 bytea PRIMARY KEY,
  bytes bytea NOT NULL
);
CREATE TABLE artefact (
  task_id bigint NOT NULL REFERENCES task (id),
  file_name text COLLATE "C" NOT NULL,
  media_type text COLLATE "C" NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 bytea NOT NULL REFERENCES artefact_content (sha256),
  created_at bigint NOT NULL,
  created_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (task_id, file_name)
);
CREATE INDEX artefact_by_content ON artefact (sha256);
CREATE TABLE alert (
  id bigint PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  activity_id bigint NOT NULL REFERENCES activity (id),
  task_id bigint NOT NULL,
  cycle bigint NOT NULL,
  raised_at bigint NOT NULL,
  acknowledged_at bigint NOT NULL,
  acknowledged_by text COLLATE "C" NOT NULL,
  UNIQUE (kind, activity_id, task_id, cycle)
);
CREATE INDEX alert_open ON alert (id) WHERE acknowledged_at = 0;
CREATE TABLE token (
  id bigint PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL CHECK (role IN ('viewer', 'worker', 'clerk', 'supervisor', 'admin')),
  worker_id text COLLATE "C" NOT NULL,
  secret_hash bytea NOT NULL UNIQUE,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  revoked_at bigint NOT NULL
);
CREATE TABLE operation (
  id text COLLATE "C" PRIMARY KEY,
  request_hash bytea NOT NULL,
  answer text NOT NULL,
  created_at bigint NOT NULL
);
CREATE INDEX operation_age ON operation (created_at);

-- The cores that have written here. In every transaction a core counts its own row up, so that after a connection was lost
-- while a commit was under way, it finds out here whether that was done; and the others, whether they have heard of all that
-- it has changed.
CREATE TABLE core (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  commits bigint NOT NULL,
  changes bigint NOT NULL,
  started_at bigint NOT NULL,
  seen_at bigint NOT NULL
) WITH (fillfactor = 50);

-- Who looks after the timers, so that not everybody does. The epoch grows with every change of hands.
CREATE TABLE leader (
  id bigint PRIMARY KEY CHECK (id = 0),
  core_id bigint NOT NULL,
  epoch bigint NOT NULL,
  since bigint NOT NULL,
  expires_at bigint NOT NULL
);
INSERT INTO leader (id, core_id, epoch, since, expires_at) VALUES (0, 0, 0, 0, 0);
