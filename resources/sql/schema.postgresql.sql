--- Another program may have a table of that name.
-- name: schema.has_table
SELECT 1 FROM pg_tables t
WHERE t.schemaname = current_schema() AND t.tablename = 'schema_migration'
  AND 3 = (SELECT count(*) FROM pg_attribute a
           WHERE a.attrelid = to_regclass(format('%I.%I', t.schemaname, t.tablename))
             AND a.attname IN ('version', 'name', 'applied_at'))

-- name: schema.is_hidden
SELECT 1 WHERE current_schema() IS NULL

-- name: schema.any_table
SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1

-- References are looked at by the database itself, at every change.
-- name: schema.broken_references
SELECT '', '', 0::bigint, '' WHERE false

-- One migrates at a time; the others find it done.
-- name: schema.lock
SELECT pg_advisory_xact_lock(7285129331)

-- What is changed may be much; another program that wants it meanwhile waits no longer than for a lock.
-- name: schema.unhurried
SELECT set_config('statement_timeout', '0', true)
