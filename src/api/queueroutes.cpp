// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/authenticator.h"
#include "api/jsonanswer.h"
#include "api/problem.h"
#include "api/queryreader.h"
#include "api/routes.h"
#include "domain/codec.h"
#include "domain/describe.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <atomic>

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::QueueSort;
using domain::Result;
using domain::Role;

namespace {

const QString queueTag = QStringLiteral("Queue");
const QString lostAnswer = QStringLiteral(
    "Said again, it leases something else: no Idempotency-Key counts here. What an answer that got lost has leased is in "
    "/queue?state=IN_PROGRESS&worker_id=…; released without a lease_token it uses up no attempt. Left alone it comes back "
    "when its lease ends, which is a failed attempt of a bot or an agent.");
const QString lostReserve =
    QStringLiteral("Results may be said again. A reserve leases something else then, as in /queue/reserve.");

struct Sorting {
    QueueSort by = QueueSort::Rank;
    domain::SortOrder order = domain::SortOrder::Ascending;
};

const QStringList &sortNames() // in the order of QueueSort
{
    static const QStringList names{u"rank"_s,  u"due_at"_s, u"name"_s,      u"priority"_s,
                                   u"skill"_s, u"state"_s,  u"worker_id"_s, u"activity_id"_s};
    return names;
}

std::optional<Sorting> sortingFrom(QStringView text) // "-due_at": the latest first
{
    const bool down = text.startsWith(u'-');
    const qsizetype index = sortNames().indexOf(down ? text.sliced(1) : text);
    if (index < 0)
        return {};
    return Sorting{static_cast<QueueSort>(index), down ? domain::SortOrder::Descending : domain::SortOrder::Ascending};
}

Result<domain::Query> listQueue(const Input &input)
{
    QueryReader query(input.query);
    const Sorting sorting = query.choice("sort"_L1, sortingFrom, sortNames()).value_or(Sorting{});
    domain::ListQueue list;
    list.states = query.choices("state"_L1, domain::taskStateFrom);
    list.skill = query.text("skill"_L1);
    list.worker = domain::WorkerId{query.text("worker_id"_L1)};
    list.pool = query.text("pool"_L1);
    list.intent = query.text("intent"_L1);
    list.slaState = query.choice("sla_state"_L1, domain::slaStateFrom);
    list.text = query.text("q"_L1);
    list.sort = sorting.by;
    list.order = sorting.order;
    list.explain = query.flag("explain"_L1).value_or(false);
    list.limit = query.limit();
    list.cursor = query.text("cursor"_L1);
    return query.finish(std::move(list));
}

Result<domain::Command> reserve(const Input &input) { return asCommand(domain::reserveFrom(input.json)); }

// What was handed in, and what the worker goes on with: each is written by the thread that answers it.
struct Turn {
    std::atomic<int> missing = 1;
    Result<domain::Answer> completed = domain::Answer();
    std::optional<Result<domain::Answer>> reserved = {};
    std::atomic<bool> isReservedTold = false; // by the core, or because the token has ended
};

HttpResponse tellTurn(const Input &input, const Turn &turn)
{
    if (!turn.completed)
        return problem(turn.completed.error());
    const QJsonArray asked = input.json[u"items"_s].toArray();
    qsizetype index = 0;
    domain::JsonWriter json;
    json.objects("items"_L1, std::get<domain::CompleteTasks::Answer>(*turn.completed),
                 [&](domain::JsonWriter &item, const Result<domain::TaskView> &result) {
                     describe(item, result);
                     const QJsonValue id = asked[index++].toObject()[u"task_id"_s]; // under which it was handed in
                     item.value("task_id"_L1, id.isString() ? id : QJsonValue());
                 });
    if (turn.reserved) {
        domain::JsonWriter next;
        describe(next, *turn.reserved);
        json.object("reserved"_L1, next);
    }
    return jsonAnswer(200, json.json());
}

Result<std::optional<domain::Reserve>> takeReserve(QJsonObject &body)
{
    const QJsonValue next = body.take(u"reserve"_s);
    if (next.isUndefined())
        return std::optional<domain::Reserve>();
    if (!next.isObject())
        return domain::invalidField(u"/reserve"_s, QT_TRANSLATE_NOOP("Error", "must be an object"));
    return after<std::optional<domain::Reserve>>(
        domain::reserveFrom(next.toObject(), u"/reserve"_s),
        [](domain::Reserve &&reserve) { return std::optional(std::move(reserve)); });
}

// Said one right after the other, both are carried out in one transaction, as a rule.
Serve complete(engine::Core &core, const Loop &loop)
{
    return [&core, loop](const std::shared_ptr<const Input> &input, const HttpReply &reply) {
        QJsonObject body = input->json;
        auto next = takeReserve(body);
        if (!next)
            return reply.send(problem(next.error()));
        auto items = domain::completeTasksFrom(body);
        if (!items)
            return reply.send(problem(items.error()));
        const auto turn = std::make_shared<Turn>(*next ? 2 : 1);
        const bool waits = *next && (*next)->waitMs > 0;
        const auto had = [turn, input, reply, loop, waits] {
            if (--turn->missing > 0)
                return;
            loop.post([turn, input, reply, waits] {
                const auto tell = [turn, input, reply](bool isAllowed) {
                    if (!isAllowed)
                        turn->reserved = unauthenticated();
                    reply.send(tellTurn(*input, *turn));
                };
                waits ? input->stillAllowed(tell) : tell(true); // it may have been long
            });
        };
        core.submit({std::move(*items), input->actor, {}}, [turn, had](domain::Reply answer) {
            turn->completed = std::move(answer.result);
            had();
        });
        if (!*next)
            return;
        const auto haveReserved = [turn, had](Result<domain::Answer> reserved) {
            if (turn->isReservedTold.exchange(true))
                return;
            turn->reserved = std::move(reserved);
            had();
        };
        const auto isOver = [turn, reply] { // also before the answer is there: what was handed in may take its time
            return turn->isReservedTold || reply.isGone();
        };
        if (waits) {
            reply.watch();
            input->untilWithdrawn(isOver, [haveReserved] { haveReserved(unauthenticated()); });
        }
        core.submit(
            {std::move(**next), input->actor, {}},
            [haveReserved](domain::Reply answer) { haveReserved(std::move(answer.result)); }, isOver);
    };
}

std::vector<Parameter> filters()
{
    QStringList sorts = sortNames();
    for (const QString &name : sortNames())
        sorts.append(u'-' + name);
    return {{.name = u"state"_s,
             .type = Parameter::Type::TextList,
             .description = u"Only these states; left out: the open ones"_s,
             .values = domain::textsOf<domain::TaskState>()},
            {.name = u"skill"_s, .description = u"Only this skill"_s},
            {.name = u"worker_id"_s, .description = u"Only what this worker holds or is assigned"_s},
            {.name = u"pool"_s, .description = u"Only what is kept for this pool"_s},
            {.name = u"intent"_s, .description = u"Only activities with this intent"_s},
            {.name = u"sla_state"_s, .description = u"Only this SLA state"_s, .values = domain::textsOf<domain::SlaState>()},
            {.name = u"q"_s,
             .description = u"Part of the task's name, the intent, the citizen or the worker"_s,
             .mayBeEmpty = true},
            {.name = u"sort"_s, .description = u"Order; with - the other way round"_s, .values = sorts},
            {.name = u"explain"_s,
             .type = Parameter::Type::Boolean,
             .description = u"Say of each task why nobody works on it"_s}};
}

} // namespace

void addQueueRoutes(Routes &routes, engine::Core &core, const Loop &loop)
{
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/queue"_s),
                      .role = Role::Viewer,
                      .action = Ask{listQueue},
                      .tag = queueTag,
                      .summary = u"Tasks of all activities"_s,
                      .responseSchema = u"TaskPage"_s,
                      .query = withPaging(filters())});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/queue/reserve"_s),
                      .role = Role::Worker,
                      .action = Act{reserve},
                      .tag = queueTag,
                      .summary = u"Leases work to a worker; with wait_s it answers when there is some"_s,
                      .note = lostAnswer,
                      .responseSchema = u"LeaseList"_s,
                      .requestSchema = u"ReserveInput"_s,
                      .errors = {404, 409},
                      .body = Body::Json});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/queue/complete"_s),
                      .role = Role::Worker,
                      .action = complete(core, loop),
                      .tag = queueTag,
                      .summary = u"Hands in many results, and reserves what comes next; a bad one does not spoil the rest"_s,
                      .note = lostReserve,
                      .responseSchema = u"CompletionList"_s,
                      .requestSchema = u"CompletionsInput"_s,
                      .body = Body::Json});
}

} // namespace hmsact::api
