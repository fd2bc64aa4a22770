// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/people.h"

#include <QJsonArray>

namespace hmsact::simulation {

using namespace domain;
using namespace Qt::StringLiterals;

static const QStringList skills{u"dig"_s, u"fill"_s, u"sign"_s};
static const QStringList names{u"ann"_s, u"ben"_s, u"cho"_s, u"dot"_s, u"bot-1"_s, u"bot-2"_s, u"agent-1"_s};

static WorkerKind kindOf(const QString &name)
{
    return name.startsWith(u"bot") ? WorkerKind::Bot : name.startsWith(u"agent") ? WorkerKind::Agent : WorkerKind::Human;
}

static Calendar office()
{
    Calendar calendar;
    calendar.name = u"office"_s;
    calendar.timeZone = u"America/New_York"_s;
    for (size_t day = 0; day < 5; ++day)
        calendar.week[day] = {{9 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    return calendar;
}

std::vector<Command> People::beginning() const
{
    std::vector<Command> commands;
    for (qsizetype i = 0; i < names.size(); ++i) {
        SaveWorker hire;
        hire.spec.id = WorkerId{names[i]};
        hire.spec.name = names[i];
        hire.spec.kind = kindOf(names[i]);
        QMap<QString, int> levels{{skills[i % skills.size()], 2 + static_cast<int>(i % 4)}};
        if (i % 2 == 0)
            levels.insert(skills[(i + 1) % skills.size()], skillLevelDefault);
        hire.spec.skills = levels;
        hire.spec.capacity = 2 + static_cast<int>(i % 3);
        if (i % 3 == 0)
            hire.spec.pools = QStringList{u"crew"_s};
        if (i < 2)
            hire.spec.channel = u"email:%1@county.example"_s.arg(names[i]);
        commands.push_back(hire);
    }
    commands.push_back(SaveCalendar{office(), false, 0});
    const auto rule = [&](const QJsonObject &body) {
        commands.push_back(SaveRule{*ruleFrom(body), {}});
    };
    const QJsonArray told{u"email:chief@county.example"_s};
    rule({{u"name"_s, u"others"_s}, {u"when"_s, u"sla_breach"_s}, {u"then"_s, u"reassign"_s}, {u"notify"_s, told}});
    rule({{u"name"_s, u"nobody"_s},
          {u"when"_s, u"unassigned"_s},
          {u"threshold"_s, u"30m"_s},
          {u"then"_s, u"raise_priority"_s},
          {u"notify"_s, told}});
    rule({{u"name"_s, u"crew"_s},
          {u"when"_s, u"sla_warning"_s},
          {u"threshold"_s, u"20m"_s},
          {u"then"_s, u"reassign"_s},
          {u"to"_s, u"crew"_s}});
    rule({{u"name"_s, u"broken"_s}, {u"when"_s, u"task_failed"_s}, {u"then"_s, u"notify"_s}, {u"notify"_s, told}});
    return commands;
}

WorkerId People::worker() { return {m_chance.among(names)}; }

// Needs go back and forth; sometimes in a circle, or to what is not there, which is refused.
std::vector<TaskSpec> People::tasks()
{
    std::vector<TaskSpec> specs(static_cast<size_t>(1 + m_chance.below(m_chance.oneIn(3) ? 1 : 5)));
    for (TaskSpec &spec : specs)
        spec.name = u"t%1"_s.arg(++m_named);
    for (TaskSpec &spec : specs) {
        spec.skill = m_chance.among(skills);
        spec.slaMs = (1 + m_chance.below(240)) * limits::msPerMinute;
        spec.optional = m_chance.oneIn(8);
        spec.maxAttempts = 1 + m_chance.below(3);
        spec.review = m_chance.oneIn(6) ? Review::Human : Review::None;
        spec.onFailure = m_chance.oneIn(2) ? OnFailure::Continue : OnFailure::Block;
        spec.confidenceFloorPpm = m_chance.oneIn(6) ? 500'000 : 0;
        spec.cost = m_chance.oneIn(6) ? 2 : 1;
        if (m_chance.oneIn(8))
            spec.wishes.levelMin = 1 + m_chance.below(4);
        if (m_chance.oneIn(6))
            spec.wishes.pools = QStringList{u"crew"_s};
        if (m_chance.oneIn(2)) {
            QStringList needs;
            for (int i = m_chance.below(3); i > 0; --i)
                needs << m_chance.among(specs).name;
            needs.removeDuplicates();
            needs.removeAll(spec.name);
            spec.needs = needs;
        }
    }
    return specs;
}

Command People::create()
{
    constexpr size_t enough = 12; // then most that comes is for one of them
    if (!m_failed.empty() && m_chance.oneIn(2)) { // which may be retried by now
        EnqueueTasks behind{m_failed.back().activity, tasks()};
        behind.tasks.front().needs = QStringList{m_failed.back().name};
        return behind;
    }
    if (m_activities.size() < enough || m_chance.oneIn(10))
        return CreateActivity{u"jordan"_s, u"hole"_s, (1 + m_chance.below(48)) * limits::msPerHour, m_chance.below(10),
                              {},          tasks(),   m_chance.oneIn(4) ? u"office"_s : QString()};
    return EnqueueTasks{m_chance.among(m_activities), tasks()};
}

Reserve People::ask() { return {worker(), 1 + m_chance.below(3), 0, m_chance.oneIn(3) ? limits::msPerMinute : 0}; }

Command People::actUnderLease()
{
    if (m_held.empty())
        return ask();
    const Held &held = m_chance.among(m_held);
    ActionInput input;
    const int what = m_chance.below(10);
    input.action = what < 6 ? TaskAction::Complete
        : what == 6         ? TaskAction::Fail
        : what == 7         ? TaskAction::Release
                            : TaskAction::Heartbeat;
    input.worker = held.worker;
    input.leaseToken = held.token;
    if (input.action == TaskAction::Fail) {
        input.reason = u"broke the spade"_s;
        input.mayRetry = m_chance.oneIn(2);
        input.abstains = m_chance.oneIn(6);
    }
    if (input.action == TaskAction::Complete && m_chance.oneIn(3))
        input.confidencePpm = m_chance.below(certainPpm);
    return ActOnTask{{{}, {}, held.task}, input};
}

Command People::completeSeveral()
{
    CompleteTasks command;
    for (int i = 1 + m_chance.below(4); i > 0 && !m_held.empty(); --i) {
        const Held &held = m_chance.among(m_held);
        ActionInput input;
        input.action = TaskAction::Complete;
        input.worker = held.worker;
        input.leaseToken = held.token;
        command.items.push_back({held.task, input});
    }
    return command.items.empty() ? create() : Command(command);
}

Command People::actAtRandom()
{
    if (m_tasks.empty())
        return create();
    static constexpr std::array actions{
        TaskAction::Complete, TaskAction::Fail,     TaskAction::OptIn,   TaskAction::Decline,
        TaskAction::Hold,     TaskAction::Resume,   TaskAction::Retry,   TaskAction::Skip,
        TaskAction::Reassign, TaskAction::Reassign, TaskAction::Approve, TaskAction::SendBack,
        TaskAction::Comment,  TaskAction::Undo,     TaskAction::Undo,    TaskAction::Undo};
    ActionInput input;
    input.action = m_chance.among(actions);
    input.reason = u"because"_s;
    input.text = u"a word"_s;
    if (input.action == TaskAction::Reassign && m_chance.oneIn(3))
        input.pool = u"crew"_s;
    else if (input.action == TaskAction::Reassign || input.action == TaskAction::Complete
             || input.action == TaskAction::Fail)
        input.worker = worker();
    if (!m_failed.empty() && m_chance.oneIn(3)) {
        input.action = TaskAction::Retry;
        return ActOnTask{{{}, {}, m_failed.back().id}, input};
    }
    return ActOnTask{{{}, {}, m_chance.among(m_tasks)}, input};
}

Command People::changeWorker(qint64 nowMs)
{
    const WorkerId id = worker();
    if (m_chance.oneIn(8))
        return changeHours(nowMs);
    if (m_chance.oneIn(6))
        return RemoveWorker{id};
    SaveWorker change;
    change.spec.id = id;
    change.spec.kind = kindOf(id.value);
    if (m_chance.oneIn(3))
        change.spec.available = m_chance.oneIn(2);
    else if (m_chance.oneIn(2))
        change.spec.leave = std::vector<Leave>{{nowMs + limits::msPerHour, nowMs + 5 * limits::msPerHour, worker()}};
    else
        change.spec.skills = QMap<QString, int>{{m_chance.among(skills), 1 + m_chance.below(skillLevelMax)}};
    return change;
}

// Another holiday, or none: the due times of what goes by these hours move.
Command People::changeHours(qint64 nowMs)
{
    Calendar calendar = office();
    if (m_chance.oneIn(2))
        calendar.holidays = {{QDateTime::fromMSecsSinceEpoch(nowMs).date().addDays(m_chance.below(3)), {}}};
    return SaveCalendar{calendar, false, 0};
}

Command People::takeMessages(qint64 nowMs) const
{
    TakeNotifications take{nowMs, limits::msPerMinute, {}, {}};
    take.room.fill(3);
    return take;
}

// Some arrive, some are to be tried again, some are given up; of some it is never said what became of them.
Command People::settleMessages(qint64 nowMs)
{
    SettleNotifications settle{nowMs, {}};
    for (const Parcel &parcel : std::exchange(m_parcels, {})) {
        const int what = m_chance.below(6);
        if (what == 0)
            continue;
        SettleNotifications::Outcome outcome;
        outcome.id = parcel.notification.id;
        outcome.attempt = parcel.notification.attempts;
        outcome.isLeftOut = parcel.isLeftOut;
        outcome.state = what == 1 ? NotificationState::Queued
            : what == 2           ? NotificationState::Dead
                                  : NotificationState::Sent;
        if (outcome.state != NotificationState::Sent)
            outcome.error = u"nobody there"_s;
        if (outcome.state == NotificationState::Queued)
            outcome.retryAtMs = nowMs + limits::msPerMinute;
        settle.outcomes.push_back(outcome);
    }
    return settle.outcomes.empty() ? takeMessages(nowMs) : Command(settle);
}

Command People::next(qint64 nowMs)
{
    const int what = m_chance.below(100);
    if (what < 14)
        return create();
    if (what < 34)
        return ask();
    if (what < 60)
        return actUnderLease();
    if (what < 64)
        return completeSeveral();
    if (what < 85)
        return actAtRandom();
    if (what < 90)
        return changeWorker(nowMs);
    if (what < 98)
        return settleMessages(nowMs);
    return m_activities.empty()
        ? create()
        : EndActivity{m_chance.among(m_activities), m_chance.oneIn(2) ? EndKind::Cancel : EndKind::Fail, u"moved away"_s};
}

void People::hearTasks(const std::vector<TaskView> &tasks)
{
    for (const TaskView &view : tasks)
        m_tasks.push_back(view.task.id);
}

void People::hearLeases(const WorkerId &worker, const std::vector<Lease> &leases)
{
    for (const Lease &lease : leases) {
        const bool isOld = std::ranges::any_of(
            m_held, [&](const Held &held) { return held.task == lease.task && held.token >= lease.leaseToken; });
        if (isOld)
            m_wrong = u"the lease token of %1 does not grow"_s.arg(lease.task.toString());
        m_held.push_back({lease.task, worker, lease.leaseToken});
    }
    constexpr size_t remembered = 20;
    if (m_held.size() > remembered)
        m_held.erase(m_held.begin(), m_held.end() - remembered);
}

void People::hearParcels(const Parcels &parcels)
{
    for (const Parcel &parcel : parcels.items) {
        if (m_delivered.contains(parcel.notification.id.value))
            m_wrong = u"message %1 is sent again, and has arrived"_s.arg(parcel.notification.id.toString());
        m_parcels.push_back(parcel);
    }
}

void People::hearSettled(const SettleNotifications &settled)
{
    for (const auto &outcome : settled.outcomes) {
        if (outcome.state == NotificationState::Sent)
            m_delivered.insert(outcome.id.value);
    }
}

void People::hear(const Command &said, const Answer &answer)
{
    if (const auto *made = std::get_if<ActivityView>(&answer)) {
        if (std::holds_alternative<CreateActivity>(said))
            m_activities.push_back(made->activity.id);
        hearTasks(made->tasks);
    } else if (const auto *added = std::get_if<std::vector<TaskView>>(&answer)) {
        hearTasks(*added);
    } else if (const auto *acted = std::get_if<TaskView>(&answer)) {
        if (acted->task.state == TaskState::Failed)
            m_failed.push_back(acted->task);
    } else if (const auto *leases = std::get_if<std::vector<Lease>>(&answer)) {
        hearLeases(std::get<Reserve>(said).worker, *leases);
    } else if (const auto *parcels = std::get_if<Parcels>(&answer)) {
        hearParcels(*parcels);
    } else if (const auto *settled = std::get_if<SettleNotifications>(&said)) {
        hearSettled(*settled);
    }
}

Command People::helper()
{
    SaveWorker hire;
    hire.spec.id = WorkerId{u"helper"_s};
    hire.spec.name = u"helper"_s;
    hire.spec.kind = WorkerKind::Human;
    QMap<QString, int> all;
    for (const QString &skill : skills)
        all.insert(skill, skillLevelMax);
    hire.spec.skills = all;
    hire.spec.pools = QStringList{u"crew"_s};
    hire.spec.capacity = limits::capacityMax;
    return hire;
}

Command People::askForAll() { return Reserve{{u"helper"_s}, limits::reserveMax, 0, limits::leaseMaxMs}; }

std::vector<Command> People::finish(const ActivityView &activity)
{
    std::vector<Command> commands;
    for (const TaskView &view : activity.tasks) {
        const Task &task = view.task;
        ActionInput input;
        input.reason = u"the end"_s;
        input.result = u"done"_s;
        switch (task.state) {
        case TaskState::InProgress:
            input.action = TaskAction::Complete;
            input.worker = task.worker;
            input.leaseToken = task.leaseEpoch;
            break;
        case TaskState::InReview:
            input.action = TaskAction::Approve;
            break;
        case TaskState::OnHold:
            input.action = TaskAction::Resume;
            break;
        case TaskState::Failed:
            input.action = TaskAction::Retry;
            break;
        case TaskState::Optional:
            input.action = TaskAction::Decline;
            break;
        default:
            continue;
        }
        commands.push_back(ActOnTask{{{}, {}, task.id}, input});
    }
    return commands;
}

} // namespace hmsact::simulation
