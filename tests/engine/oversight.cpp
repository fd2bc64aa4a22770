// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "engine/staffdesk.h"
#include "store/artefactstore.h"
#include "store/tallystore.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QTest>

namespace hmsact::oversight_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using hmsact::engine::s;
using hmsact::engine::standing;
using hmsact::engine::told;
using hmsact::engine::turn;
namespace store = hmsact::store;

// Machines under the eyes of humans, and the files that they hand in.
class OversightTest : public QObject
{
    Q_OBJECT

private slots:
    void doubtGoesToAHumanWithTheResult();
    void onlyThePoolAskedForGetsIt();
    void withoutAHumanThereIsAnAlert_data();
    void withoutAHumanThereIsAnAlert();
    void whatNoHumanCanTakeIsToldOf_data();
    void whatNoHumanCanTakeIsToldOf();
    void whoIsBackIsToldOfIt();
    void whoGivesItToMachinesIsTold();
    void outcomesAreCounted();
    void whatIsTakenBackIsNotCounted();
    void noMachineUndoesAnApproval();
    void whatIsHandedInStaysAsItWas();
    void escalationDoesNotGiveItToAMachine();
    void filesLieInPieces();
    void equalContentsAreKeptOnce();
    void roomIsBounded();
    void refusedFilesLeaveNothing();
    void nobodyHandsInForAnother();
    void nobodyHandsInUnderAnEarlierLease();

private:
    void human(Desk &desk, const QString &id, const QStringList &pools = {})
    {
        SaveWorker command;
        command.spec.id = WorkerId{id};
        command.spec.name = id;
        command.spec.kind = WorkerKind::Human;
        command.spec.skills = QMap<QString, int>{{s("judge"), 3}};
        command.spec.pools = pools;
        QVERIFY(desk.say(command));
    }
    static TaskSpec judging(double floor, const QString &pool = {})
    {
        TaskSpec spec = Desk::task(s("judge"));
        spec.confidenceFloorPpm = int(floor * certainPpm);
        spec.reviewPool = pool;
        return spec;
    }
    static Result<TaskView> hand(Desk &desk, const Lease &lease, const QString &worker, double confidence)
    {
        ActionInput input;
        input.action = TaskAction::Complete;
        input.worker = {worker};
        input.leaseToken = lease.leaseToken;
        input.result = s("yes");
        input.confidencePpm = int(confidence * certainPpm);
        return desk.say(ActOnTask{{{}, {}, lease.task}, input});
    }
    static qint64 rows(Desk &desk, const char *table)
    {
        return *desk.database->read<qint64>([&]() -> Result<qint64> {
            qint64 count = 0;
            if (QLatin1String(table) == QLatin1String("bytes"))
                return store::TallyStore(*desk.database).artefactBytes();
            const QByteArray sum = QCryptographicHash::hash(table, QCryptographicHash::Sha256);
            store::Statement chunks = desk.database->statement("artefact.chunks");
            chunks.bind(sum);
            while (chunks.next())
                ++count;
            return count;
        });
    }
};

void OversightTest::doubtGoesToAHumanWithTheResult()
{
    Desk desk;
    desk.hire(s("agent"), {s("judge")});
    human(desk, s("ann"));
    const ActivityId id = desk.open({judging(0.8)});
    const Lease lease = desk.reserve(s("agent"))->front();
    const auto referred = hand(desk, lease, s("agent"), 0.4);
    QVERIFY(referred);
    QCOMPARE(desk.statuses(id), QStringList{s("judge PENDING")});
    QVERIFY(desk.reserve(s("agent"))->empty()); // no machine any more
    const auto taken = desk.reserve(s("ann"));
    QCOMPARE(taken->size(), size_t(1));
    QCOMPARE(taken->front().proposedBy.value, s("agent"));
    QCOMPARE(taken->front().proposedResult, QJsonValue(s("yes")));
    QCOMPARE(taken->front().confidencePpm, 400'000);
    QVERIFY(desk.act(id, s("judge"), TaskAction::Complete, s("ann")));
    QCOMPARE(desk.statuses(id), QStringList{s("judge COMPLETED")});
    QVERIFY(desk.ask(GetTask{{id, s("judge"), {}}})->view.task.oversight.outcome == ReviewOutcome::Approved);
    QVERIFY(desk.auditIsFine());
}

void OversightTest::onlyThePoolAskedForGetsIt()
{
    Desk desk;
    desk.hire(s("agent"), {s("judge")}, 100, {s("seniors")}); // in the pool, and no human
    human(desk, s("ann"));
    human(desk, s("sue"), {s("seniors")});
    desk.open({judging(0.8, s("seniors"))});
    QVERIFY(hand(desk, desk.reserve(s("agent"))->front(), s("agent"), 0.4));
    QVERIFY(desk.reserve(s("agent"))->empty());
    QVERIFY(desk.reserve(s("ann"))->empty());
    QCOMPARE(desk.reserve(s("sue"))->size(), size_t(1));
}

void OversightTest::withoutAHumanThereIsAnAlert_data()
{
    QTest::addColumn<QString>("human");
    for (const char *human : {"none", "level too low", "too small", "on leave", "not in the pool"})
        QTest::newRow(human) << s(human);
}

void OversightTest::withoutAHumanThereIsAnAlert()
{
    QFETCH(const QString, human);
    Desk desk;
    desk.hire(s("agent"), {s("judge")});
    SaveWorker ann;
    ann.spec.id = WorkerId{s("ann")};
    ann.spec.name = s("ann");
    ann.spec.kind = WorkerKind::Human;
    ann.spec.skills = QMap<QString, int>{{s("judge"), human == s("level too low") ? 2 : 3}};
    ann.spec.capacity = human == s("too small") ? 1 : 2;
    if (human == s("on leave"))
        ann.spec.leave = std::vector<Leave>{{desk.nowMs, desk.nowMs + limits::msPerDay, {}, false}};
    if (human != s("none"))
        QVERIFY(desk.say(ann));
    TaskSpec spec = judging(0.8, human == s("not in the pool") ? s("seniors") : QString());
    spec.wishes.levelMin = 3;
    spec.cost = 2;
    const ActivityId id = desk.open({spec});
    QVERIFY(hand(desk, desk.reserve(s("agent"))->front(), s("agent"), 0.4));
    QCOMPARE(desk.statuses(id), QStringList{s("judge IN_REVIEW")});
    const auto alerts = desk.ask(ListAlerts{});
    QCOMPARE(alerts->items.size(), size_t(1));
    QCOMPARE(alerts->items.front().kind, s("no_eligible_worker"));
}

void OversightTest::whatNoHumanCanTakeIsToldOf_data()
{
    QTest::addColumn<bool>("isLater"); // the rule
    QTest::addColumn<bool>("comesBack"); // somebody, before it is sent
    QTest::newRow("nobody comes") << false << false;
    QTest::newRow("nobody comes, and the rule does") << true << false;
    QTest::newRow("somebody comes") << false << true;
}

void OversightTest::whatNoHumanCanTakeIsToldOf()
{
    QFETCH(const bool, isLater);
    QFETCH(const bool, comesBack);
    Desk desk;
    desk.hire(s("agent"), {s("judge")});
    const QJsonObject body{{s("name"), s("nobody")},
                           {s("when"), s("no_eligible_worker")},
                           {s("then"), s("notify")},
                           {s("notify"), hmsact::engine::list({"slack:#ops"})}};
    if (!isLater)
        hmsact::engine::save(desk, body);
    const ActivityId id = desk.open({judging(0.8)});
    QVERIFY(hand(desk, desk.reserve(s("agent"))->front(), s("agent"), 0.4));
    QVERIFY(desk.tick());
    if (isLater)
        hmsact::engine::save(desk, body);
    QVERIFY(turn(desk, limits::msPerSecond));
    QCOMPARE(told(desk), QStringList{s("slack:#ops")});
    const Period day{desk.nowMs - limits::msPerDay, desk.nowMs + 1};
    QCOMPARE(desk.ask(DryRunRule{{{}, hmsact::engine::rule(body)}, day})->would.firings, qint64(1));
    const AlertId alert = desk.ask(ListAlerts{})->items.front().id;
    const auto stands = [&] {
        const Alert now = desk.ask(GetAlert{alert})->alert;
        return QString(now.isSolved ? s("solved") : s("unsolved")) + (isUnseen(now) ? s(" open") : s(" closed"));
    };
    QCOMPARE(stands(), s("unsolved open"));
    QVERIFY(desk.say(SnoozeAlert{alert, limits::msPerHour}));
    if (comesBack) {
        human(desk, s("ann"));
        QVERIFY(turn(desk, limits::msPerMinute));
        QCOMPARE(desk.statuses(id), QStringList{s("judge PENDING")});
        QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    }
    QVERIFY(turn(desk, limits::msPerHour));
    QCOMPARE(stands(), comesBack ? s("solved closed") : s("unsolved open"));
    QCOMPARE(hmsact::engine::sent(desk), comesBack ? QStringList() : QStringList{s("slack:#ops")});
    QVERIFY(desk.act(id, s("judge"), comesBack ? TaskAction::Complete : TaskAction::Approve, s("ann")));
    QCOMPARE(desk.ask(GetAlert{alert})->alert.isSolved, true);
}

void OversightTest::whoIsBackIsToldOfIt()
{
    Desk desk;
    desk.hire(s("agent"), {s("judge")});
    WorkerSpec ann = hmsact::engine::clerk(s("ann"));
    ann.skills = QMap<QString, int>{{s("judge"), 3}};
    ann.leave = std::vector<Leave>{{desk.nowMs, desk.nowMs + limits::msPerDay, {}, false}};
    hmsact::engine::hire(desk, ann);
    const ActivityId id = desk.open({judging(0.8)});
    QVERIFY(hand(desk, desk.reserve(s("agent"))->front(), s("agent"), 0.4));
    QVERIFY(turn(desk, limits::msPerDay - 1));
    QCOMPARE(standing(desk, id, s("judge")), s("IN_REVIEW agent"));
    QVERIFY(mailed(desk).isEmpty());
    QVERIFY(turn(desk, 1));
    QVERIFY(turn(desk, limits::msPerMinute));
    QCOMPARE(standing(desk, id, s("judge")), s("PENDING ann"));
    QCOMPARE(mailed(desk), QStringList{s("ann")});
    const Task task = desk.ask(GetTask{{id, s("judge"), {}}})->view.task;
    QVERIFY(task.oversight.forHumans);
    QCOMPARE(task.attempt, 1);
    QCOMPARE(task.oversight.proposedBy.value, s("agent"));
    QVERIFY(desk.act(id, s("judge"), TaskAction::Complete, s("ann")));
    QVERIFY(desk.auditIsFine());
}

void OversightTest::whoGivesItToMachinesIsTold()
{
    Desk desk;
    desk.hire(s("agent"), {s("judge")}, 100, {s("machines")});
    human(desk, s("ann"), {s("people")});
    const ActivityId id = desk.open({judging(0.8)});
    QVERIFY(hand(desk, desk.reserve(s("agent"))->front(), s("agent"), 0.4));
    ActionInput give;
    give.action = TaskAction::Reassign;
    for (const char *pool : {"people", "machines"}) {
        QVERIFY(desk.ask(ListAlerts{})->items.empty());
        give.pool = s(pool);
        QVERIFY(desk.say(ActOnTask{{id, s("judge"), {}}, give}));
    }
    QCOMPARE(desk.ask(ListAlerts{})->items.size(), size_t(1));
    QCOMPARE(desk.ask(ListAlerts{})->items.front().kind, s("no_eligible_worker"));
}

void OversightTest::outcomesAreCounted()
{
    Desk desk;
    desk.hire(s("agent"), {s("judge")});
    TaskSpec spec = Desk::task(s("judge"));
    spec.review = Review::Human;
    const auto inReview = [&] {
        const ActivityId id = desk.open({spec});
        [&] {
            QVERIFY(hand(desk, desk.reserve(s("agent"))->front(), s("agent"), 0.9));
        }();
        return id;
    };
    QVERIFY(desk.act(inReview(), s("judge"), TaskAction::Approve));
    ActionInput correction;
    correction.action = TaskAction::Approve;
    correction.result = s("no");
    QVERIFY(desk.say(ActOnTask{{inReview(), s("judge"), {}}, correction}));
    const ActivityId late = inReview();
    QVERIFY(desk.act(late, s("judge"), TaskAction::SendBack, {}, s("look again")));
    QVERIFY(hand(desk, desk.reserve(s("agent"))->front(), s("agent"), 0.9));
    desk.nowMs += 3 * limits::msPerHour;
    QVERIFY(desk.tick());
    QVERIFY(desk.ask(GetTask{{late, s("judge"), {}}})->view.task.oversight.outcome == ReviewOutcome::TimedOut);
    desk.open({Desk::task(s("judge"))});
    const Lease lease = desk.reserve(s("agent"))->front();
    ActionInput unable;
    unable.action = TaskAction::Fail;
    unable.worker = {s("agent")};
    unable.reason = s("the scan is black");
    unable.abstains = true;
    QVERIFY(desk.say(ActOnTask{{{}, {}, lease.task}, unable}));
    const QMap<QString, qint64> expected{
        {s("approved"), 1}, {s("corrected"), 1}, {s("rejected"), 1}, {s("abstained"), 1}, {s("timed_out"), 1}};
    QCOMPARE(desk.ask(GetStats{})->reviews, expected);
    QVERIFY(desk.auditIsFine());
}

void OversightTest::whatIsTakenBackIsNotCounted()
{
    Desk desk;
    desk.hire(s("agent"), {s("judge")});
    human(desk, s("ann"));
    const ActivityId id = desk.open({judging(0.8)});
    QVERIFY(hand(desk, desk.reserve(s("agent"))->front(), s("agent"), 0.4));
    QCOMPARE(desk.reserve(s("ann"))->size(), size_t(1));
    QVERIFY(desk.act(id, s("judge"), TaskAction::Complete, s("ann")));
    QCOMPARE(desk.ask(GetStats{})->reviews.value(s("approved")), 1);
    const auto undone = desk.act(id, s("judge"), TaskAction::Undo, s("ann"));
    QVERIFY(undone && undone->task.oversight.forHumans && undone->task.oversight.outcome == ReviewOutcome::None);
    QCOMPARE(undone->task.result, QJsonValue(s("yes")));
    QCOMPARE(desk.ask(GetStats{})->reviews.value(s("approved")), 0);
    QVERIFY(desk.act(id, s("judge"), TaskAction::Release, s("ann")));
    QVERIFY(desk.reserve(s("agent"))->empty()); // kept for humans still
    const auto again = desk.reserve(s("ann"));
    QCOMPARE(again->front().proposedResult, QJsonValue(s("yes")));
    ActionInput correction;
    correction.action = TaskAction::Complete;
    correction.worker = {s("ann")};
    correction.result = s("no");
    QVERIFY(desk.say(ActOnTask{{id, s("judge"), {}}, correction}));
    const QMap<QString, qint64> expected{
        {s("approved"), 0}, {s("corrected"), 1}, {s("rejected"), 0}, {s("abstained"), 0}, {s("timed_out"), 0}};
    QCOMPARE(desk.ask(GetStats{})->reviews, expected);
    QVERIFY(desk.ask(VerifyDatabase{})->problems.empty() && desk.auditIsFine());
}

void OversightTest::noMachineUndoesAnApproval()
{
    Desk desk;
    desk.hire(s("agent"), {s("judge")});
    const ActivityId id = desk.open({judging(0.8)});
    QVERIFY(hand(desk, desk.reserve(s("agent"))->front(), s("agent"), 0.4));
    ActionInput correction;
    correction.action = TaskAction::Approve;
    correction.result = s("no");
    QVERIFY(desk.say(ActOnTask{{id, s("judge"), {}}, correction}));
    const Actor agent{s("agent"), Role::Worker, {s("agent")}};
    ActionInput undo;
    undo.action = TaskAction::Undo;
    for (int files : {0, 60}) { // more than what is looked through: it does not hide the approval
        for (int i = 0; i < files; ++i)
            QVERIFY(desk.say(PutArtefact{{id, s("judge"), {}}, {}, QString::number(i), s("text/plain"), "x"}, agent));
        const auto refused = desk.say(ActOnTask{{id, s("judge"), {}}, undo}, agent);
        QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    }
    QCOMPARE(desk.statuses(id), QStringList{s("judge COMPLETED")});
    QCOMPARE(desk.ask(GetTask{{id, s("judge"), {}}})->view.task.result, QJsonValue(s("no")));
}

void OversightTest::whatIsHandedInStaysAsItWas()
{
    Desk desk;
    desk.hire(s("agent"), {s("judge")});
    TaskSpec spec = judging(0.0);
    spec.review = Review::Human;
    const ActivityId id = desk.open({spec});
    const Actor agent{s("agent"), Role::Clerk, {s("agent")}};
    const PutArtefact put{{id, s("judge"), {}}, {}, s("r.txt"), s("text/plain"), "x"};
    const Lease lease = desk.reserve(s("agent"))->front();
    QVERIFY(desk.say(put, agent));
    QVERIFY(hand(desk, lease, s("agent"), 0.9));
    QCOMPARE(desk.statuses(id), QStringList{s("judge IN_REVIEW")});
    QCOMPARE(desk.say(put, agent).error().code, ErrorCode::Conflict);
    QVERIFY(desk.act(id, s("judge"), TaskAction::Approve));
    QCOMPARE(desk.say(put, agent).error().code, ErrorCode::Conflict);
    QVERIFY(desk.say(put)); // a person adds what is missing
}

// The built-in rule gives what is late to somebody else with the skill: here that is a machine, which may not.
void OversightTest::escalationDoesNotGiveItToAMachine()
{
    Desk desk;
    desk.hire(s("agent"), {s("judge")});
    desk.hire(s("other"), {s("judge")});
    human(desk, s("ann"));
    const ActivityId id = desk.open({judging(0.8)});
    QVERIFY(hand(desk, desk.reserve(s("agent"))->front(), s("agent"), 0.4));
    desk.nowMs += 3 * limits::msPerHour;
    QVERIFY(desk.tick());
    const Task task = desk.ask(GetTask{{id, s("judge"), {}}})->view.task;
    QCOMPARE(task.worker.value, s("ann"));
    QVERIFY(task.oversight.forHumans);
}

void OversightTest::filesLieInPieces()
{
    Desk desk;
    const TaskRef task{desk.open({Desk::task(s("print"))}), s("print"), {}};
    QByteArray content(3 * limits::artefactChunkBytes + 7, 'x');
    content[limits::artefactChunkBytes] = 'y'; // the first of the second piece
    QVERIFY(desk.say(PutArtefact{task, {}, s("a.txt"), s("text/plain"), content}));
    QCOMPARE(desk.ask(GetArtefact{task, s("a.txt"), 0})->bytes, content);
    QCOMPARE(desk.ask(GetArtefact{task, s("a.txt"), 1})->bytes.size(), limits::artefactChunkBytes);
    QVERIFY(desk.say(PutArtefact{task, {}, s("none.txt"), s("text/plain"), {}}));
    QCOMPARE(desk.ask(GetArtefact{task, s("none.txt"), 0})->bytes, QByteArray());
    QVERIFY(desk.ask(VerifyDatabase{})->problems.empty());
}

// A worker that hung, and whose task was given to itself again meanwhile.
void OversightTest::nobodyHandsInUnderAnEarlierLease()
{
    Desk desk;
    desk.hire(s("bot"), {s("print")});
    const TaskRef task{desk.open({Desk::task(s("print"))}), s("print"), {}};
    const Actor bot{s("bot"), Role::Worker, {s("bot")}};
    const auto put = [&](qint64 leaseToken, const char *content) {
        return desk.say(PutArtefact{task, {}, s("a.txt"), s("text/plain"), content, leaseToken}, bot);
    };
    const qint64 first = desk.reserve(s("bot"))->front().leaseToken;
    QVERIFY(put(first, "first"));
    desk.nowMs += limits::msPerHour; // its lease has run out
    QVERIFY(desk.tick());
    desk.nowMs += limits::msPerHour; // and the pause before the next try
    const qint64 second = desk.reserve(s("bot"))->front().leaseToken;
    QVERIFY(second != first);
    const auto late = put(first, "late");
    QVERIFY(!late && late.error().code == ErrorCode::Conflict);
    QCOMPARE(desk.ask(GetArtefact{task, s("a.txt"), 0})->bytes, QByteArray("first"));
    QVERIFY(put(second, "second"));
    QCOMPARE(desk.ask(GetArtefact{task, s("a.txt"), 0})->bytes, QByteArray("second"));
}

void OversightTest::nobodyHandsInForAnother()
{
    Desk desk;
    const TaskRef task{desk.open({Desk::task(s("print"))}), s("print"), {}};
    const Actor al{s("al"), Role::Clerk, {s("al")}};
    const auto refused = desk.say(PutArtefact{task, {s("ann")}, s("a.txt"), s("text/plain"), "x"}, al);
    QVERIFY(!refused && refused.error().code == ErrorCode::Forbidden);
    QVERIFY(desk.ask(GetTask{task})->artefacts.empty());
    QCOMPARE(desk.say(PutArtefact{task, {s("al")}, s("a.txt"), s("text/plain"), "x"}, al)->createdBy, s("al"));
    QCOMPARE(desk.say(PutArtefact{task, {s("ann")}, s("b.txt"), s("text/plain"), "x"})->createdBy, s("ann")); // a supervisor
}

void OversightTest::equalContentsAreKeptOnce()
{
    Desk desk;
    const TaskRef task{desk.open({Desk::task(s("print"))}), s("print"), {}};
    QVERIFY(desk.say(PutArtefact{task, {}, s("a.txt"), s("text/plain"), "same"}));
    QVERIFY(desk.say(PutArtefact{task, {}, s("b.txt"), s("text/plain"), "same"}));
    QCOMPARE(rows(desk, "bytes"), 4);
    QVERIFY(desk.say(PutArtefact{task, {}, s("a.txt"), s("text/plain"), "other"}));
    QCOMPARE(rows(desk, "same"), 1); // b.txt has it still
    QCOMPARE(rows(desk, "bytes"), 9);
    QVERIFY(desk.say(PutArtefact{task, {}, s("b.txt"), s("text/plain"), "other"}));
    QCOMPARE(rows(desk, "same"), 0);
    QCOMPARE(rows(desk, "bytes"), 5);
}

void OversightTest::roomIsBounded()
{
    Desk desk;
    desk.engine->limitArtefacts(10);
    const TaskRef task{desk.open({Desk::task(s("print"))}), s("print"), {}};
    QVERIFY(desk.say(PutArtefact{task, {}, s("a.txt"), s("text/plain"), "12345678"}));
    const auto full = desk.say(PutArtefact{task, {}, s("b.txt"), s("text/plain"), "abc"});
    QVERIFY(!full && full.error().code == ErrorCode::TooLarge);
    QVERIFY(desk.say(PutArtefact{task, {}, s("c.txt"), s("text/plain"), "12345678"})); // there already
    QCOMPARE(desk.ask(GetTask{task})->artefacts.size(), size_t(2));
    desk.engine->limitArtefacts(limits::artefactBytesTotalDefault);
    const QByteArray big(limits::artefactBytesMax, 'x'); // written once, and counted each time
    for (int i = 0; i < 10; ++i) {
        const bool fits = i < 9; // with the small ones, ten of them are too many
        QCOMPARE(desk.say(PutArtefact{task, {}, s("big%1").arg(i), s("text/plain"), big}).ok(), fits);
    }
}

void OversightTest::refusedFilesLeaveNothing()
{
    Desk desk;
    const TaskRef task{desk.open({Desk::task(s("print"))}), s("print"), {}};
    for (const char *bad : {"a/b", "..\\x", "CON", "lpt1.txt", "a:b", "a.", "a ", "a\nb", "\u202egpj.exe", "what?.pdf"})
        QVERIFY2(!desk.say(PutArtefact{task, {}, s(bad), s("text/plain"), "x"}), bad);
    QVERIFY(!desk.say(PutArtefact{task, {}, s("a"), s("text/plain"), QByteArray(limits::artefactBytesMax + 1, 'x')}));
    QVERIFY(desk.say(PutArtefact{task, {}, s("console.txt"), s("text/plain"), "x"})); // only begins like one
    QCOMPARE(desk.ask(GetTask{task})->artefacts.size(), size_t(1));
    QCOMPARE(rows(desk, "bytes"), 1);
    // What is not what it says is kept, and served as nothing in particular.
    QCOMPARE(desk.say(PutArtefact{task, {}, s("b.png"), s("image/png"), "<script>"})->mediaType,
             s("application/octet-stream"));
}

HMSACT_TEST(OversightTest)

} // namespace hmsact::oversight_test

#include "oversight.moc"
