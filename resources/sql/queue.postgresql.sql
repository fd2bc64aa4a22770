-- Behind rows whose payloads and results come to so many bytes a page ends, and one more says that there are more: what lies
-- behind that is not sent, because the client would hold all of it before it reads the first.
-- name: queue.page
SELECT {task.columns}, t.activity_intent, t.activity_citizen FROM (
  SELECT t.*, sum({task.form_bytes}) OVER (ORDER BY {order}, t.id {direction}
                                           ROWS BETWEEN UNBOUNDED PRECEDING AND 2 PRECEDING) AS bytes_before FROM (
    SELECT t.*, a.intent AS activity_intent, a.citizen_id AS activity_citizen FROM {from}
    WHERE {filters} ORDER BY {order}, t.id {direction} LIMIT :limit) t) t
WHERE t.bytes_before IS NULL OR t.bytes_before <= :bytes_max ORDER BY {order}, t.id {direction}

-- fragment: queue.where.states
strpos(:states, '|' || t.state || '|') > 0

-- fragment: queue.where.text
(t.name ILIKE :text ESCAPE '\' OR a.intent ILIKE :text ESCAPE '\' OR a.citizen_id ILIKE :text ESCAPE '\'
 OR t.worker_id ILIKE :text ESCAPE '\')

--- No equations: of those the planner believes that they hold for many, and then it reads all. Found first, whatever it believes.
-- fragment: queue.where.worker_of_open
t.id = ANY (ARRAY(
  SELECT h.id FROM task h WHERE h.state = 'IN_PROGRESS' AND h.worker_id >= :worker_id AND h.worker_id <= :worker_id
  UNION ALL SELECT o.id FROM task o WHERE o.state = 'PENDING' AND o.offer >= :offer AND o.offer <= :offer
  UNION ALL SELECT q.id FROM task q WHERE q.ended_at = 0 AND q.lease_expires_at = 0 AND q.state <> 'PENDING'
    AND (q.state = 'ON_HOLD' OR q.state = 'IN_REVIEW') AND q.worker_id = :worker_id))

--- One probe of the key for each, whatever the planner believes of the tables: nothing is merged with what is behind an OFFSET.
-- fragment: queue.from.among
unnest(ARRAY({selections})) i(id)
CROSS JOIN LATERAL (SELECT * FROM task WHERE task.id = i.id OFFSET 0) t
CROSS JOIN LATERAL (SELECT * FROM activity WHERE activity.id = t.activity_id OFFSET 0) a

-- fragment: queue.few.ready
SELECT r.id FROM (WITH RECURSIVE {queue.offers}
  SELECT w.id FROM one CROSS JOIN LATERAL (
    SELECT t.id FROM task t WHERE t.state = 'PENDING' AND t.offer = one.offer AND t.skill = :skill
    ORDER BY t.rank_at, t.id LIMIT :few) w LIMIT :few) r

-- fragment: queue.walk.ready
SELECT r.id FROM (WITH RECURSIVE {queue.offers}
  SELECT w.id FROM one CROSS JOIN LATERAL (
    SELECT t.id FROM task t JOIN activity a ON a.id = t.activity_id
    WHERE t.state = 'PENDING' AND t.offer = one.offer AND t.skill = :skill AND {filters}
    ORDER BY {order}, t.id {direction} LIMIT :limit) w) r

-- fragment: queue.few.intent
SELECT b.id FROM (SELECT t.id FROM (SELECT q.activity_id FROM activity_request q WHERE q.intent = :intent LIMIT :few) r
                  CROSS JOIN LATERAL (SELECT h.id FROM task h WHERE h.activity_id = r.activity_id OFFSET 0) t LIMIT :few) b
