-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What waits for the end of its digest is as far behind as what waits for its next try, and of what was withdrawn only that of one
-- activity is read where it begins again.
DROP INDEX outbox_next;
CREATE INDEX outbox_due ON outbox (channel, max(retry_at, not_before), id) WHERE state IN ('queued', 'sending') AND carrier_id = 0;
CREATE INDEX outbox_withdrawn ON outbox (activity_id) WHERE state = 'withdrawn';
