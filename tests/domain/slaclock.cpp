// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/slaclock.h"

#include "domain/codec.h"
#include "domain/limits.h"
#include "domain/sla.h"
#include "fixtures.h"
#include "support/testprogram.h"

#include <QTest>

#include <rapidcheck.h>

namespace hmsact::slaclock_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;
using limits::msPerHour;

namespace {

Calendar office()
{
    Calendar calendar;
    calendar.name = QStringLiteral("office");
    calendar.timeZone = QStringLiteral("America/New_York");
    for (size_t day = 0; day < 5; ++day)
        calendar.week[day] = {{9 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    return calendar;
}

qint64 at(const char *text) { return *parseTime(QString::fromLatin1(text)); }
QString told(qint64 atMs) { return formatTime(atMs).left(16); }

} // namespace

// When shares of an SLA are used up, by working time.
class SlaClockTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutACalendarItIsPlainTime();
    void sharesCountWorkingTime();
    void thresholdsSayWhichShares();
    void aNightBelongsToWhatIsLeftBeforeIt();
    void aPauseKeepsWhatIsLeft();
    void neverMoreIsLeftThanAsked();
    void theForecastIsByTheClock();
    void theForecastGoesAsItCame();
    void whatIsLeftOutIsNotLate_data();
    void whatIsLeftOutIsNotLate();
};

void SlaClockTest::withoutACalendarItIsPlainTime()
{
    QCOMPARE(leftAtMs(WorkingTime::always(), 10'000, 3'000), 7'000);
    QCOMPARE(leftAtMs(WorkingTime::always(), 10'000, 0), 10'000);
    QCOMPARE(usedAtMs(WorkingTime::always(), 2'000, 1'000, 75), 1'750);
    QCOMPARE(usedAtMs(WorkingTime::always(), 2'000, 1'000, 90), 1'900);
}

void SlaClockTest::sharesCountWorkingTime()
{
    const WorkingTime hours(office());
    Task task;
    task.state = TaskState::Pending;
    task.slaMs = 10 * msPerHour; // from Monday 9:00, with two breaks, to Tuesday 12:00
    setDue(task, hours, at("2026-11-17T12:00:00-05:00"));
    QCOMPARE(told(task.dueSoonAtMs), told(at("2026-11-17T09:30:00-05:00"))); // plain: 9:30 on Tuesday, too, less the night
    QCOMPARE(told(task.atRiskAtMs), told(at("2026-11-17T11:00:00-05:00")));
    task.slaMs = 20 * msPerHour;
    setDue(task, hours, at("2026-11-17T12:00:00-05:00"));
    QCOMPARE(told(task.dueSoonAtMs), told(at("2026-11-16T15:00:00-05:00"))); // five hours are left, a night between them
    QCOMPARE(toString(slaState(task, task.dueSoonAtMs - 1)), toString(SlaState::OnTrack));
    QCOMPARE(toString(slaState(task, task.dueSoonAtMs)), toString(SlaState::DueSoon));
    QCOMPARE(toString(slaState(task, task.atRiskAtMs)), toString(SlaState::AtRisk));
}

void SlaClockTest::thresholdsSayWhichShares()
{
    const WorkingTime hours(office());
    Task task;
    task.slaMs = 10 * msPerHour;
    setDue(task, {hours, {500'000, 800'000}}, at("2026-11-17T12:00:00-05:00"));
    QCOMPARE(told(task.dueSoonAtMs), told(at("2026-11-16T15:00:00-05:00"))); // five hours are left
    QCOMPARE(told(task.atRiskAtMs), told(at("2026-11-17T10:00:00-05:00")));
    Activity activity;
    activity.slaMs = 1'000;
    activity.thresholds = {1, 999'999}; // rounded to what is left at most
    setDue(activity, WorkingTime::always(), 2'000);
    QCOMPARE(activity.dueSoonAtMs, 1'001);
    QCOMPARE(activity.atRiskAtMs, 2'000);
    activity.slaMs = limits::durationMaxMs;
    activity.thresholds = {250'000, 500'000};
    setDue(activity, WorkingTime::always(), limits::durationMaxMs);
    QCOMPARE(activity.dueSoonAtMs, limits::durationMaxMs / 4);
    QCOMPARE(activity.atRiskAtMs, limits::durationMaxMs / 2);
}

void SlaClockTest::aNightBelongsToWhatIsLeftBeforeIt()
{
    const WorkingTime hours(office());
    // Monday 11:00 less two hours is the end of Friday as well as the beginning of Monday: the weekend is told already.
    QCOMPARE(told(leftAtMs(hours, at("2026-11-23T11:00:00-05:00"), 2 * msPerHour)), told(at("2026-11-20T17:00:00-05:00")));
}

void SlaClockTest::aPauseKeepsWhatIsLeft()
{
    const WorkingTime hours(office());
    Task task;
    task.slaMs = 4 * msPerHour;
    setDue(task, hours, at("2026-11-20T14:00:00-05:00"));
    QCOMPARE(told(task.dueSoonAtMs), told(at("2026-11-20T12:00:00-05:00")));
    setDue(task, hours,
           dueAfterPause(hours, task.dueAtMs, {at("2026-11-20T10:00:00-05:00"), at("2026-11-23T09:00:00-05:00")}));
    QCOMPARE(told(task.dueAtMs), told(at("2026-11-23T12:00:00-05:00")));
    QCOMPARE(told(task.dueSoonAtMs), told(at("2026-11-23T11:00:00-05:00")));
}

void SlaClockTest::neverMoreIsLeftThanAsked()
{
    const WorkingTime hours(office());
    QVERIFY(rc::check([&] {
        const qint64 dueAtMs = *rc::gen::inRange(at("2026-01-01T00:00:00Z"), at("2027-12-31T00:00:00Z"));
        const qint64 leftMs = *rc::gen::inRange<qint64>(0, 300 * msPerHour);
        const qint64 atMs = leftAtMs(hours, dueAtMs, leftMs);
        RC_ASSERT(hours.between(atMs, dueAtMs) == leftMs);
        RC_ASSERT(hours.between(atMs - 1, dueAtMs) == leftMs + 1);
    }));
}

void SlaClockTest::theForecastIsByTheClock()
{
    const WorkingTime hours(office());
    Task task;
    task.slaMs = 10 * msPerHour;
    task.slaStartedAtMs = at("2026-11-16T09:00:00-05:00");
    setDue(task, hours, at("2026-11-17T12:00:00-05:00")); // at risk from 11:00, due soon from 9:30
    const Task byShares = task;
    foresee(task, hours, msPerHour);
    QVERIFY(task == byShares);
    foresee(task, hours, 2 * msPerHour);
    QCOMPARE(told(task.atRiskAtMs), told(at("2026-11-17T10:00:00-05:00")));
    QCOMPARE(task.dueSoonAtMs, byShares.dueSoonAtMs);
    foresee(task, hours, 20 * msPerHour); // nights are in what it usually takes
    QCOMPARE(told(task.atRiskAtMs), told(at("2026-11-16T16:00:00-05:00")));
    QCOMPARE(task.dueSoonAtMs, task.atRiskAtMs);
    foresee(task, hours, limits::durationMaxMs);
    QCOMPARE(task.atRiskAtMs, task.slaStartedAtMs);
    QCOMPARE(task.dueAtMs, byShares.dueAtMs);
    foresee(task, hours, 0);
    QVERIFY(task == byShares);
    task.breachedAtMs = task.dueAtMs;
    foresee(task, hours, 20 * msPerHour);
    QCOMPARE(task.atRiskAtMs, byShares.atRiskAtMs);
}

void SlaClockTest::theForecastGoesAsItCame()
{
    const WorkingTime hours(office());
    QVERIFY(rc::check([&] {
        const Thresholds shares{*rc::gen::inRange(1, 500'000), *rc::gen::inRange(500'000, 1'000'000)};
        const ClockTerms terms{*rc::gen::arbitrary<bool>() ? hours : WorkingTime::always(), shares};
        Task task;
        task.slaMs = *rc::gen::inRange<qint64>(1, 100 * msPerHour);
        task.slaStartedAtMs = *rc::gen::inRange(at("2026-01-01T00:00:00Z"), at("2027-12-31T00:00:00Z"));
        setDue(task, terms, dueAtMs(terms.hours, task.slaStartedAtMs, task.slaMs));
        const Task byShares = task;
        const qint64 usualMs = *rc::gen::inRange<qint64>(1, 200 * msPerHour);
        foresee(task, terms, usualMs);
        RC_ASSERT(task.atRiskAtMs == std::min(byShares.atRiskAtMs, std::max(task.slaStartedAtMs, task.dueAtMs - usualMs)));
        RC_ASSERT(task.dueSoonAtMs <= task.atRiskAtMs);
        foresee(task, terms, 0);
        RC_ASSERT(task == byShares);
    }));
}

void SlaClockTest::whatIsLeftOutIsNotLate_data()
{
    QTest::addColumn<TaskState>("from");
    QTest::addColumn<bool>("isSkipped");
    QTest::newRow("held and skipped") << TaskState::OnHold << true;
    QTest::newRow("held and cancelled") << TaskState::OnHold << false;
    QTest::newRow("failed in time and skipped") << TaskState::Failed << true;
}

// Its clock has stood still since; the due time of one that was held moves as if it had been resumed.
void SlaClockTest::whatIsLeftOutIsNotLate()
{
    QFETCH(const TaskState, from);
    QFETCH(const bool, isSkipped);
    Task task = taskIn(from);
    const Task before = task;
    ActionContext context = as(supervisor());
    context.nowMs = task.dueAtMs + 1;
    if (isSkipped)
        QVERIFY(act(task, input(TaskAction::Skip), context));
    else
        (void)cancel(task, QStringLiteral("moved away"), context.nowMs, context.terms());
    QVERIFY(slaState(task, context.nowMs) == SlaState::None);
    Task resumed = before;
    if (before.pausedAtMs > 0)
        QVERIFY(act(resumed, input(TaskAction::Resume), context));
    QCOMPARE(task.dueAtMs, resumed.dueAtMs);
    QCOMPARE(task.atRiskAtMs, resumed.atRiskAtMs);
    const std::vector<Pause> pauses{{before.slaRun, {before.pausedAtMs, before.pausedAtMs > 0 ? context.nowMs : 0}}};
    QVERIFY(isReckonedBy(*context.hours, task, pauses));
}

HMSACT_TEST(SlaClockTest)

} // namespace hmsact::slaclock_test

#include "slaclock.moc"
