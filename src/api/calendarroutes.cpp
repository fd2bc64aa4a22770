// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"
#include "api/paging.h"
#include "api/problem.h"
#include "api/queryreader.h"
#include "api/routes.h"
#include "domain/calendar.h"
#include "domain/objectreader.h"
#include "engine/holidayfile.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Calendar;
using domain::Result;
using domain::Role;

namespace {

const QString calendarTag = QStringLiteral("Calendars");

Result<domain::Command> makeCalendar(const Input &input)
{
    return after<domain::Command>(domain::calendarFrom(input.json), [](Calendar &&calendar) {
        return domain::Command(domain::SaveCalendar{std::move(calendar)});
    });
}

Result<domain::Command> changeCalendar(const Input &input)
{
    return changed<domain::SaveCalendar, Calendar>(input, domain::calendarFrom);
}

Result<domain::Command> removeCalendar(const Input &input)
{
    return domain::Command(domain::RemoveCalendar{input.path.value(u"name"_s)});
}

Result<domain::Query> showCalendar(const Input &input)
{
    return domain::Query(domain::GetCalendar{input.path.value(u"name"_s)});
}

Result<domain::Query> previewCalendar(const Input &input)
{
    return after<domain::Query>(domain::calendarFrom(input.json, input.path.value(u"name"_s)), [](Calendar &&calendar) {
        return domain::Query(domain::PreviewCalendar{std::move(calendar)});
    });
}

Result<domain::Query> explainTask(const Input &input)
{
    return after<domain::Query>(input.task(), [](domain::TaskRef &&task) {
        return domain::Query(domain::ExplainSla{task.activity, task.name});
    });
}

Result<domain::Query> explainActivity(const Input &input)
{
    return after<domain::Query>(input.activity(),
                                [](domain::ActivityId &&id) { return domain::Query(domain::ExplainSla{id}); });
}

// What an import read and made, saved or only looked at.
struct Import {
    std::shared_ptr<const Input> input;
    HttpReply reply;
    QByteArray ics;
    bool preview = false;
    std::vector<domain::Holiday> holidays = {};
};

QJsonObject imported(const Import &import, const Calendar &before, const Calendar &after,
                     const std::optional<domain::CalendarEffect> &effect)
{
    QJsonArray days;
    for (const domain::Holiday &holiday : import.holidays)
        days.append(domain::toJson(holiday));
    return {{u"found"_s, days},
            {u"added"_s, qint64(after.holidays.size() - before.holidays.size())},
            {u"calendar"_s, domain::toJson(after)},
            {u"effect"_s, effect ? QJsonValue(domain::toJson(*effect)) : QJsonValue()}};
}

void finishImport(engine::Core &core, const std::shared_ptr<const Import> &import, const Calendar &before)
{
    Calendar after = engine::withHolidays(before, import->holidays);
    if (import->preview) {
        domain::PreviewCalendar question{after};
        return core.ask(std::move(question), [import, before, after](Result<domain::QueryAnswer> answer) {
            if (!answer)
                return import->reply.send(problem(answer.error()));
            const auto &effect = std::get<domain::CalendarEffect>(*answer);
            import->reply.send(jsonAnswer(200, imported(*import, before, after, effect)));
        });
    }
    domain::SaveCalendar save{after, true, before.version};
    core.submit({std::move(save), import->input->actor, {}}, [import, before](domain::Reply answer) {
        if (!answer.result)
            return import->reply.send(problem(answer.result.error()));
        const Calendar &saved = std::get<Calendar>(*answer.result);
        import->reply.send(jsonAnswer(200, imported(*import, before, saved, {})));
    });
}

Result<Import> importOf(const std::shared_ptr<const Input> &input, const HttpReply &reply)
{
    domain::FieldErrors errors;
    domain::ObjectReader reader(input->json, {}, errors);
    reader.require("ics");
    const QString text = reader.string("ics").value_or(QString());
    reader.finish();
    if (!errors.isEmpty())
        return errors.error();
    QueryReader query(input->query);
    const bool preview = query.flag("preview"_L1).value_or(false);
    if (const auto checked = query.finish(domain::GetCalendar{}); !checked)
        return checked.error();
    return Import{input, reply, text.toUtf8(), preview};
}

Serve importHolidays(engine::Core &core)
{
    return [&core](const std::shared_ptr<const Input> &input, const HttpReply &reply) {
        auto read = importOf(input, reply);
        if (!read)
            return reply.send(problem(read.error()));
        auto import = std::make_shared<Import>(std::move(*read));
        const auto finish = [&core, import](Result<domain::QueryAnswer> found) {
            if (!found)
                return import->reply.send(problem(found.error()));
            finishImport(core, import, std::get<Calendar>(*found));
        };
        const auto take = [&core, import, finish](Result<domain::QueryAnswer> holidays) {
            if (!holidays)
                return import->reply.send(problem(holidays.error()));
            import->holidays = std::get<std::vector<domain::Holiday>>(std::move(*holidays));
            core.ask(domain::GetCalendar{import->input->path.value(u"name"_s)}, finish);
        };
        core.ask(domain::ReadHolidays{std::exchange(import->ics, {})}, take, [reply] { return reply.isGone(); });
    };
}

} // namespace

static void addChangingRoutes(Routes &routes, engine::Core &core)
{
    const PathTemplate one(base + u"/calendars/{name}"_s);
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/calendars"_s),
                      .role = Role::Admin,
                      .action = Act{makeCalendar},
                      .tag = calendarTag,
                      .summary = u"Sets a calendar; one of that name is changed (then 200)"_s,
                      .responseSchema = u"Calendar"_s,
                      .requestSchema = u"NewCalendar"_s,
                      .errors = {409},
                      .body = Body::Json,
                      .status = 201,
                      .location = base + u"/calendars/%1"_s,
                      .orUpdates = true,
                      .keepsKey = true});
    routes.push_back({.method = "PUT",
                      .path = one,
                      .role = Role::Admin,
                      .action = Act{changeCalendar},
                      .tag = calendarTag,
                      .summary = u"Changes a calendar, whole, with the version that was read only if it is still that; "
                                 "the due times of running clocks follow, step by step"_s,
                      .responseSchema = u"Calendar"_s,
                      .requestSchema = u"ChangedCalendar"_s,
                      .errors = {409},
                      .body = Body::Json});
    routes.push_back({.method = "DELETE",
                      .path = one,
                      .role = Role::Admin,
                      .action = Act{removeCalendar, tellNothing},
                      .tag = calendarTag,
                      .summary = u"Removes a calendar that no worker and no open activity has"_s,
                      .errors = {409},
                      .status = 204});
    routes.push_back(
        {.method = "POST",
         .path = PathTemplate(base + u"/calendars/{name}/import"_s),
         .role = Role::Admin,
         .action = importHolidays(core),
         .tag = calendarTag,
         .summary = u"Adds the holidays of an iCalendar text, or only says what that would change"_s,
         .responseSchema = u"CalendarImport"_s,
         .requestSchema = u"CalendarFile"_s,
         .errors = {409},
         .body = Body::Json,
         .query = {{.name = u"preview"_s, .type = Parameter::Type::Boolean, .description = u"true: nothing is saved"_s}},
         .bodyLimit = 2 * domain::limits::calendarFileBytesMax}); // as JSON it is longer
}

void addCalendarRoutes(Routes &routes, engine::Core &core)
{
    const PathTemplate one(base + u"/calendars/{name}"_s);
    addChangingRoutes(routes, core);
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/calendars"_s),
                      .role = Role::Viewer,
                      .action = Ask{listAll<domain::ListCalendars>, tellAll<Calendar>},
                      .tag = calendarTag,
                      .summary = u"All calendars, 24x7 first"_s,
                      .responseSchema = u"CalendarPage"_s,
                      .query = withPaging()});
    routes.push_back({.method = "GET",
                      .path = one,
                      .role = Role::Viewer,
                      .action = Ask{showCalendar},
                      .tag = calendarTag,
                      .summary = u"One calendar"_s,
                      .responseSchema = u"Calendar"_s});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/calendars/{name}/preview"_s),
                      .role = Role::Viewer,
                      .action = Ask{previewCalendar},
                      .tag = calendarTag,
                      .summary = u"What saving this calendar would do to running clocks; changes nothing"_s,
                      .responseSchema = u"CalendarEffect"_s,
                      .requestSchema = u"ChangedCalendar"_s,
                      .body = Body::Json});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/activities/{id}/sla"_s),
                      .role = Role::Viewer,
                      .action = Ask{explainActivity},
                      .tag = calendarTag,
                      .summary = u"Why an activity falls due when it does"_s,
                      .responseSchema = u"SlaExplanation"_s});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/activities/{id}/tasks/{name}/sla"_s),
                      .role = Role::Viewer,
                      .action = Ask{explainTask},
                      .tag = calendarTag,
                      .summary = u"Why a task falls due when it does"_s,
                      .responseSchema = u"SlaExplanation"_s});
}

} // namespace hmsact::api
