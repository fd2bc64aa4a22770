-- fragment: artefact.columns
f.task_id, f.file_name, f.media_type, f.size_bytes, f.sha256, f.created_at, f.created_by

-- name: artefact.of_task
SELECT {artefact.columns} FROM artefact f WHERE f.task_id = :task_id ORDER BY f.file_name

-- name: artefact.content
SELECT {artefact.columns}, c.bytes FROM artefact f JOIN artefact_content c ON c.sha256 = f.sha256
WHERE f.task_id = :task_id AND f.file_name = :file_name

-- name: artefact.add_content
INSERT INTO artefact_content (sha256, bytes) VALUES (:sha_sum, :bytes) ON CONFLICT (sha256) DO NOTHING

-- name: artefact.save
INSERT INTO artefact (task_id, file_name, media_type, size_bytes, sha256, created_at, created_by)
VALUES (:task_id, :file_name, :media_type, :size_bytes, :sha_sum, :created_at, :created_by)
ON CONFLICT (task_id, file_name) DO UPDATE
SET media_type = excluded.media_type, size_bytes = excluded.size_bytes, sha256 = excluded.sha256,
    created_at = excluded.created_at, created_by = excluded.created_by

-- Content that no artefact names any more, after one was replaced.
-- name: artefact.drop_unused_content
DELETE FROM artefact_content
WHERE sha256 = :sha_sum AND NOT EXISTS (SELECT 1 FROM artefact f WHERE f.sha256 = :sha_sum)
