-- name: schema.has_table
SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'

-- name: schema.any_table
SELECT 1 FROM sqlite_master LIMIT 1

-- name: schema.broken_reference
SELECT "table" FROM pragma_foreign_key_check LIMIT 1

-- name: schema.copy_into
VACUUM INTO :file
