// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <array>
#include <barrier>
#include <thread>

namespace hmsact::server_test {

using store::Access;
using store::Database;
using store::DatabaseUrl;

// What may be opened on PostgreSQL, by several at once.
class Server : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_testDatabase = std::make_unique<test::TestDatabase>(test::TestDatabase::Schema::None); }
    void manyStartAtOnceAndOneSetsUp();
    void refusesWhatIsNotOurs_data();
    void refusesWhatIsNotOurs();
    void whatTheRoleMayNotIsNoDefect();
    void whatCanOnlyBeReadIsSaidToBeSo();
    void whatCannotBeReachedIsSaidWithoutThePassword();
    void whatTakesTooLongIsNoDefect();
    void noTwoThatAreConnectedHaveTheSameIds();
    void whoWasNotSeenForAYearIsForgotten();

private:
    static domain::Status setUp(const DatabaseUrl &url)
    {
        if (const domain::Status status = store::inspect(url); !status)
            return status;
        const auto database = Database::open(url, Access::ReadWrite);
        return database ? store::migrate(**database, 1) : database.error();
    }
    void execute(const QByteArray &sql) { store::Connection::open(m_testDatabase->url, Access::ReadWrite)->script(sql); }
    std::unique_ptr<test::TestDatabase> m_testDatabase;
};

void Server::manyStartAtOnceAndOneSetsUp()
{
    constexpr int cores = 8;
    for (int round = 0; round < 8; ++round) {
        init();
        std::barrier start(cores);
        std::atomic<bool> isSetUp = false;
        std::mutex mutex;
        QStringList refusals;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < cores; ++i) {
                threads.emplace_back([&, i] {
                    start.arrive_and_wait();
                    domain::Status status = i % 2 ? setUp(m_testDatabase->url) : domain::Done{};
                    while (i % 2 == 0 && status && !isSetUp) // comes at whatever moment
                        status = store::inspect(m_testDatabase->url);
                    isSetUp = isSetUp || i % 2;
                    const std::lock_guard lock(mutex);
                    if (!status)
                        refusals << status.error().detail.english();
                });
            }
        }
        QCOMPARE(refusals, QStringList());
        const auto database = Database::open(m_testDatabase->url, Access::ReadWrite);
        QCOMPARE(*store::currentVersion(**database), store::schemaVersion);
    }
}

void Server::refusesWhatIsNotOurs_data()
{
    QTest::addColumn<QByteArray>("made");
    QTest::addColumn<QString>("says");
    QTest::newRow("another program's") << QByteArray("CREATE TABLE recipe (name text)")
                                       << QStringLiteral("is not a database of this program");
    QTest::newRow("another program's table of a name of ours")
        << QByteArray("CREATE TABLE schema_migration (id text, name text)")
        << QStringLiteral("is not a database of this program");
    QTest::newRow("newer") << QByteArray("INSERT INTO schema_migration VALUES (999, 'later', 1)")
                           << QStringLiteral("newer than this program's");
}

void Server::refusesWhatIsNotOurs()
{
    QFETCH(QByteArray, made);
    QFETCH(QString, says);
    if (made.startsWith("INSERT"))
        QVERIFY(setUp(m_testDatabase->url));
    execute(made);
    const domain::Status status = setUp(m_testDatabase->url);
    QVERIFY(!status);
    QCOMPARE(status.error().code, domain::ErrorCode::Unavailable);
    QVERIFY2(status.error().detail.english().contains(says), qPrintable(status.error().detail.english()));
}

void Server::whatTheRoleMayNotIsNoDefect()
{
    DatabaseUrl url = m_testDatabase->url;
    QVERIFY(!url.text.contains(u'?'));
    url.text += QStringLiteral("?options=-crole%3Dpg_monitor"); // which every server has
    const auto verifyDenied = [](const domain::Status &status) {
        QVERIFY(!status);
        QCOMPARE(status.error().code, domain::ErrorCode::Unavailable);
        QVERIFY2(status.error().detail.english().contains(QStringLiteral("does not allow")),
                 qPrintable(status.error().detail.english()));
    };
    verifyDenied(setUp(url)); // since PostgreSQL 15 the schema "public" is not everybody's
    execute("REVOKE USAGE ON SCHEMA public FROM PUBLIC"); // now it does not see either whether anything is there
    verifyDenied(store::inspect(url));
}

void Server::whatCanOnlyBeReadIsSaidToBeSo()
{
    QVERIFY(setUp(m_testDatabase->url));
    execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); "
            "END $$");
    const auto database = Database::open(m_testDatabase->url, Access::ReadWrite);
    const domain::Result<qint64> core = (*database)->enrol(QStringLiteral("test"), 1);
    QVERIFY(!core);
    QCOMPARE(core.error().code, domain::ErrorCode::Unavailable);
    QVERIFY2(core.error().detail.english().contains(QStringLiteral("can only be read")),
             qPrintable(core.error().detail.english()));
    // So is what would have written nothing, so that whoever asks whether all is well is told.
    QVERIFY(!(*database)->transact<domain::Done>([]() -> domain::Status { return domain::Done{}; }));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^default_transaction_read_only is on: ")));
    QVERIFY(store::inspect(m_testDatabase->url)); // fails as well where the warning is missing
}

void Server::whatCannotBeReachedIsSaidWithoutThePassword()
{
    QStringList ports;
    for (std::array<QTcpServer, 2> taken; QTcpServer & one : taken) {
        QVERIFY(one.listen(QHostAddress::LocalHost));
        ports << QString::number(one.serverPort());
    }
    const auto url = DatabaseUrl::parse(
        QStringLiteral("postgresql://ann:secret@127.0.0.1:%1,127.0.0.1:%2/county").arg(ports[0], ports[1]));
    const domain::Status status = setUp(*url);
    QVERIFY(!status);
    QCOMPARE(status.error().code, domain::ErrorCode::Unavailable);
    const QString said = status.error().detail.english();
    QVERIFY2(!said.contains(u'\n') && !said.contains(u'\t') && !said.contains(QStringLiteral("secret")), qPrintable(said));
    for (const QString &port : ports) // each in words of its own
        QVERIFY2(said.contains(QStringLiteral("port %1 failed").arg(port)), qPrintable(said));
}

void Server::whatTakesTooLongIsNoDefect()
{
    const auto database = std::move(Database::open(m_testDatabase->url, Access::ReadWrite).value());
    QVERIFY(database->outsideTransaction([&] { database->script(QStringLiteral("SET statement_timeout = '10ms'")); }));
    const auto counted = database->read<bool>([&]() -> domain::Result<bool> {
        const QString endless = QStringLiteral("SELECT count(*) FROM generate_series(1, 1000000000)");
        return database->composed(endless,
                                  [&](const store::SqlCatalog &) {
                                      return store::SqlStatement{endless, {}};
                                  })
            .next();
    });
    QCOMPARE(counted.error().code, domain::ErrorCode::Busy);
}

// After as many starts as ids can tell apart.
void Server::noTwoThatAreConnectedHaveTheSameIds()
{
    QVERIFY(setUp(m_testDatabase->url));
    constexpr qint64 instances = 1024; // of domain::IdSource
    const auto enrolled = [&](Database &database) {
        return database.enrol(QStringLiteral("test"), 1).value();
    };
    const auto first = std::move(Database::open(m_testDatabase->url, Access::ReadWrite).value());
    const qint64 core = enrolled(*first);
    const auto last = QStringLiteral("ALTER TABLE core ALTER id RESTART WITH %1");
    execute(qPrintable(last.arg(core + instances)));
    const auto second = std::move(Database::open(m_testDatabase->url, Access::ReadWrite).value());
    QCOMPARE(enrolled(*second), core + instances + 1);
    {
        const auto third = std::move(Database::open(m_testDatabase->url, Access::ReadWrite).value());
        QCOMPARE(enrolled(*third), core + instances + 2); // none is left out
    }
}

void Server::whoWasNotSeenForAYearIsForgotten()
{
    QVERIFY(setUp(m_testDatabase->url));
    const auto connected = std::move(Database::open(m_testDatabase->url, Access::ReadWrite).value());
    QVERIFY(connected->enrol(QStringLiteral("connected"), 1));
    execute("INSERT INTO core (id, name, commits, changes, started_at, seen_at) OVERRIDING SYSTEM VALUE "
            "SELECT 100 + days, 'days ' || days, 0, 0, 0, extract(epoch FROM now() - days * interval '1 day') * 1000 "
            "FROM unnest(ARRAY[364, 366, 367]) days; UPDATE core SET seen_at = 1 WHERE name LIKE 'connected%'; "
            "UPDATE leader SET core_id = 467");
    const auto other = std::move(Database::open(m_testDatabase->url, Access::ReadWrite).value());
    QVERIFY(other->enrol(QStringLiteral("other"), 1));
    execute("DO $$ BEGIN ASSERT (SELECT string_agg(split_part(name, ',', 1), '; ' ORDER BY name) FROM core) "
            "= 'connected; days 364; days 367; other'; END $$");
}

HMSACT_TEST(Server)

} // namespace hmsact::server_test

#include "server.moc"
