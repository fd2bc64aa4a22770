-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every check is made at every change, whatever column it is about, and texts are compared most slowly: what is the same for a
-- row all its life is one check, and a state is looked for where the times of the row say that it is.
-- Both locks come first, in the order of cores.
LOCK TABLE activity, task IN ACCESS EXCLUSIVE MODE;
DO $$
DECLARE
  former record;
BEGIN
  FOR former IN
    SELECT conrelid::regclass AS of, conname AS name FROM pg_constraint
    WHERE contype = 'c' AND conrelid IN ('activity'::regclass, 'task'::regclass)
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', former.of, former.name);
  END LOOP;
END $$;

ALTER TABLE activity
  ADD CONSTRAINT activity_numbers CHECK (sla_ms > 0 AND priority BETWEEN 0 AND 9 AND task_count >= 0 AND open_count >= 0
    AND optional_count >= 0 AND blocked_count >= 0 AND 0 < due_soon_ppm AND due_soon_ppm < at_risk_ppm AND at_risk_ppm < 1000000),
  ADD CONSTRAINT activity_standing CHECK (
    CASE WHEN ended_at = 0 THEN state = 'OPEN' ELSE state = 'COMPLETED' OR state = 'CANCELLED' OR state = 'FAILED' END);

ALTER TABLE task
  ADD CONSTRAINT task_numbers CHECK (sla_ms > 0 AND priority BETWEEN 0 AND 9 AND max_attempts > 0 AND cost > 0 AND open_needs >= 0
    AND attempt > 0 AND lost_leases >= 0),
  ADD CONSTRAINT task_choices CHECK ((review = 'none' OR review = 'human') AND (on_failure = 'block' OR on_failure = 'continue')),
  ADD CONSTRAINT task_standing CHECK (
    CASE
      WHEN ended_at > 0 THEN lease_expires_at <= 0 AND paused_at <= 0
        AND (state = 'COMPLETED' OR state = 'FAILED' OR state = 'SKIPPED' OR state = 'CANCELLED')
      WHEN lease_expires_at > 0 THEN paused_at <= 0 AND state = 'IN_PROGRESS' AND worker_id <> ''
      WHEN paused_at > 0 THEN state = 'ON_HOLD'
      ELSE state = 'PENDING' OR state = 'IN_REVIEW' OR state = 'OPTIONAL' OR (state = 'WAITING' AND open_needs > 0)
    END);
