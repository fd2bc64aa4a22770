-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What ended long ago is found, and removed with its alerts, without looking at anything else.
CREATE INDEX activity_ended ON activity (ended_at, id) WHERE ended_at > 0;
CREATE INDEX alert_of_activity ON alert (activity_id);
