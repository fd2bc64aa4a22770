-- What only several cores on one database need.
-- name: core.now
SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)

-- name: core.enrol
INSERT INTO core (name, commits, started_at, seen_at) VALUES (:name, 0, :now, :now) RETURNING id

-- name: core.count_commit
UPDATE core c SET commits = v.commits
FROM unnest(CAST(:commits AS bigint[]), CAST(:id AS bigint[])) AS v(commits, id) WHERE c.id = v.id

-- Waits for a transaction of a lost connection that may still be about to end.
-- name: core.commits
SELECT commits FROM core WHERE id = :id FOR UPDATE
