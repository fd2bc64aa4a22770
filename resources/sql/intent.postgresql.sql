-- What was asked for has its key on rows of its own.
-- name: intent.is_known
SELECT 1 WHERE EXISTS (SELECT 1 FROM intent i WHERE i.name = :name) OR EXISTS (SELECT 1 FROM activity_request r WHERE r.intent = :name)
