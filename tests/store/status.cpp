// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/activitystore.h"
#include "store/backup.h"
#include "store/migrator.h"
#include "store/postgressettings.h"
#include "store/sqlitesettings.h"
#include "store/statistics.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>

#include <algorithm>

namespace hmsact::status_test {

using domain::Finding;
using Severity = domain::Finding::Severity;

// What an operator is told about the database, and whether its settings keep the program's promises.
class StatusTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void namesTheDatabase();
    void aBackupIsACopyOrRefused();
    void settingsOfPostgreSqlAreJudged_data();
    void settingsOfPostgreSqlAreJudged();
    void onlyTheEncodingKeepsItFromStarting();
    void anotherEncodingIsRefusedBeforeAnythingIsWritten();
    void settingsOfSqliteAreJudged();

private:
    static store::PostgresSettings sound()
    {
        store::PostgresSettings settings;
        for (const auto &[name, value] : {std::pair{"fsync", "on"},
                                          {"full_page_writes", "on"},
                                          {"synchronous_commit", "on"},
                                          {"server_encoding", "UTF8"},
                                          {"default_transaction_isolation", "read committed"},
                                          {"default_transaction_read_only", "off"},
                                          {"autovacuum", "on"},
                                          {"data_checksums", "on"},
                                          {"server_version_num", "150008"},
                                          {"max_connections", "100"},
                                          {"synchronous_standby_names", "ANY 1 (b, c)"}})
            settings.values.insert(QString::fromUtf8(name), QString::fromUtf8(value));
        settings.connections = 80;
        settings.roleConnections = 95;
        settings.roleLimit = 100;
        return settings;
    }
    static const Finding *named(const std::vector<Finding> &findings, const QString &setting)
    {
        const auto found = std::find_if(findings.begin(), findings.end(),
                                        [&](const Finding &finding) { return finding.setting == setting; });
        return found == findings.end() ? nullptr : &*found;
    }
    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<store::Database> m_database;
};

void StatusTest::init()
{
    m_database.reset();
    m_testDatabase = std::make_unique<test::TestDatabase>();
    m_database = std::move(store::Database::open(m_testDatabase->url, store::Access::ReadWrite).value());
}

void StatusTest::namesTheDatabase()
{
    const bool onPostgreSql = test::TestDatabase::onPostgreSql();
    QVERIFY(m_database->transact<domain::Done>([&]() -> domain::Status {
        domain::Activity activity;
        activity.id = {7};
        activity.slaMs = 1;
        store::ActivityStore(*m_database).insert({&activity});
        return domain::Done{};
    }));
    const auto status = m_database->read<domain::DatabaseStatus>(
        [&]() -> domain::Result<domain::DatabaseStatus> { return store::databaseStatus(*m_database); });
    QVERIFY(status);
    QCOMPARE(status->dialect, onPostgreSql ? QStringLiteral("postgresql") : QStringLiteral("sqlite"));
    QVERIFY(status->serverVersion.startsWith(onPostgreSql ? QStringLiteral("1") : QStringLiteral("3.")));
    QCOMPARE(status->schemaVersion, store::schemaVersion);
    QVERIFY(status->sizeBytes > 0);
    QCOMPARE(status->activities, 1); // counted, not estimated: a sandbox asks whether there is anything
    QVERIFY(named(status->findings, onPostgreSql ? QStringLiteral("fsync") : QStringLiteral("journal_mode")));
    QVERIFY(std::is_sorted(status->findings.begin(), status->findings.end(),
                           [](const Finding &a, const Finding &b) { return a.severity > b.severity; }));
}

void StatusTest::aBackupIsACopyOrRefused()
{
    const QString file = m_testDatabase->file("copy.db");
    const domain::Status done = store::backUp(*m_database, file);
    QCOMPARE(QFile::exists(file), !test::TestDatabase::onPostgreSql());
    if (!test::TestDatabase::onPostgreSql()) {
        QVERIFY(done);
        return;
    }
    QVERIFY(done.error().code == domain::ErrorCode::Conflict);
    const QString said = done.error().detail.english();
    QVERIFY2(said.endsWith(QStringLiteral("pg_dump --format=custom --file='%1' --dbname='%2'")
                               .arg(file, m_database->url().withoutPassword())),
             qPrintable(said));
}

void StatusTest::settingsOfPostgreSqlAreJudged_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("severity");
    const auto row = [](const char *name, const char *value, Severity severity) {
        QTest::newRow(name) << QString::fromUtf8(value) << static_cast<int>(severity);
    };
    row("fsync", "off", Severity::Danger);
    row("full_page_writes", "off", Severity::Danger);
    row("synchronous_commit", "local", Severity::Danger);
    row("server_encoding", "LATIN1", Severity::Danger);
    row("default_transaction_isolation", "serializable", Severity::Warning);
    row("default_transaction_read_only", "on", Severity::Danger);
    row("autovacuum", "off", Severity::Warning);
    row("data_checksums", "off", Severity::Note);
    row("server_version_num", "140011", Severity::Warning);
    row("max_connections", "99", Severity::Warning);
    row("synchronous_standby_names", "", Severity::Note);
}

void StatusTest::settingsOfPostgreSqlAreJudged()
{
    QFETCH(QString, value);
    QFETCH(int, severity);
    const QString setting = QString::fromUtf8(QTest::currentDataTag());
    store::PostgresSettings settings = sound();
    for (const Finding &finding : store::judge(settings))
        QVERIFY2(finding.severity == Severity::Good, qPrintable(finding.setting));
    settings.values.insert(setting, value);
    for (const Finding &finding : store::judge(settings))
        QCOMPARE(static_cast<int>(finding.severity),
                 finding.setting == setting ? severity : static_cast<int>(Severity::Good));
    settings = sound();
    settings.inRecovery = true;
    QVERIFY(named(store::judge(settings), QStringLiteral("pg_is_in_recovery"))->severity == Severity::Danger);
    settings.roleConnections = 96; // of 100: no room for one more program
    QVERIFY(named(store::judge(settings), QStringLiteral("connection_limit"))->severity == Severity::Warning);
}

void StatusTest::onlyTheEncodingKeepsItFromStarting()
{
    store::PostgresSettings settings = sound();
    settings.values.insert(QStringLiteral("fsync"), QStringLiteral("off"));
    QVERIFY(store::acceptable(settings));
    settings.values.insert(QStringLiteral("server_encoding"), QStringLiteral("LATIN1"));
    QVERIFY(store::acceptable(settings).error().code == domain::ErrorCode::Unavailable);
}

void StatusTest::anotherEncodingIsRefusedBeforeAnythingIsWritten()
{
    if (!test::TestDatabase::onPostgreSql())
        return;
    const QString name = QStringLiteral("latin_") + QString::number(QCoreApplication::applicationPid());
    QVERIFY(m_database->outsideTransaction([&] {
        m_database->script(QStringLiteral("CREATE DATABASE %1 ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0").arg(name));
    }));
    const auto url = store::DatabaseUrl::parse(m_testDatabase->url.text.section(u'/', 0, -2) + u'/' + name);
    const domain::Status status = store::inspect(*url);
    QVERIFY(m_database->outsideTransaction([&] { m_database->script(QStringLiteral("DROP DATABASE ") + name); }));
    QVERIFY(!status);
    QVERIFY2(status.error().detail.english().contains(QStringLiteral("LATIN1")),
             qPrintable(status.error().detail.english()));
}

void StatusTest::settingsOfSqliteAreJudged()
{
    store::SqliteSettings settings{QStringLiteral("wal"), QStringLiteral("ext4"), 1'000'000'000};
    for (const Finding &finding : store::judge(settings))
        QVERIFY2(finding.severity == Severity::Good, qPrintable(finding.setting));
    settings.freeBytes = 61'100'000'000; // as people say it, not “61100 MB”
    QCOMPARE(named(store::judge(settings), QStringLiteral("free_space"))->value, QStringLiteral("61 GB"));
    settings = {QStringLiteral("delete"), QStringLiteral("nfs4"), 1'000'000};
    const std::vector<Finding> findings = store::judge(settings);
    QVERIFY(named(findings, QStringLiteral("journal_mode"))->severity == Severity::Warning);
    QVERIFY(named(findings, QStringLiteral("file_system"))->severity == Severity::Danger);
    QVERIFY(named(findings, QStringLiteral("free_space"))->severity == Severity::Warning);
    QCOMPARE(named(findings, QStringLiteral("free_space"))->value, QStringLiteral("1 MB"));
}

HMSACT_TEST(StatusTest)

} // namespace hmsact::status_test

#include "status.moc"
