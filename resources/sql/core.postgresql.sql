-- What only several cores on one database need.
-- name: core.now
SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)

-- name: core.enrol
INSERT INTO core (name, commits, changes, started_at, seen_at) VALUES (:name, 0, 0, :now, :now) RETURNING id

-- name: core.count_commit
UPDATE core c SET commits = v.commits, changes = v.changes, seen_at = CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)
FROM unnest(CAST(:commits AS bigint[]), CAST(:changes AS bigint[]), CAST(:id AS bigint[])) AS v(commits, changes, id)
WHERE c.id = v.id

-- name: core.changes
SELECT id, changes FROM core WHERE seen_at > CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) - 60000

-- Waits for a transaction of a lost connection that may still be about to end.
-- name: core.commits
SELECT commits, changes FROM core WHERE id = :id FOR UPDATE

-- Channels belong to the whole database; what lives in another schema is of no interest.
-- name: core.channel
SELECT 'hms_act:' || current_schema()

-- name: core.notify
SELECT pg_notify(CAST(:channel AS text), CAST(:payload AS text))

-- Who leads, or led last.
-- name: core.leader
SELECT l.core_id, l.epoch, l.since, l.expires_at, coalesce(c.name, '') FROM leader l LEFT JOIN core c ON c.id = l.core_id

-- The leader goes on, or somebody else begins when its time is over.
-- name: core.lead
UPDATE leader
SET epoch = CASE WHEN core_id = :core THEN epoch ELSE epoch + 1 END,
    since = CASE WHEN core_id = :core THEN since ELSE :now END, core_id = :core, expires_at = :expires_at
WHERE core_id = :core OR expires_at <= :now

-- Held until the end of the transaction, so that nobody takes over meanwhile.
-- name: core.still_leads
SELECT 1 FROM leader WHERE core_id = :core AND epoch = :epoch FOR SHARE

-- name: core.step_down
UPDATE leader SET expires_at = 0 WHERE core_id = :core
