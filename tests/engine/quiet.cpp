// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "engine/staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::quiet_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// Time that passes costs what happens in it: what waits is looked at when something may have become of it, not each minute.
class QuietTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aQuietWeekIsSleptThrough();
    void whoComesToWorkIsToldAtOnce();
    void whoComesBackFromLeaveIsToldAtOnce();
    void whatAnotherCausesIsSeenWithinAMinute();

private:
    // Turns the clock from timer to timer. → how many there were
    int sleepUntil(qint64 atMs)
    {
        int woken = 0;
        for (;; ++woken) {
            const qint64 nextMs = *m_desk->engine->nextTimerMs(m_desk->nowMs);
            if (nextMs == 0 || nextMs > atMs)
                break;
            m_desk->nowMs = std::max(nextMs, m_desk->nowMs);
            if (!m_desk->engine->tick(m_desk->nowMs))
                return -1;
        }
        m_desk->nowMs = atMs;
        return woken;
    }

    std::optional<Desk> m_desk;
};

static qint64 at(const char *time) { return *parseTime(s(time)); }

// Thursday evening, at a time of its own, for once an hour everything is looked at; the office is open from nine to five on
// weekdays.
void QuietTest::init()
{
    m_desk.reset();
    m_desk.emplace();
    m_desk->nowMs = at("2026-11-19T20:20:00Z");
    Calendar office;
    office.name = s("office");
    office.timeZone = s("UTC");
    for (size_t day = 0; day < 5; ++day)
        office.week[day] = {{9 * 60, 17 * 60}};
    QVERIFY(m_desk->say(SaveCalendar{office}));
    WorkerSpec ann = clerk(s("ann"));
    ann.calendar = s("office");
    ann.capacity = 2;
    hire(*m_desk, ann);
    QVERIFY(m_desk->tick());
}

void QuietTest::aQuietWeekIsSleptThrough()
{
    m_desk->open({digging(5)}, 100 * limits::msPerDay); // more than she could ever take
    const int woken = sleepUntil(m_desk->nowMs + 7 * limits::msPerDay);
    QVERIFY2(woken >= 7 * 24 && woken < 7 * 24 + 40, qPrintable(QString::number(woken))); // once an hour, and her shifts
}

void QuietTest::whoComesToWorkIsToldAtOnce()
{
    sleepUntil(at("2026-11-20T08:30:00Z"));
    const ActivityId activity = m_desk->open({digging()}, 100 * limits::msPerDay);
    sleepUntil(at("2026-11-20T08:59:59Z"));
    QCOMPARE(standing(*m_desk, activity), s("PENDING"));
    sleepUntil(at("2026-11-20T09:00:00Z"));
    QCOMPARE(standing(*m_desk, activity), s("PENDING ann"));
}

void QuietTest::whoComesBackFromLeaveIsToldAtOnce()
{
    WorkerSpec ann;
    ann.id = WorkerId{s("ann")};
    Leave leave;
    leave.fromMs = at("2026-11-20T00:00:00Z");
    leave.toMs = at("2026-11-23T12:30:00Z");
    ann.leave = std::vector<Leave>{leave};
    hire(*m_desk, ann);
    const ActivityId activity = m_desk->open({digging()}, 100 * limits::msPerDay);
    sleepUntil(leave.toMs - 1);
    QCOMPARE(standing(*m_desk, activity), s("PENDING"));
    sleepUntil(leave.toMs);
    QCOMPARE(standing(*m_desk, activity), s("PENDING ann"));
}

// A machine was better placed, and asked for nothing; then it has its hands full.
void QuietTest::whatAnotherCausesIsSeenWithinAMinute()
{
    sleepUntil(at("2026-11-20T10:00:00Z"));
    m_desk->hire(s("bot"), {s("dig"), s("fill")}, 2);
    QVERIFY(m_desk->reserve(s("bot"))->empty()); // it is there
    for (const char *skill : {"fill", "fill"})
        m_desk->open({Desk::task(s(skill), 48 * limits::msPerHour)}, 100 * limits::msPerDay);
    WorkerSpec better;
    better.id = WorkerId{s("bot")};
    better.skills = QMap<QString, int>{{s("dig"), 5}, {s("fill"), 5}};
    hire(*m_desk, better);
    const ActivityId activity = m_desk->open({digging()}, 100 * limits::msPerDay);
    sleepUntil(m_desk->nowMs + 5 * limits::msPerMinute);
    QCOMPARE(standing(*m_desk, activity), s("PENDING"));
    for (int i = 0; i < 2; ++i) { // the others come first in its line
        const auto view = m_desk->ask(ListQueue{});
        for (const TaskView &waiting : view->items) {
            if (waiting.task.name == s("fill") && waiting.task.state == TaskState::Pending) {
                QVERIFY(m_desk->act(waiting.task.activity, s("fill"), TaskAction::Reassign, s("bot")));
                break;
            }
        }
    }
    sleepUntil(m_desk->nowMs + limits::msPerMinute);
    QCOMPARE(standing(*m_desk, activity), s("PENDING ann"));
}

HMSACT_TEST(QuietTest)

} // namespace hmsact::quiet_test

#include "quiet.moc"
