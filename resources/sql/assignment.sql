-- name: assignment.insert
INSERT INTO assignment (task_id, number, worker_id, made_at, returns_at, body)
VALUES (:task_id, (SELECT coalesce(max(number), 0) + 1 FROM assignment WHERE task_id = :task_id), :worker_id, :made_at,
        :returns_at, :body)

-- Who reacted, or was relieved, keeps it or has it no more: the timer is over. "<> 0", here and below, keeps the index of all that
-- is to return, which a planner that knows of none would go through, out of it.
-- name: assignment.settle
UPDATE assignment SET returns_at = 0 WHERE task_id {in_ids} AND returns_at <> 0

-- The machine that has the offer is there.
-- name: assignment.postpone
UPDATE assignment SET returns_at = :returns_at WHERE task_id = :task_id AND returns_at <> 0

-- name: assignment.last
SELECT worker_id, made_at, returns_at, body FROM assignment WHERE task_id = :task_id ORDER BY number DESC LIMIT 1

-- name: assignment.told_once
SELECT worker_id FROM assignment WHERE task_id = :task_id GROUP BY worker_id
HAVING count(*) = 1 AND max(number) < (SELECT max(number) FROM assignment WHERE task_id = :task_id)
ORDER BY worker_id

-- name: assignment.returning
SELECT task_id, returns_at FROM assignment WHERE task_id {in_ids} AND returns_at <> 0

-- name: assignment.due
SELECT task_id FROM assignment WHERE returns_at > 0 AND returns_at <= :now ORDER BY returns_at, task_id LIMIT :limit

-- name: assignment.next
SELECT min(returns_at) FROM assignment WHERE returns_at > 0
