-- name: statistics.tasks_by_state
SELECT state, count(*) FROM task WHERE ended_at = 0 AND lease_expires_at = 0 AND state <> 'PENDING' GROUP BY state
UNION ALL SELECT 'PENDING', count(*) FROM task WHERE state = 'PENDING' HAVING count(*) > 0
UNION ALL SELECT 'IN_PROGRESS', count(*) FROM task WHERE state = 'IN_PROGRESS' HAVING count(*) > 0

-- name: statistics.open_activities
SELECT count(*) FROM activity WHERE state = 'OPEN'

-- The index of the clocks that run has all of it: no row is read.
-- name: statistics.running_clocks
SELECT coalesce(sum(CASE WHEN at_risk_at > :now THEN 1 ELSE 0 END), 0),
       coalesce(sum(CASE WHEN at_risk_at <= :now THEN 1 ELSE 0 END), 0)
FROM task
WHERE ended_at = 0 AND paused_at = 0 AND breached_at = 0 AND due_at > :now AND due_soon_at <= :now

-- name: statistics.breached
SELECT (SELECT count(*) FROM task WHERE ended_at = 0 AND paused_at = 0 AND breached_at = 0 AND due_at <= :now)
     + (SELECT count(*) FROM task WHERE ended_at = 0 AND paused_at = 0 AND breached_at > 0 AND due_at <= :now)

-- name: statistics.alerts
SELECT count(*) FROM alert WHERE acknowledged_at = 0 AND snoozed_until = 0

-- name: statistics.outbox
SELECT (SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')),
       (SELECT count(*) FROM outbox WHERE state = 'dead'),
       (SELECT coalesce(min(o.not_before), 0) FROM outbox o
        WHERE o.state IN ('queued', 'sending') AND o.not_before <= :now AND {outbox.snoozed_until} <= :now)

-- name: statistics.workers
SELECT count(*) FROM worker

-- name: statistics.sizes
SELECT (SELECT count(*) FROM activity), (SELECT count(*) FROM task), (SELECT count(*) FROM event),
       (SELECT page_count FROM pragma_page_count()) * (SELECT page_size FROM pragma_page_size())

-- name: statistics.database_bytes
SELECT pg_database_size(current_database())
