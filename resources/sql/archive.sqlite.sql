-- One process, one connection that writes: nobody else could.
-- fragment: archive.lock

-- fragment: archive.in_their_tasks
IN (SELECT t.id FROM task t WHERE t.activity_id {in_ids})

-- fragment: archive.in_their_escalations
IN (SELECT e.id FROM escalation e WHERE e.activity_id {in_ids})
