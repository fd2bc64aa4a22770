// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalationdesk.h"
#include "staffdesk.h"
#include "support/testprogram.h"

namespace hmsact::absence_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

// Who was away, or lacked a skill for a while, is as good as before; and a drill says what leave does.
class AbsenceTest : public QObject
{
    Q_OBJECT

private slots:
    void whoIsBackStandsInAgain();
    void whoIsAloneHasItAgainAfterLeave();
    void whoWasTheLastIsMissed_data();
    void whoWasTheLastIsMissed();
    void whatIsFoundLaterCountsFromThen();
    void whoStandsInIsNotRemoved();
    void aSkillThatIsBackCountsAgain();
    void aDrillGivesNothingToWhoOnlyAsks();
    void whatOthersSavedMeanwhileIsNotOverwritten();
};

static constexpr qint64 hourMs = limits::msPerHour;

void AbsenceTest::whoIsBackStandsInAgain()
{
    Desk desk;
    hire(desk, clerk(s("ana"), 5));
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    hire(desk, clerk(s("sub")));
    const auto leaves = [&](const char *id, qint64 inMs, const char *substitute) {
        const Leave leave{desk.nowMs + inMs, desk.nowMs + inMs + 4 * hourMs, {s(substitute)}, false};
        change(desk, id, [&](WorkerSpec &spec) { spec.leave = std::vector<Leave>{leave}; });
        return leave;
    };
    leaves("ana", hourMs, "sub");
    QVERIFY(turn(desk, hourMs));
    QCOMPARE(standing(desk, activity), s("PENDING sub"));
    QVERIFY(turn(desk, 5 * hourMs)); // she is back
    const Leave leave = leaves("sub", hourMs, "ana");
    const auto plan = desk.ask(DrillAbsence{{s("sub")}, leave});
    QCOMPARE(plan->tasks.size(), size_t(1));
    QVERIFY(plan->tasks.front().how == Handover::Substitute);
    QVERIFY(turn(desk, hourMs));
    QCOMPARE(standing(desk, activity), s("PENDING ana"));
    QVERIFY(desk.auditIsFine());
}

void AbsenceTest::whoIsAloneHasItAgainAfterLeave()
{
    Desk desk;
    hire(desk, clerk(s("ana"), 5));
    const ActivityId held = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    QCOMPARE(desk.reserve(s("ana"))->size(), size_t(1));
    const ActivityId offered = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    const Leave leave{desk.nowMs + hourMs, desk.nowMs + 3 * hourMs, {}, false};
    change(desk, "ana", [&](WorkerSpec &spec) { spec.leave = std::vector<Leave>{leave}; });
    QVERIFY(turn(desk, hourMs));
    for (const ActivityId activity : {held, offered})
        QCOMPARE(standing(desk, activity), s("PENDING"));
    QVERIFY(alertKinds(desk).contains(s("no_eligible_worker")));
    QVERIFY(turn(desk, 2 * hourMs));
    QVERIFY(turn(desk, limits::msPerMinute));
    for (const ActivityId activity : {held, offered})
        QCOMPARE(standing(desk, activity), s("PENDING ana"));
    QVERIFY(desk.auditIsFine());
}

void AbsenceTest::whoWasTheLastIsMissed_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how :
         {"is removed", "is not available", "learns something else", "is not as good as it was", "has leave"})
        QTest::newRow(how) << s(how);
}

// Somebody is told at once, and somebody else an hour later.
static void saveRuleOfTwoSteps(Desk &desk)
{
    const auto step = [](const char *after, const char *to) {
        return QJsonObject{{s("after"), s(after)}, {s("then"), s("notify")}, {s("notify"), list({to})}};
    };
    const QJsonArray steps{step("0s", "slack:#staff"), step("1h", "slack:#boss")};
    save(desk, {{s("when"), s("no_eligible_worker")}, {s("steps"), steps}});
}

// Of what waits for anyone nobody is told when it begins to wait: there was somebody. The steps count from when that one goes.
void AbsenceTest::whoWasTheLastIsMissed()
{
    QFETCH(const QString, how);
    Desk desk;
    WorkerSpec mole = clerk(s("mole"), 4);
    mole.channel = QString(); // asks by itself
    if (how == s("has leave"))
        mole.leave = std::vector<Leave>{{desk.nowMs + 70 * limits::msPerMinute, desk.nowMs + 50 * hourMs, {}, false}};
    hire(desk, mole);
    hire(desk, clerk(s("pilot")));
    change(desk, "pilot", [](WorkerSpec &spec) { spec.skills = QMap<QString, int>{{s("fly"), 3}}; });
    saveRuleOfTwoSteps(desk);
    Wishes good;
    good.levelMin = 4;
    desk.open({digging(1, good)});
    turnTo(desk, desk.nowMs + 70 * limits::msPerMinute - limits::msPerSecond); // all is looked at once an hour
    QCOMPARE(told(desk), QStringList());
    if (how == s("is removed"))
        QVERIFY(desk.say(RemoveWorker{*mole.id}));
    else if (how != s("has leave"))
        change(desk, "mole", [&](WorkerSpec &spec) {
            if (how == s("is not available"))
                spec.available = false;
            else if (how == s("is not as good as it was"))
                spec.skills = QMap<QString, int>{{s("dig"), 3}};
            else
                spec.skills = QMap<QString, int>{{s("fly"), 3}};
        });
    turnTo(desk, desk.nowMs + 5 * limits::msPerSecond);
    QCOMPARE(told(desk), QStringList{s("slack:#staff")});
    turnTo(desk, desk.nowMs + 2 * hourMs);
    QCOMPARE(told(desk), (QStringList{s("slack:#staff"), s("slack:#boss")}));
}

// That a single task is too large for all who are left, only the look of each hour finds where nobody can be told of it.
void AbsenceTest::whatIsFoundLaterCountsFromThen()
{
    Desk desk;
    WorkerSpec mole = clerk(s("mole"), 4, 5);
    mole.channel = QString(); // asks by itself
    hire(desk, mole);
    saveRuleOfTwoSteps(desk);
    desk.open({digging(4)});
    turnTo(desk, desk.nowMs + 70 * limits::msPerMinute);
    change(desk, "mole", [](WorkerSpec &spec) { spec.capacity = 3; });
    turnTo(desk, desk.nowMs + hourMs);
    QCOMPARE(told(desk), QStringList{s("slack:#staff")});
    turnTo(desk, desk.nowMs + hourMs);
    QCOMPARE(told(desk), (QStringList{s("slack:#staff"), s("slack:#boss")}));
}

void AbsenceTest::whoStandsInIsNotRemoved()
{
    Desk desk;
    hire(desk, clerk(s("ana"), 5));
    hire(desk, clerk(s("bob")));
    const Leave leave{desk.nowMs + hourMs, desk.nowMs + 3 * hourMs, {s("bob")}, false};
    change(desk, "ana", [&](WorkerSpec &spec) { spec.leave = std::vector<Leave>{leave}; });
    const auto refused = desk.say(RemoveWorker{{s("bob")}});
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    QCOMPARE(refused.error().detail.english(), s("worker bob stands in for ana during a leave"));
    QVERIFY(desk.ask(GetWorker{{s("bob")}}));
    QVERIFY(turn(desk, 3 * hourMs)); // she is back
    QVERIFY(desk.say(RemoveWorker{{s("bob")}}));
}

void AbsenceTest::aSkillThatIsBackCountsAgain()
{
    Desk desk;
    hire(desk, clerk(s("ana"), 5));
    const ActivityId activity = desk.open({digging(1, {}, 90 * limits::msPerDay)}, 100 * limits::msPerDay);
    QCOMPARE(standing(desk, activity), s("PENDING ana"));
    change(desk, "ana", [](WorkerSpec &spec) { spec.skills = QMap<QString, int>{{s("fly"), 3}}; });
    QCOMPARE(standing(desk, activity), s("PENDING"));
    change(desk, "ana", [](WorkerSpec &spec) { spec.skills = QMap<QString, int>{{s("dig"), 5}}; });
    QVERIFY(turn(desk, limits::msPerMinute));
    QVERIFY2(standing(desk, activity) == s("PENDING ana"),
             qPrintable(desk.ask(GetTask{{activity, s("dig"), {}}})->view.waiting->text.english()));
}

void AbsenceTest::aDrillGivesNothingToWhoOnlyAsks()
{
    Desk desk;
    hire(desk, clerk(s("ana"), 5));
    std::vector<ActivityId> activities;
    for (int i = 0; i < 3; ++i)
        activities.push_back(desk.open({digging()}));
    WorkerSpec bot = clerk(s("bot"), 5, 1);
    bot.kind = WorkerKind::Bot;
    bot.channel = QString();
    hire(desk, bot);
    hire(desk, clerk(s("hal"), 2));
    (void)desk.reserve(s("bot")); // it is there
    const Leave leave{desk.nowMs + hourMs / 60, desk.nowMs + 50 * hourMs, {}, false};
    const auto plan = desk.ask(DrillAbsence{{s("ana")}, leave});
    QStringList said;
    for (const DrilledTask &task : plan->tasks) {
        said << QString(toString(task.how));
        QCOMPARE(task.citizenId, s("jordan"));
        QCOMPARE(task.intent, s("replace_vaccine_card"));
    }
    change(desk, "ana", [&](WorkerSpec &spec) { spec.leave = std::vector<Leave>{leave}; });
    QVERIFY(turn(desk, hourMs / 60));
    QStringList done;
    for (const ActivityId activity : activities)
        done << (standing(desk, activity) == s("PENDING") ? s("open") : s("offered"));
    QCOMPARE(said, done);
}

void AbsenceTest::whatOthersSavedMeanwhileIsNotOverwritten()
{
    Desk desk;
    hire(desk, clerk(s("ana"), 5));
    const Worker seen = desk.ask(GetWorker{{s("ana")}})->worker;
    const Leave theirs{desk.nowMs + hourMs, desk.nowMs + 2 * hourMs, {}, false};
    const Leave mine{desk.nowMs + 5 * hourMs, desk.nowMs + 6 * hourMs, {}, false};
    change(desk, "ana", [&](WorkerSpec &spec) {
        spec.leave = std::vector<Leave>{theirs};
        spec.capacity = 4;
    });
    SaveWorker save;
    save.spec.id = seen.id;
    save.spec.leave = std::vector<Leave>{mine};
    save.seen.leave = seen.leave;
    save.spec.capacity = 7;
    save.seen.capacity = seen.capacity;
    const auto refused = desk.say(save);
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    QStringList where;
    for (const FieldError &field : refused.error().fields)
        where << field.pointer;
    QCOMPARE(where, QStringList({s("/capacity"), s("/leave")}));
    QCOMPARE(desk.ask(GetWorker{{s("ana")}})->worker.leave, std::vector<Leave>{theirs});
    save.spec.capacity.reset(); // the rest is no business of who changes the leave
    save.seen.capacity.reset();
    save.spec.leave = std::vector<Leave>{theirs, mine};
    save.seen.leave = std::vector<Leave>{theirs};
    QVERIFY(turn(desk, hourMs)); // hers begins, which nobody has said
    QVERIFY(desk.say(save));
    const Worker now = desk.ask(GetWorker{{s("ana")}})->worker;
    QCOMPARE(now.leave.size(), size_t(2));
    QVERIFY(now.leave[0].begun);
    QCOMPARE(now.capacity, 4);
}

HMSACT_TEST(AbsenceTest)

} // namespace hmsact::absence_test

#include "absence.moc"
