-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nothing to be done here: SQLite writes a key again only when its own columns change. The version is that of PostgreSQL.
SELECT 1;
