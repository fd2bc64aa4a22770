-- The queue across activities: filters, order and the key after which the page begins are put together from here.
-- name: queue.page
SELECT {task.columns}, a.intent, a.citizen_id FROM {from}
WHERE {filters} ORDER BY {order}, t.id {direction} LIMIT :limit

-- fragment: queue.where.open
t.ended_at = 0

--- The same in words that keep the index of all that is open out of it.
-- fragment: queue.where.still_open
t.ended_at < 1

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

--- In the words of the index that is in the order of ranks.
-- fragment: queue.where.pool_of_open
t.pool > '' AND t.pool = :pool

-- fragment: queue.where.became_ready
{key} < 8640000000000000

-- fragment: queue.where.never_ready
{key} >= 8640000000000000

-- fragment: queue.where.intent
a.intent = :intent

-- fragment: queue.where.intent_of_open
a.intent = :intent

-- fragment: queue.where.text
(t.name LIKE :text ESCAPE '\' OR a.intent LIKE :text ESCAPE '\' OR a.citizen_id LIKE :text ESCAPE '\'
 OR t.worker_id LIKE :text ESCAPE '\')

-- The SLA states of domain/sla.h as conditions. Who asks in the order of due times needs the due time said, too.
-- fragment: queue.sla.running
t.state IN ('PENDING', 'IN_PROGRESS', 'IN_REVIEW') AND t.sla_started_at > 0

-- fragment: queue.where.sla_none
(t.state IN ('WAITING', 'OPTIONAL')
 OR (t.state IN ('FAILED', 'SKIPPED', 'CANCELLED') AND (t.sla_started_at = 0 OR t.ended_at < t.due_at)))

-- fragment: queue.where.sla_on_track
{queue.sla.running} AND t.due_soon_at > :now AND t.due_at > :now

-- fragment: queue.where.sla_due_soon
{queue.sla.running} AND t.due_soon_at <= :now AND t.at_risk_at > :now AND t.due_at > :now

-- fragment: queue.where.sla_at_risk
{queue.sla.running} AND t.at_risk_at <= :now AND t.due_at > :now

-- fragment: queue.where.sla_breached
(({queue.sla.running} AND t.due_at <= :now) OR (t.ended_at > 0 AND t.sla_started_at > 0 AND t.ended_at >= t.due_at))

-- fragment: queue.where.sla_breached_of_open
{queue.sla.running} AND t.due_at <= :now

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

-- Where few are found, and where an order is walked: in parts, each in the words of an index. How many these are, up to a limit.
-- name: queue.count
SELECT count(*) FROM ({selections}) f

-- fragment: queue.from.all
task t JOIN activity a ON a.id = t.activity_id

-- fragment: queue.from.among
task t JOIN activity a ON a.id = t.activity_id AND t.id IN ({selections})

-- fragment: queue.few
SELECT b.id FROM (SELECT t.id FROM task t WHERE {part} LIMIT :few) b

-- fragment: queue.walk
SELECT b.id FROM (SELECT t.id FROM task t JOIN activity a ON a.id = t.activity_id
                  WHERE {part} AND {filters} ORDER BY {order}, t.id {direction} LIMIT :limit) b

-- What waits for somebody, by leaps from offer to offer; behind the last one is none.
-- fragment: queue.offers
one(offer) AS (
  SELECT (SELECT h.offer FROM task h WHERE h.state = 'PENDING' ORDER BY h.offer, h.skill, h.rank_at, h.id LIMIT 1)
  UNION ALL
  SELECT (SELECT h.offer FROM task h WHERE h.state = 'PENDING' AND h.offer > one.offer
          ORDER BY h.offer, h.skill, h.rank_at, h.id LIMIT 1)
  FROM one WHERE one.offer IS NOT NULL)

-- fragment: queue.few.ready
SELECT r.id FROM (WITH RECURSIVE {queue.offers}
  SELECT t.id FROM one CROSS JOIN task t WHERE t.state = 'PENDING' AND t.offer = one.offer AND t.skill = :skill LIMIT :few) r

-- fragment: queue.walk.ready
SELECT r.id FROM (WITH RECURSIVE {queue.offers}
  SELECT w.id FROM one CROSS JOIN task w
  WHERE w.id IN (SELECT t.id FROM task t JOIN activity a ON a.id = t.activity_id
                 WHERE t.state = 'PENDING' AND t.offer = one.offer AND t.skill = :skill AND {filters}
                 ORDER BY {order}, t.id {direction} LIMIT :limit)) r

-- fragment: queue.few.intent
SELECT b.id FROM (SELECT t.id FROM activity a CROSS JOIN task t WHERE a.intent = :intent AND t.activity_id = a.id LIMIT :few) b

-- fragment: queue.part.in_progress
t.lease_expires_at > 0 AND t.state = 'IN_PROGRESS'

-- fragment: queue.part.waiting
{queue.quiet} AND t.state = 'WAITING'

-- fragment: queue.part.optional
{queue.quiet} AND t.state = 'OPTIONAL'

-- fragment: queue.part.in_review
{queue.quiet} AND t.state = 'IN_REVIEW'

-- fragment: queue.part.on_hold
{queue.quiet} AND t.state = 'ON_HOLD'

-- fragment: queue.quiet
t.ended_at = 0 AND t.lease_expires_at = 0 AND t.state <> 'PENDING'

-- fragment: queue.part.of_skill
AND t.skill = :skill

-- fragment: queue.part.pool
t.ended_at = 0 AND t.pool > '' AND t.pool = :pool

-- fragment: queue.part.due
t.ended_at = 0 AND t.paused_at = 0 AND t.breached_at = 0

-- fragment: queue.part.breached
t.ended_at = 0 AND t.paused_at = 0 AND t.breached_at > 0

--- The latest of what is due soon is due before what has no due time.
-- fragment: queue.few.sla_on_track
AND t.due_at > :now AND t.due_at < 8640000000000000 AND t.due_soon_at > :now ORDER BY t.due_at, t.id

-- fragment: queue.few.sla_due_soon
AND t.due_at > :now AND t.due_at < 8640000000000000 AND t.due_soon_at <= :now AND t.at_risk_at > :now ORDER BY t.due_at, t.id

-- fragment: queue.few.sla_at_risk
AND t.due_at > :now AND t.due_at < 8640000000000000 AND t.at_risk_at <= :now ORDER BY t.due_at, t.id

-- fragment: queue.few.sla_breached
AND t.due_at <= :now ORDER BY t.due_at, t.id
