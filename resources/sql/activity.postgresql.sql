--- In the order of the keys of who asked, and for what: one after the other is looked at until the page is full. (What is behind
--- an OFFSET is not merged with all activities.)
-- fragment: activity.from.requests
activity_request r CROSS JOIN LATERAL (SELECT * FROM activity WHERE id = r.activity_id OFFSET 0) a

-- fragment: activity.key.requests
r.activity_id

-- fragment: activity.order.requests
r.activity_id DESC

-- fragment: activity.where.citizen
r.citizen_id = :citizen_id

-- fragment: activity.where.intent
r.intent = :intent

-- fragment: activity.where.text
(a.citizen_id ILIKE :text ESCAPE '\' OR a.intent ILIKE :text ESCAPE '\' OR a.id = :exact_id)

-- fragment: activity.where.intents
a.intent = ANY (ARRAY(SELECT jsonb_array_elements_text(CAST(:intents AS jsonb))))

-- Behind so many bytes of metadata a page ends; as queue.page.
-- name: activity.page
SELECT {activity.columns} FROM (
  SELECT a.*, sum(octet_length(a.metadata)) OVER (ORDER BY a.id DESC
                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 2 PRECEDING) AS bytes_before FROM (
    SELECT a.* FROM {from} WHERE {filters} ORDER BY {order} LIMIT :limit) a) a
WHERE a.bytes_before IS NULL OR a.bytes_before <= :bytes_max ORDER BY a.id DESC

-- name: activity.take
SELECT {activity.columns} FROM activity a
WHERE a.id = ANY (ARRAY(SELECT t.activity_id FROM task t WHERE t.id {in_ids}) || CAST(:activity_ids AS bigint[]))
ORDER BY a.id {activity.lock}

-- The same, to compare with what is remembered of them.
-- name: activity.proofs
SELECT a.id, a.event_hash, a.due_at, a.due_soon_at, a.at_risk_at FROM activity a
WHERE a.id = ANY (ARRAY(SELECT t.activity_id FROM task t WHERE t.id {in_ids}) || CAST(:activity_ids AS bigint[]))
ORDER BY a.id {activity.lock}

-- fragment: activity.lock
FOR UPDATE OF a

-- The first of their order: a smallest of all is looked for in all.
-- name: activity.next_due
SELECT due_at FROM activity WHERE state = 'OPEN' AND breached_at = 0 ORDER BY due_at LIMIT 1

-- name: activity.options_over
SELECT a.id FROM activity a WHERE a.lapses_at > 0 AND a.lapses_at <= :now ORDER BY a.lapses_at LIMIT :limit

-- name: activity.next_option_end
SELECT lapses_at FROM activity WHERE lapses_at > 0 ORDER BY lapses_at LIMIT 1
