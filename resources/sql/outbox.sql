-- fragment: outbox.columns
o.id, o.kind, o.address, o.facts, o.activity_id, o.task_id, o.alert_id, o.created_at, o.not_before, o.state, o.attempts,
o.retry_at, o.error, o.sent_at, o.carrier_id, o.standing, o.cause, o.escalation_id, {outbox.snoozed_until}

-- Until when its alert is put off, and it with that; 0: it goes out whatever happens, or takes along what is not put off.
-- fragment: outbox.snoozed_until
CASE WHEN o.alert_id > 0 AND o.standing = 0 AND NOT EXISTS (SELECT 1 FROM outbox c WHERE c.carrier_id = o.id AND c.carrier_id > 0) THEN
  coalesce((SELECT l.snoozed_until FROM alert l WHERE l.id = o.alert_id AND l.acknowledged_at = 0), 0) ELSE 0 END

-- name: outbox.insert
INSERT INTO outbox (id, kind, channel, address, facts, activity_id, task_id, alert_id, standing, created_at, not_before, digest,
                    state, sent_at, cause, escalation_id, worker_id, attempts, retry_at, error, carrier_id)
VALUES (:id, :kind, :channel, :address, :facts, :activity_id, :task_id, :alert_id, :standing, :created_at, :not_before, :digest,
        :state, :sent_at, :cause, :escalation_id, :worker_id, 0, 0, '', 0)

-- When what is being gathered for an address goes out.
-- name: outbox.window_end
SELECT coalesce(min(not_before), 0) FROM outbox
WHERE address = :address AND state = 'queued' AND digest = 1 AND not_before > :now

-- name: outbox.by_id
SELECT {outbox.columns} FROM outbox o WHERE o.id = :id

-- name: outbox.page
SELECT {outbox.columns} FROM outbox o WHERE o.id < :before AND (:channel = '' OR o.channel = :channel)
ORDER BY o.id DESC LIMIT :limit

-- name: outbox.page_of_state
SELECT {outbox.columns} FROM outbox o
WHERE o.id < :before AND (:channel = '' OR o.channel = :channel) AND o.state = :state ORDER BY o.id DESC LIMIT :limit

-- Whether what a rule tells of a task is over although the task is not: what domain::isSolved() says of the same.
-- fragment: outbox.solved_for_its_rule
EXISTS (SELECT 1 FROM escalation e JOIN task t ON t.id = e.task_id WHERE e.id = o.escalation_id AND CASE o.cause
  WHEN 'unassigned' THEN t.state <> 'PENDING' OR t.ready_at <> e.cycle
  WHEN 'no_eligible_worker'
    THEN NOT (t.state = 'PENDING' OR (t.state = 'IN_REVIEW' AND t.review = 'none')) OR t.ready_at <> e.cycle
  WHEN 'stalled' THEN t.state = 'IN_PROGRESS' OR t.sla_run <> e.cycle
  WHEN 'sla_warning' THEN t.breached_at <> 0
  WHEN 'task_failed' THEN t.state <> 'FAILED' OR t.ended_at <> e.cycle END)

-- What is told of a queue is over when that is short enough, whatever became of its first task. Nothing goes into an archive that is
-- still followed, of a queue neither.
-- fragment: outbox.solved
o.standing = 0 AND (
  EXISTS (SELECT 1 FROM alert l WHERE l.id = o.alert_id AND l.acknowledged_at > 0)
  OR (o.activity_id > 0 AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.id = o.activity_id))
  OR (o.cause = 'queue_depth' AND EXISTS (SELECT 1 FROM escalation e WHERE e.id = o.escalation_id AND e.state = 'over'))
  OR (o.cause <> 'queue_depth' AND (
    EXISTS (SELECT 1 FROM task t WHERE t.id = o.task_id
              AND (t.state IN ('COMPLETED', 'SKIPPED', 'CANCELLED') OR (o.worker_id <> '' AND t.worker_id <> o.worker_id)))
    OR EXISTS (SELECT 1 FROM activity a WHERE a.id = o.activity_id
                 AND (a.state <> 'OPEN' OR (o.cause = 'activity_sla_warning' AND a.breached_at <> 0)))
    OR {outbox.solved_for_its_rule})))

-- Not to one of these receivers of webhooks: each begins with the scheme and ends with the slash after the host.
-- fragment: outbox.has_room
NOT EXISTS (SELECT 1 FROM ({outbox.full}) f WHERE substr(o.address || '/', 1, length(f.value)) = f.value)

-- Those that are due, whoever had taken them before: the lease is over. What waits for the end of a digest or for its next try is
-- not read: its place in the index is the later of both.
-- name: outbox.due
SELECT {outbox.columns}, o.digest, CASE WHEN {outbox.solved} THEN 1 ELSE 0 END FROM outbox o
WHERE o.channel = :channel AND o.carrier_id = 0 AND o.state IN ('queued', 'sending') AND {outbox.place} <= {outbox.place_now}
  AND o.retry_at <= :real_now AND o.not_before <= :now AND {outbox.snoozed_until} <= :now AND o.address NOT IN ({outbox.busy}) AND {outbox.has_room}
ORDER BY {outbox.place}, o.id LIMIT :limit

-- What goes along with a message to the same address: all that waits for it, none of which was tried alone.
-- name: outbox.gather
SELECT {outbox.columns}, o.digest, CASE WHEN {outbox.solved} THEN 1 ELSE 0 END FROM outbox o
WHERE o.address = :address AND o.state = 'queued' AND o.digest = 1 AND o.not_before <= :now AND o.attempts = 0
  AND o.carrier_id = 0 AND o.retry_at <= :real_now AND {outbox.snoozed_until} <= :now AND o.id <> :id
ORDER BY o.retry_at, o.id LIMIT :limit

-- name: outbox.carried
SELECT {outbox.columns}, o.digest, CASE WHEN {outbox.solved} THEN 1 ELSE 0 END FROM outbox o
WHERE o.carrier_id {in_ids} AND o.carrier_id > 0 AND o.state <> 'sent' ORDER BY o.id

-- In how many milliseconds something more is due; the later of both clocks counts.
-- name: outbox.next
SELECT count(*), coalesce(min(CASE WHEN n.not_before - :now > n.retry_at - :real_now THEN n.not_before - :now
                                   ELSE n.retry_at - :real_now END), 0)
FROM (SELECT CASE WHEN {outbox.snoozed_until} > o.not_before THEN {outbox.snoozed_until} ELSE o.not_before END AS not_before,
        o.retry_at FROM outbox o
      WHERE o.channel = :channel AND o.carrier_id = 0 AND o.state IN ('queued', 'sending')
        AND o.address NOT IN ({outbox.busy}) AND {outbox.has_room}
      ORDER BY {outbox.place}, o.id LIMIT :limit) n

-- Where a text message is on its way to, also from another core: only when that is over its limit is known.
-- name: outbox.on_its_way
SELECT address FROM outbox WHERE channel = 'sms' AND carrier_id = 0 AND state = 'sending' AND retry_at > :real_now

-- name: outbox.has_reached
SELECT 1 FROM outbox WHERE address = :address AND sent_at > 0 LIMIT 1

-- When text messages to an address were tried, the newest first: those under way until their lease ends, at the latest.
-- name: outbox.tries_of
SELECT tried_at FROM outbox_try WHERE address = :address AND tried_at > :since ORDER BY tried_at DESC LIMIT :limit

-- name: outbox.insert_try
INSERT INTO outbox_try (address, tried_at, message_id) VALUES (:address, :tried_at, :message_id)

-- name: outbox.forget_tries
DELETE FROM outbox_try WHERE address = :address AND tried_at <= :until

-- The one that is under way has ended.
-- name: outbox.end_try
UPDATE outbox_try SET tried_at = :tried_at
WHERE address = :address AND message_id = :id AND tried_at = (
  SELECT o.retry_at FROM outbox o WHERE o.id = :id AND o.state = 'sending' AND o.attempts = :attempts)

-- name: outbox.take
UPDATE outbox SET state = 'sending', attempts = attempts + 1, retry_at = :until, carrier_id = :carrier_id WHERE id = :id

-- name: outbox.take_carried
UPDATE outbox SET state = 'sending', attempts = attempts + 1, retry_at = :until, carrier_id = :carrier_id WHERE id {in_ids}

-- name: outbox.withdraw
UPDATE outbox SET state = 'withdrawn' WHERE id = :id

-- What was withdrawn and would be told now: its reason came back. Not to those who hear of it anyway.
-- name: outbox.bring_back
UPDATE outbox AS o SET state = 'queued', retry_at = 0, carrier_id = 0
WHERE o.state = 'withdrawn' AND o.activity_id = :activity_id AND o.cause <> '' AND o.address NOT IN ({outbox.busy})
  AND NOT ({outbox.solved})

-- Not before the address may be written to again; together with what else waits for it.
-- name: outbox.postpone
UPDATE outbox SET retry_at = :retry_at, digest = 1 WHERE id = :id

-- name: outbox.settle
UPDATE outbox SET state = :state, retry_at = :retry_at, error = :error, sent_at = :sent_at
WHERE id = :id AND state = 'sending' AND attempts = :attempts

-- name: outbox.settle_carried
UPDATE outbox SET state = :state, error = :error, sent_at = :sent_at WHERE carrier_id = :carrier_id AND state = 'sending'

-- name: outbox.release
UPDATE outbox SET retry_at = 0 WHERE state = 'sending'

-- name: outbox.resend
UPDATE outbox SET state = 'queued', attempts = 0, retry_at = 0, digest = 0 WHERE (id = :id OR carrier_id = :id) AND state = 'dead'

-- name: outbox.forget
DELETE FROM outbox WHERE state = :state
  AND id IN (SELECT o.id FROM outbox o WHERE o.state = :state AND o.id <= :until ORDER BY o.id LIMIT :limit)
