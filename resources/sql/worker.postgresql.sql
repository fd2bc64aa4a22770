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
