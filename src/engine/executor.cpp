// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/executor.h"

#include "domain/channel.h"
#include "domain/link.h"
#include "domain/notfound.h"
#include "domain/sla.h"
#include "domain/transition.h"
#include "domain/validation.h"
#include "engine/dispatcher.h"
#include "store/eventstore.h"
#include "store/linkstore.h"

#include <QCoreApplication>

namespace hmsact::engine {

using namespace domain;

Executor::Executor(store::Database &database, Workspace &workspace, WorkerDirectory &workers, RuleBook &rules,
                   CalendarBook &calendars, IntentBook &intents)
    : m_database(database), m_workspace(workspace), m_workers(workers), m_rules(rules), m_calendars(calendars),
      m_intents(intents)
{
}

Result<domain::Answer> Executor::execute(const Command &command, const Actor &actor)
{
    return std::visit([&](const auto &c) { return run(c, actor); }, command);
}

TaskView Executor::view(const Task &task)
{
    const Activity &owner = *m_workspace.activity(task.activity);
    TaskView view{task, owner.intent, owner.citizenId, {}, {}, slaState(task, m_workspace.nowMs())};
    view.isOnlyTask = owner.taskCount == 1;
    return view;
}

static ActivityView view(const Activity &activity, qint64 nowMs) { return {activity, slaState(activity, nowMs), {}}; }

Result<std::vector<TaskView>> Executor::enqueue(Activity &activity, const std::vector<TaskSpec> &specs, const Actor &actor)
{
    Result<std::vector<PlannedTask>> planned =
        planTasks(activity, specs, m_workspace.known(activity.id, specs), m_workspace.ids(), m_workspace.nowMs(),
                  m_workspace.termsOf(activity));
    if (!planned)
        return planned.error();
    return add(std::move(*planned), actor);
}

std::vector<TaskView> Executor::add(std::vector<PlannedTask> &&planned, const Actor &actor)
{
    std::vector<const Task *> added;
    for (PlannedTask &task : planned)
        added.push_back(&m_workspace.add(std::move(task), actor));
    std::vector<TaskView> views;
    for (const Task *task : added)
        views.push_back(view(*task));
    return views;
}

static Change created(const Activity &activity)
{
    Change change{true, QLatin1StringView("activity.created"), {}};
    change.detail.object(QLatin1StringView("after"), JsonWriter().word(QLatin1StringView("state"), toString(activity.state)))
        .text(QLatin1StringView("citizen_id"), activity.citizenId)
        .text(QLatin1StringView("intent"), activity.intent)
        .number(QLatin1StringView("sla_ms"), activity.slaMs);
    if (!activity.calendar.isEmpty())
        change.detail.text(QLatin1StringView("calendar"), activity.calendar);
    return change;
}

Executor::Answer Executor::run(const CreateActivity &command, const Actor &actor)
{
    if (command.templateOf.isEmpty())
        return create(command, actor);
    const Result<CreateActivity> filled = filledIn(command);
    return filled ? create(*filled, actor) : filled.error();
}

Executor::Answer Executor::create(const CreateActivity &command, const Actor &actor)
{
    if (const Status valid = validate(command); !valid)
        return valid.error();
    if (const Status known = knowsCalendar(command.calendar); !known)
        return known.error();
    Activity activity;
    activity.id = {m_workspace.ids().next(m_workspace.nowMs())};
    activity.citizenId = command.citizenId;
    activity.intent = command.intent;
    activity.slaMs = command.slaMs;
    activity.priority = command.priority;
    activity.metadata = command.metadata;
    activity.createdAtMs = m_workspace.nowMs();
    activity.calendar = command.calendar;
    if (const Intent *intent = m_intents.find(activity.intent))
        activity.thresholds = intent->thresholds;
    const auto due = m_workspace.hoursOf(activity).after(activity.createdAtMs, activity.slaMs);
    if (!due)
        return invalidField(QStringLiteral("/sla"),
                            QT_TRANSLATE_NOOP("Error", "the calendar never has that much working time"));
    setDue(activity, m_workspace.hoursOf(activity), *due);
    std::vector<PlannedTask> planned;
    if (!command.tasks.empty()) { // decided before anything is added: a refusal leaves no trace
        auto result =
            planTasks(activity, command.tasks, {}, m_workspace.ids(), m_workspace.nowMs(), m_workspace.termsOf(activity));
        if (!result)
            return result.error();
        planned = std::move(*result);
    }
    Activity &stored = m_workspace.add(std::move(activity));
    m_workspace.changed(stored, created(stored), actor);
    std::vector<TaskView> tasks = add(std::move(planned), actor);
    ActivityView answer = engine::view(stored, m_workspace.nowMs());
    answer.tasks = std::move(tasks);
    return domain::Answer(std::move(answer));
}

Executor::Answer Executor::run(const EndActivity &command, const Actor &actor)
{
    Activity *activity = m_workspace.activity(command.activity);
    if (!activity)
        return noActivity(command.activity.toString());
    const Result<Change> change = domain::end(*activity, command.kind, command.reason, actor, m_workspace.nowMs());
    if (!change)
        return change.error();
    m_workspace.end(*activity, *change, command.reason, actor);
    ActivityView answer = engine::view(*activity, m_workspace.nowMs());
    for (const auto &[task, isShort] : m_workspace.tasks().allOfActivity(activity->id)) {
        answer.tasks.push_back(view(task));
        answer.tasks.back().isShort = isShort;
    }
    return domain::Answer(std::move(answer));
}

Executor::Answer Executor::run(const EnqueueTasks &command, const Actor &actor)
{
    Activity *activity = m_workspace.activity(command.activity);
    if (!activity)
        return noActivity(command.activity.toString());
    auto views = enqueue(*activity, command.tasks, actor);
    if (!views)
        return views.error();
    m_workspace.settle(*activity);
    return domain::Answer(std::move(*views));
}

// Whether the mail about an offer is good for nothing any more: too many wrong codes, too old, or there was none.
bool Executor::needsLink(const Task &task, const Worker &worker)
{
    if (!isChannel(worker.channel) || channelOf(worker.channel) != Channel::Email)
        return false;
    m_workspace.flush(); // the mail may be of this batch
    const std::vector<Link> links = store::LinkStore(m_database).ofTask(task.id);
    return links.empty() || stateOf(links.front(), &task, m_workspace.nowMs()) != LinkState::Open;
}

// By undoing. Who says so itself knows it, and needs a mail only where the link in the one it had is good for nothing any more;
// one by which it says so is good again.
void Executor::hasAgain(const Task &task, const Worker &worker, const Actor &actor)
{
    const bool byItself = actor.worker == worker.id;
    const bool isByLink = byItself && actor.name.startsWith(QLatin1StringView("mail:"));
    m_workspace.flush();
    const std::vector<Link> links = store::LinkStore(m_database).ofTask(task.id); // the newest first
    const auto link = std::ranges::find(links, worker.id, &Link::worker);
    const bool isLost = !isByLink && link != links.end() && stateOf(*link, &task, m_workspace.nowMs()) != LinkState::Open;
    if (task.state == TaskState::Pending)
        m_workspace.matching().back.push_back({task.id, QStringLiteral("restored"), byItself, true, !byItself || isLost});
    else if (isLost)
        tellAssigned(m_workspace, task, worker);
}

// What completed the task, or else the last that was done with it, where its state says that it could be taken back.
void Executor::lookAtUndoing(const Task &task, const Activity &activity, ActionContext &context)
{
    using enum TaskState;
    if (task.state == Optional || task.state == InReview || task.state == Cancelled)
        return;
    constexpr int eventsMax = 50; // remarks, files, and what the engine did in answer
    m_workspace.flush();
    const auto events = store::EventStore(m_database)
                            .latestOfTask(activity.id, task.id, activity.eventSeq - limits::undoEventsMax, eventsMax);
    if (task.state == Completed)
        context.completion = completionIn(events);
    else
        context.done = undoableIn(events);
    if (task.state == OnHold && context.done && context.done->worker.isNull())
        context.done->worker = task.worker; // a hold by who has it names nobody
}

// What a reserve would have looked at, of a worker that takes the task by completing it.
void Executor::lookAtTaking(const Task &task, ActionContext &context)
{
    const bool isMachine = context.worker && context.worker->kind != WorkerKind::Human;
    if (task.state != TaskState::Pending || !context.worker || (context.actor.actsForAnyone() && !context.own))
        return;
    const WorkerId &worker = context.worker->id;
    context.anotherCould = task.excluded.contains(worker.value) && m_workers.anotherCanTake(task, worker, context.nowMs);
    if (isMachine) {
        m_workspace.flush();
        context.held = m_workspace.tasks().heldBy({worker.value}).value(worker.value);
    }
}

// Whether who has the task is the only one of the pool that could take it.
bool Executor::isAloneIn(const QString &pool, const Task &task) const
{
    const bool isHad = task.state == TaskState::Pending || task.state == TaskState::InProgress;
    const Worker *worker = isHad ? m_workers.find(task.worker) : nullptr;
    Task there = task;
    there.pool = pool;
    return worker && couldTake(there, *worker) && !m_workers.anotherCanTake(there, worker->id, m_workspace.nowMs());
}

Result<TaskView> Executor::act(const TaskRef &ref, const ActionInput &input, const Actor &actor)
{
    Task *task = m_workspace.task(ref);
    if (!task)
        return noTask(ref);
    Activity &activity = *m_workspace.activity(task->activity);
    const bool undoes = input.action == TaskAction::Undo;
    ActionContext context;
    context.actor = actor;
    context.nowMs = m_workspace.nowMs();
    context.random = m_workspace.random();
    if (undoes)
        lookAtUndoing(*task, activity, context);
    context.worker = m_workers.find(context.done ? context.done->worker : workerConcerned(*task, input, actor));
    context.poolExists = !input.pool.isEmpty() && m_workers.poolExists(input.pool);
    context.isAloneThere = context.poolExists && isAloneIn(input.pool, *task);
    context.hours = &m_workspace.hoursOf(activity);
    context.thresholds = activity.thresholds;
    context.own = m_workers.find(actor.worker);
    context.humanCanTake =
        mayRefer(*task, input) && m_workers.humanCanTake(*task, workerConcerned(*task, input, actor), context.nowMs);
    if (context.worker)
        context.workerHours = &m_workspace.hoursOf(context.worker->calendar);
    context.activity = &activity;
    if (undoes)
        context.successors = m_workspace.successors(*task);
    if (input.action == TaskAction::Complete)
        lookAtTaking(*task, context);
    // The one ended state that has a way out has none any more.
    if (activity.state != ActivityState::Open && task->state == TaskState::Failed && input.action != TaskAction::Comment
        && !undoes)
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "activity %1 is %2"),
                         {activity.id.toString(), toString(activity.state)});
    const Task before = *task;
    const Result<Change> change = domain::act(*task, input, context);
    if (!change)
        return change.error();
    m_workspace.changed(*task, before, *change, actor);
    if (undoes)
        m_workspace.undone(*task, before, actor);
    if (input.action == TaskAction::Reassign && context.worker) {
        if (change->changed)
            m_workspace.matching().handed.push_back(
                {task->id, QStringLiteral("reassigned"), actor.worker == context.worker->id});
        else if (!m_workspace.matching().willTell(task->id) && needsLink(*task, *context.worker))
            tellAssigned(m_workspace, *task, *context.worker);
    }
    if (!undoes) {
        m_workspace.settle(activity);
    } else { // what was to be told of it is true again
        m_workspace.noteTimer(activity.dueAtMs); // which may be over: it is late then, or an option lapses
        if (context.worker && context.worker->id == task->worker)
            hasAgain(*task, *context.worker, actor);
        m_workspace.flush();
        m_messagesChanged |= store::OutboxStore(m_database).bringBack(activity.id, {});
    }
    return view(*task);
}

Executor::Answer Executor::run(const ActOnTask &command, const Actor &actor)
{
    Result<TaskView> result = act(command.task, command.input, actor);
    if (!result)
        return result.error();
    return domain::Answer(std::move(*result));
}

// Says of which item a field is.
static Result<TaskView> inItem(size_t index, Result<TaskView> result)
{
    if (result)
        return result;
    Error error = result.error();
    for (FieldError &field : error.fields)
        field.pointer.prepend(QStringLiteral("/items/%1").arg(index));
    return error;
}

Executor::Answer Executor::run(const CompleteTasks &command, const Actor &actor)
{
    std::vector<Result<TaskView>> results;
    for (size_t i = 0; i < command.items.size(); ++i) {
        const CompleteTasks::Item &item = command.items[i];
        results.push_back(item.flaw ? Result<TaskView>(*item.flaw) : inItem(i, act({{}, {}, item.task}, item.input, actor)));
    }
    return domain::Answer(std::move(results));
}

Executor::Answer Executor::run(const Reserve &, const Actor &)
{
    Q_ASSERT_X(false, "Executor", "reserves are handed out together, by Reservation");
    return makeError(ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "a defect in the program: %1"),
                     {QStringLiteral("reserve")});
}

void Executor::showChosen(const std::vector<TaskView *> &views)
{
    for (TaskView *view : views) {
        if (view->task.state != TaskState::Pending)
            continue;
        const Task *now = m_workspace.task({{}, {}, view->task.id}); // at hand: it was just changed
        if (now && now->state == TaskState::Pending && now->version != view->task.version)
            view->task = *now;
    }
}

std::vector<TaskView *> Executor::views(std::vector<Reply> &replies)
{
    std::vector<TaskView *> places;
    const auto collect = [&](std::vector<TaskView> &views) {
        for (TaskView &view : views)
            places.push_back(&view);
    };
    for (Reply &reply : replies) {
        if (!reply.result)
            continue;
        domain::Answer &answer = *reply.result;
        if (auto *task = std::get_if<TaskView>(&answer)) {
            places.push_back(task);
        } else if (auto *tasks = std::get_if<std::vector<TaskView>>(&answer)) {
            collect(*tasks);
        } else if (auto *activity = std::get_if<ActivityView>(&answer)) {
            collect(activity->tasks);
        } else if (auto *results = std::get_if<std::vector<Result<TaskView>>>(&answer)) {
            for (Result<TaskView> &result : *results) {
                if (result)
                    places.push_back(&result.value());
            }
        }
    }
    return places;
}

} // namespace hmsact::engine
