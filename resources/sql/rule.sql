-- name: rule.all
SELECT r.id, r.version, r.built_in, r.body, r.updated_at FROM rule r ORDER BY r.id

-- name: rule.insert
INSERT INTO rule (id, name, version, built_in, body, updated_at) VALUES (:id, :name, :version, 0, :body, :updated_at)

-- name: rule.update
UPDATE rule SET name = :name, version = :version, body = :body, updated_at = :updated_at, evaluated_at = 0
WHERE id = :id AND version = :known_version

-- name: rule.insert_version
INSERT INTO rule_version (rule_id, version, body, saved_at, saved_by)
VALUES (:rule_id, :version, :body, :saved_at, :saved_by)

-- name: rule.versions
SELECT v.version, v.body, v.saved_at, v.saved_by FROM rule_version v WHERE v.rule_id = :rule_id AND v.version < :before
ORDER BY v.version DESC LIMIT :limit

-- name: rule.evaluated
UPDATE rule SET evaluated_at = :at WHERE id = :id AND version = :version AND evaluated_at < :at

-- name: rule.remove
DELETE FROM rule WHERE id = :id

-- fragment: escalation.columns
e.id, e.rule_id, e.activity_id, e.task_id, e.cycle, e.alert_id, e.reassigns, e.triggered_at, e.step, e.repeats, e.next_at,
e.state, e.rule_version

-- Once for each trigger, whoever sees it how often.
-- name: escalation.insert
INSERT INTO escalation (id, rule_id, activity_id, task_id, cycle, alert_id, reassigns, triggered_at, step, repeats, next_at, state,
  rule_version)
VALUES (:id, :rule_id, :activity_id, :task_id, :cycle, :alert_id, :reassigns, :triggered_at, :step, :repeats, :next_at, :state,
  :rule_version)
ON CONFLICT (activity_id, task_id, rule_id, cycle) DO NOTHING

-- name: escalation.due
SELECT {escalation.columns} FROM escalation e WHERE e.state = 'running' AND e.next_at <= :now ORDER BY e.next_at LIMIT :limit

-- name: escalation.by_ids
SELECT {escalation.columns} FROM escalation e WHERE e.id {in_ids} ORDER BY e.id

-- name: escalation.about
SELECT {escalation.columns} FROM escalation e WHERE e.activity_id = :activity_id AND e.task_id = :task_id ORDER BY e.id

-- name: escalation.running_of_activity
SELECT {escalation.columns} FROM escalation e WHERE e.activity_id = :activity_id AND e.state = 'running' ORDER BY e.id

-- name: escalation.update
UPDATE escalation SET alert_id = :alert_id, reassigns = :reassigns, triggered_at = :triggered_at, step = :step, repeats = :repeats, next_at = :next_at,
  state = :state, rule_version = :rule_version
WHERE id = :id AND (cycle >= 0 OR :state = 'over')

-- Of another trigger: they keep what they fired, and the cycles are free.
-- name: escalation.set_aside
UPDATE escalation SET state = 'over', cycle = -id WHERE rule_id = :rule_id AND cycle >= 0

-- name: escalation.same
SELECT {escalation.columns} FROM escalation e
WHERE e.activity_id = :activity_id AND e.task_id = :task_id AND e.rule_id = :rule_id AND e.cycle = :cycle

-- name: escalation.of_rule
SELECT {escalation.columns} FROM escalation e WHERE e.rule_id = :rule_id AND e.state <> 'over' ORDER BY e.id

-- What a sweep looks at: among the next so many rows those that may concern a rule.
-- name: escalation.last_task
SELECT max(id), count(*) FROM (SELECT id FROM task WHERE id > :after ORDER BY id LIMIT :limit) s

-- name: escalation.tasks_between
SELECT id FROM task
WHERE id > :after AND id <= :last AND ((ended_at = 0 AND (due_at > 0 OR state = 'PENDING')) OR state = 'FAILED')
ORDER BY id

-- name: escalation.last_activity
SELECT max(id), count(*) FROM (SELECT id FROM activity WHERE id > :after ORDER BY id LIMIT :limit) s

-- name: escalation.activities_between
SELECT id FROM activity WHERE id > :after AND id <= :last AND state = 'OPEN' ORDER BY id

-- name: escalation.waiting_in
SELECT t.rank_at, t.id FROM task t
WHERE t.state = 'PENDING' AND t.offer = :offer AND t.skill = :skill AND (t.rank_at, t.id) > (:rank_at, :id)
ORDER BY t.rank_at, t.id LIMIT :limit

-- name: escalation.insert_firing
INSERT INTO escalation_firing (escalation_id, step, repeat, fired_at, rule_version, outcome, trigger_values, rule_id)
VALUES (:escalation_id, :step, :repeat, :fired_at, :rule_version, :outcome, :trigger_values, :rule_id)

-- Whether a step of it gave the task to somebody, or found nobody to give it to.
-- name: escalation.has_reassigned
SELECT 1 FROM escalation_firing f
WHERE f.escalation_id = :id AND f.outcome LIKE '%"then":"reassign"%' AND f.outcome NOT LIKE '%"passed_over":%'
  AND f.outcome NOT LIKE '%"left_to_another_rule":%'
LIMIT 1

-- name: escalation.has_fired
SELECT 1 FROM escalation_firing f WHERE f.escalation_id = :id AND f.fired_at >= :since LIMIT 1

-- name: escalation.firings
SELECT f.fired_at, f.escalation_id, f.step, f.repeat, f.rule_version, f.outcome, e.activity_id, e.task_id, coalesce(t.name, ''),
  f.trigger_values
FROM escalation_firing f JOIN escalation e ON e.id = f.escalation_id LEFT JOIN task t ON t.id = e.task_id
WHERE f.rule_id = :rule_id AND (f.fired_at, f.escalation_id, f.step, f.repeat) < (:at, :escalation_id, :step, :repeat)
ORDER BY f.fired_at DESC, f.escalation_id DESC, f.step DESC, f.repeat DESC LIMIT :limit

-- Of each of these tasks how often a rule did something about it, and the last.
-- name: escalation.last_of_tasks
SELECT w.task_id, w.times, w.fired_at, v.body, w.outcome
FROM (SELECT e.task_id, e.rule_id, f.rule_version, f.fired_at, f.outcome,
        count(*) OVER (PARTITION BY e.task_id) AS times,
        row_number() OVER (PARTITION BY e.task_id ORDER BY f.fired_at DESC, f.escalation_id DESC, f.step DESC, f.repeat DESC) AS place
      FROM escalation e JOIN escalation_firing f ON f.escalation_id = e.id
      WHERE e.task_id {in_ids} AND e.task_id > 0
        AND f.outcome NOT LIKE '%"passed_over":%' AND f.outcome NOT LIKE '%"would":%') w
JOIN rule_version v ON v.rule_id = w.rule_id AND v.version = w.rule_version
WHERE w.place = 1

-- What a rule has done about an alert, oldest first; without a firing once for each rule that only waits.
-- name: escalation.of_alert
SELECT e.id, e.rule_id, coalesce(r.name, ''), e.state, e.step, e.next_at, coalesce(f.fired_at, 0), f.step, f.repeat, f.rule_version, f.outcome,
  f.trigger_values
FROM escalation e LEFT JOIN rule r ON r.id = e.rule_id LEFT JOIN escalation_firing f ON f.escalation_id = e.id
WHERE e.activity_id = :activity_id AND e.alert_id = :alert_id ORDER BY e.id, f.fired_at, f.step, f.repeat

-- name: rule.standing
SELECT r.id, (SELECT max(f.fired_at) FROM escalation_firing f WHERE f.rule_id = r.id), a.fired_at, r.evaluated_at
FROM rule r LEFT JOIN archived_firing a ON a.rule_id = r.id ORDER BY r.id

-- The next step that will come; those of what is solved meanwhile are found out when they are due. See isSolved() of the domain.
-- name: rule.next_due
SELECT e.next_at FROM escalation e JOIN activity a ON a.id = e.activity_id LEFT JOIN task t ON t.id = e.task_id
WHERE e.rule_id = :rule_id AND e.state <> 'over' AND e.state = 'running'
  AND (a.state = 'OPEN' OR :when = 'queue_depth')
  AND CASE :when
    WHEN 'sla_breach' THEN t.ended_at = 0 AND t.sla_run = e.cycle AND t.breached_at > 0
    WHEN 'sla_warning' THEN t.ended_at = 0 AND t.sla_run = e.cycle AND t.breached_at = 0 AND t.sla_started_at > 0
    WHEN 'activity_sla_breach' THEN a.breached_at > 0
    WHEN 'activity_sla_warning' THEN a.breached_at = 0
    WHEN 'unassigned' THEN t.state = 'PENDING' AND t.ready_at = e.cycle
    WHEN 'no_eligible_worker'
      THEN (t.state = 'PENDING' OR (t.state = 'IN_REVIEW' AND t.review = 'none')) AND t.ready_at = e.cycle
    WHEN 'stalled' THEN t.ended_at = 0 AND t.state <> 'IN_PROGRESS' AND t.sla_run = e.cycle
    WHEN 'task_failed' THEN t.state = 'FAILED' AND t.ended_at = e.cycle
    ELSE e.step < :steps OR e.repeats < :repeats
  END
ORDER BY e.next_at LIMIT 1

-- name: escalation.next
SELECT min(next_at) FROM escalation WHERE state = 'running'
