// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgresconnection.h"
#include "store/sqlerror.h"
#include "store/workerstore.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

namespace hmsact::lostconnections_test {

using domain::Done;
using domain::Status;
using store::Access;
using store::Database;

// A connection that is lost, at each moment: done is done once, and what was not is done again.
class LostConnections : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void betweenTwoTransactions();
    void inTheMiddleOfOne();
    void beforeItsCommitIsDone();
    void afterItsCommitIsDone();
    void whatWasDoneBeforeWaitsForItsStandby();
    void whatCannotBeFoundOutMayBeDone();
    void whatTheEarlierOneHeldIsLetGo();
    void whoDoesNotAnswerIsLost();
    void whoDoesNotTakeRowsIsLost();
    void onlyALongQuestionMayTakeLong();
    void whoLocksATableIsWaitedForOnce();

private:
    static constexpr const char *reload = "SELECT pg_reload_conf()";
    static constexpr const char *endOthers = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                                             "WHERE application_name LIKE 'hms-act core %' AND pid <> pg_backend_pid()";
    static constexpr const char *endWhoCommits = // the first time
        "CREATE SEQUENCE tries; CREATE FUNCTION end_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF nextval('tries') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NULL; END $$; "
        "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON worker DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW EXECUTE FUNCTION end_first()";
    static constexpr std::chrono::milliseconds patience{500};
    static void verifyLost(const std::function<void()> &call)
    {
        QElapsedTimer timer;
        timer.start();
        try {
            call();
            QFAIL("it answered");
        } catch (const store::SqlError &error) {
            QCOMPARE(error.failure(), store::SqlFailure::Lost);
        }
        QVERIFY(timer.elapsed() >= patience.count());
        QVERIFY(timer.elapsed() < 9'000);
    }
    static domain::Worker worker(const char *id)
    {
        domain::Worker w;
        w.id = {QString::fromUtf8(id)};
        w.name = w.id.value;
        return w;
    }
    Status hire(const char *id, int *runs = nullptr)
    {
        return m_database->transact<Done>([&]() -> Status {
            if (runs)
                ++*runs;
            store::WorkerStore(*m_database).save(worker(id));
            return Done{};
        });
    }
    size_t count()
    {
        return m_database
            ->read<size_t>([&]() -> domain::Result<size_t> { return store::WorkerStore(*m_database).all().size(); })
            .value();
    }
    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<store::Connection> m_other;
    std::unique_ptr<Database> m_database;
};

void LostConnections::init()
{
    m_database.reset();
    m_other.reset();
    m_testDatabase = std::make_unique<test::TestDatabase>();
    m_other = store::Connection::open(m_testDatabase->url, Access::ReadWrite);
    m_database = std::move(Database::open(m_testDatabase->url, Access::ReadWrite).value());
    QVERIFY(m_database->enrol(QStringLiteral("test"), 1));
}

void LostConnections::betweenTwoTransactions()
{
    m_other->script(endOthers);
    QVERIFY(hire("a"));
    QCOMPARE(count(), size_t(1));
}

void LostConnections::inTheMiddleOfOne()
{
    int runs = 0;
    const Status status = m_database->transact<Done>([&]() -> Status {
        store::WorkerStore(*m_database).save(worker(++runs == 1 ? "a" : "b"));
        if (runs == 1)
            m_other->script(endOthers);
        return Done{};
    });
    QVERIFY(status);
    QCOMPARE(runs, 2);
    QCOMPARE(count(), size_t(1));
}

// The server ends the connection while it commits, the first time.
void LostConnections::beforeItsCommitIsDone()
{
    m_other->script(endWhoCommits);
    int runs = 0;
    QVERIFY(hire("a", &runs));
    QCOMPARE(runs, 2);
    QCOMPARE(count(), size_t(1));
}

// A commit that waits for a standby which is not there is done here already: ended then, its answer is lost.
void LostConnections::afterItsCommitIsDone()
{
    m_other->script("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    m_other->script(reload);
    std::atomic<bool> ended = false;
    const std::jthread ender([&] {
        m_other->script("DO $$ BEGIN WHILE NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep') "
                        "LOOP PERFORM pg_stat_clear_snapshot(); END LOOP; END $$");
        m_other->script(endOthers);
        m_other->script("ALTER SYSTEM RESET synchronous_standby_names");
        m_other->script(reload);
        ended = true;
    });
    int runs = 0;
    int commits = 0; // more than one: the server does not follow its new settings at once
    while (!ended)
        QVERIFY(hire(qPrintable(QString::number(commits++)), &runs));
    QCOMPARE(runs, commits);
    QCOMPARE(count(), static_cast<size_t>(commits));
}

// Such a commit is seen here by whoever looks; who says again what was done hears of it when the standby has it.
void LostConnections::whatWasDoneBeforeWaitsForItsStandby()
{
    m_other->script("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    m_other->script(reload);
    std::atomic<bool> ended = false;
    bool hasWaited = false;
    const std::jthread ender([&] {
        QElapsedTimer timer;
        timer.start();
        const auto waiting =
            m_other->prepare({QStringLiteral("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'"), {}});
        while (!hasWaited && !timer.hasExpired(20'000)) {
            hasWaited = waiting->next();
            waiting->reset();
        }
        m_other->script("ALTER SYSTEM RESET synchronous_standby_names");
        m_other->script(reload);
        ended = true;
    });
    while (!ended)
        QVERIFY(m_database->transact<Done>([&]() -> Status {
            m_database->tellsWhatWasStored();
            return Done{};
        }));
    QVERIFY(hasWaited);
}

// The connection is lost while it commits, and nobody gets another one until whoever waits is told to end.
void LostConnections::whatCannotBeFoundOutMayBeDone()
{
    std::stop_source ending;
    m_database = std::move(Database::open(m_testDatabase->url, Access::ReadWrite, ending.get_token()).value());
    QVERIFY(m_database->enrol(QStringLiteral("test"), 1));
    m_other->script(endWhoCommits);
    m_testDatabase->shutFor(QStringLiteral("nobody"));
    int looked = 0;
    m_database->whileLost([&](const domain::Error &) {
        if (++looked == 2)
            ending.request_stop();
    });
    const Status status = hire("a");
    m_testDatabase->reopen();
    QCOMPARE(looked, 2);
    QVERIFY(!status);
    QCOMPARE(status.error().code, domain::ErrorCode::Busy);
    QVERIFY(status.error().maybeDone);
}

// Lost here and not there: it waits for a lock, and holds others that would stand in the way of what runs again.
void LostConnections::whatTheEarlierOneHeldIsLetGo()
{
    QVERIFY(hire("a"));
    const auto holder = store::Connection::open(m_testDatabase->url, Access::ReadWrite);
    holder->script("BEGIN; SELECT 1 FROM core FOR UPDATE");
    int runs = 0;
    const Status status = m_database->transact<Done>([&]() -> Status {
        if (++runs == 1) {
            store::WorkerStore(*m_database).seen({{QStringLiteral("a"), 7}});
            store::Statement waits = m_database->statement("core.count_commit");
            waits.add(0, 0, 1);
            waits.flush();
            throw store::SqlError(store::SqlFailure::Lost, QStringLiteral("cut"));
        }
        m_other->script("DO $$ BEGIN ASSERT (SELECT count(*) FROM pg_stat_activity "
                        "WHERE application_name LIKE 'hms-act core %') = 1; END $$");
        holder->script("ROLLBACK");
        return Done{};
    });
    QVERIFY2(status, status ? "" : qPrintable(status.error().detail.english()));
    QCOMPARE(runs, 2);
}

// A server that is stopped, or waits for a standby that is gone, says nothing for ever.
void LostConnections::whoDoesNotAnswerIsLost()
{
    store::PostgresConnection connection(m_testDatabase->url, Access::ReadWrite, patience);
    connection.prepare("nap", "SELECT pg_sleep(10)", {});
    connection.begin(Access::ReadWrite);
    connection.send("nap", {}, nullptr);
    verifyLost([&] { connection.await(); });
}

// Neither while it takes rows, which a lock keeps it from.
void LostConnections::whoDoesNotTakeRowsIsLost()
{
    m_other->script("BEGIN; LOCK TABLE worker_given");
    store::PostgresConnection connection(m_testDatabase->url, Access::ReadWrite, patience);
    connection.begin(Access::ReadWrite);
    verifyLost([&] { connection.copy("worker_given (worker_id, given_at)", {}); });
    connection.rollback();
    m_other->script("ROLLBACK");
}

// Behind a short one all who ask wait.
void LostConnections::onlyALongQuestionMayTakeLong()
{
    const auto limit = [this](store::Patience asked) {
        const auto reader = Database::open(m_testDatabase->url, Access::ReadOnly, {}, asked);
        const QString asks = QStringLiteral("SELECT current_setting('statement_timeout')");
        return (*reader)
            ->read<QString>([&]() -> domain::Result<QString> {
                store::Statement s = (*reader)->composed(asks, [&](const store::SqlCatalog &) {
                    return store::SqlStatement{asks, {}};
                });
                return s.next() ? s.text(0) : QString();
            })
            .value();
    };
    QCOMPARE(limit(store::Patience::Short), QStringLiteral("1min"));
    QCOMPARE(limit(store::Patience::Long), QStringLiteral("10min"));
}

// Others wait behind whoever waits, so the server's limit for a lock is enough.
void LostConnections::whoLocksATableIsWaitedForOnce()
{
    m_other->script("SET idle_in_transaction_session_timeout = 0");
    m_other->script("BEGIN; LOCK TABLE worker");
    int runs = 0;
    const Status status = hire("a", &runs);
    QVERIFY(!status);
    QCOMPARE(status.error().code, domain::ErrorCode::Busy);
    QCOMPARE(runs, 1);
    m_other->script("ROLLBACK");
    QVERIFY(hire("a"));
}

HMSACT_TEST(LostConnections)

} // namespace hmsact::lostconnections_test

#include "lostconnections.moc"
