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
