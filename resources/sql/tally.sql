-- What is counted as it happens, so that nobody needs to count rows.
-- name: tally.all
SELECT name, total FROM tally

-- name: tally.of
SELECT total FROM tally WHERE name = :name

-- name: tally.add
UPDATE tally SET total = total + :more WHERE name = :name
