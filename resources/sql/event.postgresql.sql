-- Written on PostgreSQL: many rows in one statement, an array for each column.
-- name: event.insert
INSERT INTO event (activity_id, seq, at, actor, kind, task_id, detail, hash)
SELECT * FROM unnest(
  CAST(:activity_id AS bigint[]), CAST(:seq AS bigint[]), CAST(:at AS bigint[]), CAST(:actor AS text[]),
  CAST(:kind AS text[]), CAST(:task_id AS bigint[]), CAST(:detail AS text[]), CAST(:hash AS bytea[]))

-- fragment: event.lock
FOR UPDATE
