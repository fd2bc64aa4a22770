-- Written on PostgreSQL: many rows in one statement, an array for each column.
-- name: link.insert
INSERT INTO link (id, task_id, activity_id, worker_id, epoch, made_at, expires_at, tries_left, outcome, answered_at, opened_at,
                  opens, agent, signs, signed_at, confirmation)
SELECT v.* FROM unnest(
  CAST(:id AS bigint[]), CAST(:task_id AS bigint[]), CAST(:activity_id AS bigint[]), CAST(:worker_id AS text[]),
  CAST(:epoch AS bigint[]), CAST(:made_at AS bigint[]), CAST(:expires_at AS bigint[]), CAST(:tries_left AS bigint[]),
  CAST(:outcome AS text[]), CAST(:answered_at AS bigint[]), CAST(:opened_at AS bigint[]), CAST(:opens AS bigint[]),
  CAST(:agent AS bigint[]), CAST(:signs AS text[]), CAST(:signed_at AS bigint[]),
  CAST(:confirmation AS text[])) AS v
