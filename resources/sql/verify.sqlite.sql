-- name: verify.integrity
SELECT integrity_check FROM pragma_integrity_check(1)

-- name: verify.references
SELECT "table" FROM pragma_foreign_key_check LIMIT 1
