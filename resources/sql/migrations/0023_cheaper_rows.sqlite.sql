-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- For PostgreSQL alone. SQLite writes a changed row to no key but those that change with it, and reads its columns in any order.
SELECT 1;
