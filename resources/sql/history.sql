-- name: history.activities
SELECT {activity.columns} FROM activity a
WHERE a.created_at < :until AND (a.ended_at = 0 OR a.ended_at >= :since) AND a.id > :after ORDER BY a.id LIMIT :limit

-- name: history.tasks
SELECT {task.columns} FROM task t WHERE t.activity_id {in_ids}

-- name: history.needs
SELECT t.activity_id, n.task_id, n.needs_id FROM task t JOIN task_need n ON n.task_id = t.id WHERE t.activity_id {in_ids}

-- name: history.events
SELECT {event.columns} FROM event e WHERE e.activity_id {in_ids} ORDER BY e.activity_id, e.seq
