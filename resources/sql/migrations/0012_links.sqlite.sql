-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Links in mail, and the key they are signed with and their codes are made from. What they are about may be archived before
-- they are forgotten, so nothing is referred to.
CREATE TABLE link_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value BLOB NOT NULL
) STRICT;
CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL,
  activity_id INTEGER NOT NULL,
  worker_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  tries_left INTEGER NOT NULL CHECK (tries_left >= 0),
  outcome TEXT NOT NULL CHECK (outcome IN ('none', 'done', 'decline')),
  answered_at INTEGER NOT NULL CHECK ((answered_at > 0) = (outcome <> 'none')),
  opened_at INTEGER NOT NULL,
  opens INTEGER NOT NULL CHECK (opens >= 0),
  agent INTEGER NOT NULL,
  signs TEXT NOT NULL,
  signed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX link_of_task ON link (task_id, id);
