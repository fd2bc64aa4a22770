-- fragment: token.columns
k.id, k.name, k.role, k.worker_id, k.created_at, k.expires_at, k.revoked_at

-- name: token.all
SELECT {token.columns} FROM token k ORDER BY k.id

-- name: token.by_hash
SELECT {token.columns} FROM token k
WHERE k.secret_hash = :secret_hash AND k.revoked_at = 0 AND (k.expires_at = 0 OR k.expires_at > :now)

-- name: token.by_any_hash
SELECT {token.columns} FROM token k WHERE k.secret_hash = :secret_hash

-- name: token.by_id
SELECT {token.columns} FROM token k WHERE k.id = :id

-- name: token.insert
INSERT INTO token (id, name, role, worker_id, secret_hash, created_at, expires_at, revoked_at)
VALUES (:id, :name, :role, :worker_id, :secret_hash, :created_at, :expires_at, 0)

-- name: token.revoke
UPDATE token SET revoked_at = :now WHERE id = :id AND revoked_at = 0
