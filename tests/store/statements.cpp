// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/listquery.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::statements_test {

// All SQL of the program is understood by the database, before somebody needs it.
class Statements : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyStatementPrepares();
    void everyFilterAndSortPrepares();
    void placeholdersAreFoundOutsideOfLiteralsOnly();

private:
    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<store::Database> m_database;
};

void Statements::init()
{
    m_database.reset();
    m_testDatabase = std::make_unique<test::TestDatabase>();
    auto database = store::Database::open(m_testDatabase->url, store::Access::ReadWrite);
    QVERIFY(database);
    m_database = std::move(database.value());
}

void Statements::everyStatementPrepares()
{
    const QStringList names = m_database->catalog().names();
    QVERIFY(names.size() > 50);
    for (const QString &name : names) {
        try {
            const store::Statement prepared = m_database->statement(name.toUtf8().constData());
            if (test::TestDatabase::onPostgreSql()) // whose server hears of it at its first use only
                m_database->script(QStringLiteral("PREPARE %1 AS ").arg(QString(name).replace(u'.', u'_'))
                                   + m_database->catalog().statement(name).text);
        } catch (const store::SqlError &error) {
            QFAIL(error.what());
        }
    }
}

void Statements::everyFilterAndSortPrepares()
{
    using namespace domain;
    ListQueue everything;
    everything.skill = everything.pool = everything.intent = everything.text = QStringLiteral("x");
    everything.worker = {QStringLiteral("x")};
    for (int sort = 0; sort <= static_cast<int>(QueueSort::Activity); ++sort) {
        for (int state = -1; state <= static_cast<int>(SlaState::Met); ++state) {
            everything.sort = static_cast<QueueSort>(sort);
            everything.slaState = state < 0 ? std::nullopt : std::optional(static_cast<SlaState>(state));
            const auto page = m_database->read<Page<TaskView>>([&] { return store::listQueue(*m_database, everything, 1); });
            QVERIFY2(page, page ? "" : qPrintable(page.error().detail.english()));
        }
    }
    ListActivities activities;
    activities.state = ActivityState::Open;
    activities.citizenId = activities.text = QStringLiteral("x");
    activities.ids = {ActivityId{1}};
    activities.createdFromMs = activities.createdBeforeMs = 1;
    for (const std::optional<bool> overdue : {std::optional<bool>(), std::optional(true), std::optional(false)}) {
        activities.overdue = overdue;
        activities.ended = overdue;
        activities.intents.append(QStringLiteral("x")); // one, then several
        QVERIFY(m_database->read<Page<ActivityView>>([&] { return store::listActivities(*m_database, activities, 1); }));
    }
}

void Statements::placeholdersAreFoundOutsideOfLiteralsOnly()
{
    const store::SqlStatement statement = m_database->catalog().compose(
        QStringLiteral("activity.page"),
        {{QStringLiteral("filters"), QStringLiteral("a.intent = ':no' AND a.id = :b AND a.id > :a AND a.id < :b")}});
    QCOMPARE(statement.names.first(3), QStringList({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("limit")}));
    QString numbered = QStringLiteral("a.id = ?1 AND a.id > ?2 AND a.id < ?1");
    if (test::TestDatabase::onPostgreSql())
        numbered.replace(u'?', u'$');
    QVERIFY(statement.text.contains(numbered));
    QVERIFY(statement.text.contains(QStringLiteral("':no'")));
}

HMSACT_TEST(Statements)

} // namespace hmsact::statements_test

#include "statements.moc"
