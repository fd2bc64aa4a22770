// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"
#include "store/taskstore.h"
#include "store/workerstore.h"
#include "support/testdatabase.h"

#include <QTest>

using namespace hmsact;
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
    void whatIsBusyRunsAgainAsAWhole();
    void aReaderNeverWrites();
    void aReaderSeesOneSnapshot();
    void whatIsAskedTogetherIsAnsweredInAnyOrder();
    void aQuestionAfterARefusedRowHasNoAnswer();

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
    QVERIFY(store::migrate(*m_database, 1));
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
            && lock.answer().keys() == QStringList{QStringLiteral("a")};
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

QTEST_GUILESS_MAIN(Transactions)
#include "transactions.moc"
