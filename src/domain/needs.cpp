// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/needs.h"

#include "domain/jsonlimits.h"
#include "domain/needsgraph.h"
#include "domain/taskchange.h"
#include "domain/textrules.h"

namespace hmsact::domain {

namespace {

constexpr const char *neverThatMuch = QT_TRANSLATE_NOOP("Error", "the calendar never has that much working time");

// Collects what is wrong with one call, so that every bad field is named at once.
class Planner
{
public:
    Planner(const Activity &activity, const std::vector<TaskSpec> &specs, const KnownTasks &known)
        : m_activity(activity), m_specs(specs), m_known(known)
    {
    }

    [[nodiscard]] Result<std::vector<PlannedTask>> plan(IdSource &ids, qint64 nowMs, const ClockTerms &terms)
    {
        checkCounts();
        if (m_fields.isEmpty()) { // each list below is bounded only then
            indexNames();
            for (size_t i = 0; i < m_specs.size(); ++i) {
                checkSpec(i, nowMs, terms);
            }
            resolveNeeds();
            checkCycle();
        }
        return m_fields.isEmpty() ? Result(tasks(ids, nowMs, terms)) : Result<std::vector<PlannedTask>>(m_fields.error());
    }

private:
    [[nodiscard]] static QString pointer(size_t task, const QString &field)
    {
        return QStringLiteral("/tasks/%1/%2").arg(task).arg(field);
    }

    void checkCounts()
    {
        if (m_specs.size() > size_t(limits::tasksPerCallMax)) {
            m_fields.add(QStringLiteral("/tasks"), QT_TRANSLATE_NOOP("Error", "at most %1 tasks in one call"),
                         {QString::number(limits::tasksPerCallMax)});
        }
        if (size_t(m_activity.taskCount) + m_specs.size() > size_t(limits::tasksPerActivityMax)) {
            m_fields.add(QStringLiteral("/tasks"), QT_TRANSLATE_NOOP("Error", "at most %1 tasks in one activity"),
                         {QString::number(limits::tasksPerActivityMax)});
        }
    }

    void indexNames()
    {
        for (size_t i = 0; i < m_specs.size(); ++i) {
            const QString &name = m_specs[i].name;
            if (m_known.byName.contains(name) || m_index.contains(name)) {
                m_fields.add(pointer(i, QStringLiteral("name")),
                             QT_TRANSLATE_NOOP("Error", "this activity has a task “%1” already"), {quoted(name)});
            } else {
                m_index.insert(name, i);
            }
        }
    }

    static void checkStandsIn(FieldErrors &errors, const QString &name)
    {
        if (isLonger(name, limits::skillMax) && !isLonger(name, limits::nameMax)) {
            errors.add(
                QStringLiteral("name"),
                QT_TRANSLATE_NOOP("Error",
                                  "is the task's skill, too, and a skill has at most %1 characters: give a skill, or a "
                                  "shorter name"),
                {QString::number(limits::skillMax)});
        }
    }

    void checkSpec(size_t i, qint64 nowMs, const ClockTerms &terms)
    {
        const TaskSpec &spec = m_specs[i];
        FieldErrors errors;
        checkText(errors, QStringLiteral("name"), spec.name, limits::nameMax);
        if (spec.skill.isEmpty()) {
            checkStandsIn(errors, spec.name);
        } else {
            checkText(errors, QStringLiteral("skill"), spec.skill, limits::skillMax);
        }
        if (spec.slaMs <= 0 || spec.slaMs > limits::durationMaxMs) {
            errors.add(QStringLiteral("sla"),
                       QT_TRANSLATE_NOOP("Error", "the SLA must be longer than zero and at most ten years"));
        } else if (!terms.hours.after(nowMs, spec.slaMs)) {
            errors.add(QStringLiteral("sla"), neverThatMuch);
        }
        checkRange(errors, QStringLiteral("priority"), spec.priority.value_or(0), 0, 9);
        checkRange(errors, QStringLiteral("max_attempts"), spec.maxAttempts, 1, limits::attemptsMax);
        checkJson(errors, QStringLiteral("payload"), spec.payload);
        checkWishes(errors, spec);
        if (!errors.isEmpty()) { // in most there is none: where each field stands is not written for them
            for (const FieldError &field : errors.error().fields) {
                m_fields.add(pointer(i, field.pointer), field.detail.key, field.detail.args);
            }
        }
    }

    void resolveNeeds()
    {
        m_needs.resize(m_specs.size());
        std::optional<Need> lastRequired;
        if (m_known.lastRequired) {
            lastRequired = Need{{}, *m_known.lastRequired};
        }
        for (size_t i = 0; i < m_specs.size(); ++i) {
            if (m_specs[i].needs) {
                resolveNamed(i, *m_specs[i].needs);
            } else if (lastRequired) {
                m_needs[i].push_back(*lastRequired);
            }
            if (!m_specs[i].optional) {
                lastRequired = Need{i, {}};
            }
        }
    }

    void resolveNamed(size_t i, const QStringList &names)
    {
        if (names.size() > limits::needsPerTaskMax) {
            m_fields.add(pointer(i, QStringLiteral("needs")), QT_TRANSLATE_NOOP("Error", "at most %1 needs"),
                         {QString::number(limits::needsPerTaskMax)});
            return;
        }
        for (qsizetype n = 0; n < names.size(); ++n) {
            const auto at = [&] {
                return pointer(i, QStringLiteral("needs/%1").arg(n));
            };
            const auto spec = m_index.constFind(names[n]);
            const auto known = m_known.byName.constFind(names[n]);
            if (names.indexOf(names[n]) < n) {
                m_fields.add(at(), QT_TRANSLATE_NOOP("Error", "“%1” is listed twice"), {quoted(names[n])});
            } else if (spec != m_index.cend()) {
                m_needs[i].push_back({*spec, {}});
            } else if (known != m_known.byName.cend()) {
                m_needs[i].push_back({{}, *known});
            } else {
                m_fields.add(at(), QT_TRANSLATE_NOOP("Error", "task “%1” needs “%2”, which does not exist"),
                             {quoted(m_specs[i].name), quoted(names[n])});
            }
        }
    }

    static void checkWishes(FieldErrors &errors, const TaskSpec &spec)
    {
        const auto checkNames = [&](const QString &field, const QStringList &names, int max, int lengthMax) {
            if (names.size() > max) {
                errors.add(field, QT_TRANSLATE_NOOP("Error", "at most %1 of them"), {QString::number(max)});
            }
            for (const QString &name : names.mid(0, max)) {
                checkText(errors, field, name, lengthMax);
            }
        };
        checkRange(errors, QStringLiteral("cost"), spec.cost, 1, limits::capacityMax);
        checkRange(errors, QStringLiteral("skill_level_min"), spec.wishes.levelMin, 1, skillLevelMax);
        checkNames(QStringLiteral("wished_skills"), spec.wishes.skills, limits::wishedSkillsMax, limits::skillMax);
        checkNames(QStringLiteral("pools"), spec.wishes.pools, limits::poolsPerTaskMax, limits::nameMax);
    }

    void checkCycle()
    {
        NeedsGraph graph(m_specs.size());
        for (size_t i = 0; i < m_specs.size(); ++i) {
            for (const Need &need : m_needs[i]) {
                if (need.spec) {
                    graph[i].push_back(*need.spec);
                }
            }
        }
        const std::vector<size_t> cycle = findCycle(graph);
        if (cycle.empty()) {
            return;
        }
        constexpr size_t namedMax = 10;
        QStringList names;
        for (const size_t i : cycle) {
            names.append(names.size() == namedMax ? QStringLiteral("…") : quoted(m_specs[i].name));
            if (names.size() > qsizetype(namedMax)) {
                break;
            }
        }
        names.append(quoted(m_specs[cycle.front()].name));
        m_fields.add(pointer(cycle.front(), QStringLiteral("needs")),
                     QT_TRANSLATE_NOOP("Error", "these tasks wait for each other: %1"), {names.join(QStringLiteral(" → "))});
    }

    [[nodiscard]] std::vector<PlannedTask> tasks(IdSource &ids, qint64 nowMs, const ClockTerms &terms) const
    {
        std::vector<PlannedTask> planned(m_specs.size());
        for (PlannedTask &task : planned) {
            task.task.id = {ids.next(nowMs)};
        }
        for (size_t i = 0; i < m_specs.size(); ++i) {
            fill(planned[i].task, i, nowMs);
            for (const Need &need : m_needs[i]) {
                const bool met = !need.spec && need.known.isMet;
                planned[i].needs.push_back(need.spec ? planned[*need.spec].task.id : need.known.id);
                planned[i].task.openNeeds += met ? 0 : 1;
            }
            if (planned[i].task.optional) {
                planned[i].task.state = TaskState::Optional;
            } else if (planned[i].task.openNeeds > 0) {
                planned[i].task.state = TaskState::Waiting;
            } else {
                becomePending(planned[i].task, nowMs, terms);
            }
        }
        return planned;
    }

    void fill(Task &task, size_t i, qint64 nowMs) const
    {
        const TaskSpec &spec = m_specs[i];
        task.activity = m_activity.id;
        task.position = m_activity.taskCount + int(i);
        task.name = spec.name;
        task.skill = skillOf(spec);
        task.slaMs = spec.slaMs;
        task.optional = spec.optional;
        task.payload = spec.payload;
        task.priority = spec.priority.value_or(m_activity.priority);
        task.maxAttempts = spec.maxAttempts;
        task.review = spec.review;
        task.onFailure = spec.onFailure;
        task.oversight.floorPpm = spec.confidenceFloorPpm;
        task.oversight.pool = spec.reviewPool;
        task.cost = spec.cost;
        task.wishes = spec.wishes;
        task.createdAtMs = nowMs;
    }

    [[nodiscard]] static QString skillOf(const TaskSpec &spec) { return spec.skill.isEmpty() ? spec.name : spec.skill; }

    struct Need { // of a task of this call, or of one that exists already
        std::optional<size_t> spec;
        KnownTask known;
    };

    const Activity &m_activity;
    const std::vector<TaskSpec> &m_specs;
    const KnownTasks &m_known;
    FieldErrors m_fields;
    QHash<QString, size_t> m_index;
    std::vector<std::vector<Need>> m_needs;
};

} // namespace

bool isMet(TaskState state, OnFailure onFailure)
{
    return state == TaskState::Completed || state == TaskState::Skipped
        || (state == TaskState::Failed && onFailure == OnFailure::Continue);
}

Released releasedNow(const Task &task)
{
    if (task.released == Released::ForGood)
        return Released::ForGood;
    return isMet(task.state, task.onFailure) ? Released::Yes : Released::No;
}

Result<std::vector<PlannedTask>> planTasks(const Activity &activity, const std::vector<TaskSpec> &specs,
                                           const KnownTasks &known, IdSource &ids, qint64 nowMs, const ClockTerms &terms)
{
    if (activity.state != ActivityState::Open) {
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "activity %1 is %2: it takes no more tasks"),
                         {activity.id.toString(), toString(activity.state)});
    }
    return Planner(activity, specs, known).plan(ids, nowMs, terms);
}

QString statusText(TaskState state, const QStringList &actionableNeeds)
{
    if (state != TaskState::Waiting || actionableNeeds.isEmpty()) {
        return toString(state);
    }
    return QStringLiteral("WAITING(for:%1)").arg(actionableNeeds.join(u','));
}

bool isActionable(TaskState state) { return isOpen(state) && state != TaskState::Waiting; }

} // namespace hmsact::domain
