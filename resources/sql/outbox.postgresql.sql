-- One core at a time takes messages: none goes out twice, and limits hold over all.
-- name: outbox.turn
SELECT CASE WHEN pg_try_advisory_xact_lock(hashtext('hms_act.outbox')) THEN 1 ELSE 0 END

-- fragment: outbox.busy
SELECT value FROM json_array_elements_text(CAST(:busy AS json))

-- fragment: outbox.full
SELECT value FROM json_array_elements_text(CAST(:full AS json))

-- fragment: outbox.place
greatest(o.retry_at, o.not_before)

-- fragment: outbox.place_now
greatest(CAST(:real_now AS bigint), CAST(:now AS bigint))
