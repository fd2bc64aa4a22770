-- Whoever asks for work waits here while another core gives the same worker some, so that both count what it holds.
-- name: worker.lock
SELECT w.id, w.version FROM worker w WHERE w.id IN (SELECT value FROM json_array_elements_text(CAST(:workers AS json)))
ORDER BY w.id FOR NO KEY UPDATE
