-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Links in mail, and the key they are signed with and their codes are made from. What they are about may be archived before
-- they are forgotten, so nothing is referred to.
CREATE TABLE link_key (
  id bigint PRIMARY KEY CHECK (id = 1),
  value bytea NOT NULL
);
CREATE TABLE link (
  id bigint PRIMARY KEY,
  task_id bigint NOT NULL,
  activity_id bigint NOT NULL,
  worker_id text COLLATE "C" NOT NULL,
  epoch bigint NOT NULL,
  made_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  tries_left bigint NOT NULL CHECK (tries_left >= 0),
  outcome text COLLATE "C" NOT NULL CHECK (outcome IN ('none', 'done', 'decline')),
  answered_at bigint NOT NULL CHECK ((answered_at > 0) = (outcome <> 'none')),
  opened_at bigint NOT NULL,
  opens bigint NOT NULL CHECK (opens >= 0),
  agent bigint NOT NULL,
  signs text COLLATE "C" NOT NULL,
  signed_at bigint NOT NULL
);
CREATE INDEX link_of_task ON link (task_id, id);
