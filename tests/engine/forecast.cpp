// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla.h"
#include "engine/staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::forecast_test {

using namespace hmsact::domain;
using namespace hmsact::engine;
using limits::msPerHour;
using limits::msPerMinute;

// What nobody has in hand is at risk as soon as less time is left than tasks of its skill usually take.
class ForecastTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_desk.reset(); }
    void itIsAtRiskBeforeTheShareSaysSo();
    void whatUsuallyTakesLongerThanItHasIsAtRiskAtOnce();
    void begunInTimeItsSharesAloneCount();
    void begunLateItStaysAtRisk();
    void whatWaitedOrWasOnHoldIsForecastToo();
    void anotherCalendarKeepsIt();
    void whatIsKnownIsReadOnceAMinute();

private:
    void dig(int times, qint64 eachMs)
    {
        for (int i = 0; i < times; ++i) {
            const ActivityId activity = m_desk->open({digging()});
            QCOMPARE(m_desk->reserve(s("bot"))->size(), size_t(1));
            m_desk->nowMs += eachMs;
            QVERIFY(m_desk->act(activity, s("dig"), TaskAction::Complete, s("bot")));
        }
    }

    [[nodiscard]] ActivityId threeHours() { return m_desk->open({digging(1, {}, 3 * msPerHour)}); }

    // As it is shown; and that alone is listed under that state and counted.
    [[nodiscard]] QString state(ActivityId activity, const QString &name = s("dig"))
    {
        const auto detail = m_desk->ask(GetTask{{activity, name, {}}});
        const SlaState shown = slaState(detail->view.task, m_desk->nowMs);
        for (const SlaState one : {SlaState::OnTrack, SlaState::DueSoon, SlaState::AtRisk, SlaState::Breached}) {
            ListQueue list;
            list.slaState = one;
            const auto queue = m_desk->ask(list);
            const bool isListed = std::ranges::any_of(
                queue->items, [&](const TaskView &view) { return view.task.id == detail->view.task.id; });
            if (isListed != (one == shown))
                return s("listed otherwise");
        }
        return toString(shown);
    }

    std::optional<Desk> m_desk;
};

void ForecastTest::init()
{
    m_desk.emplace();
    m_desk->hire(s("bot"), {s("dig"), s("fill")});
}

void ForecastTest::itIsAtRiskBeforeTheShareSaysSo()
{
    dig(9, 2 * msPerHour);
    const ActivityId tooEarly = threeHours(); // nine are no experience
    m_desk->nowMs += 2 * msPerHour;
    QCOMPARE(state(tooEarly), s("on_track"));
    QVERIFY(m_desk->act(tooEarly, s("dig"), TaskAction::Skip, {}, s("not needed")));
    dig(1, 2 * msPerHour);

    const ActivityId activity = threeHours();
    const ActivityId ample = m_desk->open({digging(1, {}, 48 * msPerHour)}); // ten per cent of it are more than two hours
    const ActivityId other = m_desk->open({Desk::task(s("fill"), 3 * msPerHour)}); // nothing is known of that skill
    m_desk->nowMs += msPerHour - 1;
    QCOMPARE(state(activity), s("on_track"));
    QCOMPARE(m_desk->ask(GetStats{})->atRisk, 0);
    m_desk->nowMs += 1;
    QCOMPARE(state(activity), s("at_risk"));
    QCOMPARE(state(ample), s("on_track"));
    QCOMPARE(state(other, s("fill")), s("on_track"));
    QCOMPARE(m_desk->ask(GetStats{})->atRisk, 1);
    QCOMPARE(m_desk->ask(GetStats{})->dueSoon, 0);
    const auto why = m_desk->ask(ExplainSla{activity, s("dig")});
    QCOMPARE(why->usualMs, 2 * msPerHour);
    QCOMPARE(why->atRiskAtMs, m_desk->nowMs);
    QCOMPARE(toJson(*why)[u"usually_takes"].toString(), s("2h"));
    QVERIFY(toJson(*m_desk->ask(ExplainSla{ample, s("dig")}))[u"usually_takes"].isNull());
    QVERIFY(m_desk->auditIsFine());
}

void ForecastTest::whatUsuallyTakesLongerThanItHasIsAtRiskAtOnce()
{
    dig(10, 5 * msPerHour);
    const ActivityId activity = threeHours();
    QCOMPARE(state(activity), s("at_risk"));
    QCOMPARE(m_desk->ask(ExplainSla{activity, s("dig")})->usualMs, 3 * msPerHour);
}

void ForecastTest::begunInTimeItsSharesAloneCount()
{
    dig(10, 2 * msPerHour);
    const ActivityId activity = threeHours();
    m_desk->nowMs += msPerHour / 2;
    QCOMPARE(m_desk->reserve(s("bot"))->size(), size_t(1));
    m_desk->nowMs += msPerHour;
    QCOMPARE(state(activity), s("on_track"));
    QCOMPARE(m_desk->ask(ExplainSla{activity, s("dig")})->usualMs, 0);
    const auto back = m_desk->act(activity, s("dig"), TaskAction::Release, s("bot"));
    QVERIFY(slaState(back->task, m_desk->nowMs) == SlaState::AtRisk); // the answer says it, too
    QCOMPARE(state(activity), s("at_risk"));
}

void ForecastTest::begunLateItStaysAtRisk()
{
    dig(10, 2 * msPerHour);
    const ActivityId activity = threeHours();
    m_desk->nowMs += msPerHour;
    QCOMPARE(m_desk->reserve(s("bot"))->size(), size_t(1));
    QCOMPARE(state(activity), s("at_risk"));
    QVERIFY(m_desk->act(activity, s("dig"), TaskAction::Complete, s("bot")));
    QCOMPARE(toString(slaState(m_desk->ask(GetTask{{activity, s("dig"), {}}})->view.task, m_desk->nowMs)),
             toString(SlaState::Met));
}

void ForecastTest::whatWaitedOrWasOnHoldIsForecastToo()
{
    dig(10, 2 * msPerHour);
    TaskSpec first = Desk::task(s("fill"));
    const ActivityId activity = m_desk->open({first, digging(1, {}, 3 * msPerHour)});
    m_desk->nowMs += msPerHour;
    QVERIFY(m_desk->act(activity, s("fill"), TaskAction::Complete, s("bot")));
    m_desk->nowMs += msPerHour / 2;
    QCOMPARE(state(activity), s("on_track"));
    QVERIFY(m_desk->act(activity, s("dig"), TaskAction::Hold, {}, s("rain")));
    m_desk->nowMs += 4 * msPerHour;
    QVERIFY(m_desk->act(activity, s("dig"), TaskAction::Resume));
    QCOMPARE(state(activity), s("on_track")); // two and a half hours are left
    m_desk->nowMs += msPerHour / 2;
    QCOMPARE(state(activity), s("at_risk"));
}

void ForecastTest::anotherCalendarKeepsIt()
{
    dig(10, 2 * msPerHour);
    SaveCalendar all;
    all.calendar.name = s("all");
    all.calendar.timeZone = s("UTC");
    all.calendar.week.fill({{0, 24 * 60}});
    QVERIFY(m_desk->say(all));
    CreateActivity command{s("jordan"), s("hole"), 48 * msPerHour, 5, {}, {digging(1, {}, 3 * msPerHour)}};
    command.calendar = s("all");
    const ActivityId activity = m_desk->say(command)->activity.id;
    all.calendar.week[6].clear(); // it moves nothing
    QVERIFY(m_desk->say(all));
    QVERIFY(m_desk->tick());
    m_desk->nowMs += msPerHour;
    QCOMPARE(state(activity), s("at_risk"));
    all.calendar.holidays.push_back({QDateTime::fromMSecsSinceEpoch(m_desk->nowMs, Qt::UTC).date(), s("Fair")});
    QVERIFY(m_desk->say(all)); // today has never been a working day: it is due tomorrow
    QVERIFY(m_desk->tick());
    QCOMPARE(state(activity), s("on_track"));
    const auto why = m_desk->ask(ExplainSla{activity, s("dig")});
    QCOMPARE(why->atRiskAtMs, why->dueAtMs - 2 * msPerHour);
    QVERIFY(m_desk->auditIsFine());
}

void ForecastTest::whatIsKnownIsReadOnceAMinute()
{
    dig(10, 2 * msPerHour);
    UsualTimes usual;
    const auto hours = [&] {
        const auto read = m_desk->database->read<qint64>([&]() -> Result<qint64> {
            hmsact::store::WorkerStore workers(*m_desk->database);
            return usual.of(workers, s("dig"), m_desk->nowMs);
        });
        return *read / msPerHour;
    };
    QCOMPARE(hours(), 2);
    const qint64 readAtMs = m_desk->nowMs;
    dig(10, 4 * msPerHour);
    m_desk->nowMs = readAtMs + msPerMinute - 1;
    QCOMPARE(hours(), 2);
    m_desk->nowMs = readAtMs - 1; // the clock was set back
    QCOMPARE(hours(), 3);
}

HMSACT_TEST(ForecastTest)

} // namespace hmsact::forecast_test

#include "forecast.moc"
