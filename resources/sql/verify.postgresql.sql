-- Those that the server does not watch over at each row.
-- name: verify.references
SELECT 'task' WHERE EXISTS (SELECT 1 FROM task t WHERE NOT EXISTS (SELECT 1 FROM activity a WHERE a.id = t.activity_id))
UNION ALL
SELECT 'task_need' WHERE EXISTS (SELECT 1 FROM task_need n WHERE NOT EXISTS (SELECT 1 FROM task t WHERE t.id = n.task_id))
UNION ALL
SELECT 'task_need' WHERE EXISTS (SELECT 1 FROM task_need n WHERE NOT EXISTS (SELECT 1 FROM task t WHERE t.id = n.needs_id))
LIMIT 1
