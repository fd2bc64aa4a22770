// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/waiting.h"

#include "domain/codec.h"
#include "domain/enumtext.h"
#include "domain/needs.h"

#include <QJsonArray>

#include <algorithm>

namespace hmsact::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr auto causes = enumTexts<WaitingCause>("undecided", "needs", "on_hold", "in_review", "offered", "back_off",
                                                "empty_pool", "nobody_has_skill", "no_human", "level_too_low",
                                                "all_excluded", "all_away", "all_at_capacity", "behind", "ready");

constexpr int namedMax = 3; // of the needs

WaitingReason reason(WaitingCause cause, const char *key, QStringList args, QJsonObject facts = {})
{
    return {cause, {key, std::move(args)}, std::move(facts)};
}

// First what nobody works on unless somebody does something about it, then what somebody works on.
const OpenNeed *mostTelling(const std::vector<OpenNeed> &needs)
{
    using enum TaskState;
    for (const TaskState state : {Failed, OnHold, Optional, InReview, InProgress, Pending}) {
        const auto found = std::ranges::find(needs, state, &OpenNeed::state);
        if (found != needs.end()) {
            return &*found;
        }
    }
    return needs.empty() ? nullptr : &needs.front();
}

QStringList namesOf(const std::vector<OpenNeed> &needs)
{
    QStringList names;
    for (const OpenNeed &need : needs) {
        names << (names.size() == namedMax ? u"…"_s : need.name);
        if (names.size() > namedMax) {
            break;
        }
    }
    return names;
}

WaitingReason waitsForNeeds(const std::vector<OpenNeed> &needs)
{
    const OpenNeed *telling = mostTelling(needs);
    const OpenNeed first = telling ? *telling : OpenNeed();
    const QStringList names = namesOf(needs);
    QJsonObject facts{{u"task"_s, first.name},
                      {u"tasks"_s, QJsonArray::fromStringList(names)},
                      {u"open"_s, qint64(needs.size())},
                      {u"state"_s, toString(first.state)}};
    const auto because = [&facts](const char *key, QStringList args) {
        return reason(WaitingCause::Needs, key, std::move(args), facts);
    };
    switch (first.state) {
    case TaskState::InProgress:
        facts.insert(u"worker_id"_s, first.worker.value);
        facts.insert(u"until"_s, timeOrNull(first.leaseExpiresAtMs));
        return because(QT_TRANSLATE_NOOP("Error", "waits for %1, held by %2 until %3"),
                       {first.name, first.worker.value, formatTime(first.leaseExpiresAtMs)});
    case TaskState::Failed:
        facts.insert(u"reason"_s, first.reason);
        return because(QT_TRANSLATE_NOOP("Error", "waits for %1, which failed: retry or skip it"), {first.name});
    case TaskState::OnHold:
        facts.insert(u"reason"_s, first.reason);
        return because(QT_TRANSLATE_NOOP("Error", "waits for %1, on hold: %2"), {first.name, first.reason.simplified()});
    case TaskState::Optional:
        return because(QT_TRANSLATE_NOOP("Error", "waits for %1, which waits for the citizen's choice"), {first.name});
    case TaskState::InReview:
        facts.insert(u"worker_id"_s, first.worker.value);
        return because(QT_TRANSLATE_NOOP("Error", "waits for %1, which waits for a person to decide"), {first.name});
    default:
        return because(QT_TRANSLATE_NOOP("Error", "waits for %1"), {names.join(u", "_s)});
    }
}

// How those stand who have the skill.
struct Crowd {
    int skilled = 0;
    int pooled = 0; // of those: in the task's pool
    int fit = 0; // of those: humans, where it is for humans
    int able = 0; // of those: at the level
    int allowed = 0; // of those: not excluded
    int mayAsk = 0; // of those: neither away for long nor too small, so it is left to them
    int away = 0;
    int full = 0;
    int tooSmall = 0; // never have that much room
    int silent = 0;
    qint64 backAtMs = 0; // the first of those away; 0: nobody knows
    int eligible = 0;
    QString excluded; // the last of them
    int excludedAway = 0; // not even these may ask for it now
    int excludedFull = 0;
};

bool isAway(Presence presence) { return presence == Presence::NotAvailable || presence == Presence::OnLeave; }

Crowd crowdOf(const WaitingFacts &facts)
{
    const Task &task = *facts.task;
    Crowd crowd;
    for (const Standing &standing : *facts.standings) {
        const Worker &worker = *standing.worker;
        const auto why = whyNot(task, standing);
        if (why == LeftOut::NoSkill) {
            continue;
        }
        ++crowd.skilled;
        if (!task.pool.isEmpty() && !worker.pools.contains(task.pool)) {
            continue;
        }
        ++crowd.pooled;
        if (task.oversight.forHumans && worker.kind != WorkerKind::Human) {
            continue; // whatever its level: a machine that is better would not do either
        }
        ++crowd.fit;
        crowd.able += why == LeftOut::LevelTooLow ? 0 : 1;
        crowd.allowed += why == LeftOut::LevelTooLow || why == LeftOut::Excluded ? 0 : 1;
        crowd.mayAsk += isEligible(task, worker, facts.nowMs) ? 1 : 0;
        if (why == LeftOut::Excluded) {
            const bool isAbsent = isAway(standing.presence); // off shift a worker may ask all the same
            crowd.excluded = worker.id.value;
            crowd.excludedAway += isAbsent ? 1 : 0;
            crowd.excludedFull += !isAbsent && standing.load + task.cost > worker.capacity ? 1 : 0;
        }
        const bool away = why == LeftOut::NotAvailable || why == LeftOut::OnLeave || why == LeftOut::OffShift;
        crowd.away += away ? 1 : 0;
        if (away && standing.backAtMs > 0 && (crowd.backAtMs == 0 || standing.backAtMs < crowd.backAtMs)) {
            crowd.backAtMs = standing.backAtMs;
        }
        crowd.full += why == LeftOut::AtCapacity ? 1 : 0;
        crowd.tooSmall += why == LeftOut::TooBig ? 1 : 0;
        crowd.eligible += why ? 0 : 1;
        crowd.silent += !why && standing.presence == Presence::Silent ? 1 : 0;
    }
    return crowd;
}

WaitingReason nobodyHere(const Task &task, const Crowd &crowd, const QJsonObject &facts)
{
    if (crowd.full > 0) {
        return reason(WaitingCause::AllAtCapacity, QT_TRANSLATE_NOOP("Error", "%1 eligible, all at capacity"),
                      {QString::number(crowd.full)}, facts);
    }
    if (crowd.tooSmall == crowd.allowed) {
        return reason(WaitingCause::AllAtCapacity, QT_TRANSLATE_NOOP("Error", "%1 eligible, none has a capacity of %2"),
                      {QString::number(crowd.tooSmall), QString::number(task.cost)}, facts);
    }
    if (crowd.backAtMs > 0) {
        return reason(WaitingCause::AllAway,
                      QT_TRANSLATE_NOOP("Error", "%1 could do it, all are off shift or on leave, the first until %2"),
                      {QString::number(crowd.away), formatTime(crowd.backAtMs)}, facts);
    }
    return reason(WaitingCause::AllAway, QT_TRANSLATE_NOOP("Error", "%1 could do it, none is available"),
                  {QString::number(crowd.away)}, facts);
}

// Who could have it has not asked, or asks in turn.
WaitingReason inLine(const WaitingFacts &said, const Crowd &crowd, QJsonObject facts)
{
    const QString eligible = QString::number(crowd.eligible);
    facts.insert(u"silent"_s, crowd.silent);
    if (crowd.silent == crowd.eligible) {
        return reason(WaitingCause::Ready, QT_TRANSLATE_NOOP("Error", "%1 eligible, none has asked for work lately"),
                      {eligible}, facts);
    }
    const PlaceInLine place = said.place.value_or(PlaceInLine());
    facts.insert(u"ahead"_s, place.ahead);
    const QString ahead = QString::number(place.ahead);
    if (!place.tooBig.isEmpty()) {
        facts.insert(u"task"_s, place.tooBig);
        return reason(
            WaitingCause::Behind,
            QT_TRANSLATE_NOOP("Error", "behind %1, which takes %2 of a capacity: none of the %3 eligible has so much room"),
            {place.tooBig, QString::number(place.tooBigCost), eligible}, facts);
    }
    if (place.isFar) {
        return reason(WaitingCause::Ready, QT_TRANSLATE_NOOP("Error", "%1 eligible; %2 tasks or more come before it"),
                      {eligible, ahead}, facts);
    }
    if (place.ahead > 0) {
        return reason(WaitingCause::Ready, QT_TRANSLATE_NOOP("Error", "%1 eligible; tasks that come before it: %2"),
                      {eligible, ahead}, facts);
    }
    return reason(WaitingCause::Ready, QT_TRANSLATE_NOOP("Error", "%1 eligible: whoever asks next gets it"), {eligible},
                  facts);
}

// It is passed over only while another could do it; but who is away, or full, gets nothing by asking.
WaitingReason allExcluded(const Crowd &crowd, QJsonObject facts)
{
    const int excluded = crowd.able - crowd.allowed;
    const int barred = crowd.excludedAway + crowd.excludedFull;
    facts.insert(u"away"_s, crowd.excludedAway);
    facts.insert(u"at_capacity"_s, crowd.excludedFull);
    if (excluded == 1) {
        facts.insert(u"worker_id"_s, crowd.excluded);
        const char *key = crowd.excludedAway > 0
            ? QT_TRANSLATE_NOOP("Error", "the only one eligible, %1, had it before, and is away")
            : crowd.excludedFull > 0
            ? QT_TRANSLATE_NOOP("Error", "the only one eligible, %1, had it before, and is at capacity")
            : QT_TRANSLATE_NOOP("Error", "the only one eligible, %1, had it before, and may ask for it");
        return reason(WaitingCause::AllExcluded, key, {crowd.excluded}, facts);
    }
    const QString all = QString::number(excluded);
    if (barred == excluded) {
        return reason(WaitingCause::AllExcluded,
                      QT_TRANSLATE_NOOP("Error", "all %1 eligible had it before; away: %2, at capacity: %3"),
                      {all, QString::number(crowd.excludedAway), QString::number(crowd.excludedFull)}, facts);
    }
    return reason(WaitingCause::AllExcluded,
                  QT_TRANSLATE_NOOP("Error", "all %1 eligible had it before; one of them may ask for it"), {all}, facts);
}

WaitingReason pending(const WaitingFacts &said)
{
    const Task &task = *said.task;
    const Crowd crowd = crowdOf(said);
    QJsonObject facts{{u"skill"_s, task.skill},
                      {u"skilled"_s, crowd.skilled},
                      {u"eligible"_s, crowd.eligible},
                      {u"at_capacity"_s, crowd.full + crowd.tooSmall},
                      {u"away"_s, crowd.away}};
    if (!task.pool.isEmpty()) {
        facts.insert(u"pool"_s, task.pool);
    }
    if (crowd.backAtMs > 0) {
        facts.insert(u"until"_s, timeOrNull(crowd.backAtMs));
    }
    if (crowd.skilled == 0) {
        return reason(WaitingCause::NobodyHasSkill, QT_TRANSLATE_NOOP("Error", "nobody has the skill %1"), {task.skill},
                      facts);
    }
    if (crowd.pooled == 0) {
        return reason(WaitingCause::EmptyPool,
                      QT_TRANSLATE_NOOP("Error", "kept for the pool %1, in which nobody has the skill %2"),
                      {task.pool, task.skill}, facts);
    }
    if (crowd.fit == 0) {
        return reason(WaitingCause::NoHuman,
                      QT_TRANSLATE_NOOP("Error", "for a human to look at: %1 have the skill %2, none is a human"),
                      {QString::number(crowd.pooled), task.skill}, facts);
    }
    if (crowd.able == 0) {
        facts.insert(u"level_min"_s, task.wishes.levelMin);
        return reason(WaitingCause::LevelTooLow, QT_TRANSLATE_NOOP("Error", "%1 have the skill %2, none at level %3"),
                      {QString::number(crowd.fit), task.skill, QString::number(task.wishes.levelMin)}, facts);
    }
    const bool isLeftToThem = crowd.mayAsk == 0 && crowd.allowed + crowd.excludedAway + crowd.excludedFull < crowd.able;
    if (crowd.allowed == 0 || isLeftToThem) {
        return allExcluded(crowd, std::move(facts));
    }
    if (crowd.eligible == 0) {
        return nobodyHere(task, crowd, facts);
    }
    return inLine(said, crowd, std::move(facts));
}

WaitingReason offered(const WaitingFacts &said)
{
    const QString &worker = said.task->worker.value;
    QJsonObject facts{{u"worker_id"_s, worker}, {u"until"_s, timeOrNull(said.offerUntilMs)}};
    const Presence presence = said.assignee ? said.assignee->presence : Presence::Here;
    const bool isBackUnknown = presence == Presence::OffShift && said.assignee->backAtMs == 0;
    if (presence == Presence::NotAvailable || isBackUnknown) {
        return reason(WaitingCause::Offered, QT_TRANSLATE_NOOP("Error", "kept for %1, who is not available"), {worker},
                      facts);
    }
    if (presence == Presence::OnLeave || presence == Presence::OffShift) {
        const qint64 backAtMs = said.assignee->backAtMs;
        facts.insert(u"until"_s, timeOrNull(backAtMs));
        return reason(WaitingCause::Offered,
                      QT_TRANSLATE_NOOP("Error", "kept for %1, who is off shift or on leave until %2"),
                      {worker, formatTime(backAtMs)}, facts);
    }
    if (said.offerUntilMs == 0) {
        return reason(WaitingCause::Offered, QT_TRANSLATE_NOOP("Error", "kept for %1"), {worker}, facts);
    }
    return reason(WaitingCause::Offered, QT_TRANSLATE_NOOP("Error", "offered to %1 until %2"),
                  {worker, formatTime(said.offerUntilMs)}, facts);
}

} // namespace

QLatin1StringView toString(WaitingCause value) { return causes.text(value); }

QJsonObject toJson(const WaitingReason &reason)
{
    QJsonObject json = reason.facts;
    json.insert(u"cause"_s, toString(reason.cause));
    json.insert(u"text"_s, reason.text.english());
    return json;
}

std::optional<WaitingReason> whyWaiting(const WaitingFacts &facts)
{
    const Task &task = *facts.task;
    switch (task.state) {
    case TaskState::Optional:
        return reason(WaitingCause::Undecided, QT_TRANSLATE_NOOP("Error", "optional: nobody has opted in or declined"), {});
    case TaskState::Waiting:
        return waitsForNeeds(facts.needs);
    case TaskState::OnHold:
        return reason(WaitingCause::OnHold, QT_TRANSLATE_NOOP("Error", "on hold since %1: %2"),
                      {formatTime(task.pausedAtMs), task.reason.simplified()},
                      {{u"since"_s, timeOrNull(task.pausedAtMs)}, {u"reason"_s, task.reason}});
    case TaskState::InReview:
        return reason(WaitingCause::InReview,
                      lacksResult(task.oversight) ? QT_TRANSLATE_NOOP("Error", "%1 abstained; a person must decide")
                                                  : QT_TRANSLATE_NOOP("Error", "done by %1; a person must approve"),
                      {task.worker.value},
                      {{u"worker_id"_s, task.worker.value}, {u"abstained"_s, lacksResult(task.oversight)}});
    case TaskState::Pending:
        break;
    default:
        return {};
    }
    if (!task.worker.isNull()) {
        return offered(facts);
    }
    if (task.notBeforeMs > facts.nowMs) {
        return reason(WaitingCause::BackOff, QT_TRANSLATE_NOOP("Error", "attempt %1 failed; again from %2"),
                      {QString::number(task.attempt - 1), formatTime(task.notBeforeMs)},
                      {{u"until"_s, timeOrNull(task.notBeforeMs)}, {u"attempt"_s, task.attempt}});
    }
    return pending(facts);
}

} // namespace hmsact::domain
