-- name: schema.has_table
SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'

-- name: schema.any_table
SELECT 1 FROM sqlite_master LIMIT 1

-- name: schema.version
SELECT coalesce(max(version), 0) FROM schema_migration

-- name: schema.add_version
INSERT INTO schema_migration (version, name, applied_at) VALUES (:version, :name, :now)

-- name: schema.copy_into
VACUUM INTO :file

-- The first row that refers to one that is not there.
-- name: schema.broken_reference
SELECT "table" FROM pragma_foreign_key_check LIMIT 1
