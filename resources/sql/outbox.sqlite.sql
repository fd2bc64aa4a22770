-- fragment: outbox.busy
SELECT value FROM json_each(:busy)

-- fragment: outbox.full
SELECT value FROM json_each(:full)

-- One process, and one thread of it: nobody else could take messages.
-- name: outbox.turn
SELECT 1

-- fragment: outbox.place
max(o.retry_at, o.not_before)

-- fragment: outbox.place_now
max(:real_now, :now)
