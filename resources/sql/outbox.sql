-- fragment: outbox.columns
o.id, o.kind, o.address, o.facts, o.activity_id, o.task_id, o.alert_id, o.created_at, o.not_before, o.state, o.attempts,
o.retry_at, o.error, o.sent_at, o.carrier_id, o.standing

-- name: outbox.insert
INSERT INTO outbox (id, kind, channel, address, facts, activity_id, task_id, alert_id, standing, created_at, not_before, digest,
                    state, attempts, retry_at, error, sent_at, carrier_id)
VALUES (:id, :kind, :channel, :address, :facts, :activity_id, :task_id, :alert_id, :standing, :created_at, :not_before, :digest,
        :state, 0, 0, '', :sent_at, 0)

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

-- fragment: outbox.solved
o.standing = 0 AND (
  EXISTS (SELECT 1 FROM alert l WHERE l.id = o.alert_id AND l.acknowledged_at > 0)
  OR EXISTS (SELECT 1 FROM task t WHERE t.id = o.task_id AND t.state IN ('COMPLETED', 'SKIPPED', 'CANCELLED'))
  OR EXISTS (SELECT 1 FROM activity a WHERE a.id = o.activity_id AND a.state <> 'OPEN'))

-- Not to one of these receivers of webhooks: each begins with the scheme and ends with the slash after the host.
-- fragment: outbox.has_room
NOT EXISTS (SELECT 1 FROM ({outbox.full}) f WHERE substr(o.address || '/', 1, length(f.value)) = f.value)

-- Those that are due, whoever had taken them before: the lease is over.
-- name: outbox.due
SELECT {outbox.columns}, o.digest, CASE WHEN {outbox.solved} THEN 1 ELSE 0 END FROM outbox o
WHERE o.channel = :channel AND o.carrier_id = 0 AND o.state IN ('queued', 'sending') AND o.retry_at <= :real_now
  AND o.not_before <= :now AND o.address NOT IN ({outbox.busy}) AND {outbox.has_room}
ORDER BY o.retry_at, o.id LIMIT :limit

-- name: outbox.carried
SELECT {outbox.columns}, o.digest, CASE WHEN {outbox.solved} THEN 1 ELSE 0 END FROM outbox o
WHERE o.carrier_id IN {ids} ORDER BY o.id

-- In how many milliseconds something more is due; the later of both clocks counts.
-- name: outbox.next
SELECT count(*), coalesce(min(CASE WHEN n.not_before - :now > n.retry_at - :real_now THEN n.not_before - :now
                                   ELSE n.retry_at - :real_now END), 0)
FROM (SELECT o.not_before, o.retry_at FROM outbox o
      WHERE o.channel = :channel AND o.carrier_id = 0 AND o.state IN ('queued', 'sending')
        AND o.address NOT IN ({outbox.busy}) AND {outbox.has_room}
      ORDER BY o.retry_at, o.id LIMIT :limit) n

-- Where a text message is on its way to, also from another core: only when that is over its limit is known.
-- name: outbox.on_its_way
SELECT address FROM outbox WHERE channel = 'sms' AND carrier_id = 0 AND state = 'sending' AND retry_at > :real_now

-- When messages went to an address, the newest first.
-- name: outbox.sent_to
SELECT sent_at FROM outbox WHERE address = :address AND sent_at > :since AND carrier_id = 0 ORDER BY sent_at DESC LIMIT :limit

-- name: outbox.take
UPDATE outbox SET state = 'sending', attempts = attempts + 1, retry_at = :until, carrier_id = :carrier_id WHERE id = :id

-- name: outbox.withdraw
UPDATE outbox SET state = 'withdrawn' WHERE id = :id

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
DELETE FROM outbox WHERE state IN ('sent', 'withdrawn') AND id <= :until
