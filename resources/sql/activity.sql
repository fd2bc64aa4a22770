-- fragment: activity.columns
a.id, a.citizen_id, a.intent, a.sla_ms, a.priority, a.state, a.metadata, a.created_at, a.due_at, a.due_soon_at,
a.at_risk_at, a.ended_at, a.breached_at, a.reason, a.task_count, a.open_count, a.optional_count, a.blocked_count, a.event_seq, a.event_hash,
a.calendar, a.due_soon_ppm, a.at_risk_ppm

-- name: activity.by_ids
SELECT {activity.columns} FROM activity a WHERE a.id {in_ids}

-- The activities of these tasks and these activities, for a change: nobody else changes them, or a task of theirs, until
-- the end of the transaction. In the order of their ids, so that two that want the same do not wait for each other.
-- name: activity.take
WITH wanted AS MATERIALIZED (
  SELECT t.activity_id AS id FROM task t WHERE t.id {in_ids} UNION SELECT w.id FROM {activity_ids} w)
SELECT {activity.columns} FROM activity a WHERE a.id IN (SELECT id FROM wanted) ORDER BY a.id {activity.lock}

-- The same, of activities alone.
-- name: activity.take_by_ids
SELECT {activity.columns} FROM activity a WHERE a.id {in_ids} ORDER BY a.id {activity.lock}

-- name: activity.insert
INSERT INTO activity (id, citizen_id, intent, sla_ms, priority, state, metadata, created_at, due_at, due_soon_at,
                      at_risk_at, ended_at, breached_at, reason, task_count, open_count, optional_count, blocked_count, event_seq, event_hash,
                      calendar, due_soon_ppm, at_risk_ppm)
VALUES (:id, :citizen_id, :intent, :sla_ms, :priority, :state, :metadata, :created_at, :due_at, :due_soon_at,
        :at_risk_at, :ended_at, :breached_at, :reason, :task_count, :open_count, :optional_count, :blocked_count, :event_seq, :event_hash,
        :calendar, :due_soon_ppm, :at_risk_ppm)

-- name: activity.update
UPDATE activity
SET state = :state, due_at = :due_at, due_soon_at = :due_soon_at, at_risk_at = :at_risk_at, ended_at = :ended_at,
    breached_at = :breached_at, reason = :reason, task_count = :task_count,
    open_count = :open_count, optional_count = :optional_count, blocked_count = :blocked_count,
    event_seq = :event_seq, event_hash = :event_hash
WHERE id = :id

-- The counters of its tasks and the head of its record, and nothing else.
-- name: activity.update_progress
UPDATE activity
SET task_count = :task_count, open_count = :open_count, optional_count = :optional_count, blocked_count = :blocked_count,
    event_seq = :event_seq, event_hash = :event_hash
WHERE id = :id

-- The promises broken since the last look.
-- name: activity.overdue
SELECT a.id FROM activity a WHERE a.state = 'OPEN' AND a.breached_at = 0 AND a.due_at <= :now ORDER BY a.due_at LIMIT :limit

-- All that is required is done, nothing but undecided options left, and the time is over: they lapse.
-- name: activity.options_over
SELECT a.id FROM activity a
WHERE a.state = 'OPEN' AND a.open_count = 0 AND a.blocked_count = 0 AND a.optional_count > 0
  AND a.due_at <= :now ORDER BY a.due_at LIMIT :limit

-- name: activity.next_due
SELECT min(due_at) FROM activity WHERE state = 'OPEN' AND breached_at = 0

-- name: activity.next_option_end
SELECT min(due_at) FROM activity WHERE state = 'OPEN' AND open_count = 0 AND blocked_count = 0 AND optional_count > 0

-- name: activity.page
SELECT {activity.columns} FROM {from} WHERE {filters} ORDER BY {order} LIMIT :limit

-- fragment: activity.from.all
activity a

-- fragment: activity.key.all
a.id

-- fragment: activity.of.all

-- fragment: activity.order.all
a.id DESC

--- Where a citizen or one intent is asked for.
-- fragment: activity.from.requests
activity a

-- fragment: activity.key.requests
a.id

-- fragment: activity.of.requests

-- fragment: activity.order.requests
a.id DESC

--- Where one intent is asked for, and a state that few are in. No equation: only the index of both has this order.
-- fragment: activity.from.state
activity a

-- fragment: activity.key.state
(a.state, a.id)

-- fragment: activity.of.state
:by_state,

-- fragment: activity.order.state
a.state DESC, a.id DESC

-- fragment: activity.where.by_state
a.state >= :by_state AND a.state <= :by_state

-- fragment: activity.where.intent_of_state
a.intent = :intent

-- fragment: activity.where.all
1 = 1

-- fragment: activity.where.state
a.state = :state

-- fragment: activity.where.intent
a.intent = :intent

-- fragment: activity.where.citizen
a.citizen_id = :citizen_id

-- fragment: activity.where.overdue
a.state = 'OPEN' AND a.due_at <= :now

-- fragment: activity.where.late
a.due_at <= :now

-- fragment: activity.where.in_time
NOT (a.state = 'OPEN' AND a.due_at <= :now)

-- fragment: activity.where.text
(a.citizen_id LIKE :text ESCAPE '\' OR a.intent LIKE :text ESCAPE '\' OR a.id = :exact_id)

-- fragment: activity.where.open
a.state = 'OPEN'

-- fragment: activity.where.ended
a.ended_at > 0

-- fragment: activity.where.ids
a.id {in_ids}

-- fragment: activity.where.from
{key} >= ({of} :from_id)

-- fragment: activity.where.before
{key} < ({of} :before_id)

-- fragment: activity.where.after
{key} < ({of} :after)
