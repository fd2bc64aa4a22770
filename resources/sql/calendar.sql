-- fragment: calendar.columns
c.name, c.version, c.body, c.updated_at

-- name: calendar.all
SELECT {calendar.columns} FROM calendar c ORDER BY c.name

-- name: calendar.by_name
SELECT {calendar.columns} FROM calendar c WHERE c.name = :name

-- What calendars have said until then, the latest first: the record keeps it.
-- name: calendar.told
SELECT e.at, e.detail FROM event e
WHERE e.activity_id = 0 AND e.kind IN ('calendar.made', 'calendar.changed') AND e.at <= :until ORDER BY e.seq DESC

-- name: calendar.insert
INSERT INTO calendar (name, version, body, updated_at, recount_after) VALUES (:name, :version, :body, :updated_at, -1)

-- Everything that counts by it is to be reckoned anew.
-- name: calendar.update
UPDATE calendar SET version = :version, body = :body, updated_at = :updated_at, recount_after = 0
WHERE name = :name AND version = :known_version

-- name: calendar.remove
DELETE FROM calendar WHERE name = :name

-- name: calendar.users
SELECT (SELECT count(*) FROM worker w WHERE w.calendar = :worker_calendar),
       (SELECT count(*) FROM activity a WHERE a.state = 'OPEN' AND a.calendar > '' AND a.calendar = :activity_calendar)

-- name: calendar.to_recount
SELECT c.name, c.version, c.body, c.updated_at, c.recount_after FROM calendar c
WHERE c.recount_after >= 0 ORDER BY c.name LIMIT 1

-- name: calendar.set_recount
UPDATE calendar SET recount_after = :after WHERE name = :name AND version = :version

-- name: calendar.open_activities
SELECT a.id FROM activity a
WHERE a.state = 'OPEN' AND a.calendar > '' AND a.calendar = :name AND a.id > :after ORDER BY a.id LIMIT :limit

-- One that began in the same instant was over in it.
-- name: pause.begin
INSERT INTO sla_pause (task_id, run, from_at, to_at) VALUES (:task_id, :run, :from_at, 0)
ON CONFLICT (task_id, from_at) DO UPDATE SET run = excluded.run, to_at = 0

-- name: pause.end
UPDATE sla_pause SET to_at = :to_at WHERE task_id = :task_id AND to_at = 0

-- name: pause.of
SELECT p.task_id, p.run, p.from_at, p.to_at FROM sla_pause p WHERE p.task_id {in_ids} ORDER BY p.task_id, p.from_at
