// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/linkviews.h"

#include "domain/notfound.h"
#include "domain/undoable.h"
#include "store/activitystore.h"
#include "store/eventstore.h"
#include "store/linkstore.h"
#include "store/taskstore.h"
#include "store/workerstore.h"

#include <QCoreApplication>

namespace hmsact::engine {

using namespace domain;

LinkView linkView(Link link, const Task *task, qint64 nowMs)
{
    LinkView view;
    view.state = stateOf(link, task, nowMs);
    view.undoUntilMs = undoUntilMs(link, task, nowMs);
    view.link = std::move(link);
    if (task) {
        view.taskName = task->name;
        view.taskState = task->state;
        view.dueAtMs = task->dueAtMs;
        view.leaseExpiresAtMs = task->leaseExpiresAtMs;
        view.lacksResult = task->oversight.forHumans && lacksResult(task->oversight);
        if (hasProposal(task->oversight))
            view.proposal = Proposal{task->oversight.proposedBy, task->oversight.confidencePpm, task->result};
    }
    return view;
}

void setUndo(LinkView &view, store::Database &database, const Task *task, const Activity *activity, qint64 nowMs)
{
    const Link &link = view.link;
    const bool isRunning = view.state == LinkState::Open && task && activity && task->state == TaskState::InProgress
        && task->leaseEpoch == link.epoch;
    if (!isRunning)
        return;
    constexpr int eventsMax = 50; // remarks, files
    const qint64 afterSeq = activity->eventSeq - limits::undoEventsMax;
    const auto done = undoableIn(store::EventStore(database).latestOfTask(activity->id, task->id, afterSeq, eventsMax));
    if (done && done->deed == Deed::MoreTime && done->worker == link.worker && nowMs <= done->atMs + limits::undoMs)
        view.undoUntilMs = done->atMs + limits::undoMs;
}

QString timeZoneFor(const Worker *worker, const Activity *activity, store::CalendarStore calendars)
{
    const QString own = worker ? worker->calendar : QString();
    const QString name = own.isEmpty() && activity ? activity->calendar : own;
    const auto calendar = name.isEmpty() ? std::nullopt : calendars.byName(name);
    return calendar ? calendar->timeZone : QString();
}

void setReader(LinkView &view, const Worker *worker, const Activity *activity, store::CalendarStore calendars)
{
    view.language = worker ? worker->language : QString();
    view.timeZone = timeZoneFor(worker, activity, calendars);
}

Result<Link> verifiedLink(store::Database &database, const QString &signedText)
{
    const auto id = linkIn(signedText);
    const store::LinkStore links(database);
    std::optional<Link> link = id ? links.byId(*id) : std::nullopt;
    if (!link || !isSignedText(signedText, links.key(), *link))
        return makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "There is nothing at this address"));
    return std::move(*link);
}

Result<LinkView> getLink(store::Database &database, const GetLink &query, qint64 nowMs)
{
    Result<Link> link = verifiedLink(database, query.signedText);
    if (!link)
        return link.error();
    const auto task = store::TaskStore(database).byRef({{}, {}, link->task});
    LinkView view = linkView(std::move(*link), task ? &*task : nullptr, nowMs);
    view.nonce = nonceOf(store::LinkStore(database).key(), view.link, query.realNowMs);
    const auto worker = store::WorkerStore(database).byId(view.link.worker);
    const std::vector<Activity> activity = store::ActivityStore(database).byIds({view.link.activity.value});
    setUndo(view, database, task ? &*task : nullptr, activity.empty() ? nullptr : &activity.front(), nowMs);
    setReader(view, worker ? &worker->worker : nullptr, activity.empty() ? nullptr : &activity.front(),
              store::CalendarStore(database));
    return view;
}

Result<std::vector<LinkView>> listLinks(store::Database &database, const ListLinks &query, qint64 nowMs)
{
    const auto task = store::TaskStore(database).byRef({query.activity, query.task, {}});
    if (!task)
        return noTask({query.activity, query.task, {}});
    std::vector<LinkView> views;
    for (Link &link : store::LinkStore(database).ofTask(task->id))
        views.push_back(linkView(std::move(link), &*task, nowMs));
    return views;
}

} // namespace hmsact::engine
