-- Where a table is small, or nobody has looked at it yet, its rows are counted; else the planner's own number is told:
-- counting takes minutes where there are many.
-- name: statistics.sizes
SELECT
  CASE WHEN (SELECT reltuples < 50000 FROM pg_class WHERE oid = CAST('activity' AS regclass))
       THEN (SELECT count(*) FROM activity)
       ELSE (SELECT CAST(reltuples AS bigint) FROM pg_class WHERE oid = CAST('activity' AS regclass)) END,
  CASE WHEN (SELECT reltuples < 50000 FROM pg_class WHERE oid = CAST('task' AS regclass))
       THEN (SELECT count(*) FROM task)
       ELSE (SELECT CAST(reltuples AS bigint) FROM pg_class WHERE oid = CAST('task' AS regclass)) END,
  CASE WHEN (SELECT reltuples < 50000 FROM pg_class WHERE oid = CAST('event' AS regclass))
       THEN (SELECT count(*) FROM event)
       ELSE (SELECT CAST(reltuples AS bigint) FROM pg_class WHERE oid = CAST('event' AS regclass)) END,
  pg_database_size(current_database())

-- name: statistics.server_version
SELECT current_setting('server_version')

-- name: statistics.settings
SELECT name, CASE name WHEN 'default_transaction_read_only' THEN reset_val ELSE setting END FROM pg_settings
WHERE name IN ('autovacuum', 'data_checksums', 'default_transaction_isolation', 'default_transaction_read_only', 'fsync',
               'full_page_writes', 'max_connections', 'server_encoding', 'server_version_num', 'synchronous_commit',
               'synchronous_standby_names')

-- name: statistics.server
SELECT CASE WHEN pg_is_in_recovery() THEN 1 ELSE 0 END,
       (SELECT CAST(sum(numbackends) AS bigint) FROM pg_stat_database),
       (SELECT CASE WHEN rolsuper THEN 1 ELSE 0 END FROM pg_roles WHERE rolname = current_user),
       (SELECT CASE WHEN rolsuper THEN -1 ELSE rolconnlimit END FROM pg_roles WHERE rolname = session_user),
       (SELECT count(*) FROM pg_stat_activity WHERE usename = session_user AND backend_type = 'client backend')
