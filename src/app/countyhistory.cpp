// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/countyhistory.h"

#include "engine/coredoor.h"

#include <algorithm>

namespace hmsact::app {
namespace {

using domain::TaskAction;
using domain::TaskState;
using domain::limits::msPerHour;
using domain::limits::msPerMinute;

constexpr qint64 eveningBeforeEndMs = 15 * msPerHour;
constexpr qint64 morningBeforeEndMs = 5 * msPerHour;
constexpr qint64 leaseBotMs = 2 * msPerHour; // covers a step and the longest of their tasks
constexpr qint64 leaseHumanMs = domain::limits::leaseHumanMs;
constexpr int sweepMax = 100; // more than ever wait in one state here

const domain::Actor portal{QStringLiteral("citizen-portal"), domain::Role::Supervisor, {}};
const domain::Actor supervisor{QStringLiteral("dana.okoro"), domain::Role::Supervisor, {}};

domain::TaskRef taskOf(domain::TaskId id) { return {{}, {}, id}; }

bool isHuman(const QString &workerId) { return County::findWorker(workerId)->kind == domain::WorkerKind::Human; }

bool isNight(qint64 leftMs) { return leftMs <= eveningBeforeEndMs && leftMs > morningBeforeEndMs; }

bool isAtWork(const QString &workerId, qint64 leftMs)
{
    if (!isHuman(workerId))
        return true;
    return !isNight(leftMs) && !(leftMs <= morningBeforeEndMs && County::findWorker(workerId)->lateToday);
}

domain::Actor workerActor(const QString &id) { return {id, isHuman(id) ? domain::Role::Clerk : domain::Role::Worker, {id}}; }

} // namespace

domain::Status CountyHistory::run(qint64 lengthMs)
{
    const qint64 endMs = m_core.nowMs() + lengthMs;
    for (m_nowMs = m_core.nowMs(); m_nowMs < endMs; ++m_step) {
        const qint64 stepMs = m_county.dice(QStringLiteral("pause %1").arg(m_step)).between(9, 27) * msPerMinute;
        const domain::Result<qint64> now = advanceAndWait(m_core, std::min(stepMs, endMs - m_nowMs));
        if (!now)
            return now.error();
        m_nowMs = *now;
        const qint64 leftMs = endMs - m_nowMs;

        finishWork();
        citizensAsk(leftMs);
        if (!isNight(leftMs)) {
            citizensDecide();
            supervise(leftMs);
        }
        if (const domain::Status done = commit(); !done)
            return done.error();
        reserveWork(leftMs);
    }
    return domain::Done{};
}

void CountyHistory::finishWork()
{
    const auto over =
        std::stable_partition(m_held.begin(), m_held.end(), [this](const Held &held) { return held.endsAtMs > m_nowMs; });
    for (auto it = over; it != m_held.end(); ++it)
        handIn(*it);
    m_held.erase(over, m_held.end());
}

void CountyHistory::handIn(const Held &held)
{
    const domain::Actor actor = workerActor(held.worker);
    const Performance &done = held.performance;
    domain::ActionInput input;
    if (!done.remark.isEmpty()) {
        input.text = done.remark;
        act(held.task, TaskAction::Comment, input, actor);
    }
    if (done.paper)
        say(domain::PutArtefact{taskOf(held.task), actor.worker, done.paper->fileName, done.paper->mediaType,
                                done.paper->bytes},
            actor);
    input.worker = actor.worker;
    input.leaseToken = held.leaseToken;
    if (done.outcome == Performance::Outcome::Completes) {
        input.result = done.result;
        act(held.task, TaskAction::Complete, input, actor);
    } else if (done.outcome == Performance::Outcome::Fails) {
        input.reason = done.failReason;
        act(held.task, TaskAction::Fail, input, actor);
    }
}

void CountyHistory::citizensAsk(qint64 leftMs)
{
    Dice dice = m_county.dice(QStringLiteral("arrivals %1").arg(m_step));
    int count = dice.between(0, 2);
    if (leftMs <= morningBeforeEndMs)
        count = dice.between(2, 4);
    else if (leftMs <= eveningBeforeEndMs)
        count = dice.between(0, 1);
    while (count-- > 0)
        say(m_county.request(++m_requests, County::Period::Past), portal);
}

void CountyHistory::citizensDecide()
{
    for (const domain::TaskView &view : tasksIn(TaskState::Optional)) {
        if (!m_county.dice(QStringLiteral("decides %1 %2").arg(m_step).arg(view.citizenId)).chance(15))
            continue;
        const bool wanted = m_county.wantsOption(view.task.payload);
        act(view.task.id, wanted ? TaskAction::OptIn : TaskAction::Decline, {}, portal);
    }
}

void CountyHistory::supervise(qint64 leftMs)
{
    // What comes up in the morning is left for the visitor to see to.
    const bool morning = leftMs <= morningBeforeEndMs;
    Dice dice = m_county.dice(QStringLiteral("supervisor %1").arg(m_step));
    const auto decide = [&](domain::TaskId task, TaskAction action, const QString &reason = {}) {
        domain::ActionInput input;
        input.reason = reason;
        act(task, action, input, supervisor);
    };
    for (const domain::TaskView &view : tasksIn(TaskState::InReview)) {
        if (dice.chance(20))
            decide(view.task.id, TaskAction::SendBack, QStringLiteral("the second page is missing"));
        else if (dice.chance(50))
            decide(view.task.id, TaskAction::Approve);
    }
    for (const domain::TaskView &view : tasksIn(TaskState::OnHold)) {
        if (!morning && dice.chance(10))
            decide(view.task.id, TaskAction::Resume);
    }
    for (const domain::TaskView &view : tasksIn(TaskState::Failed)) {
        if (dice.chance(30))
            decide(view.task.id, TaskAction::Retry);
    }
    for (const domain::TaskView &view : tasksIn(TaskState::Pending)) {
        if (dice.chance(2))
            decide(view.task.id, TaskAction::Hold, script::text(dice.pick(script::holdReasons)));
    }
    if (!morning)
        acknowledge();
}

void CountyHistory::acknowledge()
{
    const auto alerts = askAndWait(m_core, domain::ListAlerts{true, sweepMax, {}});
    if (!alerts) {
        m_status = alerts.error();
        return;
    }
    for (const domain::Alert &alert : alerts->items)
        say(domain::AcknowledgeAlert{alert.id}, supervisor);
}

void CountyHistory::reserveWork(qint64 leftMs)
{
    std::vector<domain::Request> requests;
    std::vector<QString> workers;
    for (const domain::WorkerSpec &worker : County::workers()) {
        const QString id = worker.id->value;
        const auto busy = std::count_if(m_held.begin(), m_held.end(), [&](const Held &held) { return held.worker == id; });
        const int room = *worker.capacity - static_cast<int>(busy);
        if (room <= 0 || !isAtWork(id, leftMs))
            continue;
        const qint64 leaseMs = isHuman(id) ? leaseHumanMs : leaseBotMs;
        requests.push_back({domain::Reserve{{id}, room, 0, leaseMs}, workerActor(id), {}});
        workers.push_back(id);
    }
    const std::vector<domain::Reply> replies = sendAllAndWait(m_core, std::move(requests));
    for (std::size_t i = 0; i < replies.size(); ++i) {
        if (!replies[i].result)
            continue; // the worker finds its capacity used up by a task that stalled
        for (const domain::Lease &lease : std::get<std::vector<domain::Lease>>(*replies[i].result)) {
            Performance performance = m_county.perform(workers[i], lease.name, lease.payload, lease.leaseToken);
            const bool stalls = performance.outcome == Performance::Outcome::Stalls;
            const qint64 endsAtMs = stalls ? lease.leaseExpiresAtMs : m_nowMs + performance.minutes * msPerMinute;
            m_held.push_back({lease.task, workers[i], lease.leaseToken, endsAtMs, std::move(performance)});
        }
    }
}

void CountyHistory::say(domain::Command command, const domain::Actor &actor)
{
    m_pending.push_back({std::move(command), actor, {}});
}

void CountyHistory::act(domain::TaskId task, TaskAction action, domain::ActionInput input, const domain::Actor &actor)
{
    input.action = action;
    say(domain::ActOnTask{taskOf(task), std::move(input)}, actor);
}

std::vector<domain::TaskView> CountyHistory::tasksIn(TaskState state)
{
    domain::ListQueue query;
    query.states = {state};
    query.limit = sweepMax;
    auto page = askAndWait(m_core, query);
    if (page)
        return std::move(page->items);
    m_status = page.error();
    return {};
}

domain::Status CountyHistory::commit()
{
    for (const domain::Reply &reply : sendAllAndWait(m_core, std::exchange(m_pending, {}))) {
        // Two of them may have meant the same task: a lease that ran out is refused to who comes too late.
        if (!reply.result && reply.result.error().code != domain::ErrorCode::Conflict)
            m_status = reply.result.error();
    }
    return m_status;
}

} // namespace hmsact::app
