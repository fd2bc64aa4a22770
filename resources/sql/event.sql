-- fragment: event.columns
e.activity_id, e.seq, e.at, e.actor, e.kind, e.task_id, e.detail, e.hash

-- name: event.insert
INSERT INTO event (activity_id, seq, at, actor, kind, task_id, detail, hash)
VALUES (:activity_id, :seq, :at, :actor, :kind, :task_id, :detail, :hash)

-- name: event.page
SELECT {event.columns} FROM event e WHERE e.activity_id = :activity_id AND e.seq > :after ORDER BY e.seq LIMIT :limit

-- The latest about one task, among those of its activity after a number.
-- name: event.latest_of_task
SELECT {event.columns} FROM event e WHERE e.activity_id = :activity_id AND e.seq > :after AND e.task_id = :task_id
ORDER BY e.seq DESC LIMIT :limit

-- name: event.latest_of_task_and_kind
SELECT {event.columns} FROM event e WHERE e.activity_id = :activity_id AND e.task_id = :task_id AND e.kind = :kind
ORDER BY e.seq DESC LIMIT 1

-- The latest of one kind in the installation's own chain.
-- name: event.latest_of_kind
SELECT {event.columns} FROM event e WHERE e.activity_id = 0 AND e.kind = :kind ORDER BY e.seq DESC LIMIT 1

-- A page of all; its size stands here so that the planner knows that it is one.
-- name: event.after
SELECT {event.columns} FROM event e WHERE (e.activity_id, e.seq) > (:activity_id, :seq) ORDER BY e.activity_id, e.seq LIMIT 1000

-- name: event.head
SELECT event_seq, event_hash FROM chain_head WHERE id = 0

-- The same, for a change: nobody else appends to this chain until the end of the transaction.
-- name: event.take_head
SELECT event_seq, event_hash FROM chain_head WHERE id = 0 {event.lock}

-- name: event.set_head
UPDATE chain_head SET event_seq = :event_seq, event_hash = :event_hash WHERE id = 0

-- name: event.activity_heads
SELECT id, event_seq, event_hash, state FROM activity WHERE id > :after ORDER BY id LIMIT 1000

-- name: event.task_states
SELECT id, activity_id, name, state, worker_id FROM task WHERE id > :after ORDER BY id LIMIT 1000

-- name: event.recounted
SELECT a.id FROM activity a LEFT JOIN (
  SELECT activity_id, count(*) AS tasks,
         sum(CASE WHEN state IN ('WAITING', 'PENDING', 'IN_PROGRESS', 'IN_REVIEW', 'ON_HOLD') THEN 1 ELSE 0 END) AS opened,
         sum(CASE WHEN state = 'OPTIONAL' THEN 1 ELSE 0 END) AS options,
         sum(CASE WHEN state = 'FAILED' AND on_failure = 'block' THEN 1 ELSE 0 END) AS blocked
  FROM task GROUP BY activity_id) c ON c.activity_id = a.id
WHERE a.task_count <> coalesce(c.tasks, 0) OR a.open_count <> coalesce(c.opened, 0)
   OR a.optional_count <> coalesce(c.options, 0) OR a.blocked_count <> coalesce(c.blocked, 0)
ORDER BY a.id LIMIT 1
