// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rulestore.h"

#include "domain/wholenumber.h"
#include "store/columns.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace hmsact::store {

using domain::Escalation;
using domain::Firing;
using domain::Rule;

static Escalation escalationOf(const Statement &s)
{
    Escalation e;
    int c = 0;
    e.id = s.integer(c++);
    e.rule = {s.integer(c++)};
    e.activity = {s.integer(c++)};
    e.task = {s.integer(c++)};
    e.cycle = s.integer(c++);
    e.alert = {s.integer(c++)};
    e.reassigns = s.integer(c++) != 0;
    e.triggeredAtMs = s.integer(c++);
    e.step = s.number(c++);
    e.repeats = s.number(c++);
    e.nextAtMs = s.integer(c++);
    e.state = s.value(c++, domain::escalationStateFrom);
    e.ruleVersion = s.number(c++);
    return e;
}

static std::vector<Escalation> escalations(Statement &s)
{
    std::vector<Escalation> result;
    while (s.next())
        result.push_back(escalationOf(s));
    return result;
}

std::vector<Rule> RuleStore::all()
{
    std::vector<Rule> result;
    Statement s = m_database.statement("rule.all");
    while (s.next()) {
        domain::Result<Rule> rule = domain::storedRule(jsonObject(s.blob(3)));
        if (!rule) // nothing is stored that was not read by the same function
            throw SqlError(SqlFailure::Defect, QStringLiteral("rule %1 cannot be read").arg(s.integer(0)));
        rule->id = {s.integer(0)};
        rule->version = s.number(1);
        rule->builtIn = s.integer(2) != 0;
        rule->updatedAtMs = s.integer(4);
        result.push_back(std::move(*rule));
    }
    return result;
}

void RuleStore::insert(const Rule &rule, const QString &by)
{
    const Utf8 body = jsonText(domain::bodyOf(rule));
    m_database.statement("rule.insert").bind(rule.id.value, rule.name, rule.version, body, rule.updatedAtMs).execute();
    insertVersion(rule, body.bytes, by);
}

bool RuleStore::update(const Rule &rule, const QString &by)
{
    const Utf8 body = jsonText(domain::bodyOf(rule));
    const qint64 changed = m_database.statement("rule.update")
                               .bind(rule.name, rule.version, body, rule.updatedAtMs, rule.id.value, rule.version - 1)
                               .execute();
    if (changed == 0)
        return false;
    insertVersion(rule, body.bytes, by);
    return true;
}

void RuleStore::insertVersion(const Rule &rule, const QByteArray &body, const QString &by)
{
    m_database.statement("rule.insert_version")
        .bind(rule.id.value, rule.version, Utf8{body}, rule.updatedAtMs, by)
        .execute();
}

void RuleStore::remove(domain::RuleId id) { m_database.statement("rule.remove").bind(id.value).execute(); }

domain::Page<domain::RuleVersion> RuleStore::versions(domain::RuleId rule, qint64 before, int limit)
{
    domain::Page<domain::RuleVersion> page;
    Statement s = m_database.statement("rule.versions");
    s.bind(rule.value, before, limit + 1);
    while (s.next()) {
        if (int(page.items.size()) == limit) {
            page.nextCursor = QString::number(page.items.back().version);
            break;
        }
        page.items.push_back({rule, s.number(0), s.integer(2), s.text(3), jsonObject(s.blob(1))});
    }
    return page;
}

void RuleStore::evaluated(const Rule &rule, qint64 atMs)
{
    m_database.statement("rule.evaluated").bind(atMs, rule.id.value, rule.version).execute();
}

bool RuleStore::begin(const Escalation &e)
{
    return m_database.statement("escalation.insert")
               .bind(e.id, e.rule.value, e.activity.value, e.task.value, e.cycle, e.alert.value, e.reassigns,
                     e.triggeredAtMs, e.step, e.repeats, e.nextAtMs, domain::toString(e.state), e.ruleVersion)
               .execute()
        > 0;
}

std::vector<Escalation> RuleStore::due(qint64 nowMs, int limit)
{
    Statement s = m_database.statement("escalation.due");
    return escalations(s.bind(nowMs, limit));
}

std::vector<Escalation> RuleStore::byIds(const std::vector<qint64> &ids)
{
    Statement s = m_database.statement("escalation.by_ids");
    return escalations(s.bind(m_database.ids(ids)));
}

std::optional<Escalation> RuleStore::same(const Escalation &one)
{
    Statement s = m_database.statement("escalation.same");
    const std::vector<Escalation> found = escalations(s.bind(one.activity.value, one.task.value, one.rule.value, one.cycle));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<Escalation> RuleStore::about(domain::ActivityId activity, domain::TaskId task)
{
    Statement s = m_database.statement("escalation.about");
    return escalations(s.bind(activity.value, task.value));
}

std::vector<Escalation> RuleStore::running(domain::ActivityId activity)
{
    Statement s = m_database.statement("escalation.running_of_activity");
    return escalations(s.bind(activity.value));
}

std::vector<Escalation> RuleStore::ofRule(domain::RuleId rule)
{
    Statement s = m_database.statement("escalation.of_rule");
    return escalations(s.bind(rule.value));
}

qint64 RuleStore::nextMs()
{
    Statement s = m_database.statement("escalation.next");
    return s.next() ? s.integer(0) : 0;
}

void RuleStore::update(const Escalation &e)
{
    m_database.statement("escalation.update")
        .bind(e.alert.value, e.reassigns, e.triggeredAtMs, e.step, e.repeats, e.nextAtMs, domain::toString(e.state),
              e.ruleVersion, e.id)
        .execute();
}

bool RuleStore::hasReassigned(qint64 escalation)
{
    Statement s = m_database.statement("escalation.has_reassigned");
    return s.bind(escalation).next();
}

bool RuleStore::hasFired(qint64 escalation, qint64 sinceMs)
{
    Statement s = m_database.statement("escalation.has_fired");
    return s.bind(escalation, sinceMs).next();
}

void RuleStore::setAside(domain::RuleId rule) { m_database.statement("escalation.set_aside").bind(rule.value).execute(); }

RuleStore::Slice RuleStore::slice(const char *last, const char *between, qint64 after, int limit)
{
    Slice result;
    Statement end = m_database.statement(last);
    if (!end.bind(after, limit).next() || end.integer(1) == 0)
        return result;
    result.last = end.integer(0);
    result.goesOn = end.integer(1) == limit;
    Statement s = m_database.statement(between);
    s.bind(after, result.last);
    while (s.next())
        result.ids.push_back(s.integer(0));
    return result;
}

RuleStore::Slice RuleStore::tasksAfter(qint64 id, int limit)
{
    return slice("escalation.last_task", "escalation.tasks_between", id, limit);
}

RuleStore::Slice RuleStore::activitiesAfter(qint64 id, int limit)
{
    return slice("escalation.last_activity", "escalation.activities_between", id, limit);
}

std::vector<qint64> RuleStore::waitingIn(const TaskStore::Queue &queue, TaskStore::RankKey &after, int limit)
{
    Statement s = m_database.statement("escalation.waiting_in");
    s.bind(queue.first, queue.second, after.rankAtMs, after.id, limit);
    std::vector<qint64> ids;
    while (s.next()) {
        after = {s.integer(0), s.integer(1)};
        ids.push_back(after.id);
    }
    return ids;
}

void RuleStore::fired(const Escalation &e, const Firing &f)
{
    m_database.statement("escalation.insert_firing")
        .bind(e.id, f.step, f.repeat, f.atMs, f.ruleVersion, jsonText(f.outcome), jsonText(f.values), e.rule.value)
        .execute();
}

Asked<QHash<domain::TaskId, domain::Escalated>> RuleStore::askEscalated(const std::vector<qint64> &tasks)
{
    if (tasks.empty())
        return {};
    Statement s = m_database.statement("escalation.last_of_tasks");
    s.bind(m_database.ids(tasks));
    return {std::move(s), [](Statement &last) {
                QHash<domain::TaskId, domain::Escalated> found;
                while (last.next())
                    found.insert({last.integer(0)},
                                 {last.number(1), last.integer(2),
                                  jsonObject(last.blob(3)).value(QLatin1StringView("name")).toString(),
                                  jsonObject(last.blob(4))});
                return found;
            }};
}

// A place in the list: when, and which of those of that instant.
struct FiringKey {
    qint64 atMs = std::numeric_limits<qint64>::max();
    qint64 escalation = 0;
    qint64 step = 0;
    qint64 repeat = 0;
};

static std::optional<FiringKey> keyOf(const QString &cursor)
{
    if (cursor.isEmpty())
        return FiringKey();
    qint64 numbers[4] = {};
    const QStringList parts = cursor.split(u'-');
    if (parts.size() != 4)
        return {};
    for (qsizetype i = 0; i < 4; ++i) {
        const std::optional<qint64> number = domain::wholeNumber(parts[i]);
        if (!number)
            return {};
        numbers[i] = *number;
    }
    return FiringKey{numbers[0], numbers[1], numbers[2], numbers[3]};
}

domain::Result<domain::Page<Firing>> RuleStore::firings(domain::RuleId rule, const QString &cursor, int limit)
{
    const std::optional<FiringKey> before = keyOf(cursor);
    if (!before)
        return domain::invalidField(QStringLiteral("/cursor"), QT_TRANSLATE_NOOP("Error", "is not a cursor of this list"));
    domain::Page<Firing> page;
    QString last;
    Statement s = m_database.statement("escalation.firings");
    s.bind(rule.value, before->atMs, before->escalation, before->step, before->repeat, limit + 1);
    while (s.next()) {
        if (int(page.items.size()) == limit) {
            page.nextCursor = last;
            break;
        }
        Firing firing;
        firing.atMs = s.integer(0);
        firing.step = s.number(2);
        firing.repeat = s.number(3);
        firing.ruleVersion = s.number(4);
        firing.outcome = jsonObject(s.blob(5));
        firing.activity = {s.integer(6)};
        firing.task = {s.integer(7)};
        firing.taskName = s.text(8);
        firing.values = jsonObject(s.blob(9));
        last = QStringLiteral("%1-%2-%3-%4").arg(firing.atMs).arg(s.integer(1)).arg(firing.step).arg(firing.repeat);
        page.items.push_back(std::move(firing));
    }
    return page;
}

std::vector<domain::AlertFollower> RuleStore::followers(const domain::Alert &alert)
{
    std::vector<domain::AlertFollower> result;
    qint64 last = 0;
    Statement s = m_database.statement("escalation.of_alert");
    s.bind(alert.activity.value, alert.id.value);
    while (s.next()) {
        if (std::exchange(last, s.integer(0)) != s.integer(0)) {
            const auto state = s.value(3, domain::escalationStateFrom);
            const bool goesOn = state == domain::EscalationState::Running;
            result.push_back({{s.integer(1)}, s.text(2), state, s.number(4), goesOn ? s.integer(5) : 0, {}});
        }
        if (s.integer(6) == 0) // nothing was fired yet
            continue;
        Firing firing{
            alert.activity, alert.task, alert.taskName, s.number(7), s.number(8), s.integer(6), s.number(9), {}, {}};
        firing.outcome = jsonObject(s.blob(10));
        firing.values = jsonObject(s.blob(11));
        result.back().firings.push_back(std::move(firing));
    }
    return result;
}

qint64 RuleStore::nextDueMs(const Rule &rule)
{
    if (!rule.enabled)
        return 0;
    Statement s = m_database.statement("rule.next_due");
    s.bind(rule.id.value, domain::toString(rule.when), qint64(rule.steps.size()), rule.maxRepeats);
    return s.next() ? s.integer(0) : 0;
}

void RuleStore::tellHowTheyStand(std::vector<Rule> &rules)
{
    Statement s = m_database.statement("rule.standing");
    for (Rule &rule : rules) {
        if (!s.next())
            return;
        rule.lastFiredAtMs = std::max(s.integer(1), s.integer(2)); // may be archived
        rule.lastEvaluatedAtMs = s.integer(3);
        rule.nextDueAtMs = nextDueMs(rule);
    }
}

} // namespace hmsact::store
