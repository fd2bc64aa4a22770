-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the options of an activity lapse; 0: not yet, others are to be done first. The counts themselves are in no index: each task
-- that is done changes them, and an activity that changes what is in an index is written to all of them.
ALTER TABLE activity ADD COLUMN lapses_at bigint NOT NULL
  GENERATED ALWAYS AS (CASE WHEN state = 'OPEN' AND open_count = 0 AND optional_count > 0 THEN due_at ELSE 0 END) STORED;
DROP INDEX activity_options;
CREATE INDEX activity_options ON activity (lapses_at) WHERE lapses_at > 0;
