// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/artefactrules.h"
#include "fixtures.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::review_test {

using namespace hmsact::domain;
using namespace hmsact::domain::fixtures;

// What happens to a machine's result that nobody is sure of, and what a human's word makes of it.
class ReviewTest : public QObject
{
    Q_OBJECT

private slots:
    void aFloorDecides_data();
    void aFloorDecides();
    void withoutAFloorNobodyDoubts();
    void withoutAHumanItWaitsInReview();
    void whatWasReferredIsSaidAgain();
    void machinesDoNotTakeWhatIsKeptForHumans();
    void aHumansCompletionIsTheVerdict_data();
    void aHumansCompletionIsTheVerdict();
    void approvingWithAResultCorrects();
    void abstainingUsesNoAttempt();
    void nothingIsApprovedWhereNothingWasHandedIn();
    void whoCompletesItHandsOneIn();
    void sendingBackRejects();
    void whatWasSentBackIsNobodyElses();
    void retriedItBeginsAnew();
    void aBreachInReviewIsATimeOut();
    void progressIsOfTheLease();
    void oversightComesBackAsItWas();
    void namesAndTypes_data();
    void namesAndTypes();
};

static Task doubted(int floorPpm = 800'000)
{
    Task task = taskIn(TaskState::InProgress);
    task.oversight.floorPpm = floorPpm;
    return task;
}

static ActionContext withHuman(const Actor &actor, const Worker *registered)
{
    ActionContext context = as(actor, registered);
    context.humanCanTake = true;
    return context;
}

static ActionInput completing(std::optional<double> confidence, const QJsonValue &result = QStringLiteral("yes"))
{
    ActionInput said = input(TaskAction::Complete, "bot");
    said.result = result;
    said.confidencePpm = confidence ? int(*confidence * certainPpm) : noConfidence;
    return said;
}

void ReviewTest::aFloorDecides_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("confidence"); // -1: not said
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, WorkerKind kind, double confidence, TaskState state) {
        QTest::newRow(name) << int(kind) << confidence << int(state);
    };
    row("an agent below", WorkerKind::Agent, 0.79, TaskState::Pending);
    row("a bot below", WorkerKind::Bot, 0.1, TaskState::Pending);
    row("an agent at the floor", WorkerKind::Agent, 0.8, TaskState::Completed);
    row("an agent that does not say", WorkerKind::Agent, -1, TaskState::Pending);
    row("a human", WorkerKind::Human, 0.1, TaskState::Completed);
}

void ReviewTest::aFloorDecides()
{
    QFETCH(int, kind);
    QFETCH(double, confidence);
    QFETCH(int, state);
    Task task = doubted();
    const Worker bot = worker("bot", WorkerKind(kind));
    QCOMPARE(say(task, completing(confidence < 0 ? std::nullopt : std::optional(confidence)),
                 withHuman(speakingFor("bot"), &bot)),
             QStringLiteral("done"));
    QCOMPARE(int(task.state), state);
    QCOMPARE(task.oversight.forHumans, state == int(TaskState::Pending));
    QCOMPARE(task.result, QJsonValue(QStringLiteral("yes"))); // the context of whoever sees to it
    QCOMPARE(task.oversight.proposedBy.value, task.oversight.forHumans ? QStringLiteral("bot") : QString());
    QCOMPARE(task.attempt, 1);
}

void ReviewTest::withoutAFloorNobodyDoubts()
{
    Task task = doubted(0);
    const Worker bot = worker("bot", WorkerKind::Agent);
    QCOMPARE(say(task, completing({}), withHuman(speakingFor("bot"), &bot)), QStringLiteral("done"));
    QVERIFY(task.state == TaskState::Completed);
}

void ReviewTest::withoutAHumanItWaitsInReview()
{
    Task task = doubted();
    const Worker bot = worker("bot", WorkerKind::Agent);
    const auto change = act(task, completing(0.2), as(speakingFor("bot"), &bot));
    QVERIFY(change.ok());
    QVERIFY(task.state == TaskState::InReview);
    QVERIFY(change->lacksHuman);
    QCOMPARE(change->event, QLatin1StringView("task.review_requested"));
}

// The answer was lost, and the client says it once more.
void ReviewTest::whatWasReferredIsSaidAgain()
{
    Task task = doubted();
    const Worker bot = worker("bot", WorkerKind::Agent);
    ActionInput said = completing(0.2);
    QCOMPARE(say(task, said, withHuman(speakingFor("bot"), &bot)), QStringLiteral("done"));
    QCOMPARE(say(task, said, withHuman(speakingFor("bot"), &bot)), QStringLiteral("nothing changed"));
    said.leaseToken = task.leaseEpoch; // the one under which it was done
    QCOMPARE(say(task, said, withHuman(speakingFor("bot"), &bot)), QStringLiteral("nothing changed"));
    said.leaseToken = task.leaseEpoch - 1;
    QVERIFY(say(task, said, withHuman(speakingFor("bot"), &bot)).startsWith(u"Conflict: stale lease token 3"));
    const Worker other = worker("eve", WorkerKind::Agent);
    said = input(TaskAction::Complete, "eve");
    QVERIFY(say(task, said, withHuman(speakingFor("eve"), &other)).startsWith(u"Forbidden: "));
}

void ReviewTest::machinesDoNotTakeWhatIsKeptForHumans()
{
    Task task = taskIn(TaskState::Pending);
    task.oversight.forHumans = true;
    const Worker bot = worker("bot", WorkerKind::Agent);
    QVERIFY(say(task, completing({}), as(speakingFor("bot"), &bot)).startsWith(QStringLiteral("Forbidden: ")));
    QVERIFY(say(task, completing({}), as(supervisor(), &bot)).startsWith(QStringLiteral("Conflict: "))); // nor for it
    // Nor does a machine with a powerful token speak for a human.
    const Worker ann = worker("ann", WorkerKind::Human);
    ActionContext context = as(speakingFor("bot", Role::Supervisor), &ann);
    context.own = &bot;
    ActionInput said = completing({});
    said.worker = workerId("ann");
    QVERIFY(say(task, said, context).startsWith(QStringLiteral("Forbidden: ")));
    QVERIFY(say(task, said, as(speakingFor("ann"), &ann)) == QStringLiteral("done"));
}

void ReviewTest::aHumansCompletionIsTheVerdict_data()
{
    QTest::addColumn<QJsonValue>("result"); // undefined: none is handed in
    QTest::addColumn<QString>("outcome");
    QTest::newRow("as it was") << QJsonValue(QJsonValue::Undefined) << QStringLiteral("approved");
    QTest::newRow("the same") << QJsonValue(QStringLiteral("yes")) << QStringLiteral("approved");
    QTest::newRow("another") << QJsonValue(QStringLiteral("no")) << QStringLiteral("corrected");
}

void ReviewTest::aHumansCompletionIsTheVerdict()
{
    QFETCH(QJsonValue, result);
    QFETCH(QString, outcome);
    Task task = taskIn(TaskState::InProgress);
    task.worker = workerId("ann");
    task.review = Review::Human; // not once more
    task.result = QStringLiteral("yes");
    task.oversight.forHumans = true;
    task.oversight.proposedBy = workerId("bot");
    const Worker ann = worker("ann", WorkerKind::Human);
    ActionInput said = input(TaskAction::Complete, "ann");
    if (!result.isUndefined()) {
        said.result = result;
    }
    const auto change = act(task, said, as(speakingFor("ann"), &ann));
    QVERIFY(change.ok());
    QVERIFY(task.state == TaskState::Completed);
    QCOMPARE(QString(toString(change->review)), outcome);
    QCOMPARE(QString(toString(task.oversight.outcome)), outcome);
}

void ReviewTest::approvingWithAResultCorrects()
{
    Task task = taskIn(TaskState::InReview);
    task.result = QJsonObject{{QStringLiteral("dose"), 1}};
    task.oversight.proposedBy = workerId("bot");
    ActionInput said = input(TaskAction::Approve);
    said.result = QJsonObject{{QStringLiteral("dose"), 2}};
    const auto change = act(task, said, as(clerk()));
    QVERIFY(change.ok());
    QVERIFY(change->review == ReviewOutcome::Corrected);
    const QJsonObject detail = recorded(change->detail);
    QCOMPARE(detail[u"before"][u"result"][u"dose"].toInt(), 1);
    QCOMPARE(detail[u"after"][u"result"][u"dose"].toInt(), 2);
    QCOMPARE(detail[u"after"][u"review_outcome"].toString(), QStringLiteral("corrected"));
}

void ReviewTest::abstainingUsesNoAttempt()
{
    Task task = doubted(0); // also without a floor
    const Worker bot = worker("bot", WorkerKind::Agent);
    ActionInput said = input(TaskAction::Fail, "bot");
    said.abstains = true;
    const auto change = act(task, said, withHuman(speakingFor("bot"), &bot));
    QVERIFY(change.ok());
    QVERIFY(task.state == TaskState::Pending && task.oversight.forHumans);
    QCOMPARE(task.attempt, 1);
    QCOMPARE(task.notBeforeMs, 0);
    QCOMPARE(task.excluded, QStringList{QStringLiteral("bot")});
    QVERIFY(change->review == ReviewOutcome::Abstained);
}

void ReviewTest::nothingIsApprovedWhereNothingWasHandedIn()
{
    Task task = doubted(0);
    const Worker bot = worker("bot", WorkerKind::Agent);
    ActionInput said = input(TaskAction::Fail, "bot");
    said.abstains = true;
    QCOMPARE(say(task, said, as(speakingFor("bot"), &bot)), QStringLiteral("done"));
    QVERIFY(task.state == TaskState::InReview);
    ActionInput yes = input(TaskAction::Approve);
    QVERIFY(say(task, yes, as(clerk())).startsWith(QStringLiteral("Invalid: ")));
    yes.result = 7;
    const auto change = act(task, yes, as(clerk()));
    QVERIFY(change.ok() && change->review == ReviewOutcome::None); // there was nothing to judge
    QVERIFY(task.oversight.outcome == ReviewOutcome::Abstained);
}

void ReviewTest::whoCompletesItHandsOneIn()
{
    Task task = doubted(0);
    const Worker bot = worker("bot", WorkerKind::Agent);
    ActionInput unable = input(TaskAction::Fail, "bot");
    unable.abstains = true;
    QCOMPARE(say(task, unable, withHuman(speakingFor("bot"), &bot)), QStringLiteral("done"));
    (void)reserve(task, workerId("ann"), 1000, nowMs);
    const Worker ann = worker("ann", WorkerKind::Human);
    ActionInput done = input(TaskAction::Complete, "ann");
    for (const std::optional<QJsonValue> &nothing : {std::optional<QJsonValue>(), std::optional(QJsonValue())}) {
        done.result = nothing;
        QVERIFY(say(task, done, as(speakingFor("ann"), &ann)).startsWith(QStringLiteral("Invalid: ")));
    }
    done.result = QStringLiteral("yes");
    QCOMPARE(say(task, done, as(speakingFor("ann"), &ann)), QStringLiteral("done"));
    QVERIFY(task.state == TaskState::Completed && task.oversight.outcome == ReviewOutcome::Abstained);
}

void ReviewTest::whatWasSentBackIsNobodyElses()
{
    Task task = taskIn(TaskState::InReview);
    task.result = QStringLiteral("bad");
    task.oversight.proposedBy = workerId("bot");
    task.oversight.forHumans = true; // a human had given it up
    task.pool = task.oversight.pool = QStringLiteral("seniors");
    QCOMPARE(say(task, input(TaskAction::SendBack), as(clerk())), QStringLiteral("done"));
    QVERIFY(!task.oversight.forHumans && task.pool.isEmpty()); // any worker with the skill
    QCOMPARE(task.result, QJsonValue(QStringLiteral("bad"))); // the next one sees what was wrong
    (void)reserve(task, workerId("other"), 1000, nowMs);
    const Worker other = worker("other", WorkerKind::Bot);
    QCOMPARE(say(task, input(TaskAction::Complete, "other"), as(speakingFor("other"), &other)), QStringLiteral("done"));
    QVERIFY(task.state == TaskState::Completed && task.result.isNull());
}

void ReviewTest::retriedItBeginsAnew()
{
    Task task = taskIn(TaskState::Failed);
    task.result = QStringLiteral("bad");
    task.oversight.proposedBy = workerId("bot");
    task.oversight.confidencePpm = 100'000;
    task.oversight.forHumans = true;
    task.pool = task.oversight.pool = QStringLiteral("seniors");
    QCOMPARE(say(task, input(TaskAction::Retry), as(supervisor())), QStringLiteral("done"));
    QVERIFY(!task.oversight.forHumans && task.pool.isEmpty() && task.result.isNull());
    QVERIFY(task.oversight.proposedBy.isNull() && task.oversight.confidencePpm == noConfidence);
    Task given = taskIn(TaskState::Failed);
    given.pool = QStringLiteral("pool"); // by a supervisor
    QCOMPARE(say(given, input(TaskAction::Retry), as(supervisor())), QStringLiteral("done"));
    QCOMPARE(given.pool, QStringLiteral("pool"));
}

void ReviewTest::sendingBackRejects()
{
    Task task = taskIn(TaskState::InReview);
    const auto change = act(task, input(TaskAction::SendBack), as(clerk()));
    QVERIFY(change.ok() && change->review == ReviewOutcome::Rejected);
    QVERIFY(task.oversight.outcome == ReviewOutcome::Rejected);
}

void ReviewTest::aBreachInReviewIsATimeOut()
{
    Task task = taskIn(TaskState::InReview);
    QVERIFY(breach(task, task.dueAtMs).review == ReviewOutcome::TimedOut);
    QVERIFY(task.oversight.outcome == ReviewOutcome::TimedOut);
    Task working = taskIn(TaskState::InProgress);
    QVERIFY(breach(working, working.dueAtMs).review == ReviewOutcome::None);
}

void ReviewTest::progressIsOfTheLease()
{
    Task task = taskIn(TaskState::InProgress);
    const Worker bot = worker("bot");
    ActionInput beat = input(TaskAction::Heartbeat, "bot");
    beat.progressPercent = 40;
    beat.note = QStringLiteral("page 2 of 5");
    QCOMPARE(say(task, beat, as(speakingFor("bot"), &bot)), QStringLiteral("done"));
    QCOMPARE(task.oversight.progressPercent, 40);
    beat.progressPercent = 101;
    QVERIFY(say(task, beat, as(speakingFor("bot"), &bot)).startsWith(QStringLiteral("Invalid: ")));
    QCOMPARE(say(task, input(TaskAction::Release, "bot"), as(speakingFor("bot"), &bot)), QStringLiteral("done"));
    (void)reserve(task, workerId("bot"), 1000, nowMs);
    QCOMPARE(task.oversight.progressPercent, -1);
    QCOMPARE(task.oversight.note, QString());
}

void ReviewTest::oversightComesBackAsItWas()
{
    const Oversight none;
    QVERIFY(toJson(none).isEmpty());
    QVERIFY(oversightFrom({}) == none);
    const Oversight all{800'000, QStringLiteral("seniors"), true, workerId("bot"),
                        0,       ReviewOutcome::TimedOut,   0,    QStringLiteral("note")};
    QVERIFY(oversightFrom(toJson(all)) == all);
}

void ReviewTest::namesAndTypes_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("proven");
    const auto row = [](const char *name, const char *declared, const QByteArray &content, bool proven) {
        QTest::newRow(name) << QString::fromLatin1(declared) << content << proven;
    };
    row("a PDF", "application/pdf", "%PDF-1.7\n", true);
    row("no PDF", "application/pdf", "<html>", false);
    row("a PNG", "image/png", QByteArray("\x89PNG\r\n\x1a\n...", 11), true);
    row("a page as an image", "image/png", "<script>", false);
    row("a JPEG", "image/jpeg", "\xff\xd8\xff\xe0", true);
    row("a GIF", "image/gif", "GIF89a...", true);
    row("a text", "text/csv; charset=utf-8", "name;dose\nJosé;1\n", true);
    row("a text that is none", "text/plain", QByteArray("a\0b", 3), false);
    row("another encoding", "text/plain", "Jos\xe9", false);
    row("what cannot be told", "application/vnd.ms-excel", "anything", true);
}

void ReviewTest::namesAndTypes()
{
    QFETCH(QString, declared);
    QFETCH(QByteArray, content);
    QFETCH(bool, proven);
    QCOMPARE(provenMediaType(declared, content), proven ? declared : QStringLiteral("application/octet-stream"));
}

HMSACT_TEST(ReviewTest)

} // namespace hmsact::review_test

#include "review.moc"
