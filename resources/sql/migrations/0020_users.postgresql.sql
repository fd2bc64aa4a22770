-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The people who sit at consoles, by their login at the operating system. While there is none, whoever sits there is its admin.
CREATE TABLE console_user (
  login text COLLATE "C" PRIMARY KEY,
  role text COLLATE "C" NOT NULL CHECK (role IN ('viewer', 'worker', 'clerk', 'supervisor', 'admin')),
  worker_id text COLLATE "C" NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  CHECK (role <> 'worker' OR worker_id <> '')
);
