// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/paging.h"
#include "api/routes.h"
#include "domain/codec.h"

#include <array>

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Result;
using domain::Role;
using domain::TaskAction;

namespace {

const QString taskTag = QStringLiteral("Tasks");

struct ActionRoute {
    TaskAction action;
    QString requestSchema;
    QString summary;
};

const std::array<ActionRoute, 15> &actions()
{
    static const std::array<ActionRoute, 15> all{{
        {TaskAction::Complete, u"CompleteInput"_s, u"Hands in the result; also from PENDING, as an implicit reserve"_s},
        {TaskAction::Fail, u"FailInput"_s, u"Gives the task back as failed: tried again while attempts are left"_s},
        {TaskAction::Heartbeat, u"HeartbeatInput"_s, u"Extends the lease"_s},
        {TaskAction::Release, u"ReleaseInput"_s, u"Gives the task, or an offer of it, back untouched"_s},
        {TaskAction::OptIn, u"EmptyInput"_s, u"Chooses an optional task"_s},
        {TaskAction::Decline, u"OptionalReason"_s, u"Turns an optional task down"_s},
        {TaskAction::Hold, u"Reason"_s, u"Stops the task and its SLA clock"_s},
        {TaskAction::Resume, u"EmptyInput"_s, u"Goes on after hold; the due time moves by the pause"_s},
        {TaskAction::Retry, u"EmptyInput"_s, u"Offers a failed task again, attempts counted anew"_s},
        {TaskAction::Skip, u"Reason"_s, u"Goes on without this task"_s},
        {TaskAction::Reassign, u"ReassignInput"_s, u"Takes the task away and keeps it for a worker or a pool"_s},
        {TaskAction::Approve, u"ApproveInput"_s, u"Accepts what a machine handed in"_s},
        {TaskAction::SendBack, u"Reason"_s, u"Refuses what a machine handed in"_s},
        {TaskAction::Comment, u"CommentInput"_s, u"Adds a remark to the record"_s},
        {TaskAction::Undo, u"WorkerInput"_s, u"Takes back what was done last, soon and while nobody has built on it"_s},
    }};
    return all;
}

Route actionRoute(const ActionRoute &entry)
{
    const auto make = [action = entry.action](const Input &input) {
        return after<domain::Command>(input.task(), [&](domain::TaskRef task) {
            return asCommand(domain::actOnTaskFrom(input.json, std::move(task), action));
        });
    };
    return {.method = "POST",
            .path = PathTemplate(base + u"/activities/{id}/tasks/{name}/"_s + toString(entry.action)),
            .role = domain::roleFor(entry.action),
            .action = Act{make},
            .tag = taskTag,
            .summary = entry.summary,
            .responseSchema = u"Task"_s,
            .requestSchema = entry.requestSchema,
            .errors = {409},
            .body = Body::OptionalJson,
            .keepsKey = true};
}

Result<domain::Command> enqueue(const Input &input)
{
    return after<domain::Command>(
        input.activity(), [&](domain::ActivityId id) { return asCommand(domain::enqueueTasksFrom(input.json, id)); });
}

Result<domain::Query> tasksOfActivity(const Input &input)
{
    QueryReader query(input.query);
    return after<domain::Query>(input.activity(), [&](domain::ActivityId id) {
        return query.finish(domain::ListTasks{id, query.limit(), query.text("cursor"_L1)});
    });
}

Result<domain::Query> getTask(const Input &input)
{
    return after<domain::Query>(input.task(),
                                [](domain::TaskRef task) { return domain::Query(domain::GetTask{std::move(task)}); });
}

Result<domain::Query> linksOfTask(const Input &input)
{
    return after<domain::Query>(input.task(), [&](const domain::TaskRef &task) {
        QueryReader query(input.query);
        (void)query.limit(); // read again for the page
        return query.finish(domain::ListLinks{task.activity, task.name});
    });
}

} // namespace

void addTaskRoutes(Routes &routes)
{
    const PathTemplate tasks(base + u"/activities/{id}/tasks"_s);
    routes.push_back({.method = "POST",
                      .path = tasks,
                      .role = Role::Supervisor,
                      .action = Act{enqueue},
                      .tag = taskTag,
                      .summary = u"Adds tasks to an activity, all of them or none"_s,
                      .responseSchema = u"TaskList"_s,
                      .requestSchema = u"NewTasks"_s,
                      .errors = {409},
                      .body = Body::Json,
                      .status = 201,
                      .keepsKey = true});
    routes.push_back({.method = "GET",
                      .path = tasks,
                      .role = Role::Viewer,
                      .action = Ask{tasksOfActivity},
                      .tag = taskTag,
                      .summary = u"The queue of one activity, in order"_s,
                      .responseSchema = u"TaskPage"_s,
                      .query = withPaging()});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/activities/{id}/tasks/{name}"_s),
                      .role = Role::Viewer,
                      .action = Ask{getTask},
                      .tag = taskTag,
                      .summary = u"One task: what it waits for, why this worker, its artefacts"_s,
                      .responseSchema = u"TaskDetail"_s});
    routes.push_back(
        {.method = "GET",
         .path = PathTemplate(base + u"/activities/{id}/tasks/{name}/links"_s),
         .role = Role::Viewer,
         .action = Ask{linksOfTask, tellAll<domain::LinkView>},
         .tag = taskTag,
         .summary = u"The links in mail about a task: what became of them, and what looked like a mail scanner"_s,
         .responseSchema = u"LinkPage"_s,
         .query = withPaging()});
    for (const ActionRoute &entry : actions())
        routes.push_back(actionRoute(entry));
}

} // namespace hmsact::api
