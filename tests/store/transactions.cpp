// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/taskstore.h"
#include "store/workerstore.h"
#include "support/fulldisk.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <stop_token>
#include <thread>

namespace hmsact::transactions_test {

using domain::Done;
using domain::ErrorCode;
using domain::Status;
using store::Access;
using store::Database;

// Everything or nothing, and once more when the database is busy.
class Transactions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anErrorRollsBack();
    void aRefusedRowRollsBack();
    void whatFailsIsLoggedOnceUntilSomethingIsWritten();
    void whatIsBusyRunsAgainAsAWhole();
    void aFullDiskIsSoUntilSomethingIsWritten();
    void aReaderNeverWrites();
    void aReaderSeesOneSnapshot();
    void whatIsAskedTogetherIsAnsweredInAnyOrder();
    void aQuestionAfterARefusedRowHasNoAnswer();
    void whatIsAskedLastIsAnsweredWithTheCommit();
    void whatIsAskedLastIsDroppedWithTheTransaction();
    void whatWritesIsDurableWhateverTheServerSays();
    void whatOnlyLooksIsNoCommit();
    void theLogOfAFileShrinksAgain();
    void whatRunsIsBrokenOffWhenItIsToEnd();

private:
    std::unique_ptr<Database> open(Access access) const
    {
        return std::move(Database::open(m_testDatabase->url, access).value());
    }
    static domain::Worker worker(const char *id)
    {
        domain::Worker w;
        w.id = {QString::fromUtf8(id)};
        w.name = w.id.value;
        return w;
    }
    size_t count()
    {
        return m_database
            ->read<size_t>([&]() -> domain::Result<size_t> { return store::WorkerStore(*m_database).all().size(); })
            .value();
    }
    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<Database> m_database;
};

void Transactions::init()
{
    m_database.reset();
    m_testDatabase = std::make_unique<test::TestDatabase>();
    m_database = open(Access::ReadWrite);
}

void Transactions::anErrorRollsBack()
{
    const Status status = m_database->transact<Done>([&]() -> Status {
        store::WorkerStore(*m_database).save(worker("a"));
        return domain::makeError(ErrorCode::Conflict, "no");
    });
    QCOMPARE(status.error().code, ErrorCode::Conflict);
    QCOMPARE(count(), size_t(0));
}

void Transactions::aRefusedRowRollsBack()
{
    const Status status = m_database->transact<Done>([&]() -> Status {
        store::WorkerStore(*m_database).save(worker("a"));
        domain::Worker bad = worker("b");
        bad.capacity = 0;
        store::WorkerStore(*m_database).save(bad);
        return Done{};
    });
    QCOMPARE(status.error().code, ErrorCode::Conflict);
    QCOMPARE(count(), size_t(0));
}

void Transactions::whatFailsIsLoggedOnceUntilSomethingIsWritten()
{
    const auto save = [this](int capacity) {
        return m_database->transact<Done>([&]() -> Status {
            domain::Worker one = worker("a");
            one.capacity = capacity;
            store::WorkerStore(*m_database).save(one);
            return Done{};
        });
    };
    for (int round = 0; round < 2; ++round) {
        const QRegularExpression warning(QStringLiteral("constraint"));
        QTest::ignoreMessage(QtWarningMsg, warning);
        QVERIFY(!save(0));
        QTest::failOnWarning(warning);
        QVERIFY(!save(0));
        QVERIFY(save(1));
    }
}

void Transactions::whatIsBusyRunsAgainAsAWhole()
{
    int runs = 0;
    const Status status = m_database->transact<Done>([&]() -> Status {
        store::WorkerStore(*m_database).save(worker(qPrintable(QString::number(runs))));
        if (++runs < 3)
            throw store::SqlError(store::SqlFailure::Retry, QStringLiteral("busy"));
        return Done{};
    });
    QVERIFY(status);
    QCOMPARE(runs, 3);
    QCOMPARE(count(), size_t(1)); // what the first two tries wrote is gone
    runs = 0;
    const Status hopeless = m_database->transact<Done>([&]() -> Status {
        ++runs;
        throw store::SqlError(store::SqlFailure::Retry, QStringLiteral("busy"));
    });
    QCOMPARE(hopeless.error().code, ErrorCode::Busy);
    QCOMPARE(runs, 5);
}

// Also what would have written nothing hears of it, so that whoever asks whether all is well is told.
void Transactions::aFullDiskIsSoUntilSomethingIsWritten()
{
    const auto look = [this] {
        return m_database->transact<Done>([]() -> Status { return Done{}; });
    };
    const auto write = [this] {
        return m_database->transact<Done>([&]() -> Status {
            store::WorkerStore(*m_database).save(worker("ann"));
            return Done{};
        });
    };
    {
        const test::FullDisk full(m_testDatabase->url);
        QVERIFY(look());
        const Status failed = write();
        QCOMPARE(failed.error().code, ErrorCode::Unavailable);
        for (const char *sql : {"INSERT", "UPDATE", "COMMIT", " in: "})
            QVERIFY2(!failed.error().detail.english().contains(QLatin1String(sql)),
                     qPrintable(failed.error().detail.english()));
        QCOMPARE(look().error().code, ErrorCode::Unavailable);
        QCOMPARE(count(), size_t(0)); // it can be read
    }
    QVERIFY(look());
    QVERIFY(write());
}

void Transactions::aReaderNeverWrites()
{
    const auto reader = open(Access::ReadOnly);
    const Status status = reader->transact<Done>([&]() -> Status {
        store::WorkerStore(*reader).save(worker("a"));
        return Done{};
    });
    QVERIFY(!status);
    QCOMPARE(count(), size_t(0));
}

void Transactions::aReaderSeesOneSnapshot()
{
    const auto reader = open(Access::ReadOnly);
    const auto seen = reader->read<bool>([&]() -> domain::Result<bool> {
        const size_t before = store::WorkerStore(*reader).all().size();
        const Status written = m_database->transact<Done>([&]() -> Status {
            store::WorkerStore(*m_database).save(worker("a"));
            return Done{};
        });
        return written.ok() && store::WorkerStore(*reader).all().size() == before;
    });
    QVERIFY(*seen);
    QCOMPARE(count(), size_t(1));
}

void Transactions::whatIsAskedTogetherIsAnsweredInAnyOrder()
{
    const QStringList ids{QStringLiteral("a"), QStringLiteral("b")};
    const Status status = m_database->transact<Done>([&]() -> Status {
        store::WorkerStore workers(*m_database);
        store::TaskStore tasks(*m_database);
        workers.save(worker("a"));
        auto lock = workers.askLock(ids);
        auto held = tasks.askHeldBy(ids);
        (void)tasks.askNeedsOf({1}); // nobody waits for it
        auto none = tasks.askByIds({});
        auto offers = tasks.askOffersAmong({QStringLiteral("w:a")});
        const bool told = offers.answer().isEmpty() && held.answer().size() == 2 && none.answer().empty()
            && lock.answer().keys() == (workers.isAlone() ? QStringList() : ids.first(1));
        workers.save(worker("b"));
        return told && workers.all().size() == 2 ? Status(Done{})
                                                 : Status(domain::makeError(ErrorCode::Internal, "another answer"));
    });
    QVERIFY(status);
    QCOMPARE(count(), size_t(2));
}

void Transactions::aQuestionAfterARefusedRowHasNoAnswer()
{
    const Status status = m_database->transact<Done>([&]() -> Status {
        store::WorkerStore workers(*m_database);
        workers.save(worker("a"));
        domain::Worker bad = worker("b");
        bad.capacity = 0;
        workers.save(bad);
        auto lock = workers.askLock({QStringLiteral("a")});
        auto held = store::TaskStore(*m_database).askHeldBy({QStringLiteral("a")});
        (void)lock.answer();
        (void)held.answer();
        return Done{};
    });
    QCOMPARE(status.error().code, ErrorCode::Conflict);
    QCOMPARE(count(), size_t(0)); // and the connection goes on
}

void Transactions::whatIsAskedLastIsAnsweredWithTheCommit()
{
    QStringList offers{QStringLiteral("never read")};
    bool inside = false;
    const Status status = m_database->transact<Done>([&]() -> Status {
        store::WorkerStore(*m_database).save(worker("a"));
        const auto asked = std::make_shared<store::Asked<QStringList>>(
            store::TaskStore(*m_database).askOffersAmong({QStringLiteral("w:a")}));
        m_database->readWithCommit([&offers, asked] { offers = asked->answer(); });
        store::WorkerStore(*m_database).save(worker("b")); // what follows is written as ever
        inside = offers.isEmpty();
        return Done{};
    });
    QVERIFY(status);
    QCOMPARE(offers, QStringList());
    QCOMPARE(inside, !test::TestDatabase::onPostgreSql());
    QCOMPARE(count(), size_t(2));
}

void Transactions::whatIsAskedLastIsDroppedWithTheTransaction()
{
    if (!test::TestDatabase::onPostgreSql())
        return; // there it is answered at once
    int reads = 0;
    int runs = 0;
    const auto ask = [&] {
        const auto asked = std::make_shared<store::Asked<QStringList>>(
            store::TaskStore(*m_database).askOffersAmong({QStringLiteral("w:a")}));
        m_database->readWithCommit([&reads, asked] { reads += static_cast<int>(asked->answer().size()) + 1; });
    };
    QVERIFY(!m_database->transact<Done>([&]() -> Status {
        ask();
        return domain::makeError(ErrorCode::Conflict, "no");
    }));
    QCOMPARE(reads, 0);
    QVERIFY(m_database->transact<Done>([&]() -> Status {
        ask();
        if (++runs < 4) // the connection with its statements is given up
            throw store::SqlError(runs < 3 ? store::SqlFailure::Lost : store::SqlFailure::Retry, QStringLiteral("cut"));
        return Done{};
    }));
    QCOMPARE(runs, 4);
    QCOMPARE(reads, 1);
}

// SQLite's "2" is FULL. A server may be set to answer before the disk has.
void Transactions::whatWritesIsDurableWhateverTheServerSays()
{
    const bool onPostgreSql = test::TestDatabase::onPostgreSql();
    const QString name = m_testDatabase->url.text.section(u'/', -1);
    if (onPostgreSql) {
        QVERIFY(m_database->outsideTransaction(
            [&] { m_database->script(QStringLiteral("ALTER DATABASE %1 SET synchronous_commit = off").arg(name)); }));
    }
    const auto fresh = open(Access::ReadWrite);
    const QString asks =
        onPostgreSql ? QStringLiteral("SELECT current_setting('synchronous_commit')") : QStringLiteral("PRAGMA synchronous");
    const auto setting = fresh->read<QString>([&]() -> domain::Result<QString> {
        store::Statement s = fresh->composed(asks, [&](const store::SqlCatalog &) { return store::SqlStatement{asks, {}}; });
        return s.next() ? s.text(0) : QString();
    });
    QCOMPARE(*setting, onPostgreSql ? QStringLiteral("on") : QStringLiteral("2"));
    if (onPostgreSql) // another test gets it
        QVERIFY(m_database->outsideTransaction(
            [&] { m_database->script(QStringLiteral("ALTER DATABASE %1 RESET synchronous_commit").arg(name)); }));
}

void Transactions::whatOnlyLooksIsNoCommit()
{
    if (!test::TestDatabase::onPostgreSql())
        return; // SQLite knows by itself
    QVERIFY(m_database->enrol(QStringLiteral("test"), 1));
    const auto commits = [this] {
        const auto reader = open(Access::ReadOnly);
        return reader
            ->read<qint64>([&]() -> domain::Result<qint64> {
                const QString asks = QStringLiteral("SELECT max(commits) FROM core");
                store::Statement s = reader->composed(asks, [&](const store::SqlCatalog &) {
                    return store::SqlStatement{asks, {}};
                });
                return s.next() ? s.integer(0) : -1;
            })
            .value();
    };
    QVERIFY(m_database->transact<Done>([&]() -> Status {
        return store::WorkerStore(*m_database).all().empty() ? Status(Done{})
                                                             : Status(domain::makeError(ErrorCode::Internal, "who?"));
    }));
    QCOMPARE(commits(), qint64(0));
    QVERIFY(m_database->transact<Done>([&]() -> Status {
        store::WorkerStore(*m_database).save(worker("a"));
        return Done{};
    }));
    QCOMPARE(commits(), qint64(1));
    QCOMPARE(count(), size_t(1));
}

void Transactions::theLogOfAFileShrinksAgain()
{
    if (test::TestDatabase::onPostgreSql())
        return; // which looks after its own
    const auto write = [this](const QString &sql) {
        return m_database->transact<Done>([&]() -> Status {
            m_database->script(sql);
            return Done{};
        });
    };
    const auto logBytes = [this] {
        return QFileInfo(m_testDatabase->url.file + QStringLiteral("-wal")).size();
    };
    constexpr qint64 mebibyte = 1024 * 1024;
    QVERIFY(write(QStringLiteral("CREATE TABLE much AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                 "WHERE i < 24) SELECT zeroblob(1000000) AS bytes FROM n")));
    QVERIFY(logBytes() > 20 * mebibyte);
    for (int i = 0; i < 2; ++i)
        QVERIFY(write(QStringLiteral("DELETE FROM much WHERE rowid = 1")));
    QVERIFY2(logBytes() <= 16 * mebibyte, qPrintable(QString::number(logBytes())));
}

void Transactions::whatRunsIsBrokenOffWhenItIsToEnd()
{
    const bool isSqlite = m_testDatabase->url.dialect == store::Dialect::Sqlite;
    const QString forHours = isSqlite
        ? QStringLiteral("WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n")
        : QStringLiteral("SELECT 1 FROM pg_sleep(10000)");
    std::stop_source ending;
    const auto database = Database::open(m_testDatabase->url, Access::ReadOnly, ending.get_token());
    QVERIFY(database);
    std::jthread other;
    const auto ask = [&] {
        return (*database)->read<Done>([&]() -> Status {
            store::Statement endless =
                (*database)->composed(QStringLiteral("endless"), [&](const store::SqlCatalog &) -> store::SqlStatement {
                    return {forHours, {}};
                });
            other = std::jthread([&] { ending.request_stop(); });
            endless.next();
            return Done{};
        });
    };
    const Status broken = ask();
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::Busy);
    QCOMPARE(broken.error().detail.english(), QStringLiteral("the program is shutting down"));
    other.join();
    QVERIFY(!ask()); // nothing is begun any more
}

HMSACT_TEST(Transactions)

} // namespace hmsact::transactions_test

#include "transactions.moc"
