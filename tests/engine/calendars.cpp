// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/desk.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::calendars_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using limits::msPerHour;
using namespace Qt::StringLiterals;

namespace {

qint64 at(const char *text) { return *parseTime(QString::fromLatin1(text)); }
QString told(qint64 atMs) { return formatTime(atMs).left(16); }

Calendar office(int untilHour = 17)
{
    Calendar calendar;
    calendar.name = u"office"_s;
    calendar.timeZone = u"America/New_York"_s;
    for (size_t day = 0; day < 5; ++day)
        calendar.week[day] = {{9 * 60, 12 * 60}, {13 * 60, untilHour * 60}};
    return calendar;
}

constexpr const char *friday = "2026-11-20T15:00:00-05:00";

} // namespace

class CalendarsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theBuiltInOneStays();
    void savingAndRemoving();
    void anotherVersion();
    void workersNeedOneThatExists();
    void clocksCountWorkingTime();
    void whatWaitsStartsInWorkingTime();
    void pausesMoveByWorkingTime();
    void aPauseThatBeginsAnewInTheSameInstantCounts();
    void aChangeMovesRunningClocks();
    void aChangeGoesOnWhereItStopped();
    void whatAChangeWouldDo();
    void breachedAtOnce();
    void tooMuchToPromise();
    void everyDueTimeIsExplained();
    void whatHasStoppedIsExplainedAsItCounted();
    void aMixtureIsCalledOne();

private:
    ActivityId openWith(const std::vector<TaskSpec> &tasks, qint64 slaMs = 8 * msPerHour)
    {
        const auto made = m_desk->say(CreateActivity{u"jordan"_s, u"card"_s, slaMs, 5, {}, tasks, u"office"_s});
        return made ? made->activity.id : ActivityId();
    }
    Task task(ActivityId activity, const QString &name = u"a"_s)
    {
        const auto found = m_desk->ask(GetTask{{activity, name, {}}});
        return found ? found->view.task : Task();
    }
    int ticksUntilStill()
    {
        for (int ticks = 0; ticks < 100; ++ticks) {
            const qint64 nextMs = *m_desk->engine->nextTimerMs(m_desk->nowMs);
            if (nextMs == 0 || nextMs > m_desk->nowMs)
                return ticks;
            if (!m_desk->engine->tick(m_desk->nowMs))
                break;
        }
        return -1;
    }

    std::optional<Desk> m_desk;
};

void CalendarsTest::init()
{
    m_desk.emplace();
    m_desk->nowMs = at(friday);
    QVERIFY(m_desk->say(SaveCalendar{office()}));
}

void CalendarsTest::theBuiltInOneStays()
{
    QCOMPARE(m_desk->say(SaveCalendar{builtInCalendar()}).error().code, ErrorCode::Conflict);
    QCOMPARE(m_desk->say(RemoveCalendar{u"24x7"_s}).error().code, ErrorCode::Conflict);
    const auto all = m_desk->ask(ListCalendars{});
    QCOMPARE(all->size(), size_t(2));
    QCOMPARE(all->front(), builtInCalendar());
    QCOMPARE(*m_desk->ask(GetCalendar{u"24x7"_s}), builtInCalendar());
}

void CalendarsTest::savingAndRemoving()
{
    Calendar stored = *m_desk->ask(GetCalendar{u"office"_s});
    QCOMPARE(stored.updatedAtMs, m_desk->nowMs);
    stored.updatedAtMs = 0;
    QCOMPARE(stored, office());
    const ActivityId activity = openWith({Desk::task(u"a"_s)});
    const auto inUse = m_desk->say(RemoveCalendar{u"office"_s});
    QCOMPARE(inUse.error().code, ErrorCode::Conflict);
    QCOMPARE(inUse.error().detail.english(), u"calendar “office” is in use: 0 workers, 1 open activities"_s);
    QVERIFY(m_desk->say(EndActivity{activity, EndKind::Cancel, u"done with"_s}));
    QVERIFY(m_desk->say(RemoveCalendar{u"office"_s}));
    QCOMPARE(m_desk->say(RemoveCalendar{u"office"_s}).error().code, ErrorCode::NotFound);
    QCOMPARE(m_desk->ask(GetCalendar{u"office"_s}).error().code, ErrorCode::NotFound);
    const auto events = m_desk->ask(ListEvents{});
    QCOMPARE(events->items.back().kind, u"calendar.removed"_s);
    QVERIFY(m_desk->auditIsFine());
}

void CalendarsTest::anotherVersion()
{
    QCOMPARE(m_desk->say(SaveCalendar{office(18), true, 1})->version, 2);
    QCOMPARE(m_desk->say(SaveCalendar{office(19), true, 1}).error().code, ErrorCode::Conflict);
    Calendar other = office();
    other.name = u"shift"_s;
    QCOMPARE(m_desk->say(SaveCalendar{other, true}).error().code, ErrorCode::NotFound);
}

void CalendarsTest::workersNeedOneThatExists()
{
    SaveWorker save;
    save.spec.name = u"ann"_s;
    save.spec.skills = {{u"a"_s, 3}};
    save.spec.calendar = u"nowhere"_s;
    const auto refused = m_desk->say(save);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().fields.front().pointer, u"/calendar"_s);
    save.spec.calendar = u"office"_s;
    QVERIFY(m_desk->say(save));
    QCOMPARE(m_desk->say(RemoveCalendar{u"office"_s}).error().code, ErrorCode::Conflict);
    const auto activity = m_desk->say(CreateActivity{u"jordan"_s, u"card"_s, msPerHour, 5, {}, {}, u"nowhere"_s});
    QCOMPARE(activity.error().fields.front().pointer, u"/calendar"_s);
}

void CalendarsTest::clocksCountWorkingTime()
{
    const ActivityId activity = openWith({Desk::task(u"a"_s, 4 * msPerHour)});
    QCOMPARE(told(task(activity).dueAtMs), u"2026-11-23T16:00"_s); // Friday 15:00 and 4 h: Monday 11:00
    QCOMPARE(told(m_desk->ask(GetActivity{activity})->activity.dueAtMs), u"2026-11-23T21:00"_s); // Monday 16:00
    m_desk->nowMs = task(activity).dueAtMs - 1;
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    QCOMPARE(task(activity).breachedAtMs, 0);
    ++m_desk->nowMs;
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    QCOMPARE(task(activity).breachedAtMs, m_desk->nowMs);
}

void CalendarsTest::whatWaitsStartsInWorkingTime()
{
    const ActivityId activity = openWith({Desk::task(u"a"_s), Desk::task(u"b"_s, 2 * msPerHour)});
    m_desk->nowMs = at("2026-11-21T11:00:00-05:00"); // a Saturday
    QVERIFY(m_desk->act(activity, u"a"_s, TaskAction::Complete, u"ann"_s));
    QCOMPARE(told(task(activity, u"b"_s).dueAtMs), u"2026-11-23T16:00"_s); // Monday 9:00 and 2 h
}

void CalendarsTest::pausesMoveByWorkingTime()
{
    const ActivityId activity = openWith({Desk::task(u"a"_s, 4 * msPerHour)});
    m_desk->nowMs += msPerHour; // 16:00
    QVERIFY(m_desk->act(activity, u"a"_s, TaskAction::Hold, {}, u"a question"_s));
    m_desk->nowMs = at("2026-11-23T10:00:00-05:00"); // one hour on Friday, one on Monday
    QVERIFY(m_desk->act(activity, u"a"_s, TaskAction::Resume));
    QCOMPARE(told(task(activity).dueAtMs), u"2026-11-23T19:00"_s); // 11:00 and 2 h, with the break: 14:00
    m_desk->nowMs += 60'000;
    QVERIFY(m_desk->act(activity, u"a"_s, TaskAction::Hold, {}, u"another"_s));
    const auto why = m_desk->ask(ExplainSla{activity, u"a"_s});
    QCOMPARE(why->pauses.size(), size_t(2));
    QCOMPARE(why->pauses[0].span, (Span{at("2026-11-20T16:00:00-05:00"), at("2026-11-23T10:00:00-05:00")}));
    QCOMPARE(why->pauses[1].span.toMs, 0);
}

// As in one batch, or by a clock that stands still.
void CalendarsTest::aPauseThatBeginsAnewInTheSameInstantCounts()
{
    const ActivityId activity = openWith({Desk::task(u"a"_s, 4 * msPerHour)});
    for (const TaskAction action : {TaskAction::Hold, TaskAction::Resume, TaskAction::Hold})
        QVERIFY(m_desk->act(activity, u"a"_s, action, {}, u"a question"_s));
    const Span pause{m_desk->nowMs, m_desk->nowMs + msPerHour};
    m_desk->nowMs = pause.toMs;
    QVERIFY(m_desk->act(activity, u"a"_s, TaskAction::Resume));
    const qint64 dueAtMs = task(activity).dueAtMs;
    QCOMPARE(told(dueAtMs), u"2026-11-23T17:00"_s); // Monday 11:00 and an hour
    const auto why = m_desk->ask(ExplainSla{activity, u"a"_s});
    QCOMPARE(why->pauses.size(), size_t(1));
    QCOMPARE(why->pauses.front().span, pause);
    Calendar changed = office();
    changed.holidays = {{QDate(2040, 1, 2), u"Founders' day"_s}};
    QVERIFY(m_desk->say(SaveCalendar{changed}));
    QVERIFY(ticksUntilStill() > 0);
    QCOMPARE(task(activity).dueAtMs, dueAtMs);
}

void CalendarsTest::aChangeMovesRunningClocks()
{
    const ActivityId activity = openWith({Desk::task(u"a"_s, 4 * msPerHour), Desk::task(u"b"_s)});
    m_desk->nowMs += msPerHour;
    QVERIFY(m_desk->act(activity, u"a"_s, TaskAction::Hold, {}, u"a question"_s));
    m_desk->nowMs += msPerHour / 2;
    QVERIFY(m_desk->act(activity, u"a"_s, TaskAction::Resume));
    QCOMPARE(told(task(activity).dueAtMs), u"2026-11-23T16:30"_s);
    Calendar later = office(18); // an hour more in the evening, and that Monday is free
    later.holidays = {{QDate(2026, 11, 23), u"Founders' day"_s}};
    QVERIFY(m_desk->say(SaveCalendar{later}));
    QCOMPARE(told(task(activity).dueAtMs), u"2026-11-23T16:30"_s); // not in the same step
    QVERIFY(ticksUntilStill() > 0);
    QCOMPARE(told(task(activity).dueAtMs), u"2026-11-24T15:30"_s); // Tuesday 10:30
    QCOMPARE(task(activity, u"b"_s).dueAtMs, 0);
    const auto view = m_desk->ask(GetActivity{activity});
    QCOMPARE(told(view->activity.dueAtMs), u"2026-11-24T20:00"_s); // 3 h on Friday, 5 on Tuesday
    QStringList kinds;
    const auto events = m_desk->ask(ListEvents{activity, limits::pageMax, {}});
    for (const Event &event : events->items)
        kinds << event.kind;
    QVERIFY(kinds.contains(u"task.due_moved"_s) && kinds.contains(u"activity.due_moved"_s));
    QVERIFY(m_desk->auditIsFine());
    // What was moved falls due then, and not earlier.
    m_desk->nowMs = at("2026-11-24T10:29:00-05:00");
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    QCOMPARE(task(activity).breachedAtMs, 0);
    m_desk->nowMs = at("2026-11-24T10:30:00-05:00");
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    QVERIFY(task(activity).breachedAtMs > 0);
}

void CalendarsTest::aChangeGoesOnWhereItStopped()
{
    std::vector<ActivityId> activities;
    for (int i = 0; i < limits::recountActivitiesMax + 1; ++i)
        activities.push_back(openWith({Desk::task(u"a"_s, 4 * msPerHour)}));
    QVERIFY(m_desk->say(SaveCalendar{office(18)}));
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    QCOMPARE(told(task(activities.front()).dueAtMs), u"2026-11-23T15:00"_s);
    QCOMPARE(told(task(activities.back()).dueAtMs), u"2026-11-23T16:00"_s); // the next step's
    m_desk->engine.emplace(*m_desk->database, 43, 43); // as after a restart
    QVERIFY(ticksUntilStill() > 0);
    QCOMPARE(told(task(activities.back()).dueAtMs), u"2026-11-23T15:00"_s);
}

void CalendarsTest::whatAChangeWouldDo()
{
    openWith({Desk::task(u"a"_s, msPerHour)}); // due Friday 16:00
    openWith({Desk::task(u"a"_s, 4 * msPerHour)});
    m_desk->open({Desk::task(u"a"_s)}); // by another calendar
    m_desk->nowMs = at("2026-11-20T15:30:00-05:00");
    Calendar changed = office();
    changed.week[4] = {{9 * 60, 15 * 60 + 15}}; // Friday ends early, without a break
    const auto effect = m_desk->ask(PreviewCalendar{changed});
    QCOMPARE(effect->clocks, 4);
    QCOMPARE(effect->moved, 4);
    QCOMPARE(effect->breached, 0);
    QVERIFY(effect->complete);
    QCOMPARE(m_desk->ask(PreviewCalendar{office()})->moved, 0);
    changed = office();
    changed.week[6] = {};
    changed.timeZone = u"Europe/London"_s; // there it was past work when they began, and Monday begins earlier
    QCOMPARE(m_desk->ask(PreviewCalendar{changed})->moved, 4);
    QCOMPARE(told(task(openWith({Desk::task(u"a"_s, msPerHour)})).dueAtMs), u"2026-11-20T21:30"_s); // nothing was saved
}

void CalendarsTest::breachedAtOnce()
{
    Calendar slow = office();
    slow.week.fill({});
    slow.week[4] = {{15 * 60, 16 * 60}};
    QVERIFY(m_desk->say(SaveCalendar{slow}));
    const ActivityId activity = openWith({Desk::task(u"a"_s, 2 * msPerHour)}); // next Friday
    m_desk->nowMs = at("2026-11-24T12:00:00-05:00");
    const auto effect = m_desk->ask(PreviewCalendar{office()});
    QCOMPARE(effect->moved, 2);
    QCOMPARE(effect->breached, 2); // were due on Monday
    QVERIFY(m_desk->say(SaveCalendar{office()}));
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    QVERIFY(ticksUntilStill() >= 0);
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    QVERIFY(task(activity).breachedAtMs > 0);
}

void CalendarsTest::tooMuchToPromise()
{
    Calendar rare = office();
    rare.week.fill({});
    rare.week[0] = {{0, 1}};
    QVERIFY(m_desk->say(SaveCalendar{rare}));
    const auto refused = m_desk->say(
        CreateActivity{u"jordan"_s, u"card"_s, msPerHour, 5, {}, {Desk::task(u"a"_s, 1000 * msPerHour)}, u"office"_s});
    QCOMPARE(refused.error().fields.front().pointer, u"/tasks/0/sla"_s);
    const auto whole = m_desk->say(CreateActivity{u"jordan"_s, u"card"_s, 1000 * msPerHour, 5, {}, {}, u"office"_s});
    QCOMPARE(whole.error().fields.front().pointer, u"/sla"_s);
    QVERIFY(m_desk->ask(ListActivities{})->items.empty());
}

void CalendarsTest::everyDueTimeIsExplained()
{
    Calendar calendar = office();
    calendar.holidays = {{QDate(2026, 11, 23), u"Founders' day"_s}, {QDate(2026, 12, 25), u"Christmas"_s}};
    QVERIFY(m_desk->say(SaveCalendar{calendar}));
    const ActivityId activity = openWith({Desk::task(u"a"_s, 4 * msPerHour)});
    const auto why = m_desk->ask(ExplainSla{activity, u"a"_s});
    QVERIFY(why);
    QCOMPARE(why->calendar, u"office"_s);
    QCOMPARE(why->dueAtMs, at("2026-11-24T11:00:00-05:00"));
    QCOMPARE(why->counted,
             (std::vector<Span>{{at(friday), at("2026-11-20T17:00:00-05:00")},
                                {at("2026-11-24T09:00:00-05:00"), at("2026-11-24T11:00:00-05:00")}}));
    QCOMPARE(why->holidays.size(), size_t(1));
    QVERIFY(why->all);
    const auto whole = m_desk->ask(ExplainSla{activity, {}});
    QCOMPARE(whole->slaMs, 8 * msPerHour);
    const ActivityId plain = m_desk->open({Desk::task(u"a"_s)});
    const auto always = m_desk->ask(ExplainSla{plain, u"a"_s});
    QCOMPARE(always->calendar, QString());
    QCOMPARE(always->counted, (std::vector<Span>{{m_desk->nowMs, m_desk->nowMs + 2 * msPerHour}}));
    QCOMPARE(m_desk->ask(ExplainSla{plain, u"z"_s}).error().code, ErrorCode::NotFound);
}

// 15:00 to 17:00 on Friday, breached or done then; from Monday on the office opens at other hours, then not at all.
void CalendarsTest::whatHasStoppedIsExplainedAsItCounted()
{
    const ActivityId late = openWith({Desk::task(u"a"_s, 2 * msPerHour)}, 2 * msPerHour);
    const ActivityId done = openWith({Desk::task(u"a"_s, 2 * msPerHour), Desk::task(u"b"_s)}, 40 * msPerHour);
    m_desk->nowMs += msPerHour;
    QVERIFY(m_desk->act(done, u"a"_s, TaskAction::Complete, u"boss"_s));
    m_desk->nowMs += 2 * msPerHour;
    QVERIFY(m_desk->tick());
    Calendar sundays = office();
    sundays.week.fill({});
    sundays.week[6] = {{10 * 60, 11 * 60}};
    QVERIFY(m_desk->say(SaveCalendar{sundays}));
    QVERIFY(ticksUntilStill() >= 0);
    const std::vector<Span> counted{{at(friday), at("2026-11-20T17:00:00-05:00")}};
    for (const ActivityId activity : {late, done}) {
        const auto why = m_desk->ask(ExplainSla{activity, u"a"_s});
        QCOMPARE(why->dueAtMs, at("2026-11-20T17:00:00-05:00"));
        QCOMPARE(why->counted, counted);
        QVERIFY(why->basis == CalendarBasis::Former);
    }
    QVERIFY(m_desk->ask(ExplainSla{late, {}})->basis == CalendarBasis::Former);
    QVERIFY(m_desk->ask(ExplainSla{done, {}})->basis == CalendarBasis::Present); // it runs, and has followed
    for (const ActivityId activity : {late, done})
        QVERIFY(m_desk->say(EndActivity{activity, EndKind::Cancel, u"enough"_s}));
    QVERIFY(m_desk->say(RemoveCalendar{u"office"_s}));
    QCOMPARE(m_desk->ask(ExplainSla{late, {}})->counted, counted);
    const ActivityId plain = m_desk->open({Desk::task(u"a"_s)});
    QVERIFY(m_desk->ask(ExplainSla{plain, u"a"_s})->basis == CalendarBasis::Present);
}

// Breached by the old hours, then held for a while by the new ones: neither gives the due time alone.
void CalendarsTest::aMixtureIsCalledOne()
{
    const ActivityId activity = openWith({Desk::task(u"a"_s, 2 * msPerHour)}, 100 * msPerHour);
    m_desk->nowMs += 3 * msPerHour;
    QVERIFY(m_desk->tick());
    Calendar evenings = office();
    evenings.week.fill({{18 * 60, 23 * 60}});
    QVERIFY(m_desk->say(SaveCalendar{evenings}));
    QVERIFY(m_desk->act(activity, u"a"_s, TaskAction::Hold, {}, u"wait"_s));
    m_desk->nowMs += 2 * msPerHour;
    QVERIFY(m_desk->act(activity, u"a"_s, TaskAction::Resume));
    const auto why = m_desk->ask(ExplainSla{activity, u"a"_s});
    QVERIFY(why->dueAtMs > at("2026-11-20T17:00:00-05:00"));
    QVERIFY(why->basis == CalendarBasis::Mixed);
}

HMSACT_TEST(CalendarsTest)

} // namespace hmsact::calendars_test

#include "calendars.moc"
