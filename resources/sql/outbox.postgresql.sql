-- Written on PostgreSQL: many rows in one statement, an array for each column.
-- name: outbox.insert
INSERT INTO outbox (id, kind, channel, address, facts, activity_id, task_id, alert_id, standing, created_at, not_before, digest,
                    state, sent_at, cause, escalation_id, worker_id, attempts, retry_at, error, carrier_id)
SELECT v.*, 0, 0, '', 0 FROM unnest(
  CAST(:id AS bigint[]), CAST(:kind AS text[]), CAST(:channel AS text[]), CAST(:address AS text[]),
  CAST(:facts AS text[]), CAST(:activity_id AS bigint[]), CAST(:task_id AS bigint[]), CAST(:alert_id AS bigint[]),
  CAST(:standing AS bigint[]), CAST(:created_at AS bigint[]), CAST(:not_before AS bigint[]),
  CAST(:digest AS bigint[]), CAST(:state AS text[]), CAST(:sent_at AS bigint[]),
  CAST(:cause AS text[]), CAST(:escalation_id AS bigint[]), CAST(:worker_id AS text[])) AS v

-- One core at a time takes messages: none goes out twice, and limits hold over all.
-- name: outbox.turn
SELECT CASE WHEN pg_try_advisory_xact_lock(hashtext('hms_act.outbox')) THEN 1 ELSE 0 END

-- fragment: outbox.busy
SELECT value FROM json_array_elements_text(CAST(:busy AS json))

-- fragment: outbox.full
SELECT value FROM json_array_elements_text(CAST(:full AS json))
