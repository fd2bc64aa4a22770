-- What the server watches over by itself: PostgreSQL checks each page it reads.
-- name: verify.integrity
SELECT 'ok'

-- name: verify.miscounted_needs
SELECT t.id, t.name FROM task t
WHERE t.state IN ('WAITING', 'OPTIONAL', 'PENDING', 'IN_PROGRESS', 'IN_REVIEW', 'ON_HOLD')
  AND t.open_needs <> (SELECT count(*) FROM task_need n JOIN task p ON p.id = n.needs_id
                       WHERE n.task_id = t.id AND p.released = 0)
ORDER BY t.id LIMIT 1

-- name: verify.started_too_early
SELECT t.id, t.name FROM task t
WHERE t.state IN ('PENDING', 'IN_PROGRESS', 'IN_REVIEW', 'COMPLETED')
  AND EXISTS (SELECT 1 FROM task_need n JOIN task p ON p.id = n.needs_id WHERE n.task_id = t.id
              AND p.released = 0)
ORDER BY t.id LIMIT 1

-- name: verify.open_in_ended
SELECT t.id, t.name FROM task t JOIN activity a ON a.id = t.activity_id
WHERE t.state IN ('WAITING', 'OPTIONAL', 'PENDING', 'IN_PROGRESS', 'IN_REVIEW', 'ON_HOLD') AND a.state <> 'OPEN'
ORDER BY t.id LIMIT 1

-- name: verify.broken_file
SELECT t.id, t.name FROM artefact f JOIN task t ON t.id = f.task_id
WHERE f.size_bytes <> (SELECT coalesce(sum(length(c.bytes)), 0) FROM artefact_chunk c WHERE c.sha256 = f.sha256)
ORDER BY t.id LIMIT 1

-- name: verify.attempts_over
SELECT t.id, t.name FROM task t WHERE t.attempt > t.max_attempts ORDER BY t.id LIMIT 1

-- name: verify.contents
SELECT c.sha256 FROM artefact_content c WHERE c.sha256 > :sha_sum ORDER BY c.sha256 LIMIT :limit

-- name: verify.task_of_content
SELECT t.id, t.name FROM artefact f JOIN task t ON t.id = f.task_id WHERE f.sha256 = :sha_sum ORDER BY t.id LIMIT 1
