-- name: statistics.tasks_by_state
SELECT state, count(*) FROM task
WHERE state IN ('WAITING', 'OPTIONAL', 'PENDING', 'IN_PROGRESS', 'IN_REVIEW', 'ON_HOLD') GROUP BY state

-- name: statistics.open_activities
SELECT count(*) FROM activity WHERE state = 'OPEN'

-- name: statistics.running_clocks
SELECT coalesce(sum(CASE WHEN due_at > :now AND due_at - sla_ms * 10 / 100 > :now THEN 1 ELSE 0 END), 0),
       coalesce(sum(CASE WHEN due_at > :now AND due_at - sla_ms * 10 / 100 <= :now THEN 1 ELSE 0 END), 0)
FROM task
WHERE state IN ('PENDING', 'IN_PROGRESS', 'IN_REVIEW') AND breached_at = 0 AND due_at - sla_ms * 25 / 100 <= :now

-- name: statistics.breached
SELECT count(*) FROM task WHERE state IN ('PENDING', 'IN_PROGRESS', 'IN_REVIEW') AND due_at <= :now

-- name: statistics.alerts
SELECT count(*) FROM alert WHERE acknowledged_at = 0

-- name: statistics.workers
SELECT count(*) FROM worker

-- name: statistics.sizes
SELECT (SELECT count(*) FROM activity), (SELECT count(*) FROM task), (SELECT count(*) FROM event),
       (SELECT page_count FROM pragma_page_count()) * (SELECT page_size FROM pragma_page_size())
