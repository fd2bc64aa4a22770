-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- When each rule did last what has gone into an archive.
CREATE TABLE archived_firing (
  rule_id bigint PRIMARY KEY,
  fired_at bigint NOT NULL
);
