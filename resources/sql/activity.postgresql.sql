-- Written on PostgreSQL: many rows in one statement, an array for each column.
-- name: activity.update
UPDATE activity t
SET state = v.state, due_at = v.due_at, due_soon_at = v.due_soon_at, at_risk_at = v.at_risk_at, ended_at = v.ended_at,
    breached_at = v.breached_at, reason = v.reason,
    task_count = v.task_count, open_count = v.open_count, optional_count = v.optional_count,
    blocked_count = v.blocked_count, event_seq = v.event_seq, event_hash = v.event_hash
FROM unnest(
  CAST(:state AS text[]), CAST(:due_at AS bigint[]), CAST(:due_soon_at AS bigint[]), CAST(:at_risk_at AS bigint[]),
  CAST(:ended_at AS bigint[]), CAST(:breached_at AS bigint[]), CAST(:reason AS text[]),
  CAST(:task_count AS bigint[]), CAST(:open_count AS bigint[]), CAST(:optional_count AS bigint[]),
  CAST(:blocked_count AS bigint[]), CAST(:event_seq AS bigint[]), CAST(:event_hash AS bytea[]),
  CAST(:id AS bigint[]))
  AS v(state, due_at, due_soon_at, at_risk_at, ended_at, breached_at, reason, task_count, open_count, optional_count,
       blocked_count, event_seq, event_hash, id)
WHERE t.id = v.id

-- name: activity.update_progress
UPDATE activity t
SET task_count = v.task_count, open_count = v.open_count, optional_count = v.optional_count,
    blocked_count = v.blocked_count, event_seq = v.event_seq, event_hash = v.event_hash
FROM unnest(
  CAST(:task_count AS bigint[]), CAST(:open_count AS bigint[]), CAST(:optional_count AS bigint[]),
  CAST(:blocked_count AS bigint[]), CAST(:event_seq AS bigint[]), CAST(:event_hash AS bytea[]),
  CAST(:id AS bigint[]))
  AS v(task_count, open_count, optional_count, blocked_count, event_seq, event_hash, id)
WHERE t.id = v.id

-- fragment: activity.where.text
(a.citizen_id ILIKE :text ESCAPE '\' OR a.intent ILIKE :text ESCAPE '\' OR a.id = :exact_id)

-- name: activity.take
SELECT {activity.columns} FROM activity a
WHERE a.id = ANY (ARRAY(SELECT t.activity_id FROM task t WHERE t.id {in_ids}) || CAST(:activity_ids AS bigint[]))
ORDER BY a.id {activity.lock}

-- fragment: activity.lock
FOR UPDATE OF a

-- The first of their order: a smallest of all is looked for in all.
-- name: activity.next_due
SELECT due_at FROM activity WHERE state = 'OPEN' AND breached_at = 0 ORDER BY due_at LIMIT 1

-- name: activity.next_option_end
SELECT due_at FROM activity WHERE state = 'OPEN' AND open_count = 0 AND optional_count > 0 ORDER BY due_at LIMIT 1
