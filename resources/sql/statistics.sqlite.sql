-- name: statistics.database_bytes
SELECT (SELECT page_count FROM pragma_page_count()) * (SELECT page_size FROM pragma_page_size())

-- name: statistics.server_version
SELECT sqlite_version()

-- name: statistics.journal_mode
SELECT journal_mode FROM pragma_journal_mode
