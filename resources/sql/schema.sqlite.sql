--- Another program may have a table of that name.
-- name: schema.has_table
SELECT 1 FROM sqlite_master
WHERE type = 'table' AND name = 'schema_migration'
  AND 3 = (SELECT count(*) FROM pragma_table_info('schema_migration') WHERE name IN ('version', 'name', 'applied_at'))

-- name: schema.is_hidden
SELECT 1 WHERE false

-- Or a mark by which another program knows a file of its own, that has no tables yet.
-- name: schema.any_table
SELECT 1 FROM sqlite_master
UNION ALL SELECT 1 FROM pragma_application_id WHERE application_id <> 0
UNION ALL SELECT 1 FROM pragma_user_version WHERE user_version <> 0 LIMIT 1

-- Of each kind how many, and one of them: its number, or nothing where it has none.
-- name: schema.broken_references
SELECT "table", parent, count(*), coalesce(CAST(min(rowid) AS TEXT), '') FROM pragma_foreign_key_check GROUP BY "table", parent

-- name: schema.copy_into
VACUUM INTO :file
