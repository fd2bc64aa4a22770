-- fragment: activity.where.intents
a.intent IN (SELECT value FROM json_each(:intents))

-- Else it would be what is looked for first, among all that ever were.
-- fragment: activity.where.intent_of_state
+a.intent = :intent

-- fragment: activity_ids
(SELECT value AS id FROM json_each(:activity_ids))

-- One process, one connection that writes: nobody else could.
-- fragment: activity.lock


-- SQLite takes an equation on the state for the better choice, and would look at every activity that is open.
-- name: activity.overdue
SELECT a.id FROM activity a INDEXED BY activity_due
WHERE a.state = 'OPEN' AND a.breached_at = 0 AND a.due_at <= :now ORDER BY a.due_at LIMIT :limit

-- name: activity.options_over
SELECT a.id FROM activity a INDEXED BY activity_options
WHERE a.state = 'OPEN' AND a.open_count = 0 AND a.blocked_count = 0 AND a.optional_count > 0
  AND a.due_at <= :now ORDER BY a.due_at LIMIT :limit

-- name: activity.next_due
SELECT min(due_at) FROM activity INDEXED BY activity_due WHERE state = 'OPEN' AND breached_at = 0

-- name: activity.next_option_end
SELECT min(due_at) FROM activity INDEXED BY activity_options
WHERE state = 'OPEN' AND open_count = 0 AND blocked_count = 0 AND optional_count > 0
