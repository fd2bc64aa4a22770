-- name: link.insert
INSERT INTO link (id, task_id, activity_id, worker_id, epoch, made_at, expires_at, tries_left, outcome, answered_at, opened_at,
                  opens, agent, signs, signed_at, confirmation)
VALUES (:id, :task_id, :activity_id, :worker_id, :epoch, :made_at, :expires_at, :tries_left, :outcome, :answered_at, :opened_at,
        :opens, :agent, :signs, :signed_at, :confirmation)
