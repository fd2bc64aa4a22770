-- fragment: task.columns
{task.first_columns}, t.payload, {task.middle_columns}, t.result, {task.last_columns}

-- fragment: task.first_columns
t.id, t.activity_id, t.position, t.name, t.skill, t.sla_ms, t.optional

-- fragment: task.middle_columns
t.priority, t.max_attempts, t.review, t.on_failure, t.state, t.open_needs, t.released, t.attempt, t.worker_id, t.pool,
t.excluded, t.lease_epoch, t.lease_expires_at, t.not_before, t.created_at, t.ready_at, t.sla_started_at, t.due_at,
t.due_soon_at, t.at_risk_at, t.paused_at, t.started_at, t.ended_at, t.breached_at, t.sla_run, t.rank_at, t.reason

-- fragment: task.last_columns
t.cost, t.wishes, t.version, t.oversight, t.lost_leases

-- name: task.by_ids
SELECT {task.columns} FROM task t WHERE t.id {in_ids}

-- name: task.by_name
SELECT {task.columns} FROM task t WHERE t.activity_id = :activity_id AND t.name = :name

-- name: task.by_names
SELECT {task.columns} FROM task t
WHERE t.activity_id = :activity_id AND t.name IN (SELECT value FROM json_each(:names))

-- name: task.of_activity
SELECT {task.columns} FROM task t WHERE t.activity_id = :activity_id ORDER BY t.position

-- From a position on; payload and result as long as those up to there come to no more than so many bytes.
-- name: task.page_of_activity
SELECT {task.first_columns}, CASE WHEN f.bytes <= :bytes_max THEN t.payload ELSE '' END,
       {task.middle_columns}, CASE WHEN f.bytes <= :bytes_max THEN t.result ELSE '' END,
       {task.last_columns}, CAST(CASE WHEN f.bytes > :bytes_max THEN 1 ELSE 0 END AS bigint)
FROM (SELECT t.id, sum({task.form_bytes}) OVER (ORDER BY t.position) AS bytes FROM task t
      WHERE t.activity_id = :activity_id AND t.position >= :from ORDER BY t.position LIMIT :limit) f JOIN task t ON t.id = f.id
ORDER BY t.position

--- Few tasks: by a condition that keeps the index of all that is open out of it.
-- name: task.open_of_activity
SELECT {task.columns} FROM task t
WHERE t.activity_id = :activity_id
  AND t.ended_at < 1 ORDER BY t.position

-- name: task.options_of_activity
SELECT {task.columns} FROM task t WHERE t.activity_id = :activity_id AND t.state = 'OPTIONAL' ORDER BY t.position

-- A machine was not sure, and no human could take it: that is what brings it into review where nobody asked for one.
-- name: task.without_human
SELECT t.id FROM task t WHERE t.ended_at = 0 AND t.lease_expires_at = 0 AND t.state <> 'PENDING' AND t.state = 'IN_REVIEW'
AND t.review = 'none' AND t.id > :after ORDER BY t.id LIMIT :limit

-- name: task.last_required
SELECT {task.columns} FROM task t WHERE t.activity_id = :activity_id AND t.optional = 0 ORDER BY t.position DESC LIMIT 1

-- Tasks that wait for these, each with the one it waits for.
-- name: task.successors
SELECT {task.columns}, n.needs_id FROM task_need n JOIN task t ON t.id = n.task_id
WHERE n.needs_id {in_ids} AND t.open_needs > 0

-- Tasks that need this one, also those that wait for it no longer.
-- name: task.all_successors
SELECT {task.columns} FROM task_need n JOIN task t ON t.id = n.task_id WHERE n.needs_id = :needs_id

-- What these tasks need: names in order, with the state of each.
-- name: task.needs_of
SELECT n.task_id, p.id, p.name, p.state, p.released, p.worker_id FROM task_need n JOIN task p ON p.id = n.needs_id
WHERE n.task_id {in_ids} ORDER BY n.task_id, p.position

-- All that is needed in one activity, in its order, and by what.
-- name: task.needs_in_activity
SELECT n.task_id, p.id, p.name, p.state, p.released, p.worker_id FROM task p JOIN task_need n ON n.needs_id = p.id
WHERE p.activity_id = :activity_id ORDER BY p.position, p.id

-- name: task.insert
INSERT INTO task (id, activity_id, position, name, skill, sla_ms, optional, payload, priority, max_attempts, review,
                  on_failure, state, open_needs, released, attempt, worker_id, pool, offer, excluded, lease_epoch,
                  lease_expires_at, not_before, created_at, ready_at, sla_started_at, due_at, due_soon_at, at_risk_at,
                  paused_at, started_at, ended_at, breached_at, sla_run, rank_at, reason, result, cost, wishes, version,
                  oversight, lost_leases)
VALUES (:id, :activity_id, :position, :name, :skill, :sla_ms, :optional, :payload, :priority, :max_attempts, :review,
        :on_failure, :state, :open_needs, :released, :attempt, :worker_id, :pool, :offer, :excluded, :lease_epoch,
        :lease_expires_at, :not_before, :created_at, :ready_at, :sla_started_at, :due_at, :due_soon_at, :at_risk_at,
        :paused_at, :started_at, :ended_at, :breached_at, :sla_run, :rank_at, :reason, :result, :cost,
        :wishes, :version, :oversight, :lost_leases)

-- name: task.update
UPDATE task
SET state = :state, open_needs = :open_needs, released = :released, attempt = :attempt, worker_id = :worker_id,
    pool = :pool, offer = :offer, excluded = :excluded, lease_epoch = :lease_epoch, lease_expires_at = :lease_expires_at,
    not_before = :not_before, ready_at = :ready_at, sla_started_at = :sla_started_at, due_at = :due_at,
    due_soon_at = :due_soon_at, at_risk_at = :at_risk_at, paused_at = :paused_at, started_at = :started_at, ended_at = :ended_at, breached_at = :breached_at,
    sla_run = :sla_run, rank_at = :rank_at, priority = :priority, reason = :reason, result = :result, version = :version,
    oversight = :oversight, lost_leases = :lost_leases
WHERE id = :id

-- Who holds it, and nothing else: the keys of the queue's order and of the SLA clock stay untouched.
-- name: task.update_holder
UPDATE task
SET state = :state, worker_id = :worker_id, offer = :offer, lease_epoch = :lease_epoch,
    lease_expires_at = :lease_expires_at, started_at = :started_at, version = :version
WHERE id = :id

-- How it ended, and nothing else.
-- name: task.update_end
UPDATE task
SET state = :state, released = :released, lease_expires_at = :lease_expires_at, ended_at = :ended_at, reason = :reason,
    result = :result, version = :version
WHERE id = :id

-- name: task.insert_need
INSERT INTO task_need (task_id, needs_id) VALUES (:task_id, :needs_id)

-- The next of one skill that are kept for nobody, after a key.
-- name: task.ready_for_anyone
SELECT {task.columns} FROM task t
WHERE t.state = 'PENDING' AND t.offer = '' AND t.skill = :skill AND (t.rank_at, t.id) > (:rank_at, :id)
  AND t.not_before <= :now
ORDER BY t.rank_at, t.id LIMIT :limit

-- The same, kept for one worker ("w:alice") or one pool ("p:backup"), or for anyone of a level ("l:4").
-- name: task.ready_for
SELECT {task.columns} FROM task t
WHERE t.state = 'PENDING' AND t.offer = :offer AND t.skill = :skill AND (t.rank_at, t.id) > (:rank_at, :id)
  AND t.not_before <= :now
ORDER BY t.rank_at, t.id LIMIT :limit

-- The next of several queues together: for each, by offer and skill, its first ones, and of all these the first.
-- name: task.ready_of_queues
SELECT {task.columns} FROM json_each(:queues) q CROSS JOIN task t
WHERE t.id IN (SELECT h.id FROM task h
               WHERE h.state = 'PENDING' AND h.offer = q.value ->> 0 AND h.skill = q.value ->> 1
                 AND (h.rank_at, h.id) > (:rank_at, :id) AND h.not_before <= :now
               ORDER BY h.rank_at, h.id LIMIT :limit)
ORDER BY t.rank_at, t.id LIMIT :limit

-- The first of several queues together, to be looked at.
-- name: task.line
SELECT {task.columns} FROM json_each(:queues) q CROSS JOIN task t
WHERE t.id IN (SELECT h.id FROM task h
               WHERE h.state = 'PENDING' AND h.offer = q.value ->> 0 AND h.skill = q.value ->> 1 AND h.not_before <= :now
               ORDER BY h.rank_at, h.id LIMIT :limit)
ORDER BY t.rank_at, t.id LIMIT :limit

-- Which of these anything is kept for.
-- name: task.offers
SELECT o.value FROM json_each(:offers) o WHERE EXISTS (SELECT 1 FROM task t WHERE t.state = 'PENDING' AND t.offer = o.value)

-- The cost of what each holds.
-- name: task.held_by
SELECT w.value, (SELECT coalesce(sum(t.cost), 0) FROM task t WHERE t.state = 'IN_PROGRESS' AND t.worker_id = w.value)
FROM json_each(:workers) w

-- The cost of what each holds and is offered.
-- name: task.load_of
SELECT w.value, (SELECT coalesce(sum(t.cost), 0) FROM task t WHERE t.state = 'IN_PROGRESS' AND t.worker_id = w.value)
              + (SELECT coalesce(sum(t.cost), 0) FROM task t WHERE t.state = 'PENDING' AND t.offer = 'w:' || w.value)
FROM json_each(:workers) w

-- What one worker holds or is offered, by due time.
-- name: task.of_worker
SELECT {task.columns} FROM task t
WHERE (t.state = 'IN_PROGRESS' AND t.worker_id = :worker_id) OR (t.state = 'PENDING' AND t.offer = 'w:' || :worker_id)
ORDER BY t.due_at, t.id LIMIT :limit

-- What one worker has put on hold, by due time, in the words of the index task_quiet.
-- name: task.paused_of_worker
SELECT {task.columns} FROM task t
WHERE t.ended_at = 0 AND t.lease_expires_at = 0 AND t.state <> 'PENDING' AND t.state = 'ON_HOLD' AND t.worker_id = :worker_id
ORDER BY t.due_at, t.id LIMIT :limit

-- Where tasks wait that are not kept for one worker ("w:…"), found by leaps in their index, each queue by one of its tasks.
-- name: task.queues
WITH RECURSIVE one(id) AS (
  SELECT (SELECT t.id FROM task t WHERE t.state = 'PENDING' AND t.offer < 'w:' ORDER BY t.offer, t.skill, t.rank_at, t.id LIMIT 1)
  UNION ALL
  SELECT coalesce(
    (SELECT t.id FROM task t WHERE t.state = 'PENDING' AND t.offer = k.offer AND t.skill > k.skill
     ORDER BY t.skill, t.rank_at, t.id LIMIT 1),
    (SELECT t.id FROM task t WHERE t.state = 'PENDING' AND t.offer < 'w:' AND t.offer > k.offer
     ORDER BY t.offer, t.skill, t.rank_at, t.id LIMIT 1))
  FROM one JOIN task k ON k.id = one.id)
SELECT k.offer, k.skill FROM one JOIN task k ON k.id = one.id LIMIT :limit

-- How many wait there, up to a limit.
-- name: task.waiting_in
SELECT count(*) FROM (SELECT 1 FROM task t WHERE t.state = 'PENDING' AND t.offer = :offer AND t.skill = :skill LIMIT :limit) w

-- Of any pool and intent where none is said.
-- fragment: task.fitting
t.state = 'PENDING' AND t.offer = :offer AND t.skill = :skill AND t.priority >= :priority AND (:pool = '' OR t.pool = :pool)
AND (:intent = '' OR EXISTS (SELECT 1 FROM activity a WHERE a.id = t.activity_id AND a.intent = :intent))

-- How many of these a rule's scope fits, up to a limit.
-- name: task.fitting_in
SELECT count(*) FROM (SELECT 1 FROM task t WHERE {task.fitting} LIMIT :limit) w

-- The first of them in line.
-- name: task.first_fitting
SELECT {task.columns} FROM task t WHERE {task.fitting} ORDER BY t.rank_at, t.id LIMIT 1

-- Where work waits, from this offer on: '' is all, 'p:' what is kept for pools ("p:…") and workers ("w:…"). Found by leaps in
-- their index, each by one of its tasks. (Of one skill only, PostgreSQL would look for that in all tasks.)
-- name: task.queues_from
WITH RECURSIVE one(id) AS (
  SELECT (SELECT t.id FROM task t WHERE t.state = 'PENDING' AND t.offer >= :from
          ORDER BY t.offer, t.skill, t.rank_at, t.id LIMIT 1)
  UNION ALL
  SELECT coalesce(
    (SELECT t.id FROM task t WHERE t.state = 'PENDING' AND t.offer = k.offer AND t.skill > k.skill
     ORDER BY t.skill, t.rank_at, t.id LIMIT 1),
    (SELECT t.id FROM task t WHERE t.state = 'PENDING' AND t.offer > k.offer
     ORDER BY t.offer, t.skill, t.rank_at, t.id LIMIT 1))
  FROM one JOIN task k ON k.id = one.id)
SELECT k.offer, k.skill FROM one JOIN task k ON k.id = one.id

-- name: task.lease_over
SELECT {task.columns} FROM task t WHERE t.lease_expires_at > 0 AND t.lease_expires_at <= :now
ORDER BY t.lease_expires_at LIMIT :limit

-- name: task.overdue
SELECT {task.columns} FROM task t
WHERE t.ended_at = 0 AND t.paused_at = 0 AND t.breached_at = 0 AND t.due_at <= :now
ORDER BY t.due_at LIMIT :limit

-- name: task.next_lease_end
SELECT min(lease_expires_at) FROM task WHERE lease_expires_at > 0

-- name: task.next_due
SELECT min(due_at) FROM task WHERE ended_at = 0 AND paused_at = 0 AND breached_at = 0

-- "> 0" is the condition of the index, which the databases do not see in "> :now".
-- name: task.next_backoff_end
SELECT min(not_before) FROM task WHERE state = 'PENDING' AND not_before > 0 AND not_before > :now

-- name: task.backoff_over
SELECT DISTINCT skill FROM task
WHERE state = 'PENDING' AND not_before > 0 AND not_before > :since AND not_before <= :now
