-- fragment: intent.columns
i.name, i.version, i.body, i.updated_at

-- name: intent.all
SELECT {intent.columns} FROM intent i ORDER BY i.name

-- name: intent.by_name
SELECT {intent.columns} FROM intent i WHERE i.name = :name

-- name: intent.is_known
SELECT 1 WHERE EXISTS (SELECT 1 FROM intent i WHERE i.name = :name) OR EXISTS (SELECT 1 FROM activity a WHERE a.intent = :name)

-- name: intent.insert
INSERT INTO intent (name, version, body, updated_at) VALUES (:name, :version, :body, :updated_at)

-- name: intent.update
UPDATE intent SET version = :version, body = :body, updated_at = :updated_at WHERE name = :name AND version = :known_version

-- name: intent.remove
DELETE FROM intent WHERE name = :name
