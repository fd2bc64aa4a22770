-- fragment: alert.columns
l.id, l.kind, l.activity_id, l.task_id, l.raised_at, l.acknowledged_at, l.acknowledged_by,
coalesce((SELECT t.name FROM task t WHERE t.id = l.task_id), ''), a.intent

-- name: alert.insert
INSERT INTO alert (id, kind, activity_id, task_id, cycle, raised_at, acknowledged_at, acknowledged_by)
VALUES (:id, :kind, :activity_id, :task_id, :cycle, :raised_at, 0, '')
ON CONFLICT (kind, activity_id, task_id, cycle) DO NOTHING

-- name: alert.by_id
SELECT {alert.columns} FROM alert l JOIN activity a ON a.id = l.activity_id WHERE l.id = :id

-- name: alert.by_ids
SELECT {alert.columns} FROM alert l JOIN activity a ON a.id = l.activity_id WHERE l.id IN {ids} ORDER BY l.id

-- name: alert.page
SELECT {alert.columns} FROM alert l JOIN activity a ON a.id = l.activity_id WHERE l.id < :before
ORDER BY l.id DESC LIMIT :limit

-- name: alert.open_page
SELECT {alert.columns} FROM alert l JOIN activity a ON a.id = l.activity_id
WHERE l.acknowledged_at = 0 AND l.id < :before ORDER BY l.id DESC LIMIT :limit

-- name: alert.acknowledge
UPDATE alert SET acknowledged_at = :acknowledged_at, acknowledged_by = :acknowledged_by WHERE id = :id

-- name: alert.of_activity
SELECT {alert.columns} FROM alert l JOIN activity a ON a.id = l.activity_id WHERE l.activity_id = :activity_id ORDER BY l.id
