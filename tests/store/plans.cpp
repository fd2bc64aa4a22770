// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

namespace hmsact::plans_test {

using store::Dialect;

// How the databases go about what every batch and every look at the timers asks: through the index that was made for it, so
// that it costs what it finds and not what waits. No table has a row here, as at a program's first start: it is then that
// plans are made.
class Plans : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everythingFrequentHasItsIndex_data();
    void everythingFrequentHasItsIndex();
    void cleanupTestCase();

private:
    QStringList rows(const QString &sql);
    QString plan(const QString &name);
    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<store::Database> m_database;
};

void Plans::initTestCase()
{
    m_testDatabase = std::make_unique<test::TestDatabase>();
    m_database = std::move(store::Database::open(m_testDatabase->url, store::Access::ReadWrite).value());
}

void Plans::cleanupTestCase()
{
    m_database.reset();
    m_testDatabase.reset();
}

// The last column of each row.
QStringList Plans::rows(const QString &sql)
{
    const bool sqlite = m_database->url().dialect == Dialect::Sqlite;
    return m_database
        ->read<QStringList>([&]() -> domain::Result<QStringList> {
            store::Statement s = m_database->composed(sql, [&](const store::SqlCatalog &) {
                return store::SqlStatement{sql, {}};
            });
            QStringList result;
            while (s.next())
                result << s.text(sqlite ? 3 : 0);
            return result;
        })
        .value();
}

QString Plans::plan(const QString &name)
{
    const store::SqlStatement &sql = m_database->catalog().statement(name);
    if (m_database->url().dialect == Dialect::Sqlite)
        return rows(QStringLiteral("EXPLAIN QUERY PLAN ") + sql.text).join(u'\n');
    const QString prepared = QString(name).replace(u'.', u'_');
    m_database->script(QStringLiteral("PREPARE %1 AS %2").arg(prepared, sql.text));
    QStringList nothing;
    for (qsizetype i = 0; i < sql.names.size(); ++i)
        nothing << QStringLiteral("NULL");
    const QString values = nothing.isEmpty() ? QString() : u'(' + nothing.join(u',') + u')';
    return rows(QStringLiteral("EXPLAIN (COSTS OFF) EXECUTE %1%2").arg(prepared, values)).join(u'\n');
}

void Plans::everythingFrequentHasItsIndex_data()
{
    QTest::addColumn<QString>("index");
    const auto row = [](const char *statement, const char *index) {
        QTest::newRow(statement) << QString::fromUtf8(index);
    };
    row("task.ready_for_anyone", "task_ready");
    row("task.ready_for", "task_ready");
    row("task.ready_of_queues", "task_ready");
    row("task.offers", "task_ready");
    row("task.queues_from", "task_ready");
    row("task.waiting_in", "task_ready");
    row("task.queues", "task_ready");
    row("task.line", "task_ready");
    row("task.held_by", "task_held");
    row("task.load_of", "task_held");
    row("task.lease_over", "task_lease");
    row("task.overdue", "task_due");
    row("task.backoff_over", "task_backoff");
    row("task.successors", "task_need_of");
    row("task.next_lease_end", "task_lease");
    row("task.next_due", "task_due");
    row("task.next_backoff_end", "task_backoff");
    row("activity.overdue", "activity_due");
    row("activity.options_over", "activity_options");
    row("activity.next_due", "activity_due");
    row("activity.next_option_end", "activity_options");
    row("task.by_ids", "");
    row("task.needs_of", "");
    row("activity.take", "");
    row("activity.take_by_ids", "");
}

void Plans::everythingFrequentHasItsIndex()
{
    QFETCH(QString, index);
    const QString plan = this->plan(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(plan.contains(index), qPrintable(plan));
    // "SCAN task" goes through all of it on SQLite, also by way of an index; "SEARCH" does not.
    static const QRegularExpression all(QStringLiteral("(SCAN|Seq Scan on) (t|a|h|n|p|task|activity|task_need)\\b"));
    QVERIFY2(!plan.contains(all), qPrintable(plan));
    // On PostgreSQL an index is used for nothing but its order where it has no condition: then only for the first in it.
    const qsizetype used = plan.count(QRegularExpression(QStringLiteral("Index (Only )?Scan")));
    const bool looksAtOne = plan.contains(u"Limit") && QString::fromUtf8(QTest::currentDataTag()).contains(u".next_");
    QVERIFY2(looksAtOne || plan.count(u"Index Cond") >= used, qPrintable(plan));
    // A sort of what is found by its index first is a sort of all that waits.
    const bool inOrder = index == u"task_ready" && QString::fromUtf8(QTest::currentDataTag()).startsWith(u"task.ready_for");
    QVERIFY2(!inOrder || !plan.contains(u"TEMP B-TREE"), qPrintable(plan));
}

HMSACT_TEST(Plans)

} // namespace hmsact::plans_test

#include "plans.moc"
