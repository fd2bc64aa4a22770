// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/workerloop.h"

#include "client/fakeserver.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

namespace hmsact::workerloop_test {

using namespace hmsact::client;
using Reply = FakeServer::Reply;
using Seen = FakeServer::Seen;

// The loop against a scripted orchestrator: pulls, keeps leases, reports, survives trouble, stops in order.
class TestWorkerLoop : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeServer> server;
    std::unique_ptr<WorkerLoop> loop;
    qint64 timeoutMs = 30'000;
    QList<QByteArray> leases; // names of the tasks to hand out
    QHash<QByteArray, QList<FakeServer::Answer>> first; // action → what it is answered with at first

    FakeServer::Answer answer(const Seen &seen)
    {
        if (!first.value(seen.action()).isEmpty())
            return first[seen.action()].takeFirst();
        if (seen.action() == "workers")
            return Reply{201, R"({"id":"bot-1","name":"Bot 1"})"};
        if (seen.action() != "reserve")
            return Reply{};
        if (leases.isEmpty())
            return {}; // a long poll: silence
        const QByteArray name = leases.takeFirst();
        const QByteArray form =
            R"({"items":[{"task_id":"tsk-1","activity_id":"act-1","name":"?","skill":"?","lease_token":7}]})";
        return Reply{200, QByteArray(form).replace('?', name)};
    }

    void make(WorkerLoop::Options options, WorkerSpec worker = {.name = u"Bot 1"_qs})
    {
        Settings settings;
        settings.url = server->url();
        settings.token = QStringLiteral("t");
        settings.retries = 0;
        settings.timeoutMs = timeoutMs;
        loop = std::make_unique<WorkerLoop>(settings, std::move(worker), options);
    }

    [[nodiscard]] Seen last(const QByteArray &action) const
    {
        for (auto it = server->seen.rbegin(); it != server->seen.rend(); ++it)
            if (it->action() == action)
                return *it;
        return {};
    }

private slots:
    void init()
    {
        server = std::make_unique<FakeServer>();
        server->otherwise = [this](const Seen &seen) {
            return answer(seen);
        };
        leases.clear();
        first.clear();
        timeoutMs = 30'000;
        make({});
    }

    void cleanup()
    {
        loop.reset();
        server.reset();
    }

    void registersPullsAndCompletes()
    {
        leases = {"verify"};
        loop->serve(u"verify"_qs, [](Job &job) { job.complete(QJsonObject{{u"task"_qs, job.lease().name}}); });
        loop->start();
        QTRY_COMPARE(server->count("complete"), 1);
        QCOMPARE(last("workers").json().value(u"skills"_qs).toArray(), QJsonArray{u"verify"_qs}); // levels are people's
        QCOMPARE(last("complete").path, QByteArray("/activities/act-1/tasks/verify/complete"));
        QCOMPARE(last("complete").json(),
                 QJsonDocument::fromJson(R"({"worker_id":"bot-1","lease_token":7,"result":{"task":"verify"}})").object());
        QTRY_COMPARE(loop->jobCount(), 0);
        QTRY_COMPARE(server->count("reserve"), 2);
    }

    void failsWhatItsHandlerFailsAndWhatItCannotDo()
    {
        leases = {"bad", "unknown"};
        loop->serve(u"bad"_qs, [](Job &job) { job.fail(u"no such citizen"_qs, false); });
        loop->start();
        QTRY_COMPARE(server->count("fail"), 2);
        QCOMPARE(server->count("complete"), 0);
        QVERIFY(last("fail").json().value(u"reason"_qs).toString().contains(u"unknown"_qs));
    }

    void aResultThatIsRefusedFailsTheTask()
    {
        leases = {"s"};
        first["complete"] = {Reply{422, R"({"errors":[{"pointer":"/result","detail":"is too large"}]})"}};
        loop->serve(u"s"_qs, [](Job &job) { job.complete(u"much"_qs); });
        loop->start();
        QTRY_COMPARE(loop->jobCount(), 0);
        QTRY_COMPARE(server->count("fail"), 1);
        QCOMPARE(last("fail").json().value(u"retry"_qs), QJsonValue(false));
        QVERIFY(last("fail").json().value(u"reason"_qs).toString().contains(u"/result: is too large"_qs));
    }

    void whatIsRefusedTwiceIsLeft()
    {
        leases = {"s"};
        first["fail"] = {Reply{422}, Reply{422}};
        loop->serve(u"s"_qs, [](Job &job) { job.fail(u"no"_qs); });
        loop->start();
        QTRY_COMPARE(server->count("reserve"), 2);
        QCOMPARE(loop->jobCount(), 0);
        QCOMPARE(server->count("fail"), 2);
    }

    void whoGivesNoReasonHasOne()
    {
        leases = {"bad", "blind"};
        loop->serve(u"bad"_qs, [](Job &job) { job.fail({}); });
        loop->serve(u"blind"_qs, [](Job &job) { job.abstain(u" \n"_qs); });
        loop->start();
        QTRY_COMPARE(server->count("fail"), 2);
        QStringList reasons;
        for (const Seen &seen : server->seen)
            if (seen.action() == "fail")
                reasons.append(seen.json().value(u"reason"_qs).toString());
        QCOMPARE(reasons, QStringList({u"failed without a reason"_qs, u"cannot judge"_qs}));
    }

    void progressGoesOutSoonAndBringsACancellationBack()
    {
        make({.leaseS = 600}); // no heartbeat of its own in this test
        leases = {"slow"};
        first["heartbeat"] = {Reply{}, Reply{409, R"({"status":409,"title":"Conflict","detail":"task slow is ON_HOLD"})"}};
        QPointer<Job> held;
        QString why;
        loop->serve(u"slow"_qs, [&](Job &job) {
            held = &job;
            connect(&job, &Job::lost, this, [&] { why = held->whyLost(); });
            job.progress(40, u"page 2 of 5"_qs);
        });
        loop->start();
        QTRY_COMPARE(server->count("heartbeat"), 1);
        QCOMPARE(last("heartbeat").json().value(u"progress"_qs).toInt(), 40);
        QCOMPARE(last("heartbeat").json().value(u"note"_qs).toString(), u"page 2 of 5"_qs);
        held->progress(150);
        QTRY_COMPARE(why, u"task slow is ON_HOLD"_qs);
        QCOMPARE(last("heartbeat").json().value(u"progress"_qs).toInt(), 100);
        QTRY_COMPARE(loop->jobCount(), 0);
    }

    void saysHowSureItIsOrThatItCannotJudge()
    {
        leases = {"sure", "blind"};
        loop->serve(u"sure"_qs, [](Job &job) { job.complete(u"yes"_qs, 0.25); });
        loop->serve(u"blind"_qs, [](Job &job) { job.abstain(u"the scan is black"_qs); });
        loop->start();
        QTRY_COMPARE(server->count("complete"), 1);
        QTRY_COMPARE(server->count("fail"), 1);
        QCOMPARE(last("complete").json().value(u"confidence"_qs).toDouble(), 0.25);
        QCOMPARE(last("fail").json().value(u"outcome"_qs).toString(), u"abstained"_qs);
    }

    void onlyTheFirstWordOfAHandlerCounts()
    {
        leases = {"s", "s"};
        loop->serve(u"s"_qs, [](Job &job) {
            job.complete();
            job.fail(u"after all"_qs);
        });
        loop->start();
        QTRY_COMPARE(server->count("complete"), 2);
        QCOMPARE(server->count("fail"), 0);
    }

    void pullsWithoutRegisteringWhereItIsKnown()
    {
        make({.registered = true}, {.id = u"bot-9"_qs});
        leases = {"s"};
        loop->serve(u"s"_qs, [](Job &job) { job.complete(); });
        loop->start();
        QTRY_COMPARE(server->count("complete"), 1);
        QCOMPARE(server->count("workers"), 0);
        QCOMPARE(last("reserve").json().value(u"worker_id"_qs).toString(), u"bot-9"_qs);
    }

    void takesNoMoreThanItMay()
    {
        make({.concurrency = 2});
        leases = {"s", "s", "s"};
        QList<QPointer<Job>> jobs;
        loop->serve(u"s"_qs, [&](Job &job) { jobs.append(&job); });
        loop->start();
        QTRY_COMPARE(jobs.size(), 2);
        QCOMPARE(loop->jobCount(), 2);
        QCOMPARE(server->count("reserve"), 2);
        jobs.front()->complete();
        QTRY_COMPARE(jobs.size(), 3);
        QCOMPARE(last("reserve").json().value(u"max"_qs).toInt(), 1);
    }

    void aJobMayEndBeforeItsHeartbeatIsAnswered()
    {
        timeoutMs = 1'000;
        make({.leaseS = 1});
        leases = {"slow"};
        first["heartbeat"] = {FakeServer::Answer{}}; // silence, given up after the timeout
        QPointer<Job> job;
        loop->serve(u"slow"_qs, [&](Job &taken) { job = &taken; });
        loop->start();
        QTRY_COMPARE(server->count("heartbeat"), 1);
        job->complete();
        QTRY_VERIFY(!job);
        QTRY_VERIFY(server->closed > 0);
        QTRY_COMPARE(server->count("reserve"), 2); // and goes on
    }

    void keepsTheLeaseOfAJobThatTakesLong()
    {
        make({.leaseS = 1});
        leases = {"slow"};
        loop->serve(u"slow"_qs, [](Job &) {});
        loop->start();
        QTRY_VERIFY(server->count("heartbeat") >= 2);
        QCOMPARE(last("heartbeat").json(),
                 QJsonDocument::fromJson(R"({"worker_id":"bot-1","lease_token":7,"lease_s":1})").object());
    }

    void aLeaseThatIsNotSaidIsOneOfAMachine()
    {
        make({.concurrency = 2, .leaseS = 0});
        leases = {"slow"};
        loop->serve(u"slow"_qs, [](Job &) {});
        loop->start();
        QTRY_COMPARE(server->count("reserve"), 2);
        Client other({.url = server->url()});
        for (int i = 0; i < 20; ++i) { // while others are heard, it is silent
            const auto stats = other.stats();
            QTRY_VERIFY(stats.isFinished());
        }
        QCOMPARE(server->count("heartbeat"), 0);
    }

    void aLostLeaseTellsTheHandler()
    {
        make({.leaseS = 1});
        first["heartbeat"] = {Reply{409, R"({"detail":"held by bot-2"})"}};
        leases = {"slow"};
        QPointer<Job> job;
        bool lost = false;
        loop->serve(u"slow"_qs, [&](Job &taken) {
            job = &taken;
            connect(&taken, &Job::lost, this, [&] {
                lost = true;
                job->complete(); // too late: nothing goes out
            });
        });
        loop->start();
        QTRY_VERIFY(lost);
        QTRY_VERIFY(!job);
        QTRY_COMPARE(server->count("reserve"), 2);
        QCOMPARE(server->count("complete"), 0);
    }

    void aForgottenJobIsLeftToItsLease()
    {
        make({.leaseS = 1});
        leases = {"s"};
        loop->serve(u"s"_qs, [](Job &job) { job.forget(); });
        loop->start();
        QTRY_COMPARE(server->count("reserve"), 2);
        QCOMPARE(loop->jobCount(), 0);
        QCOMPARE(server->seen.size(), size_t(3)); // register, reserve, reserve
    }

    void reportsUntilItGetsThrough()
    {
        first["complete"] = {Reply{0}, Reply{503}};
        leases = {"s"};
        QSignalSpy troubled(loop.get(), &WorkerLoop::troubled);
        loop->serve(u"s"_qs, [](Job &job) { job.complete(); });
        loop->start();
        QTRY_COMPARE(server->count("complete"), 3);
        QTRY_COMPARE(loop->jobCount(), 0);
        QCOMPARE(troubled.count(), 2);
    }

    void aDefectOfTheServerDropsNoResult()
    {
        first["complete"] = {Reply{500}, Reply{500}};
        leases = {"s"};
        loop->serve(u"s"_qs, [](Job &job) { job.complete(u"found"_qs); });
        loop->start();
        QTRY_COMPARE(server->count("complete"), 3);
        QTRY_COMPARE(loop->jobCount(), 0);
        QCOMPARE(last("complete").json().value(u"result"_qs).toString(), u"found"_qs);
    }

    void aServerThatStaysDefectHasItUntilTheLeaseIsOver()
    {
        make({.leaseS = 1});
        first["complete"] = QList<FakeServer::Answer>(100, Reply{500});
        leases = {"s"};
        loop->serve(u"s"_qs, [](Job &job) { job.complete(); });
        loop->start();
        QTRY_COMPARE(server->count("reserve"), 2);
        QTRY_COMPARE(loop->jobCount(), 0);
        QVERIFY(server->count("complete") >= 2);
    }

    void waitsOutAServerThatIsAwayAndAWorkerThatWasRemoved()
    {
        first["workers"] = {Reply{503}};
        first["reserve"] = {Reply{404}};
        leases = {"s"};
        loop->serve(u"s"_qs, [](Job &job) { job.complete(); });
        loop->start();
        QTRY_COMPARE(server->count("complete"), 1);
        QCOMPARE(server->count("workers"), 3);
    }

    void whatIsNotThereEndsIt()
    {
        for (const bool registered : {false, true}) { // a wrong address; a worker that nobody knows
            make({.registered = registered}, {.name = u"Bot 9"_qs, .id = u"bot-9"_qs});
            first = {{"workers", {Reply{404}}}, {"reserve", {Reply{404}}}};
            QSignalSpy failed(loop.get(), &WorkerLoop::failed);
            QSignalSpy stopped(loop.get(), &WorkerLoop::stopped);
            loop->serve(u"s"_qs, [](Job &) {});
            loop->start();
            QTRY_COMPARE(stopped.count(), 1);
            QCOMPARE(failed.front().front().value<Error>().kind, ErrorKind::NotFound);
        }
    }

    void aBadTokenEndsIt()
    {
        first["workers"] = {Reply{401, R"({"detail":"unknown token"})"}};
        QSignalSpy failed(loop.get(), &WorkerLoop::failed);
        QSignalSpy stopped(loop.get(), &WorkerLoop::stopped);
        loop->serve(u"s"_qs, [](Job &) {});
        loop->start();
        QTRY_COMPARE(stopped.count(), 1);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.front().front().value<Error>().kind, ErrorKind::Auth);
    }

    void stoppingLeavesTheLongPollAndLetsJobsFinish()
    {
        make({.concurrency = 2});
        leases = {"s"};
        QPointer<Job> job;
        loop->serve(u"s"_qs, [&](Job &taken) { job = &taken; });
        QSignalSpy stopped(loop.get(), &WorkerLoop::stopped);
        loop->start();
        QTRY_COMPARE(server->count("reserve"), 2);
        loop->stop();
        QTRY_COMPARE(server->closed, 1); // the long poll
        QCOMPARE(stopped.count(), 0);
        job->complete();
        QTRY_COMPARE(stopped.count(), 1);
        QCOMPARE(server->count("complete"), 1);
    }

    void whatDoesNotFinishInTimeIsHandedBack_data()
    {
        QTest::addColumn<int>("graceMs");
        QTest::addRow("soon") << 50;
        QTest::addRow("at once") << 0;
    }

    void whatDoesNotFinishInTimeIsHandedBack()
    {
        QFETCH(int, graceMs);
        make({.graceMs = graceMs});
        leases = {"s"};
        QPointer<Job> job;
        loop->serve(u"s"_qs, [&](Job &taken) { job = &taken; });
        QSignalSpy stopped(loop.get(), &WorkerLoop::stopped);
        loop->start();
        QTRY_VERIFY(job);
        loop->stop();
        QTRY_COMPARE(stopped.count(), 1);
        QCOMPARE(server->count("release"), 1);
        QCOMPARE(loop->jobCount(), 0); // it has heard so
    }
};

HMSACT_TEST(TestWorkerLoop)

} // namespace hmsact::workerloop_test

#include "workerloop.moc"
