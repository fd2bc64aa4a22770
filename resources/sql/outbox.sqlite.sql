-- fragment: outbox.busy
SELECT value FROM json_each(:busy)

-- fragment: outbox.full
SELECT value FROM json_each(:full)

-- One process, and one thread of it: nobody else could take messages.
-- name: outbox.turn
SELECT 1
