-- What was moved where, in order.
-- name: archive.told
SELECT e.detail FROM event e WHERE e.activity_id = 0 AND e.kind = 'activities.archived' ORDER BY e.seq

-- What is told of a queue that is too long is remembered with the activity of its first task: without that it would be told again.
-- fragment: archive.over
a.id NOT IN (SELECT e.activity_id FROM escalation e JOIN rule r ON r.id = e.rule_id
             WHERE e.state <> 'over' AND r.body LIKE '%"when":"queue_depth"%')

-- name: archive.count
SELECT count(*), CAST(coalesce(sum(task_count), 0) AS bigint), CAST(coalesce(sum(event_seq), 0) AS bigint) FROM activity a
WHERE a.ended_at > 0 AND a.ended_at <= :until AND {archive.over}

-- name: archive.next
SELECT {activity.columns} FROM activity a
WHERE a.ended_at > 0 AND a.ended_at <= :until AND (a.ended_at, a.id) > (:after_at, :after_id) AND {archive.over}
ORDER BY a.ended_at, a.id LIMIT :limit

-- Those that somebody else works on are left for the next time.
-- name: archive.take
SELECT a.id, a.event_seq, a.event_hash FROM activity a WHERE a.id {in_ids} AND a.ended_at > 0 AND {archive.over} ORDER BY a.id {archive.lock}

-- name: archive.contents
SELECT DISTINCT f.sha256 FROM artefact f JOIN task t ON t.id = f.task_id WHERE t.activity_id {in_ids}

-- name: archive.remove_artefacts
DELETE FROM artefact WHERE task_id {archive.in_their_tasks}

-- name: archive.remove_needs
DELETE FROM task_need WHERE task_id {archive.in_their_tasks}

-- name: archive.remove_alerts
DELETE FROM alert WHERE activity_id {in_ids}

-- In the order of the rules, so that two archives never wait for each other in a circle.
-- name: archive.remember_firings
INSERT INTO archived_firing (rule_id, fired_at)
SELECT f.rule_id, max(f.fired_at) FROM escalation_firing f JOIN escalation e ON e.id = f.escalation_id WHERE e.activity_id {in_ids}
GROUP BY f.rule_id ORDER BY f.rule_id
ON CONFLICT (rule_id) DO UPDATE SET fired_at = excluded.fired_at WHERE excluded.fired_at > archived_firing.fired_at

-- name: archive.remove_firings
DELETE FROM escalation_firing WHERE escalation_id {archive.in_their_escalations}

-- name: archive.remove_escalations
DELETE FROM escalation WHERE activity_id {in_ids}

-- name: archive.remove_events
DELETE FROM event WHERE activity_id {in_ids}

-- name: archive.remove_pauses
DELETE FROM sla_pause WHERE task_id {archive.in_their_tasks}

-- name: archive.remove_assignments
DELETE FROM assignment WHERE task_id {archive.in_their_tasks}

-- name: archive.remove_tasks
DELETE FROM task WHERE activity_id {in_ids}

-- name: archive.remove_activities
DELETE FROM activity WHERE id {in_ids}
