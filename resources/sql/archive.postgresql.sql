-- fragment: archive.lock
FOR UPDATE OF a SKIP LOCKED

--- Read first, whatever the planner believes of how many there are.
-- fragment: archive.in_their_tasks
= ANY (ARRAY(SELECT t.id FROM task t WHERE t.activity_id {in_ids}))

-- fragment: archive.in_their_escalations
= ANY (ARRAY(SELECT e.id FROM escalation e WHERE e.activity_id {in_ids}))

-- name: archive.remove_activities
WITH removed AS (DELETE FROM activity WHERE id {in_ids} RETURNING citizen_id, id)
DELETE FROM activity_request r USING removed WHERE r.citizen_id = removed.citizen_id AND r.activity_id = removed.id
