// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"
#include "api/queryreader.h"
#include "api/routes.h"
#include "domain/codec.h"
#include "domain/staffing.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Result;
using domain::Role;
using domain::WorkerId;

namespace {

const QString workerTag = QStringLiteral("Workers");

WorkerId workerOf(const Input &input) { return WorkerId{input.path.value(u"id"_s)}; }

// A question or a command that says nothing but whom it is about.
template <class Said, class About>
Result<Said> aboutWorker(const Input &input)
{
    return Said(About{workerOf(input)});
}

Result<domain::Command> saveWorker(const Input &input) { return asCommand(domain::saveWorkerFrom(input.json, {})); }

Result<domain::Command> updateWorker(const Input &input)
{
    return asCommand(domain::saveWorkerFrom(input.json, workerOf(input)));
}

Result<domain::Query> listWorkers(const Input &input)
{
    QueryReader query(input.query);
    return query.finish(domain::ListWorkers{query.limit(), query.text("cursor"_L1)});
}

Result<domain::Query> staffing(const Input &input)
{
    QueryReader query(input.query);
    return query.finish(domain::GetStaffing{query.limit(), query.text("cursor"_L1)});
}

Result<domain::Query> drillAbsence(const Input &input)
{
    Result<domain::DrillAbsence> question = domain::drillAbsenceFrom(input.json, workerOf(input));
    return question ? Result<domain::Query>(std::move(*question)) : question.error();
}

} // namespace

// Looking at who is there, and trying what would be if one were not.
static void addStaffInsight(Routes &routes)
{
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/staffing"_s),
                      .role = Role::Viewer,
                      .action = Ask{staffing},
                      .tag = workerTag,
                      .summary = u"Workers with what they have and how they did, and skills that nobody here has"_s,
                      .responseSchema = u"Staffing"_s,
                      .query = withPaging()});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/workers/{id}/absence-drill"_s),
                      .role = Role::Clerk,
                      .action = Ask{drillAbsence},
                      .tag = workerTag,
                      .summary = u"Where what a worker has would go if it were away; changes nothing"_s,
                      .responseSchema = u"AbsencePlan"_s,
                      .requestSchema = u"Leave"_s,
                      .errors = {404},
                      .body = Body::Json});
}

void addWorkerRoutes(Routes &routes)
{
    addStaffInsight(routes);
    const PathTemplate all(base + u"/workers"_s);
    const PathTemplate one(base + u"/workers/{id}"_s);
    routes.push_back({.method = "POST",
                      .path = all,
                      .role = Role::Supervisor,
                      .action = Act{saveWorker},
                      .tag = workerTag,
                      .summary = u"Registers a worker, or updates the one of that id or name (then 200)"_s,
                      .responseSchema = u"Worker"_s,
                      .requestSchema = u"NewWorker"_s,
                      .errors = {409},
                      .body = Body::Json,
                      .status = 201,
                      .location = base + u"/workers/%1"_s,
                      .orUpdates = true,
                      .keepsKey = true});
    routes.push_back({.method = "GET",
                      .path = all,
                      .role = Role::Viewer,
                      .action = Ask{listWorkers},
                      .tag = workerTag,
                      .summary = u"Lists workers by id"_s,
                      .responseSchema = u"WorkerPage"_s,
                      .query = withPaging()});
    routes.push_back({.method = "GET",
                      .path = one,
                      .role = Role::Viewer,
                      .action = Ask{aboutWorker<domain::Query, domain::GetWorker>},
                      .tag = workerTag,
                      .summary = u"One worker"_s,
                      .responseSchema = u"WorkerDetail"_s});
    routes.push_back({.method = "PATCH",
                      .path = one,
                      .role = Role::Worker, // of itself, whether it is there and its language; the rest takes a supervisor
                      .action = Act{updateWorker},
                      .tag = workerTag,
                      .summary = u"Changes what is given, leaves the rest; a worker says of itself available and language"_s,
                      .responseSchema = u"Worker"_s,
                      .requestSchema = u"WorkerChange"_s,
                      .errors = {409},
                      .body = Body::Json});
    routes.push_back({.method = "DELETE",
                      .path = one,
                      .role = Role::Supervisor,
                      .action = Act{aboutWorker<domain::Command, domain::RemoveWorker>, tellNothing},
                      .tag = workerTag,
                      .summary = u"Removes a worker that holds nothing"_s,
                      .errors = {409},
                      .status = 204});
}

} // namespace hmsact::api
