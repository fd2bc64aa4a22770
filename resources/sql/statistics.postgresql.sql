-- The planner's own counts: the true ones take minutes where there are many. Whether there is any is exact.
-- name: statistics.sizes
SELECT (SELECT CASE WHEN EXISTS (SELECT 1 FROM activity) THEN CAST(greatest(reltuples, 1) AS bigint) ELSE 0 END
        FROM pg_class WHERE oid = CAST('activity' AS regclass)),
       (SELECT CASE WHEN EXISTS (SELECT 1 FROM task) THEN CAST(greatest(reltuples, 1) AS bigint) ELSE 0 END
        FROM pg_class WHERE oid = CAST('task' AS regclass)),
       (SELECT CASE WHEN EXISTS (SELECT 1 FROM event) THEN CAST(greatest(reltuples, 1) AS bigint) ELSE 0 END
        FROM pg_class WHERE oid = CAST('event' AS regclass)),
       pg_database_size(current_database())
