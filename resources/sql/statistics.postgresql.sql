-- The planner's own counts: the true ones take minutes where there are many.
-- name: statistics.sizes
SELECT (SELECT CAST(greatest(reltuples, 0) AS bigint) FROM pg_class WHERE oid = CAST('activity' AS regclass)),
       (SELECT CAST(greatest(reltuples, 0) AS bigint) FROM pg_class WHERE oid = CAST('task' AS regclass)),
       (SELECT CAST(greatest(reltuples, 0) AS bigint) FROM pg_class WHERE oid = CAST('event' AS regclass)),
       pg_database_size(current_database())
