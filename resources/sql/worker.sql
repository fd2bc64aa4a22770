-- fragment: worker.columns
w.id, w.name, w.kind, w.skills, w.channel, w.pools, w.capacity, w.calendar, w.available, w.created_at, w.last_seen_at,
w.version

-- name: worker.all
SELECT {worker.columns} FROM worker w ORDER BY w.id

-- name: worker.by_id
SELECT {worker.columns},
       (SELECT count(*) FROM task t WHERE t.state = 'IN_PROGRESS' AND t.worker_id = w.id) FROM worker w WHERE w.id = :id

-- name: worker.page
SELECT {worker.columns},
       (SELECT count(*) FROM task t WHERE t.state = 'IN_PROGRESS' AND t.worker_id = w.id)
FROM worker w WHERE w.id > :after ORDER BY w.id LIMIT :limit

-- name: worker.save
INSERT INTO worker (id, name, kind, skills, channel, pools, capacity, calendar, available, created_at, last_seen_at, version)
VALUES (:id, :name, :kind, :skills, :channel, :pools, :capacity, :calendar, :available, :created_at, :last_seen_at, :version)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, kind = excluded.kind, skills = excluded.skills, channel = excluded.channel,
    pools = excluded.pools, capacity = excluded.capacity, calendar = excluded.calendar, available = excluded.available,
    last_seen_at = excluded.last_seen_at, version = excluded.version

-- name: worker.seen
UPDATE worker SET last_seen_at = :last_seen_at WHERE id = :id

-- name: worker.remove
DELETE FROM worker WHERE id = :id

-- Nobody else writes meanwhile.
-- name: worker.lock
SELECT id, version FROM worker WHERE id IN (SELECT value FROM json_each(:workers))
