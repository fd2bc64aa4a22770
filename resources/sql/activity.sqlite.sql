-- fragment: activity_ids
(SELECT value AS id FROM json_each(:activity_ids))

-- One process, one connection that writes: nobody else could.
-- fragment: activity.lock

