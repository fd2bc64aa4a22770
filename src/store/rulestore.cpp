// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rulestore.h"

#include "store/columns.h"

namespace hmsact::store {

using domain::Escalation;
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
        domain::Result<Rule> rule = domain::ruleFrom(jsonObject(s.blob(3)));
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

bool RuleStore::begin(const Escalation &e)
{
    return m_database.statement("escalation.insert")
               .bind(e.id, e.rule.value, e.activity.value, e.task.value, e.cycle, e.alert.value, e.reassigns,
                     e.triggeredAtMs, e.step, e.repeats, e.nextAtMs, domain::toString(e.state))
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

std::vector<Escalation> RuleStore::ofActivity(domain::ActivityId activity)
{
    Statement s = m_database.statement("escalation.of_activity");
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
        .bind(e.alert.value, e.step, e.repeats, e.nextAtMs, domain::toString(e.state), e.id)
        .execute();
}

void RuleStore::move(const Escalation &e)
{
    m_database.statement("escalation.move")
        .bind(e.triggeredAtMs, e.nextAtMs, e.activity.value, e.task.value, e.rule.value, e.cycle, e.step)
        .execute();
}

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

void RuleStore::fired(const Firing &f)
{
    m_database.statement("escalation.insert_firing")
        .bind(f.escalation, f.step, f.repeat, f.atMs, f.ruleVersion, jsonText(f.outcome))
        .execute();
}

} // namespace hmsact::store
