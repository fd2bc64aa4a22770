-- fragment: outbox.columns
o.id, o.kind, o.address, o.facts, o.activity_id, o.task_id, o.alert_id, o.created_at, o.not_before, o.state, o.attempts,
o.retry_at, o.error, o.sent_at, o.carrier_id

-- name: outbox.insert
INSERT INTO outbox (id, kind, channel, address, facts, activity_id, task_id, alert_id, created_at, not_before, digest,
                    state, attempts, retry_at, error, sent_at, carrier_id)
VALUES (:id, :kind, :channel, :address, :facts, :activity_id, :task_id, :alert_id, :created_at, :not_before, :digest,
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
