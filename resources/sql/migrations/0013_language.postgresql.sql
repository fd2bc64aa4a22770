-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The language in which a worker is written to; empty: not known.
ALTER TABLE worker ADD COLUMN language text COLLATE "C" NOT NULL DEFAULT '' CHECK (language IN ('', 'en', 'es'));
