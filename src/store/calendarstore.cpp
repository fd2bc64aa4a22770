// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/calendarstore.h"

#include "store/columns.h"

namespace hmsact::store {

using domain::Calendar;

static Calendar calendarOf(const Statement &s)
{
    domain::Result<Calendar> calendar = domain::calendarFrom(jsonObject(s.blob(2)));
    if (!calendar) // nothing is stored that was not read by the same function
        throw SqlError(SqlFailure::Defect, QStringLiteral("calendar %1 cannot be read").arg(s.text(0)));
    calendar->version = s.number(1);
    calendar->updatedAtMs = s.integer(3);
    return std::move(*calendar);
}

std::vector<Calendar> CalendarStore::all()
{
    std::vector<Calendar> result;
    Statement s = m_database.statement("calendar.all");
    while (s.next())
        result.push_back(calendarOf(s));
    return result;
}

std::optional<Calendar> CalendarStore::byName(const QString &name)
{
    if (domain::isBuiltIn(name))
        return domain::builtInCalendar();
    Statement s = m_database.statement("calendar.by_name");
    return s.bind(name).next() ? std::optional(calendarOf(s)) : std::nullopt;
}

std::vector<Calendar> CalendarStore::former(const QString &name, qint64 untilMs)
{
    std::vector<Calendar> result;
    Statement s = m_database.statement("calendar.told");
    s.bind(untilMs);
    while (s.next()) {
        QJsonObject said = jsonObject(s.blob(1));
        if (said.value(QLatin1StringView("name")).toString() != name)
            continue;
        for (const char *more : {"version", "built_in", "updated_at"})
            said.remove(QLatin1StringView(more));
        if (domain::Result<Calendar> calendar = domain::calendarFrom(said)) {
            calendar->updatedAtMs = s.integer(0);
            result.push_back(std::move(*calendar));
        }
    }
    return result;
}

void CalendarStore::insert(const Calendar &c)
{
    m_database.statement("calendar.insert").bind(c.name, c.version, jsonText(domain::bodyOf(c)), c.updatedAtMs).execute();
}

bool CalendarStore::update(const Calendar &c)
{
    return m_database.statement("calendar.update")
               .bind(c.version, jsonText(domain::bodyOf(c)), c.updatedAtMs, c.name, c.version - 1)
               .execute()
        > 0;
}

void CalendarStore::remove(const QString &name) { m_database.statement("calendar.remove").bind(name).execute(); }

CalendarStore::Users CalendarStore::users(const QString &name)
{
    Statement s = m_database.statement("calendar.users");
    return s.bind(name, name).next() ? Users{s.number(0), s.number(1)} : Users();
}

std::optional<CalendarStore::Recount> CalendarStore::toRecount()
{
    Statement s = m_database.statement("calendar.to_recount");
    return s.next() ? std::optional(Recount{calendarOf(s), s.integer(4)}) : std::nullopt;
}

void CalendarStore::recounted(const Recount &upTo)
{
    m_database.statement("calendar.set_recount")
        .bind(std::max<qint64>(upTo.after, -1), upTo.calendar.name, upTo.calendar.version)
        .execute();
}

std::vector<qint64> CalendarStore::openActivities(const QString &calendar, qint64 after, int limit)
{
    std::vector<qint64> ids;
    Statement s = m_database.statement("calendar.open_activities");
    s.bind(calendar, after, limit);
    while (s.next())
        ids.push_back(s.integer(0));
    return ids;
}

void CalendarStore::pauseBegins(const domain::Task &task)
{
    m_database.statement("pause.begin").bind(task.id.value, task.slaRun, task.pausedAtMs).execute();
}

void CalendarStore::pauseEnds(domain::TaskId task, qint64 nowMs)
{
    m_database.statement("pause.end").bind(nowMs, task.value).execute();
}

CalendarStore::Pauses CalendarStore::pausesOf(const std::vector<qint64> &tasks)
{
    Pauses result;
    if (tasks.empty())
        return result;
    Statement s = m_database.statement("pause.of");
    s.bind(m_database.ids(tasks));
    while (s.next())
        result[{s.integer(0)}].push_back({s.number(1), {s.integer(2), s.integer(3)}});
    return result;
}

} // namespace hmsact::store
