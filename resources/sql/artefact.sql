-- fragment: artefact.columns
f.task_id, f.file_name, f.media_type, f.size_bytes, f.sha256, f.created_at, f.created_by

-- name: artefact.of_task
SELECT {artefact.columns} FROM artefact f WHERE f.task_id = :task_id ORDER BY f.file_name

-- name: artefact.named
SELECT {artefact.columns} FROM artefact f WHERE f.task_id = :task_id AND f.file_name = :file_name

-- A content piece by piece, in order.
-- name: artefact.chunks
SELECT c.bytes FROM artefact_chunk c WHERE c.sha256 = :sha_sum ORDER BY c.position

-- Files and bytes of all tasks of an activity, the named one of the named task left out.
-- name: artefact.of_activity
SELECT count(*), CAST(coalesce(sum(f.size_bytes), 0) AS bigint) FROM artefact f JOIN task t ON t.id = f.task_id
WHERE t.activity_id = :activity_id AND NOT (f.task_id = :task_id AND f.file_name = :file_name)

-- Whoever brings a content or removes one waits here for the other.
-- name: artefact.take_content
SELECT c.size_bytes FROM artefact_content c WHERE c.sha256 = :sha_sum {artefact.lock}

-- name: artefact.add_content
INSERT INTO artefact_content (sha256, size_bytes) VALUES (:sha_sum, :size_bytes) ON CONFLICT (sha256) DO NOTHING

-- name: artefact.add_chunk
INSERT INTO artefact_chunk (sha256, position, bytes) VALUES (:sha_sum, :position, :bytes)

-- name: artefact.save
INSERT INTO artefact (task_id, file_name, media_type, size_bytes, sha256, created_at, created_by)
VALUES (:task_id, :file_name, :media_type, :size_bytes, :sha_sum, :created_at, :created_by)
ON CONFLICT (task_id, file_name) DO UPDATE
SET media_type = excluded.media_type, size_bytes = excluded.size_bytes, sha256 = excluded.sha256,
    created_at = excluded.created_at, created_by = excluded.created_by

-- Content that no artefact names any more, after one was replaced or archived.
-- name: artefact.drop_unused_content
DELETE FROM artefact_content
WHERE sha256 = :sha_sum AND NOT EXISTS (SELECT 1 FROM artefact f WHERE f.sha256 = :sha_sum)
