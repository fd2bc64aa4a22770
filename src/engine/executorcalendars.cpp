// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/notfound.h"
#include "domain/textrules.h"
#include "engine/executor.h"

#include <QCoreApplication>

// The commands about calendars.
namespace hmsact::engine {

using namespace domain;

static Error builtIn()
{
    return makeError(ErrorCode::Conflict,
                     QT_TRANSLATE_NOOP("Error", "24x7 is built in: it can be neither changed nor removed"));
}

static Error calendarChangedMeanwhile(const QString &name)
{
    return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "calendar “%1” was changed meanwhile"), {quoted(name)});
}

Status Executor::knowsCalendar(const QString &name) const
{
    if (m_calendars.knows(name))
        return Done{};
    return invalidField(QStringLiteral("/calendar"), QT_TRANSLATE_NOOP("Error", "there is no calendar “%1”"),
                        {quoted(name)});
}

Executor::Answer Executor::run(const SaveCalendar &command, const Actor &actor)
{
    Calendar calendar = command.calendar;
    if (isBuiltIn(calendar.name))
        return builtIn();
    store::CalendarStore store(m_database);
    m_workspace.lockInstallation();
    const std::optional<Calendar> known = store.byName(calendar.name); // as it is by now
    if (!known && command.mustExist)
        return noCalendar(calendar.name);
    if (known && command.knownVersion > 0 && known->version != command.knownVersion)
        return calendarChangedMeanwhile(calendar.name);
    if (!known && m_calendars.size() >= limits::calendarsMax)
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "there are %1 calendars already"),
                         {QString::number(limits::calendarsMax)});
    calendar.version = known ? known->version + 1 : 1;
    calendar.updatedAtMs = m_workspace.nowMs();
    if (!known)
        store.insert(calendar);
    else if (!store.update(calendar))
        return calendarChangedMeanwhile(calendar.name);
    m_workspace.recordForInstallation(known ? QStringLiteral("calendar.changed") : QStringLiteral("calendar.made"),
                                      toJson(calendar), actor);
    m_workspace.noteTimer(m_workspace.nowMs()); // the clocks that run by it follow
    readCalendarsAgain(store);
    return domain::Answer(std::move(calendar));
}

Executor::Answer Executor::run(const RemoveCalendar &command, const Actor &actor)
{
    if (isBuiltIn(command.name))
        return builtIn();
    store::CalendarStore store(m_database);
    m_workspace.lockInstallation();
    if (!store.byName(command.name))
        return noCalendar(command.name);
    m_workspace.flush(); // an activity of this batch may have it
    if (const auto users = store.users(command.name); users.workers > 0 || users.activities > 0)
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error", "calendar “%1” is in use: %2 workers, %3 open activities"),
                         {quoted(command.name), QString::number(users.workers), QString::number(users.activities)});
    store.remove(command.name);
    m_workspace.recordForInstallation(QStringLiteral("calendar.removed"), {{QStringLiteral("name"), command.name}}, actor);
    readCalendarsAgain(store);
    return domain::Answer(Done{});
}

void Executor::readCalendarsAgain(store::CalendarStore &store)
{
    m_calendars.makeStale();
    m_calendars.load(store);
    m_calendarsChanged = true;
}

} // namespace hmsact::engine
