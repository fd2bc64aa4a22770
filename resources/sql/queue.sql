-- The queue across activities: filters, order and the key after which the page begins are put together from here.
-- name: queue.page
SELECT {task.columns}, a.intent, a.citizen_id FROM task t JOIN activity a ON a.id = t.activity_id
WHERE {filters} ORDER BY {order}, t.id {direction} LIMIT :limit

-- fragment: queue.where.open
t.ended_at = 0

-- fragment: queue.where.states
instr(:states, '|' || t.state || '|') > 0

-- fragment: queue.where.skill
t.skill = :skill

-- fragment: queue.where.worker
t.worker_id = :worker_id

--- Of what is open, those that it holds, is offered, or has on hold or in review: in the words of the indexes that these are in.
-- fragment: queue.where.worker_of_open
t.id IN (SELECT h.id FROM task h WHERE h.state = 'IN_PROGRESS' AND h.worker_id = :worker_id
         UNION ALL SELECT o.id FROM task o WHERE o.state = 'PENDING' AND o.offer = :offer
         UNION ALL SELECT q.id FROM task q WHERE q.ended_at = 0 AND q.lease_expires_at = 0 AND q.state <> 'PENDING'
           AND (q.state = 'ON_HOLD' OR q.state = 'IN_REVIEW') AND q.worker_id = :worker_id)

-- fragment: queue.where.pool
t.pool = :pool

-- fragment: queue.where.intent
a.intent = :intent

-- fragment: queue.where.intent_of_open
a.intent = :intent

-- fragment: queue.where.text
(t.name LIKE :text ESCAPE '\' OR a.intent LIKE :text ESCAPE '\' OR a.citizen_id LIKE :text ESCAPE '\'
 OR t.worker_id LIKE :text ESCAPE '\')

-- The SLA states of domain/sla.h as conditions.
-- fragment: queue.sla.running
t.state IN ('PENDING', 'IN_PROGRESS', 'IN_REVIEW') AND t.sla_started_at > 0

-- fragment: queue.where.sla_none
(t.state IN ('WAITING', 'OPTIONAL')
 OR (t.state IN ('FAILED', 'SKIPPED', 'CANCELLED') AND (t.sla_started_at = 0 OR t.ended_at < t.due_at)))

-- fragment: queue.where.sla_on_track
{queue.sla.running} AND t.due_soon_at > :now

-- fragment: queue.where.sla_due_soon
{queue.sla.running} AND t.due_soon_at <= :now AND t.at_risk_at > :now

-- fragment: queue.where.sla_at_risk
{queue.sla.running} AND t.at_risk_at <= :now AND t.due_at > :now

-- fragment: queue.where.sla_breached
(({queue.sla.running} AND t.due_at <= :now) OR (t.ended_at > 0 AND t.sla_started_at > 0 AND t.ended_at >= t.due_at))

-- fragment: queue.where.sla_paused
t.state = 'ON_HOLD'

-- fragment: queue.where.sla_met
t.state = 'COMPLETED' AND t.ended_at < t.due_at

-- fragment: queue.key.rank
t.rank_at

-- fragment: queue.key.due_at
t.due_at

-- fragment: queue.key.name
t.name

-- fragment: queue.key.priority
t.priority

-- fragment: queue.key.skill
t.skill

-- fragment: queue.key.state
t.state

-- fragment: queue.key.worker
t.worker_id

-- fragment: queue.key.activity
t.activity_id

-- fragment: queue.after.ascending
({key}, t.id) > (:key, :id)

-- fragment: queue.after.descending
({key}, t.id) < (:key, :id)

-- fragment: queue.ascending
ASC

-- fragment: queue.descending
DESC
