-- fragment: user.columns
u.login, u.role, u.worker_id, u.created_at, u.updated_at

-- name: user.all
SELECT {user.columns} FROM console_user u ORDER BY u.login

-- name: user.by_login
SELECT {user.columns} FROM console_user u WHERE u.login = :login

-- name: user.save
INSERT INTO console_user (login, role, worker_id, created_at, updated_at)
VALUES (:login, :role, :worker_id, :created_at, :updated_at)
ON CONFLICT (login) DO UPDATE SET role = excluded.role, worker_id = excluded.worker_id, updated_at = excluded.updated_at

-- name: user.remove
DELETE FROM console_user WHERE login = :login
