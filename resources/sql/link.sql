-- It is good at least as long as its worker has the task, or an offer of it.
-- fragment: link.columns
l.id, l.task_id, l.activity_id, l.worker_id, l.epoch, l.made_at,
(SELECT max(e.at) FROM (SELECT l.expires_at AS at
    UNION ALL SELECT t.lease_expires_at FROM task t WHERE t.id = l.task_id AND t.worker_id = l.worker_id
    UNION ALL SELECT a.returns_at FROM assignment a WHERE a.task_id = l.task_id AND a.worker_id = l.worker_id) e),
l.tries_left, l.outcome, l.answered_at, l.opened_at, l.opens, l.agent, l.signs, l.signed_at, l.confirmation,
CASE WHEN EXISTS (SELECT 1 FROM link n WHERE n.task_id = l.task_id AND n.worker_id = l.worker_id AND n.id > l.id)
THEN 0 ELSE 1 END

-- name: link.key
SELECT value FROM link_key WHERE id = 1

-- name: link.make_key
INSERT INTO link_key (id, value) VALUES (1, :value) ON CONFLICT (id) DO NOTHING

-- name: link.insert
INSERT INTO link (id, task_id, activity_id, worker_id, epoch, made_at, expires_at, tries_left, outcome, answered_at, opened_at,
                  opens, agent, signs, signed_at, confirmation)
VALUES (:id, :task_id, :activity_id, :worker_id, :epoch, :made_at, :expires_at, :tries_left, :outcome, :answered_at, :opened_at,
        :opens, :agent, :signs, :signed_at, :confirmation)

-- name: link.by_id
SELECT {link.columns} FROM link l WHERE l.id = :id

-- name: link.of_task
SELECT {link.columns} FROM link l WHERE l.task_id = :task_id ORDER BY l.id DESC

-- name: link.update
UPDATE link SET epoch = :epoch, expires_at = :expires_at, tries_left = :tries_left, outcome = :outcome, answered_at = :answered_at
WHERE id = :id

-- What was seen of it, and nothing that decides.
-- name: link.update_traces
UPDATE link SET opened_at = :opened_at, opens = :opens, agent = :agent, signs = :signs, signed_at = :signed_at WHERE id = :id

-- Of a task that goes on a link is kept, however old: somebody may have nothing else to answer with.
-- name: link.forget
DELETE FROM link WHERE id IN (SELECT l.id FROM link l WHERE l.id <= :until
  AND NOT EXISTS (SELECT 1 FROM task t WHERE t.id = l.task_id AND t.ended_at = 0) ORDER BY l.id LIMIT :limit)
