-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of what was withdrawn only that of one activity is read where it begins again.
CREATE INDEX outbox_withdrawn ON outbox (activity_id) WHERE state = 'withdrawn';
