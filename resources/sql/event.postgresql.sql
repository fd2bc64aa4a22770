-- fragment: event.lock
FOR UPDATE

-- Behind so many bytes of details a page ends; as queue.page.
-- name: event.page
SELECT {event.columns} FROM (
  SELECT e.*, sum(octet_length(e.detail)) OVER (ORDER BY e.seq ROWS BETWEEN UNBOUNDED PRECEDING AND 2 PRECEDING) AS bytes_before
  FROM (SELECT e.* FROM event e WHERE e.activity_id = :activity_id AND e.seq > :after ORDER BY e.seq LIMIT :limit) e) e
WHERE e.bytes_before IS NULL OR e.bytes_before <= :bytes_max ORDER BY e.seq
