// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/activitystore.h"
#include "store/listquery.h"
#include "store/migrator.h"
#include "store/taskstore.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace hmsact::migrations_test {

// A database of an earlier version comes along with all that is in it.
class Migrations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void rowsComeAlong();
    void clocksComeAlong();
    void requestsComeAlong();
    void whoMayReadStillMay();
    void takesItsTime();
    void referencesAreStillLookedAt();
    void rowsAreStillChecked();
    void aReferenceThatWasBrokenComesAlong();
    void whatAMigrationBreaksStopsIt();

private:
    [[nodiscard]] bool isSqlite() const { return m_testDatabase->url.dialect == store::Dialect::Sqlite; }
    void execute(QString sql)
    {
        if (!isSqlite())
            sql.replace(QStringLiteral(" x'"), QStringLiteral(" '\\x"));
        const auto done = m_database->transact<domain::Done>([&]() -> domain::Status {
            m_database->script(sql);
            return domain::Done{};
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail.english()));
    }
    bool refused(const QByteArray &sql)
    {
        return !m_database->transact<domain::Done>([&]() -> domain::Status {
            m_database->script(QString::fromUtf8(sql));
            return domain::Done{};
        });
    }
    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<store::Database> m_database;
};

// A database as the first version left it: an activity of two tasks, one of them held, with a need, an event, an artefact.
void Migrations::init()
{
    m_testDatabase = std::make_unique<test::TestDatabase>(test::TestDatabase::Schema::None);
    auto database = store::Database::open(m_testDatabase->url, store::Access::ReadWrite);
    QVERIFY(database);
    m_database = std::move(database.value());
    QFile first(isSqlite() ? QStringLiteral(":/sql/migrations/0001_start.sqlite.sql")
                           : QStringLiteral(":/sql/migrations/0002_start.postgresql.sql"));
    QVERIFY(first.open(QIODevice::ReadOnly));
    execute(QString::fromUtf8(first.readAll()));
    execute(QStringLiteral("INSERT INTO schema_migration VALUES (%1, 'start', 1)").arg(isSqlite() ? 1 : 2));
    execute(QStringLiteral(R"(
INSERT INTO activity VALUES (7, 'ana', 'card', 1000, 5, 'OPEN', '{}', 1, 1001, 0, 0, '', 2, 2, 0, 0, 1, x'ab');
INSERT INTO task VALUES (8, 7, 0, 'fetch', 'fetch', 500, 0, '{}', 5, 3, 'none', 'block', 'IN_PROGRESS', 0, 0, 1, 'bot', '',
                         '', '', 1, 99, 0, 1, 1, 1, 501, 0, 2, 0, 0, 1, 300, '', '', 2);
INSERT INTO task VALUES (9, 7, 1, 'ship', 'ship', 500, 0, '{}', 5, 3, 'none', 'block', 'WAITING', 1, 0, 1, '', '', '', '',
                         0, 0, 0, 1, 0, 0, 8640000000000000, 0, 0, 0, 0, 0, 8640000000000000, '', '', 1);
INSERT INTO task_need VALUES (9, 8);
INSERT INTO event VALUES (7, 1, 1, 'ana', 'activity.created', 0, '{}', x'cd');
INSERT INTO artefact_content VALUES ( x'01', x'02');
INSERT INTO artefact VALUES (8, 'a.txt', 'text/plain', 1, x'01', 1, 'bot');
)"));
}

void Migrations::cleanup()
{
    m_database.reset();
    m_testDatabase.reset();
}

void Migrations::rowsComeAlong()
{
    QVERIFY(store::migrate(*m_database, 2));
    QCOMPARE(*store::currentVersion(*m_database), store::schemaVersion);
    const auto tasks = m_database->read<std::vector<domain::Task>>(
        [&]() -> domain::Result<std::vector<domain::Task>> { return store::TaskStore(*m_database).ofActivity({7}); });
    QVERIFY(tasks);
    QCOMPARE(tasks->size(), 2u);
    QCOMPARE(tasks->front().worker.value, QStringLiteral("bot"));
    QCOMPARE(tasks->front().leaseExpiresAtMs, 99);
    QVERIFY(tasks->back().state == domain::TaskState::Waiting);
    const auto needs = m_database->read<size_t>(
        [&]() -> domain::Result<size_t> { return store::TaskStore(*m_database).needsOf({9}).size(); });
    QCOMPARE(*needs, 1u);
    QVERIFY(refused("UPDATE event SET actor = 'eve'"));
}

// Told in plain time, until the first core has reckoned what counts by a calendar.
void Migrations::clocksComeAlong()
{
    execute(
        QStringLiteral("INSERT INTO task SELECT 10, activity_id, 2, 'late', skill, 1000, optional, payload, priority, "
                       "max_attempts, review, on_failure, 'PENDING', 0, 0, 1, '', '', '', '', 0, 0, 0, 1, 1, 1, 1001, 0, "
                       "0, 0, 0, 1, 300, '', '', 1 FROM task WHERE id = 8"));
    QVERIFY(store::migrate(*m_database, 2));
    const auto tasks = m_database->read<std::vector<domain::Task>>(
        [&]() -> domain::Result<std::vector<domain::Task>> { return store::TaskStore(*m_database).ofActivity({7}); });
    QCOMPARE(tasks->at(2).dueSoonAtMs, 751);
    QCOMPARE(tasks->at(2).atRiskAtMs, 901);
    QCOMPARE(tasks->at(1).dueSoonAtMs, 0); // waits: its clock has not started
    const auto activity = m_database->read<std::optional<domain::Activity>>(
        [&]() -> domain::Result<std::optional<domain::Activity>> { return store::ActivityStore(*m_database).byId({7}); });
    QCOMPARE((*activity)->dueSoonAtMs, 751);
    QVERIFY((*activity)->thresholds == domain::Thresholds{});
}

// Who asked for what is found as before, and in pages.
void Migrations::requestsComeAlong()
{
    execute(QStringLiteral(
        "INSERT INTO activity VALUES (12, 'ana', 'card', 1000, 5, 'OPEN', '{}', 1, 1001, 0, 0, '', 2, 2, 0, 0, 0,"
        " x''), (13, 'bo', 'card', 1000, 5, 'OPEN', '{}', 1, 1001, 0, 0, '', 2, 2, 0, 0, 0, x'')"));
    QVERIFY(store::migrate(*m_database, 2));
    const auto ids = [&](const domain::ListActivities &query, QString &cursor) {
        const auto page = m_database->read<domain::Page<domain::ActivityView>>(
            [&] { return store::listActivities(*m_database, query, 2); });
        QList<qint64> result;
        for (const domain::ActivityView &view : page->items)
            result << view.activity.id.value;
        cursor = page->nextCursor;
        return result;
    };
    domain::ListActivities query;
    query.citizenId = QStringLiteral("ana");
    query.limit = 1;
    QCOMPARE(ids(query, query.cursor), QList<qint64>{12});
    QCOMPARE(ids(query, query.cursor), QList<qint64>{7});
    QVERIFY(query.cursor.isEmpty());
    query = {};
    query.intents = {QStringLiteral("card")};
    QCOMPARE(ids(query, query.cursor), (QList<qint64>{13, 12, 7}));
}

void Migrations::whoMayReadStillMay()
{
    if (isSqlite())
        return; // knows nobody
    execute(QStringLiteral("GRANT SELECT ON task TO PUBLIC"));
    QVERIFY(store::migrate(*m_database, 2));
    const auto connection = store::Connection::open(m_testDatabase->url, store::Access::ReadOnly);
    const auto allowed =
        connection->prepare({QStringLiteral("SELECT count(*) FROM (VALUES ('task'), ('activity')) AS t (name)"
                                            " WHERE has_table_privilege('public', name, 'SELECT') AND name = 'task'"
                                            " OR NOT has_table_privilege('public', name, 'SELECT') AND name = 'activity'"),
                             {}});
    QVERIFY(allowed->next());
    QCOMPARE(allowed->integer(0), 2);
}

// A server that lets nothing of a core take longer than a minute lets a migration of much take what it needs.
void Migrations::takesItsTime()
{
    if (isSqlite())
        return; // has no such limit
    execute(QStringLiteral(R"(
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(1.5); RETURN NEW; END $$;
CREATE TRIGGER slow BEFORE UPDATE ON activity FOR EACH ROW EXECUTE FUNCTION slow();
SET statement_timeout = '1s')"));
    const domain::Status done = store::migrate(*m_database, 2);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail.english()));
}

void Migrations::referencesAreStillLookedAt()
{
    QVERIFY(store::migrate(*m_database, 2));
    QVERIFY(refused("DELETE FROM artefact_content"));
    QVERIFY(refused("DELETE FROM task WHERE id = 8"));
    if (isSqlite()) // on PostgreSQL the lock of an activity keeps these whole, see 0019
        QVERIFY(refused("INSERT INTO task_need VALUES (9, 4711)") && refused("DELETE FROM activity WHERE id = 7"));
    QVERIFY(refused("UPDATE task SET state = 'LOST' WHERE id = 9"));
}

void Migrations::rowsAreStillChecked()
{
    QVERIFY(store::migrate(*m_database, 2));
    for (const char *wrong : {"sla_ms = 0", "priority = 10", "max_attempts = 0", "cost = 0", "open_needs = -1",
                              "attempt = 0", "lost_leases = -1", "review = 'later'", "on_failure = 'shrug'",
                              "state = 'LOST'", "state = 'PENDING'", "state = 'ON_HOLD'", "state = 'COMPLETED'",
                              "worker_id = ''", "lease_expires_at = 0", "paused_at = 5", "ended_at = 5"})
        QVERIFY2(refused(QByteArray("UPDATE task SET ") + wrong + " WHERE id = 8"), wrong);
    for (const char *wrong :
         {"open_needs = 0", "state = 'IN_PROGRESS'", "lease_expires_at = 5", "paused_at = 5", "ended_at = 5"})
        QVERIFY2(refused(QByteArray("UPDATE task SET ") + wrong + " WHERE id = 9"), wrong);
    for (const char *wrong : {"sla_ms = 0", "priority = -1", "task_count = -1", "open_count = -1", "optional_count = -1",
                              "blocked_count = -1", "due_soon_ppm = 0", "at_risk_ppm = due_soon_ppm",
                              "at_risk_ppm = 1000000", "state = 'LOST'", "state = 'COMPLETED'", "ended_at = 5"})
        QVERIFY2(refused(QByteArray("UPDATE activity SET ") + wrong), wrong);
    execute(QStringLiteral("UPDATE task SET lease_expires_at = 0, state = 'PENDING' WHERE id = 8"));
    for (const char *right :
         {"paused_at = 5, state = 'ON_HOLD'", "paused_at = 0, state = 'IN_REVIEW'", "state = 'OPTIONAL'",
          "ended_at = 5, state = 'COMPLETED'", "state = 'FAILED'", "state = 'SKIPPED'", "state = 'CANCELLED'"})
        execute(QStringLiteral("UPDATE task SET %1 WHERE id = 8").arg(QLatin1String(right)));
    for (const char *right : {"COMPLETED", "CANCELLED", "FAILED"})
        execute(QStringLiteral("UPDATE activity SET ended_at = 5, state = '%1'").arg(QLatin1String(right)));
}

void Migrations::aReferenceThatWasBrokenComesAlong()
{
    if (!isSqlite())
        return; // looks at each change by itself
    QVERIFY(m_database->outsideTransaction(
        [&] { m_database->script(QStringLiteral("PRAGMA foreign_keys = OFF; INSERT INTO task_need VALUES (9, 4711)")); }));
    QTest::ignoreMessage(QtInfoMsg, QRegularExpression(QStringLiteral("from schema 1 to \\d+$")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("as it did before.*: task_need → task$")));
    const domain::Status done = store::migrate(*m_database, 2);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail.english()));
    QCOMPARE(*store::currentVersion(*m_database), store::schemaVersion);
}

void Migrations::whatAMigrationBreaksStopsIt()
{
    if (!isSqlite())
        return;
    constexpr int before = 13; // the next one changes each task that was tried more than once
    QVERIFY(m_database->outsideTransaction([&] { m_database->script(QStringLiteral("PRAGMA foreign_keys = OFF")); }));
    const QDir folder(QStringLiteral(":/sql/migrations"));
    for (const QString &name : folder.entryList({QStringLiteral("*.sqlite.sql")}, QDir::Files, QDir::Name)) {
        const int version = name.left(4).toInt();
        QFile file(folder.filePath(name));
        if (version == 1 || version > before)
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        execute(QString::fromUtf8(file.readAll()));
        execute(QStringLiteral("INSERT INTO schema_migration VALUES (%1, 'x', 1)").arg(version));
    }
    execute(QStringLiteral("UPDATE task SET attempt = 2 WHERE id = 8; CREATE TRIGGER breaks AFTER UPDATE ON task "
                           "BEGIN INSERT OR IGNORE INTO task_need VALUES (9, 4711); END"));
    const domain::Status done = store::migrate(*m_database, 2);
    QVERIFY(!done);
    QVERIFY2(done.error().detail.english().contains(QStringLiteral("breaks references of task_need → task")),
             qPrintable(done.error().detail.english()));
    QCOMPARE(*store::currentVersion(*m_database), before);
}

HMSACT_TEST(Migrations)

} // namespace hmsact::migrations_test

#include "migrations.moc"
