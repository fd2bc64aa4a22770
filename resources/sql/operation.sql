-- name: operation.find
SELECT request_hash, answer FROM operation WHERE id = :id AND created_at > :since

-- name: operation.save
INSERT INTO operation (id, request_hash, answer, created_at) VALUES (:id, :request_hash, :answer, :now)
ON CONFLICT (id) DO UPDATE SET request_hash = excluded.request_hash, answer = excluded.answer, created_at = excluded.created_at
WHERE operation.created_at <= :since

-- name: operation.forget
DELETE FROM operation WHERE created_at <= :until
  AND id IN (SELECT o.id FROM operation o WHERE o.created_at <= :until ORDER BY o.created_at LIMIT :limit)
