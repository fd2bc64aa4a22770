-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Times are milliseconds UTC; 0 is "not yet", and where a column is a key of an order (due_at, rank_at) "never" is
-- 8640000000000000, the last instant that every client can write. No column is NULL. States repeat domain/states.h.
CREATE TABLE schema_migration (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  citizen_id TEXT NOT NULL,
  intent TEXT NOT NULL,
  sla_ms INTEGER NOT NULL CHECK (sla_ms > 0),
  priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 9),
  state TEXT NOT NULL CHECK (state IN ('OPEN', 'COMPLETED', 'CANCELLED', 'FAILED')),
  metadata TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  breached_at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  task_count INTEGER NOT NULL CHECK (task_count >= 0),
  open_count INTEGER NOT NULL CHECK (open_count >= 0),
  optional_count INTEGER NOT NULL CHECK (optional_count >= 0),
  blocked_count INTEGER NOT NULL CHECK (blocked_count >= 0),
  event_seq INTEGER NOT NULL,
  event_hash BLOB NOT NULL,
  CHECK ((state = 'OPEN') = (ended_at = 0))
) STRICT;
CREATE INDEX activity_due ON activity (due_at) WHERE state = 'OPEN' AND breached_at = 0;
CREATE INDEX activity_options ON activity (due_at) WHERE state = 'OPEN' AND open_count = 0 AND optional_count > 0;
CREATE INDEX activity_state ON activity (state, id);
CREATE INDEX activity_citizen ON activity (citizen_id, id);
CREATE INDEX activity_intent ON activity (intent, id);

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  skill TEXT NOT NULL,
  sla_ms INTEGER NOT NULL CHECK (sla_ms > 0),
  optional INTEGER NOT NULL,
  payload TEXT NOT NULL,
  priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 9),
  max_attempts INTEGER NOT NULL CHECK (max_attempts > 0),
  review TEXT NOT NULL CHECK (review IN ('none', 'human')),
  on_failure TEXT NOT NULL CHECK (on_failure IN ('block', 'continue')),
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'OPTIONAL', 'PENDING', 'IN_PROGRESS', 'IN_REVIEW', 'ON_HOLD',
                                       'COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED')),
  open_needs INTEGER NOT NULL CHECK (open_needs >= 0),
  released INTEGER NOT NULL,
  attempt INTEGER NOT NULL CHECK (attempt > 0),
  worker_id TEXT NOT NULL,
  pool TEXT NOT NULL,
  offer TEXT NOT NULL,
  excluded TEXT NOT NULL,
  lease_epoch INTEGER NOT NULL,
  lease_expires_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  ready_at INTEGER NOT NULL,
  sla_started_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  paused_at INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  breached_at INTEGER NOT NULL,
  sla_run INTEGER NOT NULL,
  rank_at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  result TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (activity_id, position),
  UNIQUE (activity_id, name),
  CHECK ((state = 'IN_PROGRESS') = (lease_expires_at > 0)),
  CHECK ((state = 'ON_HOLD') = (paused_at > 0)),
  CHECK ((state IN ('COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED')) = (ended_at > 0)),
  CHECK (state <> 'WAITING' OR open_needs > 0),
  CHECK (state <> 'IN_PROGRESS' OR worker_id <> '')
) STRICT;
CREATE INDEX task_ready ON task (offer, skill, rank_at, id) WHERE state = 'PENDING';
CREATE INDEX task_backoff ON task (not_before) WHERE state = 'PENDING' AND not_before > 0;
CREATE INDEX task_lease ON task (lease_expires_at) WHERE state = 'IN_PROGRESS';
CREATE INDEX task_held ON task (worker_id) WHERE state = 'IN_PROGRESS';
CREATE INDEX task_due ON task (due_at) WHERE state IN ('PENDING', 'IN_PROGRESS', 'IN_REVIEW') AND breached_at = 0;
CREATE INDEX task_open ON task (rank_at, id)
  WHERE state IN ('WAITING', 'OPTIONAL', 'PENDING', 'IN_PROGRESS', 'IN_REVIEW', 'ON_HOLD');
CREATE INDEX task_state ON task (state)
  WHERE state IN ('WAITING', 'OPTIONAL', 'PENDING', 'IN_PROGRESS', 'IN_REVIEW', 'ON_HOLD');

CREATE TABLE task_need (
  task_id INTEGER NOT NULL REFERENCES task (id),
  needs_id INTEGER NOT NULL REFERENCES task (id),
  PRIMARY KEY (task_id, needs_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_need_of ON task_need (needs_id);

CREATE TABLE event (
  activity_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  task_id INTEGER NOT NULL,
  detail TEXT NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (activity_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER event_never_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

-- The head of the installation's own chain (activity_id 0): workers, tokens.
CREATE TABLE chain_head (
  id INTEGER PRIMARY KEY CHECK (id = 0),
  event_seq INTEGER NOT NULL,
  event_hash BLOB NOT NULL
) STRICT;
INSERT INTO chain_head (id, event_seq, event_hash) VALUES (0, 0, x'');

CREATE TABLE worker (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('human', 'bot', 'agent')),
  skills TEXT NOT NULL,
  channel TEXT NOT NULL,
  pools TEXT NOT NULL,
  capacity INTEGER NOT NULL CHECK (capacity > 0),
  calendar TEXT NOT NULL,
  available INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE artefact_content (
  sha256 BLOB PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE artefact (
  task_id INTEGER NOT NULL REFERENCES task (id),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 BLOB NOT NULL REFERENCES artefact_content (sha256),
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (task_id, file_name)
) STRICT, WITHOUT ROWID;
CREATE INDEX artefact_by_content ON artefact (sha256);

CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  task_id INTEGER NOT NULL,
  cycle INTEGER NOT NULL,
  raised_at INTEGER NOT NULL,
  acknowledged_at INTEGER NOT NULL,
  acknowledged_by TEXT NOT NULL,
  UNIQUE (kind, activity_id, task_id, cycle)
) STRICT;
CREATE INDEX alert_open ON alert (id) WHERE acknowledged_at = 0;

CREATE TABLE token (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'worker', 'clerk', 'supervisor', 'admin')),
  worker_id TEXT NOT NULL,
  secret_hash BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER NOT NULL
) STRICT;

CREATE TABLE operation (
  id TEXT PRIMARY KEY,
  request_hash BLOB NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX operation_age ON operation (created_at);
