-- What only several cores on one database need.
-- name: core.now
SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)

-- Ids carry the number of the core modulo 1024, see IdSource: of the next numbers the first that nobody who is connected has so.
-- name: core.enrol
INSERT INTO core (id, name, commits, changes, started_at, seen_at) OVERRIDING SYSTEM VALUE
SELECT n.id, CAST(:name AS text), 0, 0, CAST(:now AS bigint), CAST(:now AS bigint)
FROM (SELECT nextval(pg_get_serial_sequence('core', 'id')) AS id FROM generate_series(1, 1024)) n
WHERE NOT EXISTS (
  SELECT 1 FROM core c JOIN pg_stat_activity a ON a.datname = current_database()
    AND a.application_name = 'hms-act core ' || c.id || ' of ' || CAST(current_schema() AS regnamespace)::oid
  WHERE c.id % 1024 = n.id % 1024)
LIMIT 1
RETURNING id

-- Each start leaves a row, and every core looks through them each second. Who is connected and has said nothing for so long,
-- and who leads or led last, stay known.
-- name: core.forget
DELETE FROM core c
WHERE c.seen_at < CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) - 31536000000
  AND NOT EXISTS (SELECT 1 FROM leader l WHERE l.core_id = c.id)
  AND NOT EXISTS (
    SELECT 1 FROM pg_stat_activity a WHERE a.datname = current_database()
      AND a.application_name = 'hms-act core ' || c.id || ' of ' || CAST(current_schema() AS regnamespace)::oid)

-- name: core.count_commit
UPDATE core
SET commits = :commits, changes = :changes, seen_at = CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)
WHERE id = :id

-- A commit may wait for its standby for longer than a minute after its row has been written.
-- name: core.changes
SELECT id, changes FROM core WHERE seen_at > CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) - 600000

-- So that its connection is known to the next one.
-- name: core.name_connection
SELECT set_config('application_name', 'hms-act core ' || CAST(:id AS bigint) || ' of ' || CAST(current_schema() AS regnamespace)::oid, false)

-- A connection that was lost here may not be lost there: what it holds is let go, and it commits nothing any more.
-- name: core.end_earlier_connection
SELECT CAST(pg_terminate_backend(pid, 5000) AS integer) FROM pg_stat_activity
WHERE datname = current_database() AND application_name = current_setting('application_name') AND pid <> pg_backend_pid()

-- Waits for a transaction of a lost connection that may still be about to end. It writes, so that its own commit waits
-- for a synchronous standby: what is found may have been stored here without waiting for that.
-- name: core.commits
UPDATE core SET seen_at = seen_at WHERE id = :id RETURNING commits, changes

-- Channels belong to the whole database; what lives in another schema is of no interest.
-- name: core.channel
SELECT 'hms_act:' || current_schema()

-- name: core.notify
SELECT pg_notify(CAST(:channel AS text), CAST(:payload AS text))

-- Who leads, or led last.
-- name: core.leader
SELECT l.core_id, l.epoch, l.since, l.expires_at, coalesce(c.name, ''), l.ticked_at FROM leader l LEFT JOIN core c ON c.id = l.core_id

-- The leader goes on, or somebody else begins when its time is over; not while it holds on to it. What ends after `latest` was
-- said by a clock that was ahead.
-- name: core.lead
UPDATE leader
SET epoch = CASE WHEN core_id = :core THEN epoch ELSE epoch + 1 END,
    since = CASE WHEN core_id = :core THEN since ELSE :now END, core_id = :core, expires_at = :expires_at,
    ticked_at = :ticked_at
WHERE (core_id = :core OR expires_at <= :now OR expires_at > :latest) AND EXISTS (SELECT 1 FROM leader FOR UPDATE SKIP LOCKED)

-- A leader that has hung is parted from what it holds.
-- name: core.end_leader
SELECT pid, CAST(pg_terminate_backend(pid) AS integer) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND application_name = 'hms-act core ' || CAST(:core AS bigint) || ' of ' || CAST(current_schema() AS regnamespace)::oid

-- Held until the end of the transaction, so that nobody takes over meanwhile.
-- name: core.still_leads
SELECT 1 FROM leader WHERE core_id = :core AND epoch = :epoch FOR SHARE

-- name: core.step_down
UPDATE leader SET expires_at = 0 WHERE core_id = :core
