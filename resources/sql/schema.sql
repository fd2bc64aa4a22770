-- name: schema.version
SELECT coalesce(max(version), 0) FROM schema_migration

-- name: schema.add_version
INSERT INTO schema_migration (version, name, applied_at) VALUES (:version, :name, :now)
