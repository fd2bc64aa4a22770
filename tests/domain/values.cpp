// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/enumtext.h"
#include "domain/error.h"
#include "domain/event.h"
#include "domain/ids.h"
#include "domain/limits.h"
#include "domain/rank.h"
#include "domain/sla.h"
#include "domain/slaclock.h"
#include "support/testprogram.h"

#include <QSet>
#include <QTest>

namespace hmsact::values_test {

using namespace hmsact::domain;

// The small values everything else is made of: ids, texts of states, ranks, SLA states, the hash of events.
class ValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void idsHaveOneText();
    void idsOfAnotherKindOrFormAreRefused_data();
    void idsOfAnotherKindOrFormAreRefused();
    void idsGrowEvenWhenTheClockDoesNot();
    void workerIdsComeFromNames_data();
    void workerIdsComeFromNames();
    void statesHaveTheTextsOfTheContract();
    void messagesFillTheirHoles();
    void patienceIsThatOfTheSemantics();
    void ranksAreTheEarlierOfDueAndPatience();
    void backoffDoublesUpToItsLimit();
    void slaOfATask_data();
    void slaOfATask();
    void slaOfAnActivity();
};

void ValuesTest::idsHaveOneText()
{
    const ActivityId id{0x0123456789abcdef};
    QCOMPARE(id.toString(), QStringLiteral("act-028t5cy4tqkff"));
    QCOMPARE(ActivityId::fromString(id.toString()), std::optional(id));
    QCOMPARE(ActivityId::fromString(u"ACT-O28T5CY4TQKFF"), std::optional(id));
    const TaskId greatest{std::numeric_limits<qint64>::max()};
    QCOMPARE(TaskId::fromString(greatest.toString()), std::optional(greatest));
    QCOMPARE(AlertId::fromString(AlertId{1}.toString()), std::optional(AlertId{1}));
    QCOMPARE(AlertId{1}.toString(), QStringLiteral("alr-0000000000001"));
    QCOMPARE(TokenId::fromString(TokenId{1}.toString()), std::optional(TokenId{1}));
    QCOMPARE(TokenId{1}.toString(), QStringLiteral("tok-0000000000001"));
}

void ValuesTest::idsOfAnotherKindOrFormAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("other kind") << QStringLiteral("tsk-028t5cy4tqkff");
    QTest::newRow("too short") << QStringLiteral("act-028t5cy4tqkf");
    QTest::newRow("too long") << QStringLiteral("act-028t5cy4tqkff0");
    QTest::newRow("no digit") << QStringLiteral("act-028t5cy4tqkfu");
    QTest::newRow("not Latin") << QStringLiteral("act-028t5cy4tqkf\u0661");
    QTest::newRow("zero") << QStringLiteral("act-0000000000000");
    QTest::newRow("64 bits") << QStringLiteral("act-8000000000000");
    QTest::newRow("65 bits") << QStringLiteral("act-z000000000001");
}

void ValuesTest::idsOfAnotherKindOrFormAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!ActivityId::fromString(text));
}

void ValuesTest::idsGrowEvenWhenTheClockDoesNot()
{
    constexpr qint64 nowMs = 1'795'000'000'000;
    IdSource source(7);
    qint64 last = 0;
    for (int i = 0; i < 10'000; ++i) { // more than the 4,096 that one millisecond holds, and a clock going back
        const qint64 id = source.next(i < 9'000 ? nowMs : nowMs - 5'000);
        QVERIFY(id > last);
        last = id;
    }
    QVERIFY(IdSource(0).next(0) > 0);
    QVERIFY(IdSource(1).next(nowMs) != IdSource(2).next(nowMs));
    QCOMPARE(IdSource(1024).next(nowMs), IdSource(0).next(nowMs)); // an instance has 10 bits
}

void ValuesTest::workerIdsComeFromNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("seed") << QStringLiteral("Alice (County Clerk)") << QStringLiteral("alice-county-clerk");
    QTest::newRow("already an id") << QStringLiteral("bot-health-7") << QStringLiteral("bot-health-7");
    QTest::newRow("marks") << QStringLiteral("José Ångström") << QStringLiteral("jose-angstrom");
    QTest::newRow("apostrophe") << QStringLiteral("Pat O'Neill") << QStringLiteral("pat-oneill");
    QTest::newRow("ligature") << QStringLiteral("Oﬃce №5") << QStringLiteral("office-no5");
    QTest::newRow("nothing left") << QStringLiteral(" (--) ") << QString();
    QTest::newRow("path") << QStringLiteral("../../etc/passwd") << QStringLiteral("etc-passwd");
    QTest::newRow("outside Latin") << QStringLiteral("Ольга 2") << QStringLiteral("ольга-2");
}

void ValuesTest::workerIdsComeFromNames()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    QCOMPARE(WorkerId::fromName(name).value, id);
    QCOMPARE(WorkerId::fromName(id).value, id);
}

void ValuesTest::statesHaveTheTextsOfTheContract()
{
    const auto same = [](auto value, const char *text, auto from) {
        const QString expected = QString::fromLatin1(text);
        return toString(value) == expected && from(expected) == value && !from(expected + u'x') && !from(QString());
    };
    QVERIFY(same(TaskState::Waiting, "WAITING", taskStateFrom));
    QVERIFY(same(TaskState::Optional, "OPTIONAL", taskStateFrom));
    QVERIFY(same(TaskState::Pending, "PENDING", taskStateFrom));
    QVERIFY(same(TaskState::InProgress, "IN_PROGRESS", taskStateFrom));
    QVERIFY(same(TaskState::InReview, "IN_REVIEW", taskStateFrom));
    QVERIFY(same(TaskState::OnHold, "ON_HOLD", taskStateFrom));
    QVERIFY(same(TaskState::Completed, "COMPLETED", taskStateFrom));
    QVERIFY(same(TaskState::Failed, "FAILED", taskStateFrom));
    QVERIFY(same(TaskState::Skipped, "SKIPPED", taskStateFrom));
    QVERIFY(same(TaskState::Cancelled, "CANCELLED", taskStateFrom));
    QVERIFY(same(ActivityState::Open, "OPEN", activityStateFrom));
    QVERIFY(same(ActivityState::Failed, "FAILED", activityStateFrom));
    QVERIFY(same(SlaState::None, "none", slaStateFrom));
    QVERIFY(same(SlaState::DueSoon, "due_soon", slaStateFrom));
    QVERIFY(same(SlaState::Met, "met", slaStateFrom));
    QVERIFY(same(WorkerKind::Agent, "agent", workerKindFrom));
    QVERIFY(same(Review::Human, "human", reviewFrom));
    QVERIFY(same(OnFailure::Continue, "continue", onFailureFrom));
    QVERIFY(same(Role::Supervisor, "supervisor", roleFrom));
    QVERIFY(!taskStateFrom(u"pending"));
}

void ValuesTest::messagesFillTheirHoles()
{
    const Message message{"%1 holds “%2”, 100%, %3", {QStringLiteral("%2"), QStringLiteral("x")}};
    QCOMPARE(message.english(), QStringLiteral("%2 holds “x”, 100%, %3"));
    const Error error = invalidField(QStringLiteral("/sla"), "%1", {QStringLiteral("no")});
    QCOMPARE(error.code, ErrorCode::Invalid);
    QCOMPARE(error.detail.english(), QStringLiteral("no"));
    QCOMPARE(error.fields.size(), size_t(1));
    QCOMPARE(error.fields[0].pointer, QStringLiteral("/sla"));
}

void ValuesTest::patienceIsThatOfTheSemantics()
{
    using namespace limits;
    QCOMPARE(patienceMs(9), 0);
    QCOMPARE(patienceMs(8), 5 * msPerMinute);
    QCOMPARE(patienceMs(7), 15 * msPerMinute);
    QCOMPARE(patienceMs(6), msPerHour);
    QCOMPARE(patienceMs(5), 4 * msPerHour);
    QCOMPARE(patienceMs(4), 8 * msPerHour);
    QCOMPARE(patienceMs(3), msPerDay);
    QCOMPARE(patienceMs(2), 2 * msPerDay);
    QCOMPARE(patienceMs(1), 4 * msPerDay);
    QCOMPARE(patienceMs(0), 7 * msPerDay);
}

void ValuesTest::ranksAreTheEarlierOfDueAndPatience()
{
    using namespace limits;
    QCOMPARE(rankAtMs(1000, 1000 + msPerHour, 5), 1000 + msPerHour);
    QCOMPARE(rankAtMs(1000, 1000 + msPerDay, 5), 1000 + 4 * msPerHour);
    QCOMPARE(rankAtMs(1000, 0, 5), 1000 + 4 * msPerHour);
    QCOMPARE(rankAtMs(1000, 500, 9), 500);
}

void ValuesTest::backoffDoublesUpToItsLimit()
{
    using namespace limits;
    for (const quint32 random : {0U, 1U, 12'345U, 0xffff'ffffU}) {
        for (int attempt = 2; attempt <= attemptsMax; ++attempt) {
            const double full = std::min(double(backoffBaseMs) * std::pow(2.0, attempt - 2), double(backoffMaxMs));
            const auto ms = double(backoffMs(attempt, random));
            QVERIFY2(ms >= 0.8 * full && ms <= 1.2 * full, qPrintable(QString::number(attempt)));
        }
    }
    QCOMPARE(backoffMs(2, 0), 4000);
    QCOMPARE(backoffMs(2, 2000), 6000);
}

void ValuesTest::slaOfATask_data()
{
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<qint64>("dueAtMs");
    QTest::addColumn<qint64>("endedAtMs");
    QTest::addColumn<qint64>("nowMs");
    QTest::addColumn<SlaState>("expected");
    const auto row = [](const char *name, TaskState state, qint64 due, qint64 ended, qint64 now, SlaState expected) {
        QTest::newRow(name) << state << due << ended << now << expected;
    };
    // An SLA of 1,000 ms that runs from 1,000 to 2,000.
    row("not started", TaskState::Waiting, 0, 0, 9000, SlaState::None);
    row("fresh", TaskState::Pending, 2000, 0, 1000, SlaState::OnTrack);
    row("before 75 %", TaskState::Pending, 2000, 0, 1749, SlaState::OnTrack);
    row("at 75 %", TaskState::InProgress, 2000, 0, 1750, SlaState::DueSoon);
    row("at 90 %", TaskState::InReview, 2000, 0, 1900, SlaState::AtRisk);
    row("a moment before due", TaskState::Pending, 2000, 0, 1999, SlaState::AtRisk);
    row("due", TaskState::Pending, 2000, 0, 2000, SlaState::Breached);
    row("on hold", TaskState::OnHold, 2000, 0, 5000, SlaState::Paused);
    row("in time", TaskState::Completed, 2000, 1999, 5000, SlaState::Met);
    row("late", TaskState::Completed, 2000, 2000, 5000, SlaState::Breached);
    row("skipped in time", TaskState::Skipped, 2000, 1500, 5000, SlaState::None);
    row("failed late", TaskState::Failed, 2000, 2500, 5000, SlaState::Breached);
    row("cancelled before the clock", TaskState::Cancelled, 0, 1500, 5000, SlaState::None);
}

void ValuesTest::slaOfATask()
{
    QFETCH(TaskState, state);
    QFETCH(qint64, dueAtMs);
    QFETCH(qint64, endedAtMs);
    QFETCH(qint64, nowMs);
    Task task;
    task.state = state;
    task.slaMs = 1000;
    if (dueAtMs > 0)
        setDue(task, WorkingTime::always(), dueAtMs);
    task.endedAtMs = endedAtMs;
    QFETCH(SlaState, expected);
    QCOMPARE(toString(slaState(task, nowMs)), toString(expected));
}

void ValuesTest::slaOfAnActivity()
{
    Activity activity;
    activity.slaMs = 1000;
    setDue(activity, WorkingTime::always(), 2000);
    QCOMPARE(toString(slaState(activity, 1000)), toString(SlaState::OnTrack));
    QCOMPARE(toString(slaState(activity, 1800)), toString(SlaState::DueSoon));
    QCOMPARE(toString(slaState(activity, 2000)), toString(SlaState::Breached));
    activity.endedAtMs = 1500;
    activity.state = ActivityState::Completed;
    QCOMPARE(toString(slaState(activity, 9000)), toString(SlaState::Met));
    activity.endedAtMs = 2000; // with its last option
    QCOMPARE(toString(slaState(activity, 9000)), toString(SlaState::Met));
    activity.breachedAtMs = 2000;
    QCOMPARE(toString(slaState(activity, 9000)), toString(SlaState::Breached));
    activity.breachedAtMs = 0;
    activity.endedAtMs = 1500;
    activity.state = ActivityState::Cancelled;
    QCOMPARE(toString(slaState(activity, 9000)), toString(SlaState::None));
    activity.endedAtMs = 2500;
    QCOMPARE(toString(slaState(activity, 9000)), toString(SlaState::Breached));
}

HMSACT_TEST(ValuesTest)

} // namespace hmsact::values_test

#include "values.moc"
