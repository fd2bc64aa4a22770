// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QTest>

namespace hmsact::commands_test {

using namespace hmsact::domain;
using hmsact::engine::Desk;
using hmsact::engine::s;

// What each command changes, and that a refused one changes nothing.
class Commands : public QObject
{
    Q_OBJECT

private slots:
    void theVaccineCardRunsAsTheTextShows();
    void enqueueIsAllOrNothing();
    void aSecondWorkerIsToldWhoHoldsIt();
    void sayingCompleteTwiceChangesNothing();
    void anOldLeaseTokenIsRefused();
    void everyTaskEndedCompletesTheActivity();
    void anUndecidedOptionKeepsTheActivityOpen();
    void anOptionOutlastsWhatHasFailedBeforeIt();
    void cancellingEndsOpenTasksInOneGo();
    void aBlockingFailureKeepsTheActivityOpenAndAlerts();
    void continueOnFailureUnlocksWhatFollows();
    void holdingMovesTheDueTime();
    void theSameOperationIsExecutedOnce();
    void oneBadItemDoesNotSpoilTheRest();
    void whatIsRefusedShowsNobodyAtWork();
    void whoNeedNotSayWhoItIsIsSeenAtWork();
    void twoPredecessorsInOneBatchUnlockTheSuccessor();
    void whatJoinsAnOnlyTaskWaitsForIt_data();
    void whatJoinsAnOnlyTaskWaitsForIt();
    void theFirstOfSeveralTellsWhatItNeeds();
    void whatIsSkippedAsItFailedIsMet();
    void artefactsKeepTheirHash();
    void tokensAreFoundUntilRevoked();
};

void Commands::theVaccineCardRunsAsTheTextShows()
{
    Desk desk;
    const ActivityId card = desk.open();
    TaskSpec pdf = Desk::task(s("generate_pdf"));
    pdf.needs = QStringList{s("fetch_vaccine_log")};
    TaskSpec ship = Desk::task(s("ship_physical"));
    ship.optional = true;
    QVERIFY(desk.say(EnqueueTasks{card, {Desk::task(s("verify_identity")), Desk::task(s("fetch_vaccine_log")), pdf, ship}}));
    QCOMPARE(desk.statuses(card),
             QStringList({s("verify_identity PENDING"), s("fetch_vaccine_log WAITING(for:verify_identity)"),
                          s("generate_pdf WAITING"), s("ship_physical OPTIONAL")}));
    QVERIFY(desk.act(card, s("verify_identity"), TaskAction::Complete, s("bot-dmv-3")));
    QCOMPARE(desk.statuses(card).at(1), s("fetch_vaccine_log PENDING"));
    QVERIFY(desk.act(card, s("fetch_vaccine_log"), TaskAction::Complete, s("bot-dmv-3")));
    QVERIFY(desk.act(card, s("generate_pdf"), TaskAction::Complete, s("bot-dmv-3")));
    QVERIFY(desk.ask(GetActivity{card})->activity.state == ActivityState::Open);
    QVERIFY(desk.act(card, s("ship_physical"), TaskAction::OptIn));
    QVERIFY(desk.act(card, s("ship_physical"), TaskAction::Complete, s("alice")));
    QVERIFY(desk.ask(GetActivity{card})->activity.state == ActivityState::Completed);
    QVERIFY(desk.auditIsFine());
}

void Commands::enqueueIsAllOrNothing()
{
    Desk desk;
    const ActivityId id = desk.open({Desk::task(s("first"))});
    TaskSpec bad = Desk::task(s("third"));
    bad.needs = QStringList{s("nowhere")};
    const auto refused = desk.say(EnqueueTasks{id, {Desk::task(s("second")), bad}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(desk.statuses(id), QStringList{s("first PENDING")});
    QVERIFY(!desk.say(EnqueueTasks{id, {Desk::task(s("first"))}})); // the name is taken
    QVERIFY(desk.say(EnqueueTasks{id, {Desk::task(s("second"))}}));
    QCOMPARE(desk.statuses(id).at(1), s("second WAITING(for:first)"));
    QVERIFY(!desk.say(CreateActivity{s("c"), s("i"), 1000, 5, {}, {bad}})); // nor does a refused activity leave anything
    QCOMPARE(desk.ask(ListActivities())->items.size(), size_t(1));
    QVERIFY(desk.auditIsFine());
}

void Commands::aSecondWorkerIsToldWhoHoldsIt()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"))});
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    const auto second = desk.act(id, s("dig"), TaskAction::Complete, s("b"));
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Conflict);
    QVERIFY(second.error().detail.english().contains(s("a")));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("a")));
    const auto third = desk.act(id, s("dig"), TaskAction::Complete, s("b"));
    QCOMPARE(third.error().code, ErrorCode::Conflict);
}

void Commands::sayingCompleteTwiceChangesNothing()
{
    Desk desk;
    const ActivityId id = desk.open({Desk::task(s("dig"))});
    const auto first = desk.act(id, s("dig"), TaskAction::Complete, s("a"));
    desk.nowMs += 1000;
    const auto again = desk.act(id, s("dig"), TaskAction::Complete, s("a"));
    QVERIFY(again);
    QCOMPARE(again->task.version, first->task.version);
    QCOMPARE(again->task.endedAtMs, first->task.endedAtMs);
    QVERIFY(desk.auditIsFine());
}

void Commands::anOldLeaseTokenIsRefused()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    const ActivityId id = desk.open({Desk::task(s("dig"))});
    const qint64 old = desk.reserve(s("a"))->front().leaseToken;
    QVERIFY(desk.act(id, s("dig"), TaskAction::Release, s("a"), {}, old));
    const qint64 fresh = desk.reserve(s("a"))->front().leaseToken;
    QVERIFY(fresh > old);
    for (const TaskAction action : {TaskAction::Complete, TaskAction::Heartbeat, TaskAction::Release}) {
        const auto stale = desk.act(id, s("dig"), action, s("a"), {}, old);
        QVERIFY(!stale);
        QCOMPARE(stale.error().code, ErrorCode::Conflict);
    }
    QVERIFY(desk.act(id, s("dig"), TaskAction::Complete, s("a"), {}, fresh));
}

void Commands::everyTaskEndedCompletesTheActivity()
{
    Desk desk;
    const ActivityId id = desk.open({Desk::task(s("one")), Desk::task(s("two"))});
    QVERIFY(desk.act(id, s("one"), TaskAction::Complete, s("a")));
    QVERIFY(desk.act(id, s("two"), TaskAction::Skip, {}, s("not needed")));
    const auto view = desk.ask(GetActivity{id});
    QVERIFY(view->activity.state == ActivityState::Completed);
    QCOMPARE(view->activity.endedAtMs, desk.nowMs);
    QCOMPARE(desk.say(EnqueueTasks{id, {Desk::task(s("three"))}}).error().code, ErrorCode::Conflict);
}

void Commands::anUndecidedOptionKeepsTheActivityOpen()
{
    TaskSpec option = Desk::task(s("ship"));
    option.optional = true;
    for (const qint64 lateMs : {0, 5000}) { // or nobody was there when it fell due
        Desk desk;
        const ActivityId id = desk.open({Desk::task(s("print")), option}, hmsact::domain::limits::msPerHour);
        QVERIFY(desk.act(id, s("print"), TaskAction::Complete, s("a")));
        QVERIFY(desk.ask(GetActivity{id})->activity.state == ActivityState::Open);
        desk.nowMs += limits::msPerHour - 1;
        QVERIFY(desk.engine->tick(desk.nowMs));
        QVERIFY(desk.ask(GetActivity{id})->activity.state == ActivityState::Open);
        const qint64 dueMs = desk.nowMs + 1;
        desk.nowMs = dueMs + lateMs;
        QVERIFY(desk.engine->tick(desk.nowMs));
        const auto done = desk.ask(GetActivity{id});
        QVERIFY(done->activity.state == ActivityState::Completed);
        QCOMPARE(done->activity.endedAtMs, dueMs);
        QCOMPARE(toString(done->slaState), toString(SlaState::Met));
        QCOMPARE(desk.statuses(id).at(1), s("ship SKIPPED"));
        QVERIFY(desk.ask(ListAlerts{})->items.empty()); // it was in time
        QVERIFY(desk.auditIsFine());
    }
}

void Commands::anOptionOutlastsWhatHasFailedBeforeIt()
{
    TaskSpec print = Desk::task(s("print"));
    print.maxAttempts = 1;
    TaskSpec pack = Desk::task(s("pack"));
    pack.needs = QStringList();
    TaskSpec ship = Desk::task(s("ship"));
    ship.optional = true;
    Desk desk;
    desk.hire(s("a"), {s("print")});
    const ActivityId id = desk.open({print, pack, ship}, limits::msPerHour);
    QCOMPARE(desk.reserve(s("a"))->size(), size_t(1));
    QVERIFY(desk.act(id, s("print"), TaskAction::Fail, s("a"), s("no paper")));
    QVERIFY(turn(desk, 2 * limits::msPerHour));
    const auto option = [&] {
        return desk.statuses(id).at(2);
    };
    QVERIFY(desk.act(id, s("pack"), TaskAction::Complete, s("a")));
    QCOMPARE(option(), s("ship OPTIONAL"));
    QVERIFY(desk.tick());
    QCOMPARE(option(), s("ship OPTIONAL"));
    QVERIFY(desk.act(id, s("print"), TaskAction::Retry));
    QVERIFY(desk.act(id, s("print"), TaskAction::Complete, s("a"))); // all that is required is done, and the time is over
    QCOMPARE(option(), s("ship SKIPPED"));
    QVERIFY(desk.ask(GetActivity{id})->activity.state == ActivityState::Completed);
    QVERIFY(desk.auditIsFine());
}

void Commands::cancellingEndsOpenTasksInOneGo()
{
    Desk desk;
    const ActivityId id = desk.open({Desk::task(s("one")), Desk::task(s("two"))});
    QVERIFY(desk.act(id, s("one"), TaskAction::Complete, s("a")));
    QVERIFY(!desk.say(EndActivity{id, EndKind::Cancel, {}})); // a reason is owed
    const auto ended = desk.say(EndActivity{id, EndKind::Cancel, s("moved away")});
    QVERIFY(ended);
    QVERIFY(ended->activity.state == ActivityState::Cancelled);
    QCOMPARE(desk.statuses(id), QStringList({s("one COMPLETED"), s("two CANCELLED")}));
    QCOMPARE(desk.say(EndActivity{id, EndKind::Cancel, s("again")}).error().code, ErrorCode::Conflict);
    QVERIFY(desk.auditIsFine());
}

void Commands::aBlockingFailureKeepsTheActivityOpenAndAlerts()
{
    Desk desk;
    desk.hire(s("a"), {s("one")});
    TaskSpec one = Desk::task(s("one"));
    one.maxAttempts = 1;
    const ActivityId id = desk.open({one, Desk::task(s("two"))});
    QVERIFY(desk.reserve(s("a")));
    QVERIFY(desk.act(id, s("one"), TaskAction::Fail, s("a"), s("no data")));
    QCOMPARE(desk.statuses(id), QStringList({s("one FAILED"), s("two WAITING")}));
    QVERIFY(desk.ask(GetActivity{id})->activity.state == ActivityState::Open);
    const auto alerts = desk.ask(ListAlerts{});
    QCOMPARE(alerts->items.size(), size_t(1));
    QCOMPARE(alerts->items.front().kind, s("task_failed"));
    QCOMPARE(alerts->items.front().taskName, s("one"));
    QVERIFY(desk.act(id, s("one"), TaskAction::Retry));
    QVERIFY(desk.act(id, s("one"), TaskAction::Complete, s("a")));
    QCOMPARE(desk.statuses(id).at(1), s("two PENDING"));
    QVERIFY(desk.auditIsFine());
}

void Commands::continueOnFailureUnlocksWhatFollows()
{
    Desk desk;
    desk.hire(s("a"), {s("one")});
    TaskSpec one = Desk::task(s("one"));
    one.maxAttempts = 1;
    one.onFailure = OnFailure::Continue;
    const ActivityId id = desk.open({one, Desk::task(s("two"))});
    QVERIFY(desk.reserve(s("a")));
    QVERIFY(desk.act(id, s("one"), TaskAction::Fail, s("a"), s("no data")));
    QCOMPARE(desk.statuses(id).at(1), s("two PENDING"));
    QVERIFY(desk.act(id, s("one"), TaskAction::Retry)); // the need stays met: "two" is not unlocked a second time
    QVERIFY(desk.act(id, s("one"), TaskAction::Complete, s("a")));
    QVERIFY(desk.act(id, s("two"), TaskAction::Complete, s("a")));
    QVERIFY(desk.ask(GetActivity{id})->activity.state == ActivityState::Completed);
    QVERIFY(desk.auditIsFine());
}

void Commands::holdingMovesTheDueTime()
{
    Desk desk;
    const ActivityId id = desk.open({Desk::task(s("one"), limits::msPerHour)});
    const qint64 due = desk.ask(GetTask{{id, s("one"), {}}})->view.task.dueAtMs;
    QVERIFY(desk.act(id, s("one"), TaskAction::Hold, {}, s("waiting for the citizen")));
    desk.nowMs += 3 * limits::msPerHour;
    QVERIFY(desk.engine->tick(desk.nowMs));
    QVERIFY(desk.ask(GetTask{{id, s("one"), {}}})->view.slaState == SlaState::Paused);
    QVERIFY(desk.act(id, s("one"), TaskAction::Resume));
    QCOMPARE(desk.ask(GetTask{{id, s("one"), {}}})->view.task.dueAtMs, due + 3 * limits::msPerHour);
    QVERIFY(desk.ask(ListAlerts{})->items.empty());
}

void Commands::theSameOperationIsExecutedOnce()
{
    Desk desk;
    const CreateActivity command{s("jordan"), s("card"), limits::msPerDay, 5, {}, {}};
    const Actor actor{s("app"), Role::Admin, {}};
    const Request request{command, actor, s("op-1")};
    const Request other{CreateActivity{s("casey"), s("card"), limits::msPerDay, 5, {}, {}}, actor, s("op-1")};
    // Twice in one batch, once more later, and once with another body.
    const auto both = desk.engine->execute({&request, &request}, {}, desk.nowMs);
    QVERIFY(both.replies[0].result && both.replies[1].result);
    QVERIFY(both.replies[0].replayedJson.isEmpty());
    QVERIFY(!both.replies[1].replayedJson.isEmpty());
    QVERIFY(!desk.engine->execute({&request}, {}, desk.nowMs).replies[0].replayedJson.isEmpty());
    const auto mixed = desk.engine->execute({&other}, {}, desk.nowMs);
    QCOMPARE(mixed.replies[0].result.error().code, ErrorCode::Invalid);
    QCOMPARE(desk.ask(ListActivities{})->items.size(), size_t(1));
    const QByteArray id = std::get<ActivityView>(*both.replies[0].result).activity.id.toString().toUtf8();
    QVERIFY(both.replies[1].replayedJson.contains(id));
}

void Commands::oneBadItemDoesNotSpoilTheRest()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.open({Desk::task(s("dig"))});
    desk.open({Desk::task(s("dig"))});
    const auto leases = desk.reserve(s("a"), 10);
    QCOMPARE(leases->size(), size_t(2));
    CompleteTasks command;
    for (const Lease &lease : *leases) {
        ActionInput input;
        input.action = TaskAction::Complete;
        input.worker = {s("a")};
        input.leaseToken = lease.leaseToken;
        command.items.push_back({lease.task, input});
    }
    command.items.front().input.leaseToken = 77;
    const auto results = desk.say(command);
    QVERIFY(results);
    QVERIFY(!results->at(0).ok());
    QVERIFY(results->at(1).ok());
    QVERIFY(desk.auditIsFine());
}

void Commands::whatIsRefusedShowsNobodyAtWork()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.hire(s("b"), {s("fill")});
    desk.open({Desk::task(s("dig"))});
    const Lease lease = desk.reserve(s("a"))->front();
    desk.nowMs += limits::msPerMinute / 2;
    const auto handIn = [&](const QString &worker, std::optional<Error> flaw = {}) {
        CompleteTasks command;
        command.items.push_back({lease.task, {}, std::move(flaw)});
        command.items.front().input.action = TaskAction::Complete;
        command.items.front().input.worker = {worker};
        command.items.front().input.leaseToken = lease.leaseToken;
        return desk.say(command, {s("token of a"), Role::Worker, {s("a")}});
    };
    const auto seen = [&](const char *worker) {
        return desk.ask(GetWorker{{s(worker)}})->worker.lastSeenAtMs;
    };
    QCOMPARE(handIn(s("b"))->front().error().code, ErrorCode::Forbidden);
    QCOMPARE(seen("b"), 0);
    const auto unreadable = handIn(QString(QChar::Null), makeError(ErrorCode::Invalid, "cannot be read"));
    QVERIFY2(unreadable, qPrintable(unreadable ? QString() : unreadable.error().detail.english()));
    QVERIFY(handIn(s("a"))->front().ok());
    QCOMPARE(seen("a"), desk.nowMs);
    QVERIFY(desk.auditIsFine());
}

// By a token of its own.
void Commands::whoNeedNotSayWhoItIsIsSeenAtWork()
{
    Desk desk;
    desk.hire(s("a"), {s("dig")});
    desk.open({Desk::task(s("dig"))});
    const Lease lease = desk.reserve(s("a"))->front();
    const Actor ofA{s("token of a"), Role::Worker, {s("a")}};
    const auto isSeenSaying = [&](TaskAction action, std::optional<qint64> token = {}) {
        desk.nowMs += limits::msPerMinute / 2;
        ActionInput input;
        input.action = action;
        input.leaseToken = token;
        const auto said = desk.say(ActOnTask{{{}, {}, lease.task}, input}, ofA);
        return said && desk.ask(GetWorker{{s("a")}})->worker.lastSeenAtMs == desk.nowMs;
    };
    QVERIFY(isSeenSaying(TaskAction::Heartbeat));
    QVERIFY(isSeenSaying(TaskAction::Heartbeat, lease.leaseToken));
    (void)desk.engine->takeNews();
    QVERIFY(desk.act(lease.activity, lease.name, TaskAction::Heartbeat)); // by somebody who is no worker
    QVERIFY(!desk.engine->takeNews().changes.workers);
    QVERIFY(isSeenSaying(TaskAction::Complete, lease.leaseToken));
}

void Commands::twoPredecessorsInOneBatchUnlockTheSuccessor()
{
    Desk desk;
    TaskSpec two = Desk::task(s("two"));
    two.needs = QStringList();
    TaskSpec last = Desk::task(s("last"));
    last.needs = QStringList{s("one"), s("two")};
    const ActivityId id = desk.open({Desk::task(s("one")), two, last});
    ActionInput input;
    input.action = TaskAction::Complete;
    input.worker = {s("a")};
    const Actor actor{s("boss"), Role::Admin, {}};
    const Request first{ActOnTask{{id, s("one"), {}}, input}, actor, {}};
    const Request second{ActOnTask{{id, s("two"), {}}, input}, actor, {}};
    const auto outcome = desk.engine->execute({&first, &second}, {}, desk.nowMs);
    QVERIFY(outcome.replies[0].result && outcome.replies[1].result);
    QCOMPARE(desk.statuses(id).at(2), s("last PENDING"));
    QVERIFY(desk.auditIsFine());
}

void Commands::whatJoinsAnOnlyTaskWaitsForIt_data()
{
    QTest::addColumn<bool>("isOneBatch");
    QTest::newRow("before it is completed") << false;
    QTest::newRow("as it is completed") << true;
}

void Commands::whatJoinsAnOnlyTaskWaitsForIt()
{
    QFETCH(const bool, isOneBatch);
    Desk desk;
    TaskSpec dig = Desk::task(s("dig"));
    dig.skill = s("dig");
    TaskSpec fill = Desk::task(s("fill"));
    fill.needs = QStringList{s("dig")};
    const ActivityId hole = desk.open({dig});
    desk.hire(s("mole"), {s("dig")});
    const auto lease = desk.reserve(s("mole"));
    QCOMPARE(lease->size(), size_t(1));
    ActionInput done;
    done.action = TaskAction::Complete;
    done.worker = {s("mole")};
    done.leaseToken = lease->front().leaseToken;
    const Actor boss{s("boss"), Role::Admin, {}};
    const Request join{EnqueueTasks{hole, {fill}}, boss, {}};
    const Request complete{ActOnTask{{{}, {}, lease->front().task}, done}, boss, {}};
    const std::vector<std::vector<const Request *>> apart{{&join}, {&complete}};
    for (const auto &batch : isOneBatch ? decltype(apart){{&join, &complete}} : apart) {
        for (const Reply &reply : desk.engine->execute(batch, {}, desk.nowMs).replies)
            QVERIFY(reply.result);
    }
    QCOMPARE(desk.statuses(hole), QStringList({s("dig COMPLETED"), s("fill PENDING")}));
    QVERIFY(desk.auditIsFine());
}

void Commands::theFirstOfSeveralTellsWhatItNeeds()
{
    Desk desk;
    TaskSpec fill = Desk::task(s("fill"));
    fill.needs = QStringList{s("dig")};
    TaskSpec dig = Desk::task(s("dig"));
    dig.needs = QStringList();
    const auto made = desk.say(CreateActivity{s("jordan"), s("hole"), limits::msPerDay, 5, {}, {fill, dig}});
    QVERIFY(made);
    QCOMPARE(made->tasks.front().needs, QStringList{s("dig")});
    QCOMPARE(made->tasks.front().waitingFor, QStringList{s("dig")});
}

// For the same reason and in the same instant: of the row little more changes than who has it.
void Commands::whatIsSkippedAsItFailedIsMet()
{
    Desk desk;
    const ActivityId id = desk.open({Desk::task(s("dig")), Desk::task(s("fill"))});
    ActionInput fail;
    fail.action = TaskAction::Fail;
    fail.worker = {s("mole")};
    fail.reason = s("rock");
    fail.mayRetry = false;
    desk.hire(s("mole"), {s("dig")});
    QCOMPARE(desk.reserve(s("mole"))->size(), size_t(1));
    QVERIFY(desk.say(ActOnTask{{id, s("dig"), {}}, fail}));
    QVERIFY(desk.act(id, s("dig"), TaskAction::Skip, {}, s("rock")));
    QCOMPARE(desk.statuses(id), QStringList({s("dig SKIPPED"), s("fill PENDING")}));
    const DatabaseReport report = *desk.ask(VerifyDatabase{});
    QVERIFY2(report.problems.empty(), qPrintable(report.problems.empty() ? QString() : report.problems.front().english()));
}

void Commands::artefactsKeepTheirHash()
{
    Desk desk;
    const ActivityId id = desk.open({Desk::task(s("print"))});
    const TaskRef task{id, s("print"), {}};
    QVERIFY(desk.say(PutArtefact{task, {}, s("card.pdf"), s("application/pdf"), "first"}));
    QVERIFY(desk.say(PutArtefact{task, {}, s("card.pdf"), s("application/pdf"), "second"}));
    const auto content = desk.ask(GetArtefact{task, s("card.pdf"), 0});
    QCOMPARE(content->bytes, QByteArray("second"));
    QCOMPARE(content->artefact.sha256, QCryptographicHash::hash("second", QCryptographicHash::Sha256));
    QCOMPARE(desk.ask(GetTask{task})->artefacts.size(), size_t(1));
    for (const char *bad : {"../card.pdf", "a/b", ".hidden", ""})
        QCOMPARE(desk.say(PutArtefact{task, {}, s(bad), s("application/pdf"), "x"}).error().code, ErrorCode::Invalid);
    QVERIFY(desk.auditIsFine());
}

void Commands::tokensAreFoundUntilRevoked()
{
    Desk desk;
    const auto made = desk.say(CreateToken{s("scanner"), Role::Worker, {s("bot-1")}, desk.nowMs + 1000, {}});
    QVERIFY(made);
    QCOMPARE(desk.ask(FindToken{made->secret})->worker, WorkerId{s("bot-1")});
    QVERIFY(!desk.ask(FindToken{s("hmsact_guess")}));
    desk.nowMs += 1000;
    QVERIFY(!desk.ask(FindToken{made->secret})); // expired
    const auto lasting = desk.say(CreateToken{s("app"), Role::Admin, {}, 0, {}});
    QVERIFY(desk.ask(FindToken{lasting->secret}));
    QVERIFY(desk.say(RevokeToken{{lasting->token.id}}));
    QVERIFY(!desk.ask(FindToken{lasting->secret}));
    QVERIFY(desk.auditIsFine());
}

HMSACT_TEST(Commands)

} // namespace hmsact::commands_test

#include "commands.moc"
