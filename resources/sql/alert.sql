-- fragment: alert.columns
l.id, l.kind, l.activity_id, l.task_id, l.raised_at, l.acknowledged_at, l.acknowledged_by, l.snoozed_until, l.snoozed_by,
coalesce(t.name, ''), coalesce(t.state, ''), a.intent, a.state, l.cycle, coalesce(t.review, 'none')

-- fragment: alert.source
alert l JOIN activity a ON a.id = l.activity_id LEFT JOIN task t ON t.id = l.task_id

-- name: alert.insert
INSERT INTO alert (id, kind, activity_id, task_id, cycle, raised_at, acknowledged_at, acknowledged_by)
VALUES (:id, :kind, :activity_id, :task_id, :cycle, :raised_at, 0, '')
ON CONFLICT (kind, activity_id, task_id, cycle) DO NOTHING

-- name: alert.by_id
SELECT {alert.columns} FROM {alert.source} WHERE l.id = :id

-- name: alert.by_ids
SELECT {alert.columns} FROM {alert.source} WHERE l.id {in_ids} ORDER BY l.id

-- name: alert.page
SELECT {alert.columns} FROM {alert.source} WHERE {filters} AND l.id < :before
ORDER BY l.id DESC LIMIT :limit

-- fragment: alert.where.any
l.id > 0

-- fragment: alert.where.open
l.acknowledged_at = 0 AND l.snoozed_until = 0

-- fragment: alert.where.open_not
(l.acknowledged_at > 0 OR l.snoozed_until > 0)

-- fragment: alert.where.snoozed
l.acknowledged_at = 0 AND l.snoozed_until > 0

-- fragment: alert.where.snoozed_not
(l.acknowledged_at > 0 OR l.snoozed_until = 0)

-- name: alert.snooze
UPDATE alert SET snoozed_until = :snoozed_until, snoozed_by = :snoozed_by WHERE id = :id

-- Those that were put off until now, whoever looked at them before.
-- name: alert.snooze_over
SELECT {alert.columns} FROM {alert.source} WHERE l.snoozed_until > 0 AND l.snoozed_until <= :now
ORDER BY l.snoozed_until LIMIT :limit

-- name: alert.next_snooze_end
SELECT min(snoozed_until) FROM alert WHERE snoozed_until > 0

-- name: alert.acknowledge
UPDATE alert SET acknowledged_at = :acknowledged_at, acknowledged_by = :acknowledged_by, snoozed_until = 0, snoozed_by = ''
WHERE id = :id

-- name: alert.about
SELECT {alert.columns} FROM {alert.source}
WHERE l.kind = :kind AND l.activity_id = :activity_id AND l.task_id = :task_id AND l.cycle = :cycle

-- name: alert.of_activity
SELECT {alert.columns} FROM {alert.source} WHERE l.activity_id = :activity_id ORDER BY l.id
