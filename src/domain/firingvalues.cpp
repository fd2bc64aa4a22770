// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/duration.h"
#include "domain/escalation.h"
#include "domain/jsonform.h"

// Why a step fired, as it is written down with it.
namespace hmsact::domain {

using namespace Qt::StringLiterals;

static void addClock(QJsonObject &values, qint64 dueAtMs, qint64 slaMs, qint64 nowMs, const WorkingTime &hours)
{
    if (dueAtMs <= 0 || slaMs <= 0)
        return;
    const qint64 usedMs = slaMs - hours.between(nowMs, dueAtMs) + hours.between(dueAtMs, nowMs);
    values.insert(u"due_at"_s, formatTime(dueAtMs));
    values.insert(u"sla"_s, formatDuration(slaMs));
    values.insert(u"used_percent"_s, qint64(double(usedMs) / double(slaMs) * 100));
}

static void addTrigger(QJsonObject &values, const Rule &rule, const Activity &activity, const Task *task, qint64 nowMs,
                       const WorkingTime &hours)
{
    switch (rule.when) {
    case Trigger::ActivitySlaBreach:
    case Trigger::ActivitySlaWarning:
        return addClock(values, activity.dueAtMs, activity.slaMs, nowMs, hours);
    case Trigger::SlaBreach:
    case Trigger::SlaWarning:
        return task ? addClock(values, task->dueAtMs, task->slaMs, nowMs, hours) : void();
    case Trigger::Unassigned:
    case Trigger::NoEligibleWorker:
        values.insert(u"pending_since"_s, timeOrNull(task ? task->readyAtMs : 0));
        return;
    case Trigger::Stalled:
        values.insert(u"lost_leases"_s, task ? task->lostLeases : 0);
        return;
    case Trigger::TaskFailed:
        values.insert(u"failed_at"_s, timeOrNull(task ? task->endedAtMs : 0));
        return;
    case Trigger::QueueDepth:
        return;
    }
}

QJsonObject valuesOf(const Rule &rule, const Escalation &escalation, qint64 stepDueAtMs, const Activity &activity,
                     const Task *task, qint64 nowMs, const WorkingTime &hours)
{
    QJsonObject values{{u"triggered_at"_s, formatTime(escalation.triggeredAtMs)},
                       {u"step_due_at"_s, formatTime(stepDueAtMs)}};
    if (const QJsonValue threshold = thresholdOf(rule); !threshold.isNull())
        values.insert(u"threshold"_s, threshold);
    if (task) {
        values.insert(u"state"_s, QString(toString(task->state)));
        values.insert(u"priority"_s, task->priority);
        values.insert(u"attempt"_s, task->attempt);
        values.insert(u"worker_id"_s, textOrNull(task->worker.value));
    }
    addTrigger(values, rule, activity, task, nowMs, hours);
    return values;
}

} // namespace hmsact::domain
