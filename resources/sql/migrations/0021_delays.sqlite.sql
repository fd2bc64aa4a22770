-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A step comes after its own delay, also where an earlier one has reached nobody.
ALTER TABLE escalation DROP COLUMN ahead;
