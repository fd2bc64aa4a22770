-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- For PostgreSQL alone. SQLite makes no check that is about nothing that changes.
SELECT 1;
