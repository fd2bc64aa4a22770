-- Whoever asks for work waits here while another core gives the same worker some, so that both count what it holds.
-- name: worker.lock
SELECT w.id, w.version FROM worker w
WHERE w.id = ANY (ARRAY(SELECT json_array_elements_text(CAST(:workers AS json)))) ORDER BY w.id FOR NO KEY UPDATE

-- name: worker.records_of
SELECT worker_id, skill, done, failed, late, timed, duration_ms FROM worker_skill
WHERE worker_id IN (SELECT value FROM json_array_elements_text(CAST(:workers AS json)))

-- name: worker.given
SELECT worker_id, given_at FROM worker_given
WHERE worker_id IN (SELECT value FROM json_array_elements_text(CAST(:workers AS json)))

-- name: worker.seen
UPDATE worker w SET last_seen_at = v.last_seen_at
FROM unnest(CAST(:last_seen_at AS bigint[]), CAST(:id AS text[])) AS v(last_seen_at, id)
WHERE w.id = v.id

-- name: worker.add_record
INSERT INTO worker_skill AS s (skill, worker_id, done, failed, late, timed, duration_ms)
SELECT * FROM unnest(
  CAST(:skill AS text[]), CAST(:worker_id AS text[]), CAST(:done AS bigint[]), CAST(:failed AS bigint[]),
  CAST(:late AS bigint[]), CAST(:timed AS bigint[]), CAST(:duration_ms AS bigint[]))
ON CONFLICT (skill, worker_id) DO UPDATE SET {worker.faded}
