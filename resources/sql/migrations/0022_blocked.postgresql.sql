-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Options lapse only where all that is required is done; a required task that has failed may still be tried again.
DROP INDEX activity_options;
ALTER TABLE activity DROP COLUMN lapses_at;
ALTER TABLE activity ADD COLUMN lapses_at bigint NOT NULL
  GENERATED ALWAYS AS (CASE WHEN state = 'OPEN' AND open_count = 0 AND blocked_count = 0 AND optional_count > 0 THEN due_at ELSE 0 END) STORED;
CREATE INDEX activity_options ON activity (lapses_at) WHERE lapses_at > 0;
