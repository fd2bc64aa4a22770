-- name: schema.version
SELECT coalesce(max(version), 0) FROM schema_migration

-- Forth and back it writes without changing anything. (SQLite does not write a row that stays as it is.)
-- name: schema.touch
UPDATE schema_migration SET applied_at = applied_at + :by WHERE version = (SELECT max(n.version) FROM schema_migration n)

-- name: schema.add_version
INSERT INTO schema_migration (version, name, applied_at) VALUES (:version, :name, :now)

-- Whether anybody has done anything with it; of every version.
-- name: schema.any_record
SELECT 1 FROM event UNION ALL SELECT 1 FROM activity LIMIT 1
