-- Behind rows whose payloads and results come to so many bytes a page ends, and one more says that there are more: what lies
-- behind that is not sent, because the client would hold all of it before it reads the first.
-- name: queue.page
SELECT {task.columns}, t.activity_intent, t.activity_citizen FROM (
  SELECT t.*, sum({task.form_bytes}) OVER (ORDER BY {order}, t.id {direction}
                                           ROWS BETWEEN UNBOUNDED PRECEDING AND 2 PRECEDING) AS bytes_before FROM (
    SELECT t.*, a.intent AS activity_intent, a.citizen_id AS activity_citizen FROM task t JOIN activity a ON a.id = t.activity_id
    WHERE {filters} ORDER BY {order}, t.id {direction} LIMIT :limit) t) t
WHERE t.bytes_before IS NULL OR t.bytes_before <= :bytes_max ORDER BY {order}, t.id {direction}

-- fragment: queue.where.states
strpos(:states, '|' || t.state || '|') > 0

-- fragment: queue.where.text
(t.name ILIKE :text ESCAPE '\' OR a.intent ILIKE :text ESCAPE '\' OR a.citizen_id ILIKE :text ESCAPE '\'
 OR t.worker_id ILIKE :text ESCAPE '\')
