-- name: schema.has_table
SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_migration'

-- name: schema.any_table
SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1

-- References are looked at by the database itself, at every change.
-- name: schema.broken_reference
SELECT '' WHERE false

-- One migrates at a time; the others find it done.
-- name: schema.lock
SELECT pg_advisory_xact_lock(7285129331)
