-- fragment: worker.columns
w.id, w.name, w.kind, w.skills, w.channel, w.pools, w.capacity, w.calendar, w.available, w.leave, w.return_ms,
w.language, w.created_at, w.last_seen_at, w.version

-- What it has: tasks it holds, tasks offered to it, the cost of both.
-- fragment: worker.work
(SELECT count(*) FROM task t WHERE t.state = 'IN_PROGRESS' AND t.worker_id = w.id),
(SELECT count(*) FROM task t WHERE t.state = 'PENDING' AND t.offer = 'w:' || w.id),
(SELECT CAST(coalesce(sum(t.cost), 0) AS bigint) FROM task t WHERE t.state = 'IN_PROGRESS' AND t.worker_id = w.id)
+ (SELECT CAST(coalesce(sum(t.cost), 0) AS bigint) FROM task t WHERE t.state = 'PENDING' AND t.offer = 'w:' || w.id)

-- name: worker.all
SELECT {worker.columns} FROM worker w ORDER BY w.id

-- name: worker.by_id
SELECT {worker.columns}, {worker.work} FROM worker w WHERE w.id = :id

-- name: worker.page
SELECT {worker.columns}, {worker.work} FROM worker w WHERE w.id > :after ORDER BY w.id LIMIT :limit

-- fragment: worker.row
(id, name, kind, skills, channel, pools, capacity, calendar, available, leave, leave_at, return_ms,
 language, created_at, last_seen_at, version)
VALUES (:id, :name, :kind, :skills, :channel, :pools, :capacity, :calendar, :available, :leave, :leave_at, :return_ms,
        :language, :created_at, :last_seen_at, :version)

-- name: worker.named
SELECT id FROM worker WHERE name = :name ORDER BY id

-- Waits for another core that is about to register the same.
-- name: worker.insert
INSERT INTO worker {worker.row}
ON CONFLICT (id) DO NOTHING

-- name: worker.save
INSERT INTO worker {worker.row}
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, kind = excluded.kind, skills = excluded.skills, channel = excluded.channel,
    pools = excluded.pools, capacity = excluded.capacity, calendar = excluded.calendar, available = excluded.available,
    leave = excluded.leave, leave_at = excluded.leave_at, return_ms = excluded.return_ms, language = excluded.language,
    last_seen_at = excluded.last_seen_at, version = excluded.version

-- name: worker.seen
UPDATE worker SET last_seen_at = :last_seen_at WHERE id = :id

-- name: worker.remove
DELETE FROM worker WHERE id = :id

-- Whose leave begins.
-- name: worker.leaving
SELECT id FROM worker WHERE leave_at > 0 AND leave_at <= :now ORDER BY leave_at, id LIMIT :limit

-- name: worker.next_leave
SELECT min(leave_at) FROM worker WHERE leave_at > 0

-- name: worker.records
SELECT worker_id, done, failed, late, timed, duration_ms FROM worker_skill WHERE skill = :skill

-- name: worker.records_of
SELECT worker_id, skill, done, failed, late, timed, duration_ms FROM worker_skill
WHERE worker_id IN (SELECT value FROM json_each(:workers))

-- Old outcomes fade: where there are many, all are halved first.
-- name: worker.add_record
INSERT INTO worker_skill AS s (skill, worker_id, done, failed, late, timed, duration_ms)
VALUES (:skill, :worker_id, :done, :failed, :late, :timed, :duration_ms)
ON CONFLICT (skill, worker_id) DO UPDATE SET {worker.faded}

-- fragment: worker.faded
done = s.done / CASE WHEN s.done + s.failed >= 200 THEN 2 ELSE 1 END + excluded.done,
failed = s.failed / CASE WHEN s.done + s.failed >= 200 THEN 2 ELSE 1 END + excluded.failed,
late = s.late / CASE WHEN s.done + s.failed >= 200 THEN 2 ELSE 1 END + excluded.late,
timed = s.timed / CASE WHEN s.done + s.failed >= 200 THEN 2 ELSE 1 END + excluded.timed,
duration_ms = s.duration_ms / CASE WHEN s.done + s.failed >= 200 THEN 2 ELSE 1 END + excluded.duration_ms

-- name: worker.forget_records
DELETE FROM worker_skill WHERE worker_id = :worker_id

-- Nobody else writes meanwhile.
-- name: worker.lock
SELECT id, version FROM worker WHERE id IN (SELECT value FROM json_each(:workers))
