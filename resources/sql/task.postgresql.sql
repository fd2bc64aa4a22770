-- fragment: task.form_bytes
octet_length(t.payload) + octet_length(t.result)

-- A task with its activity, which is locked with it and need not be read again. Some columns have the same names: the order has
-- names of its own.
-- fragment: task.ready_columns
{task.columns}, t.rank_at AS next_rank, t.id AS next_id, {activity.columns}

-- What another core is at work on is passed over, so that nobody waits: the task, or its activity, which every change of a
-- task changes too. Locked as they come by the index, so no more than :limit are.
-- name: task.ready_for_anyone
SELECT {task.ready_columns} FROM task t JOIN activity a ON a.id = t.activity_id
WHERE t.state = 'PENDING' AND t.offer = '' AND t.skill = :skill AND (t.rank_at, t.id) > (:rank_at, :id)
  AND t.not_before <= :now
ORDER BY t.rank_at, t.id LIMIT :limit
FOR UPDATE OF t, a SKIP LOCKED

-- name: task.ready_for
SELECT {task.ready_columns} FROM task t JOIN activity a ON a.id = t.activity_id
WHERE t.state = 'PENDING' AND t.offer = :offer AND t.skill = :skill AND (t.rank_at, t.id) > (:rank_at, :id)
  AND t.not_before <= :now
ORDER BY t.rank_at, t.id LIMIT :limit
FOR UPDATE OF t, a SKIP LOCKED

-- The first of several queues together: for each, by offer and skill, its first ones, and of all these the first. First in each row
-- is how far was looked, and how many there were: of those that another core is at work on there is no row, but there is
-- always one, with a task 0. "|| ''" keeps the index of all that waits out of it: a plan that is made while the table is empty
-- would go through that for each.
-- name: task.ready_of_queues
WITH heads AS MATERIALIZED (
  SELECT q.value ->> 0 AS offer, h.id, h.rank_at FROM json_array_elements(CAST(:queues AS json)) q,
    LATERAL (SELECT t.id, t.rank_at FROM task t
             WHERE t.state = 'PENDING' AND t.offer = q.value ->> 0 AND t.skill = q.value ->> 1
               AND (t.rank_at, t.id) > (:rank_at, :id) AND t.not_before <= :now
             ORDER BY t.rank_at, t.id LIMIT :limit) h
  ORDER BY h.rank_at, h.id LIMIT :limit),
last AS MATERIALIZED (
  SELECT h.rank_at, h.id, count(*) OVER () AS seen FROM heads h ORDER BY h.rank_at DESC, h.id DESC LIMIT 1),
next AS MATERIALIZED (
  SELECT {task.ready_columns} FROM heads h JOIN task t ON t.id = h.id JOIN activity a ON a.id = t.activity_id
  WHERE t.state || '' = 'PENDING' AND t.offer = h.offer AND t.not_before <= :now FOR UPDATE OF t, a SKIP LOCKED)
SELECT l.rank_at, l.id, l.seen, n.* FROM last l LEFT JOIN next n ON true ORDER BY n.next_rank, n.next_id

-- name: task.versions
SELECT t.id, t.version FROM task t WHERE t.id {in_ids}

--- From these ids on, one probe of the index for each, whatever the tables' statistics say or do not say yet: "OFFSET 0" keeps the
--- planner from beginning with all that is needed by anything.
-- name: task.successors
SELECT {task.columns}, n.needs_id
FROM (SELECT DISTINCT unnest(CAST(:ids AS bigint[])) AS id) i
  CROSS JOIN LATERAL (SELECT m.task_id, m.needs_id FROM task_need m WHERE m.needs_id = i.id OFFSET 0) n
  JOIN task t ON t.id = n.task_id
WHERE t.open_needs > 0

-- name: task.needs_of
SELECT n.task_id, p.id, p.name, p.state, p.released, p.worker_id
FROM (SELECT DISTINCT unnest(CAST(:ids AS bigint[])) AS id) i
  CROSS JOIN LATERAL (SELECT m.task_id, m.needs_id FROM task_need m WHERE m.task_id = i.id OFFSET 0) n
  JOIN task p ON p.id = n.needs_id
ORDER BY n.task_id, p.position

-- name: task.line
SELECT {task.columns} FROM json_array_elements(CAST(:queues AS json)) q,
  LATERAL (SELECT h.id FROM task h
           WHERE h.state = 'PENDING' AND h.offer = q.value ->> 0 AND h.skill = q.value ->> 1 AND h.not_before <= :now
           ORDER BY h.rank_at, h.id LIMIT :limit) f JOIN task t ON t.id = f.id
ORDER BY t.rank_at, t.id LIMIT :limit

-- One probe of the index for each; as a join it could be planned as one with all of the activity.
-- name: task.by_names
SELECT {task.columns} FROM task t
WHERE t.activity_id = :activity_id
  AND t.name = ANY (ARRAY(SELECT value FROM json_array_elements_text(CAST(:names AS json))))

-- One probe of the index for each; as an EXISTS it would be planned as a join with all that waits.
-- name: task.offers
SELECT o.value FROM json_array_elements_text(CAST(:offers AS json)) o,
  LATERAL (SELECT 1 FROM task t WHERE t.state = 'PENDING' AND t.offer = o.value LIMIT 1) kept

-- name: task.held_by
SELECT w.value, (SELECT CAST(coalesce(sum(t.cost), 0) AS bigint) FROM task t
                 WHERE t.state = 'IN_PROGRESS' AND t.worker_id = w.value)
FROM json_array_elements_text(CAST(:workers AS json)) w

-- name: task.load_of
SELECT w.value,
       (SELECT CAST(coalesce(sum(t.cost), 0) AS bigint) FROM task t WHERE t.state = 'IN_PROGRESS' AND t.worker_id = w.value)
     + (SELECT CAST(coalesce(sum(t.cost), 0) AS bigint) FROM task t WHERE t.state = 'PENDING' AND t.offer = 'w:' || w.value)
FROM json_array_elements_text(CAST(:workers AS json)) w

-- By its order: for the smallest of all PostgreSQL takes the index of who holds what, and looks at all of it.
-- name: task.next_lease_end
SELECT lease_expires_at FROM task WHERE lease_expires_at > 0 ORDER BY lease_expires_at LIMIT 1

-- The same: a smallest of all is looked for in all.
-- name: task.next_due
SELECT due_at FROM task WHERE ended_at = 0 AND paused_at = 0 AND breached_at = 0 ORDER BY due_at LIMIT 1

-- name: task.next_backoff_end
SELECT not_before FROM task WHERE state = 'PENDING' AND not_before > 0 AND not_before > :now ORDER BY not_before LIMIT 1
