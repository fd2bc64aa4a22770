-- fragment: archive.lock
FOR UPDATE OF a SKIP LOCKED

--- Read first, whatever the planner believes of how many there are.
-- fragment: archive.in_their_tasks
= ANY (ARRAY(SELECT t.id FROM task t WHERE t.activity_id {in_ids}))

-- fragment: archive.in_their_escalations
= ANY (ARRAY(SELECT e.id FROM escalation e WHERE e.activity_id {in_ids}))
