// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"
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

QTEST_GUILESS_MAIN(Transactions)
#include "transactions.moc"
