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

-- When it was seen is said by worker.seen alone: another core may know better.
-- name: worker.save
INSERT INTO worker {worker.row}
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, kind = excluded.kind, skills = excluded.skills, channel = excluded.channel,
    pools = excluded.pools, capacity = excluded.capacity, calendar = excluded.calendar, available = excluded.available,
    leave = excluded.leave, leave_at = excluded.leave_at, return_ms = excluded.return_ms, language = excluded.language,
    version = excluded.version

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

-- name: worker.record_of_all
SELECT CAST(coalesce(sum(done), 0) AS bigint), CAST(coalesce(sum(failed), 0) AS bigint),
  CAST(coalesce(sum(late), 0) AS bigint), CAST(coalesce(sum(timed), 0) AS bigint),
  CAST(coalesce(sum(duration_ms), 0) AS bigint)
FROM worker_skill WHERE skill = :skill

-- name: worker.records_of
SELECT worker_id, skill, done, failed, late, timed, duration_ms FROM worker_skill
WHERE worker_id IN (SELECT value FROM json_each(:workers))

-- Old outcomes fade: where there are many, all are halved first.
-- name: worker.add_record
INSERT INTO worker_skill AS s (skill, worker_id, done, failed, late, timed, duration_ms)
VALUES (:skill, :worker_id, :done, :failed, :late, :timed, :duration_ms)
ON CONFLICT (skill, worker_id) DO UPDATE SET {worker.faded}

-- That something fell due is no outcome.
-- fragment: worker.halves
CASE WHEN s.done + s.failed >= 200 AND excluded.done + excluded.failed > 0 THEN 2 ELSE 1 END

-- fragment: worker.faded
done = s.done / {worker.halves} + excluded.done,
failed = s.failed / {worker.halves} + excluded.failed,
late = s.late / {worker.halves} + excluded.late,
timed = s.timed / {worker.halves} + excluded.timed,
duration_ms = s.duration_ms / {worker.halves} + excluded.duration_ms

-- What was counted and taken back; what has faded meanwhile may be less.
-- name: worker.take_from_record
UPDATE worker_skill SET done = CASE WHEN done > :done THEN done - :done ELSE 0 END,
  failed = CASE WHEN failed > :failed THEN failed - :failed ELSE 0 END,
  late = CASE WHEN late > :late THEN late - :late ELSE 0 END,
  timed = CASE WHEN timed > :timed THEN timed - :timed ELSE 0 END,
  duration_ms = CASE WHEN duration_ms > :duration_ms THEN duration_ms - :duration_ms ELSE 0 END
WHERE skill = :skill AND worker_id = :worker_id

-- name: worker.forget_records
DELETE FROM worker_skill WHERE worker_id = :worker_id

-- name: worker.given
SELECT worker_id, given_at FROM worker_given WHERE worker_id IN (SELECT value FROM json_each(:workers))

-- name: worker.give
INSERT INTO worker_given (worker_id, given_at) VALUES (:worker_id, :given_at)
ON CONFLICT (worker_id) DO UPDATE SET given_at = excluded.given_at

-- name: worker.forget_given
DELETE FROM worker_given WHERE worker_id = :worker_id
