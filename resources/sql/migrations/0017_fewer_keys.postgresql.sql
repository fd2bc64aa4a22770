-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each change of a task that touches an index is written to all of them. The tasks of an activity are found by their names' key;
-- their order is given once, when they are created.
ALTER TABLE task DROP CONSTRAINT task_activity_id_position_key;
