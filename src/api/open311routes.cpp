// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/georeport.h"
#include "api/queryreader.h"
#include "api/requestform.h"
#include "api/routes.h"
#include "domain/codec.h"

#include <QUrlQuery>

// What cities' apps speak: an intent is a service, an activity a request. Who reported something is told to nobody.
namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::ActivityState;
using domain::ActivityView;
using domain::Intent;
using domain::Result;
using georeport::Element;
using georeport::Format;

namespace {

constexpr qint64 recentMs = 90 * domain::limits::msPerDay; // what is listed where no date is given, by the specification

using Titles = QHash<QString, QString>; // of services, by their codes
using Requests = domain::Page<ActivityView>;

// How it stands, for people: GeoReport knows open and closed only.
QString notesOf(const domain::Activity &activity)
{
    const QString reason = activity.reason.isEmpty() ? QString() : u": "_s + activity.reason;
    switch (activity.state) {
    case ActivityState::Completed:
        return u"Done"_s;
    case ActivityState::Cancelled:
        return u"Cancelled"_s + reason;
    case ActivityState::Failed:
        return u"Not done"_s + reason;
    case ActivityState::Open:
        break;
    }
    const int wanted = activity.taskCount - activity.optionalCount;
    const int done = wanted - activity.openCount - activity.blockedCount;
    const QString steps = wanted == 0 ? u"Received"_s : u"%1 of %2 steps done"_s.arg(done).arg(wanted);
    return activity.breachedAtMs > 0 ? steps + u"; late"_s : steps;
}

Element requestOf(const ActivityView &view, const Titles &titles)
{
    const domain::Activity &activity = view.activity;
    const bool isOpen = activity.state == ActivityState::Open;
    const auto said = [of = activity.metadata[requestform::key]](QLatin1StringView name, QJsonValue::Type type) {
        return of[name].type() == type ? of[name] : QJsonValue(); // metadata may be anything
    };
    const auto text = [&](QLatin1StringView name) {
        return said(name, QJsonValue::String);
    };
    return {{"service_request_id"_L1, activity.id.toString()},
            {"status"_L1, isOpen ? u"open"_s : u"closed"_s},
            {"status_notes"_L1, notesOf(activity)},
            {"service_name"_L1, titles.value(activity.intent, activity.intent)},
            {"service_code"_L1, activity.intent},
            {"description"_L1, text("description"_L1)},
            {"agency_responsible"_L1, {}},
            {"service_notice"_L1, {}},
            {"requested_datetime"_L1, domain::formatTime(activity.createdAtMs)},
            {"updated_datetime"_L1, domain::timeOrNull(activity.endedAtMs)},
            {"expected_datetime"_L1, domain::formatTime(activity.dueAtMs)},
            {"address"_L1, text("address_string"_L1)},
            {"address_id"_L1, text("address_id"_L1)},
            {"zipcode"_L1, {}},
            {"lat"_L1, said("lat"_L1, QJsonValue::Double)},
            {"long"_L1, said("long"_L1, QJsonValue::Double)},
            {"media_url"_L1, text("media_url"_L1)}};
}

HttpResponse requestsAs(const std::vector<Element> &requests, Format format)
{
    return georeport::listOf(requests, "service_requests"_L1, "request"_L1, format);
}

// The rest of a list that is longer than a page; a key that stood in the address does not stand in this one.
QByteArray linkToNext(const Input &input, const QString &cursor)
{
    QUrlQuery query;
    for (const auto &[name, value] : input.query) {
        if (name != u"cursor" && name != u"api_key")
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    query.addQueryItem(u"cursor"_s, cursor);
    return '<' + Target::pathOf(input.http.head.target) + '?' + query.toString(QUrl::FullyEncoded).toLatin1()
        + ">; rel=\"next\"";
}

Result<domain::ListActivities> oneRequest(const Input &input)
{
    return after<domain::ListActivities>(input.activity(), [](domain::ActivityId id) {
        domain::ListActivities list;
        list.ids = {id};
        return Result<domain::ListActivities>(list);
    });
}

// A time in W3C's form is that millisecond, a date alone the whole day in UTC.
struct Span {
    qint64 fromMs = 0;
    qint64 beforeMs = 0;
};

Result<std::optional<Span>> spanIn(const QueryReader &query, QLatin1String name)
{
    const QString text = query.text(name);
    if (text.isEmpty())
        return std::optional<Span>();
    const bool isDate = text.size() == "2026-11-22"_L1.size();
    return after<std::optional<Span>>(
        domain::parseTime(isDate ? text + u"T00:00:00Z"_s : text, u'/' + name), [isDate](qint64 ms) {
            return Result<std::optional<Span>>(Span{ms, ms + (isDate ? domain::limits::msPerDay : 1)});
        });
}

// Ids that are asked for override all else.
Result<domain::ListActivities> manyRequests(const Input &input)
{
    QueryReader query(input.query);
    domain::ListActivities list;
    list.limit = query.text("limit"_L1).isEmpty() ? domain::limits::pageMax : query.limit();
    list.cursor = query.text("cursor"_L1);
    const auto isClosed = [](QStringView text) -> std::optional<bool> {
        return text == u"closed" ? std::optional(true) : text == u"open" ? std::optional(false) : std::nullopt;
    };
    const auto states = query.choices("status"_L1, isClosed, {u"open"_s, u"closed"_s});
    if (const auto status = query.status(); !status)
        return status.error();
    const QStringList ids = query.list("service_request_id"_L1);
    for (const QString &id : ids)
        list.ids.push_back(domain::ActivityId::fromString(id).value_or(domain::ActivityId{})); // 0: nobody's
    if (!ids.isEmpty())
        return list;
    list.intents = query.list("service_code"_L1);
    if (list.intents.size() > 1)
        list.intents.append(query.text("service_code"_L1)); // a name may have a comma
    if (!states.empty() && std::ranges::adjacent_find(states, std::not_equal_to()) == states.end()) // not both
        list.ended = states.front();
    const auto start = spanIn(query, "start_date"_L1);
    const auto end = spanIn(query, "end_date"_L1);
    if (!start || !end)
        return start ? end.error() : start.error();
    if (*start)
        list.createdFromMs = (*start)->fromMs;
    else if (*end)
        list.createdFromMs = (*end)->fromMs - recentMs;
    else
        list.createdWithinMs = recentMs;
    if (*end)
        list.createdBeforeMs = (*end)->beforeMs;
    return list;
}

using MakeList = Result<domain::ListActivities> (*)(const Input &);

// Asks for the activities and then for the titles of their intents.
Serve tellRequests(engine::Core &core, const Loop &loop, Format format, MakeList makeList)
{
    return [&core, loop, format, makeList](const std::shared_ptr<const Input> &input, const HttpReply &reply) {
        auto list = makeList(*input);
        if (!list)
            return reply.send(problem(list.error()));
        const bool isOne = makeList == oneRequest;
        core.ask(std::move(*list), [&core, loop, format, input, reply, isOne](const Result<domain::QueryAnswer> &found) {
            core.ask(domain::ListIntents{}, [=](const Result<domain::QueryAnswer> &services) {
                loop.post([=] {
                    if (!found || !services)
                        return reply.send(problem(found ? services.error() : found.error()));
                    const auto &page = std::get<Requests>(*found);
                    if (isOne && page.items.empty())
                        return reply.send(problem(404));
                    Titles titles;
                    for (const Intent &intent : std::get<std::vector<Intent>>(*services))
                        titles.insert(intent.name, intent.title);
                    std::vector<Element> requests;
                    for (const ActivityView &view : page.items)
                        requests.push_back(requestOf(view, titles));
                    HttpResponse response = requestsAs(requests, format);
                    if (!page.nextCursor.isEmpty())
                        response.fields.emplace_back("Link", linkToNext(*input, page.nextCursor));
                    reply.send(std::move(response));
                });
            });
        });
    };
}

Element received(const QJsonObject &activity)
{
    const QJsonValue account = activity[u"metadata"_s][requestform::key][u"account_id"];
    return {{"service_request_id"_L1, activity[u"id"_s]},
            {"service_notice"_L1, u"To be done by "_s + activity[u"due_at"_s].toString()},
            {"account_id"_L1, account.isString() ? account : QJsonValue()}};
}

Act takeRequest(Format format)
{
    return {.make = [](const Input &input) { return asCommand(requestform::activityFrom(input.form)); },
            .tellJson =
                [format](const Input &, const QJsonObject &activity) {
                    HttpResponse response = requestsAs({received(activity)}, format);
                    response.status = 201;
                    return response;
                }};
}

Ask tellServices(Format format)
{
    const auto tell = [format](const Input &, const domain::QueryAnswer &answer) -> Result<HttpResponse> {
        std::vector<Element> services;
        for (const Intent &intent : std::get<std::vector<Intent>>(answer))
            services.push_back({{"service_code"_L1, intent.name},
                                {"service_name"_L1, intent.title},
                                {"description"_L1, intent.description},
                                {"metadata"_L1, false}, // no questions of its own
                                {"type"_L1, u"realtime"_s}, // its id is told at once
                                {"keywords"_L1, QString()},
                                {"group"_L1, QString()}});
        return georeport::listOf(services, "services"_L1, "service"_L1, format);
    };
    return {[](const Input &) { return Result<domain::Query>(domain::Query(domain::ListIntents{})); }, tell};
}

Ask tellService(Format format)
{
    const auto tell = [format](const Input &, const domain::QueryAnswer &answer) -> Result<HttpResponse> {
        return georeport::document({{"service_code"_L1, std::get<Intent>(answer).name}, {"attributes"_L1, QJsonArray()}},
                                   "service_definition"_L1, format);
    };
    return {[](const Input &input) {
                return Result<domain::Query>(domain::Query(domain::GetIntent{input.path.value(u"code"_s)}));
            },
            tell};
}

// Every request has its id at once, so the token of one is its id.
Ask tellToken(Format format)
{
    const auto tell = [format](const Input &, const domain::QueryAnswer &answer) -> Result<HttpResponse> {
        const QString id = std::get<ActivityView>(answer).activity.id.toString();
        return requestsAs({{{"token"_L1, id}, {"service_request_id"_L1, id}}}, format);
    };
    return {[](const Input &input) {
                return after<domain::Query>(input.activity(), [](domain::ActivityId id) {
                    return Result<domain::Query>(domain::Query(domain::GetActivity{id}));
                });
            },
            tell};
}

Route route(Format format, const char *method, const QString &path, decltype(Route::action) action, const QString &summary,
            const QString &schema)
{
    const bool isXml = format == Format::Xml;
    return {
        .method = method,
        .path = PathTemplate(georeport::base + path + georeport::ending(format)),
        .role = domain::Role::Viewer,
        .action = std::move(action),
        .tag = u"Open311"_s,
        .summary = summary,
        .responseSchema = schema,
        .mediaType = isXml ? QString::fromLatin1(georeport::mediaType(format)) : QString(),
        .errorSchema = u"Open311Errors"_s,
        .query = {{.name = u"api_key"_s, .description = u"A token, where there is no Authorization"_s, .mayBeEmpty = true},
                  {.name = u"jurisdiction_id"_s,
                   .description = u"There is one here; whatever it says is taken"_s,
                   .mayBeEmpty = true}},
        .takesApiKey = true};
}

// Forms send all their fields, so those that are empty say nothing; but which requests are asked for is never nothing.
const std::vector<Parameter> filters{
    {.name = u"service_request_id"_s,
     .type = Parameter::Type::TextList,
     .description = u"These and no others, whatever else is said"_s},
    {.name = u"service_code"_s,
     .type = Parameter::Type::TextList,
     .description = u"Only those about these services"_s,
     .mayBeEmpty = true},
    {.name = u"status"_s,
     .type = Parameter::Type::TextList,
     .description = u"Only those in one of these states"_s,
     .values = {u"open"_s, u"closed"_s},
     .mayBeEmpty = true},
    {.name = u"start_date"_s,
     .description = u"Requested then or later, a time or a date in UTC; left out: within 90 days before the end"_s,
     .mayBeEmpty = true},
    {.name = u"end_date"_s,
     .description = u"Requested then or earlier, a date with its whole day; left out: now"_s,
     .mayBeEmpty = true},
    {.name = u"limit"_s,
     .type = Parameter::Type::Integer,
     .description = u"Requests on a page, 1 to 1000; 1000 when left out"_s,
     .mayBeEmpty = true},
    {.name = u"cursor"_s, .description = u"Of the Link that the page before leads on by"_s, .mayBeEmpty = true}};

void addIn(Format format, Routes &routes, engine::Core &core, const Loop &loop)
{
    routes.push_back(route(format, "GET", u"/services"_s, tellServices(format), u"What can be asked for: the intents"_s,
                           u"Open311Services"_s));
    routes.push_back(route(format, "GET", u"/services/{code}"_s, tellService(format),
                           u"One service; none has questions of its own"_s, u"Open311Service"_s));
    routes.push_back(route(format, "GET", u"/requests"_s, tellRequests(core, loop, format, manyRequests),
                           u"Activities as requests, the newest first; Link leads on where there are more"_s,
                           u"Open311Requests"_s));
    routes.back().query.insert(routes.back().query.end(), filters.begin(), filters.end());
    routes.push_back(route(format, "GET", u"/requests/{id}"_s, tellRequests(core, loop, format, oneRequest),
                           u"One activity as a request, in a list"_s, u"Open311Requests"_s));
    routes.push_back(route(format, "GET", u"/tokens/{id}"_s, tellToken(format), u"The request of a token, which is its id"_s,
                           u"Open311Token"_s));
    Route take = route(format, "POST", u"/requests"_s, takeRequest(format),
                       u"Opens an activity from the template of its intent"_s, u"Open311Received"_s);
    take.role = domain::Role::Supervisor;
    take.requestSchema = u"Open311NewRequest"_s;
    take.errors = {404};
    take.body = Body::Form;
    take.status = 201;
    take.keepsKey = true;
    take.bodyLimit = requestform::bytesMax;
    routes.push_back(std::move(take));
}

} // namespace

void addOpen311Routes(Routes &routes, engine::Core &core, const Loop &loop)
{
    addIn(Format::Json, routes, core, loop);
    addIn(Format::Xml, routes, core, loop);
}

} // namespace hmsact::api
