-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Options lapse only where all that is required is done; a required task that has failed may still be tried again.
DROP INDEX activity_options;
CREATE INDEX activity_options ON activity (due_at)
  WHERE state = 'OPEN' AND open_count = 0 AND blocked_count = 0 AND optional_count > 0;
