-- fragment: task.form_bytes
length(CAST(t.payload AS BLOB)) + length(CAST(t.result AS BLOB))

-- Several tasks that get the same values: SQLite opens the table and its indexes once for all of them.
-- name: task.update_holders
UPDATE task
SET state = :state, worker_id = :worker_id, offer = :offer, lease_epoch = :lease_epoch,
    lease_expires_at = :lease_expires_at, started_at = :started_at, version = :version
WHERE id {in_ids}

-- name: task.update_ends
UPDATE task
SET state = :state, released = :released, lease_expires_at = :lease_expires_at, ended_at = :ended_at, reason = :reason,
    result = :result, version = :version
WHERE id {in_ids}
