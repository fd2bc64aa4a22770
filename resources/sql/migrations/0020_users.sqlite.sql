-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The people who sit at consoles, by their login at the operating system. While there is none, whoever sits there is its admin.
CREATE TABLE console_user (
  login TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'worker', 'clerk', 'supervisor', 'admin')),
  worker_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (role <> 'worker' OR worker_id <> '')
) STRICT;
