// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/executor.h"
#include "engine/linkviews.h"
#include "store/linkstore.h"

// The commands of whoever has a link from a mail.
namespace hmsact::engine {

using namespace domain;

Executor::Answer Executor::run(const NoteLink &command, const Actor &)
{
    m_workspace.flush();
    store::LinkStore links(m_database);
    if (std::optional<Link> link = links.byId(command.link)) {
        const LinkTraces before = link->traces;
        opened(*link, command.agent, command.isHead, m_workspace.nowMs());
        if (link->traces != before)
            links.updateTraces(*link);
    }
    return domain::Answer(Done{});
}

static void leaveTraces(Link &link, LinkVerdict verdict, qint64 nowMs)
{
    if (verdict == LinkVerdict::WrongCode)
        --link.triesLeft;
    else if (verdict == LinkVerdict::NoCode)
        seenAsMachine(link, QLatin1StringView("no_code"), nowMs);
    else if (verdict == LinkVerdict::TooSoon)
        seenAsMachine(link, QLatin1StringView("too_soon"), nowMs);
}

Executor::Answer Executor::run(const AnswerLink &command, const Actor &)
{
    m_workspace.flush(); // the link may be as new as this batch
    const Result<Link> asked = verifiedLink(m_database, command.signedText);
    if (!asked)
        return asked.error();
    store::LinkStore links(m_database);
    const QByteArray key = links.key();
    Task *task = m_workspace.task({{}, {}, asked->task}); // only now nobody else answers
    Link link = *links.byId(asked->id);
    const auto viewed = [&](const Link &one) {
        m_workspace.flush();
        LinkView view = linkView(one, task, m_workspace.nowMs());
        setUndo(view, m_database, task, m_workspace.activity(one.activity), m_workspace.nowMs());
        return view;
    };
    LinkVerdict verdict = judge(command, viewed(link), key);
    Error refusal;
    if (verdict == LinkVerdict::Accepted) {
        if (const Status done = carryOut(command, link, *task); !done) {
            verdict = LinkVerdict::Refused;
            refusal = done.error();
        }
    }
    leaveTraces(link, verdict, m_workspace.nowMs());
    links.update(link);
    links.updateTraces(link);
    LinkView view = viewed(link);
    view.nonce = nonceOf(key, view.link, command.realNowMs);
    view.verdict = verdict;
    view.refusal = std::move(refusal);
    setReader(view, m_workers.find(view.link.worker), m_workspace.activity(view.link.activity),
              store::CalendarStore(m_database));
    return domain::Answer(std::move(view));
}

// A lease that much longer than what it has: as many days, and as many of its working days.
static qint64 moreTimeMs(const Task &task, qint64 extraMs, const WorkingTime &hours, qint64 nowMs)
{
    const qint64 fromMs = std::max(nowMs, task.leaseExpiresAtMs);
    const qint64 workedMs = extraMs / limits::msPerDay * limits::leaseHumanMs;
    const qint64 untilMs = std::max(fromMs + extraMs, hours.after(fromMs, workedMs).value_or(0));
    return std::min(untilMs - nowMs, limits::leaseMaxMs);
}

// In the name of the worker; the record says that it came by mail.
Status Executor::carryOut(const AnswerLink &said, Link &link, Task &task)
{
    const Actor clerk{QStringLiteral("mail:") + link.worker.value, Role::Clerk, link.worker};
    const qint64 nowMs = m_workspace.nowMs();
    const auto begin = [&](qint64 leaseMs) {
        const Task before = task;
        if (task.state == TaskState::Pending)
            m_workspace.changed(task, before, domain::reserve(task, link.worker, leaseMs, nowMs), clerk);
    };
    const auto say = [&](ActionInput input) -> Status {
        input.worker = link.worker;
        const Result<TaskView> view = act({{}, {}, task.id}, input, clerk);
        return view ? Status(Done{}) : Status(view.error());
    };
    const QString note = said.reason.trimmed();
    const bool isBesideAProposal = hasProposal(task.oversight); // which stays as it is
    ActionInput input;
    switch (*said.action) {
    case LinkAction::Done:
        input.action = TaskAction::Complete;
        if (!note.isEmpty() && !isBesideAProposal)
            input.result = QJsonObject{{QStringLiteral("note"), note}};
        break;
    case LinkAction::Decline:
        input.action = TaskAction::Release; // with a reason: no failed attempt, and it goes to somebody else
        input.reason = said.reason;
        break;
    case LinkAction::MoreTime: {
        const Worker *worker = m_workers.find(link.worker);
        input.leaseMs = moreTimeMs(task, said.extendMs, m_workspace.hoursOf(worker ? worker->calendar : QString()), nowMs);
        begin(input.leaseMs);
        input.action = TaskAction::Heartbeat;
        break;
    }
    case LinkAction::Undo:
        input.action = TaskAction::Undo;
        break;
    }
    if (const Status done = say(input); !done)
        return done;
    if (*said.action == LinkAction::MoreTime || (*said.action == LinkAction::Done && isBesideAProposal && !note.isEmpty())) {
        ActionInput why;
        why.action = TaskAction::Comment;
        why.text = said.reason;
        if (const Status told = say(why); !told)
            return told;
    }
    const bool isOver = *said.action == LinkAction::Done || *said.action == LinkAction::Decline;
    link.outcome = !isOver ? LinkOutcome::None : *said.action == LinkAction::Done ? LinkOutcome::Done : LinkOutcome::Decline;
    link.answeredAtMs = isOver ? nowMs : 0;
    const bool isNext = !isOver && task.state == TaskState::Pending; // an offer that is there again
    link.epoch = task.leaseEpoch + (isNext ? 1 : 0);
    link.expiresAtMs = std::max(link.expiresAtMs, task.leaseExpiresAtMs);
    return Done{};
}

} // namespace hmsact::engine
