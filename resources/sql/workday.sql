-- What one worker has before it; domain/workday.h.
-- fragment: workday.from
SELECT {task.columns}, a.intent, a.citizen_id FROM task t JOIN activity a ON a.id = t.activity_id

-- The words of the index task_quiet: neither waiting for a worker nor with one.
-- fragment: workday.quiet
t.ended_at = 0 AND t.lease_expires_at = 0 AND t.state <> 'PENDING'

-- name: workday.held
{workday.from} WHERE t.state = 'IN_PROGRESS' AND t.worker_id = :worker_id ORDER BY t.due_at, t.id LIMIT :limit

-- name: workday.offered
{workday.from} WHERE t.state = 'PENDING' AND t.offer = :offer ORDER BY t.due_at, t.id LIMIT :limit

-- name: workday.paused
{workday.from} WHERE {workday.quiet} AND t.state = 'ON_HOLD' AND t.worker_id = :worker_id ORDER BY t.due_at, t.id LIMIT :limit

-- name: workday.open
{workday.from} WHERE t.state = 'PENDING' AND t.offer = :offer AND t.skill = :skill AND t.not_before <= :now
ORDER BY t.rank_at, t.id LIMIT :limit

-- name: workday.reviews
{workday.from} WHERE {workday.quiet} AND t.state = 'IN_REVIEW' AND t.skill = :skill AND t.worker_id <> :worker_id
ORDER BY t.due_at, t.id LIMIT :limit

-- name: workday.choices
{workday.from} WHERE {workday.quiet} AND t.state = 'OPTIONAL' AND t.skill = :skill ORDER BY t.id LIMIT :limit

-- name: workday.elsewhere
SELECT t.skill, count(*) FROM task t WHERE t.state = 'IN_PROGRESS' AND t.worker_id <> :worker_id
GROUP BY t.skill ORDER BY t.skill
