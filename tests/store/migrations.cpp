// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/activitystore.h"
#include "store/migrator.h"
#include "store/taskstore.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace hmsact::migrations_test {

// A database of an earlier version comes along with all that is in it.
class Migrations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void rowsComeAlong();
    void clocksComeAlong();
    void referencesAreStillLookedAt();
    void aBrokenReferenceStopsTheMigration();

private:
    void execute(const QString &sql)
    {
        const auto done = m_database->transact<domain::Done>([&]() -> domain::Status {
            m_database->script(sql);
            return domain::Done{};
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail.english()));
    }
    bool refused(const char *sql)
    {
        return !m_database->transact<domain::Done>([&]() -> domain::Status {
            m_database->script(QString::fromUtf8(sql));
            return domain::Done{};
        });
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
};

// A database as version 1 left it: an activity of two tasks, one of them held, with a need, an event, an artefact.
void Migrations::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = store::Database::open(store::DatabaseUrl::forFile(m_folder->filePath(QStringLiteral("m.db"))),
                                          store::Access::ReadWrite);
    QVERIFY(database);
    m_database = std::move(database.value());
    QFile first(QStringLiteral(":/sql/migrations/0001_start.sqlite.sql"));
    QVERIFY(first.open(QIODevice::ReadOnly));
    execute(QString::fromUtf8(first.readAll()));
    execute(QStringLiteral(R"(
INSERT INTO schema_migration VALUES (1, '0001_start.sqlite.sql', 1);
INSERT INTO activity VALUES (7, 'ana', 'card', 1000, 5, 'OPEN', '{}', 1, 1001, 0, 0, '', 2, 2, 0, 0, 1, x'ab');
INSERT INTO task VALUES (8, 7, 0, 'fetch', 'fetch', 500, 0, '{}', 5, 3, 'none', 'block', 'IN_PROGRESS', 0, 0, 1, 'bot', '',
                         '', '', 1, 99, 0, 1, 1, 1, 501, 0, 2, 0, 0, 1, 300, '', '', 2);
INSERT INTO task VALUES (9, 7, 1, 'ship', 'ship', 500, 0, '{}', 5, 3, 'none', 'block', 'WAITING', 1, 0, 1, '', '', '', '',
                         0, 0, 0, 1, 0, 0, 8640000000000000, 0, 0, 0, 0, 0, 8640000000000000, '', '', 1);
INSERT INTO task_need VALUES (9, 8);
INSERT INTO event VALUES (7, 1, 1, 'ana', 'activity.created', 0, '{}', x'cd');
INSERT INTO artefact_content VALUES (x'01', x'02');
INSERT INTO artefact VALUES (8, 'a.txt', 'text/plain', 1, x'01', 1, 'bot');
)"));
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

void Migrations::referencesAreStillLookedAt()
{
    QVERIFY(store::migrate(*m_database, 2));
    QVERIFY(refused("INSERT INTO task_need VALUES (9, 4711)"));
    QVERIFY(refused("DELETE FROM activity WHERE id = 7"));
    QVERIFY(refused("UPDATE task SET state = 'LOST' WHERE id = 9"));
}

void Migrations::aBrokenReferenceStopsTheMigration()
{
    QVERIFY(m_database->outsideTransaction(
        [&] { m_database->script(QStringLiteral("PRAGMA foreign_keys = OFF; INSERT INTO task_need VALUES (9, 4711)")); }));
    const domain::Status done = store::migrate(*m_database, 2);
    QVERIFY(!done);
    QVERIFY(done.error().detail.english().contains(QStringLiteral("task_need")));
    QCOMPARE(*store::currentVersion(*m_database), 1);
}

HMSACT_TEST(Migrations)

} // namespace hmsact::migrations_test

#include "migrations.moc"
