// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/listquery.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

namespace hmsact::plans_test {

using store::Dialect;

// How the databases go about what every batch and every look at the timers asks: through the index that was made for it, so
// that it costs what it finds and not what waits. Plans are made at a program's first start, when
// no table has a row; on PostgreSQL also later, when there is much that autovacuum has not come to yet, and when it has.
class Plans : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void initTestCase();
    void everythingFrequentHasItsIndex_data();
    void everythingFrequentHasItsIndex();
    void pagesReadWhatTheyShow_data();
    void pagesReadWhatTheyShow();
    void cleanupTestCase();

private:
    enum Fill { Empty, Much, Analysed };
    void fill(Fill wanted);
    static QStringList rows(store::Database &database, const QString &sql);
    QString plan(store::Database &database, const QString &name, const store::SqlStatement &sql);
    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::Database> m_reader; // which people's lists are asked of
    Fill m_fill = Empty;
    int m_prepared = 0;
};

void Plans::initTestCase_data()
{
    QTest::addColumn<int>("wanted");
    QTest::newRow("empty") << int(Empty);
    if (test::TestDatabase().url.dialect == Dialect::Sqlite)
        return; // goes by the indexes alone
    QTest::newRow("much") << int(Much);
    QTest::newRow("analysed") << int(Analysed);
}

void Plans::initTestCase()
{
    m_testDatabase = std::make_unique<test::TestDatabase>();
    m_database = std::move(store::Database::open(m_testDatabase->url, store::Access::ReadWrite).value());
    m_reader = std::move(store::Database::open(m_testDatabase->url, store::Access::ReadOnly).value());
}

void Plans::cleanupTestCase()
{
    m_reader.reset();
    m_database.reset();
    m_testDatabase.reset();
}

// Chains of four tasks, each in need of the one before it. Every column has something that its checks allow.
static constexpr const char *many = R"(
DO $$
DECLARE
  made record;
  names text;
  expressions text;
BEGIN
  FOR made IN SELECT * FROM (VALUES ('activity', 25000), ('task', 100000), ('assignment', 100000)) AS t (name, rows) LOOP
    EXECUTE format('ALTER TABLE %I SET (autovacuum_enabled = off)', made.name);
    SELECT string_agg(quote_ident(c.column_name), ', '), string_agg(CASE
        WHEN c.column_name IN ('id', 'position', 'task_id') THEN 'n'
        WHEN c.column_name = 'name' THEN 'CAST(n AS text)'
        WHEN c.column_name = 'activity_id' THEN '(n + 3) / 4'
        WHEN c.column_name = 'state' THEN quote_literal(CASE made.name WHEN 'task' THEN 'PENDING' ELSE 'OPEN' END)
        WHEN c.column_name = 'review' THEN quote_literal('none')
        WHEN c.column_name = 'on_failure' THEN quote_literal('block')
        WHEN c.column_name IN ('ended_at', 'paused_at', 'lease_expires_at', 'breached_at', 'returns_at') THEN '0'
        WHEN c.column_name = 'at_risk_ppm' THEN '2'
        WHEN c.data_type = 'bigint' THEN '1'
        ELSE quote_literal('') END, ', ')
    INTO names, expressions FROM information_schema.columns c
    WHERE c.table_schema = current_schema() AND c.table_name = made.name AND c.is_generated = 'NEVER';
    EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM generate_series(1, %s) n', made.name, names, expressions, made.rows);
  END LOOP;
  ALTER TABLE task_need SET (autovacuum_enabled = off);
  INSERT INTO task_need (task_id, needs_id) SELECT n, n - 1 FROM generate_series(2, 100000) n WHERE n % 4 <> 1;
END $$)";

void Plans::fill(Fill wanted)
{
    if (m_fill == Empty && wanted >= Much)
        m_database->script(QString::fromUtf8(many));
    if (m_fill < Analysed && wanted == Analysed)
        m_database->script(QStringLiteral("ANALYZE activity, assignment, task, task_need"));
    m_fill = std::max(m_fill, wanted);
}

// The last column of each row.
QStringList Plans::rows(store::Database &database, const QString &sql)
{
    const bool sqlite = database.url().dialect == Dialect::Sqlite;
    return database
        .read<QStringList>([&]() -> domain::Result<QStringList> {
            store::Statement s = database.composed(sql, [&](const store::SqlCatalog &) {
                return store::SqlStatement{sql, {}};
            });
            QStringList result;
            while (s.next())
                result << s.text(sqlite ? 3 : 0);
            return result;
        })
        .value();
}

QString Plans::plan(store::Database &database, const QString &name, const store::SqlStatement &sql)
{
    if (database.url().dialect == Dialect::Sqlite)
        return rows(database, QStringLiteral("EXPLAIN QUERY PLAN ") + sql.text).join(u'\n');
    const QString prepared = QString(name).replace(QRegularExpression(QStringLiteral("\\W")), QStringLiteral("_"))
        + QString::number(++m_prepared);
    database.script(QStringLiteral("PREPARE %1 AS %2").arg(prepared, sql.text));
    QStringList nothing;
    for (qsizetype i = 0; i < sql.names.size(); ++i)
        nothing << QStringLiteral("NULL");
    const QString values = nothing.isEmpty() ? QString() : u'(' + nothing.join(u',') + u')';
    return rows(database, QStringLiteral("EXPLAIN (COSTS OFF) EXECUTE %1%2").arg(prepared, values)).join(u'\n');
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
    row("task.of_worker", "task_held");
    row("task.open_of_activity", "");
    row("workday.held", "task_held");
    row("pause.of", "");
    row("assignment.settle", "");
    row("assignment.postpone", "");
    row("assignment.returning", "");
    row("escalation.about", test::TestDatabase::onPostgreSql() ? "(task_id = " : "task_id=?");
    row("alert.about", "");
    row("history.events", "");
    row("archive.remove_events", "");
    row("archive.remove_needs", "");
    row("archive.remove_pauses", "");
    row("archive.remove_assignments", "");
    row("task.next_lease_end", "task_lease");
    row("task.next_due", "task_due");
    row("task.next_backoff_end", "task_backoff");
    row("activity.overdue", "activity_due");
    row("activity.options_over", "activity_options");
    row("activity.next_due", "activity_due");
    row("activity.next_option_end", "activity_options");
    row("task.by_ids", "");
    row("task.by_names", "");
    row("task.needs_of", "");
    row("activity.take", "");
    row("activity.take_by_ids", "");
    row("intent.is_known", test::TestDatabase::onPostgreSql() ? "activity_request_intent" : "activity_intent");
    row("escalation.waiting_in", "task_ready");
    row("outbox.bring_back", "outbox_withdrawn");
}

void Plans::everythingFrequentHasItsIndex()
{
    QFETCH_GLOBAL(int, wanted);
    QFETCH(QString, index);
    fill(static_cast<Fill>(wanted));
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    const QString plan = this->plan(*m_database, name, m_database->catalog().statement(name));
    QVERIFY2(plan.contains(index), qPrintable(plan));
    // "SCAN task" goes through all of it on SQLite, also by way of an index; "SEARCH" does not.
    static const QRegularExpression all(
        QStringLiteral("(SCAN|Seq Scan on) (t|a|e|h|n|p|task|activity|task_need|event|alert|assignment|sla_pause)\\b"));
    QVERIFY2(!plan.contains(all), qPrintable(plan));
    // On PostgreSQL an index is used for nothing but its order where it has no condition: then only for the first in it.
    const qsizetype used = plan.count(QRegularExpression(QStringLiteral("Index (Only )?Scan")));
    const bool looksAtOne = plan.contains(u"Limit") && QString::fromUtf8(QTest::currentDataTag()).contains(u".next_");
    QVERIFY2(looksAtOne || plan.count(u"Index Cond") >= used, qPrintable(plan));
    // A sort of what is found by its index first is a sort of all that waits.
    const bool inOrder = index == u"task_ready" && QString::fromUtf8(QTest::currentDataTag()).startsWith(u"task.ready_for");
    QVERIFY2(!inOrder || !plan.contains(u"TEMP B-TREE"), qPrintable(plan));
    // The next queue is one leap away, and not behind all that waits in this one.
    static const QRegularExpression leap(QStringLiteral("offer ?= ?[^\\n]*skill ?>"));
    const bool leaps = QString::fromUtf8(QTest::currentDataTag()).startsWith(u"task.queues");
    QVERIFY2(!leaps || plan.contains(leap), qPrintable(plan));
}

// Of the lists that people look at, and of what goes out; by now all rows are there.
void Plans::pagesReadWhatTheyShow_data()
{
    QTest::addColumn<bool>("isOfPeople");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("index");
    const auto page = [](const char *what, const store::SqlStatement &sql, const char *index) {
        QTest::newRow(what) << true << sql.text << sql.names << QString::fromUtf8(index);
    };
    const auto intent = QStringLiteral("replace_vaccine_card");
    const auto activities = [&](const char *what, auto how, const char *index) {
        domain::ListActivities query;
        query.intents = {intent};
        how(query);
        page(what, store::firstPage(*m_reader, query), index);
    };
    const auto queue = [&](const char *what, auto how, const char *index, store::Share share = store::Share::Large) {
        domain::ListQueue query;
        how(query);
        page(what, store::firstPage(*m_reader, query, share), index);
    };
    using domain::ActivityState;
    const char *requests = test::TestDatabase::onPostgreSql() ? "activity_request_intent" : "activity_intent";
    activities(
        "of an intent", [](auto &) {}, requests);
    activities(
        "of an intent, completed", [](auto &query) { query.state = ActivityState::Completed; }, requests);
    activities(
        "of an intent, open", [](auto &query) { query.state = ActivityState::Open; }, "activity_state");
    activities(
        "of an intent, failed", [](auto &query) { query.state = ActivityState::Failed; }, "activity_state");
    activities(
        "of an intent, late", [](auto &query) { query.overdue = true; }, "activity_state");
    activities(
        "of an intent, not ended", [](auto &query) { query.ended = false; }, "activity_state");
    queue(
        "tasks of an intent", [&](auto &query) { query.intent = intent; }, "task_open");
    queue(
        "tasks of a worker", [](auto &query) { query.worker = {QStringLiteral("ana")}; }, "task_held");
    queue(
        "tasks of a rare intent", [&](auto &query) { query.intent = intent; }, requests, store::Share::Small);
    queue(
        "tasks of a skill", [](auto &query) { query.skill = QStringLiteral("dig"); }, "task_ready");
    queue(
        "tasks of a pool", [](auto &query) { query.pool = QStringLiteral("backup"); }, "task_pool");
    queue(
        "tasks on hold", [](auto &query) { query.states = {domain::TaskState::OnHold}; }, "task_quiet", store::Share::Small);
    queue(
        "tasks at risk", [](auto &query) { query.slaState = domain::SlaState::AtRisk; }, "task_due", store::Share::Small);
    queue(
        "tasks by due time", [](auto &query) { query.sort = domain::QueueSort::DueAt; }, "task_due");
    const auto rareByName = [](auto &query) {
        query.skill = QStringLiteral("dig");
        query.sort = domain::QueueSort::Name;
    };
    queue("tasks of a rare skill by name", rareByName, "task_ready", store::Share::Small);
    const store::SqlStatement &due = m_database->catalog().statement(QStringLiteral("outbox.due"));
    QTest::newRow("messages that are due")
        << false << due.text << due.names
        << QString::fromUtf8(test::TestDatabase::onPostgreSql() ? "GREATEST(retry_at, not_before) <= "
                                                                : "outbox_due (channel=? AND <expr><?)");
}

void Plans::pagesReadWhatTheyShow()
{
    QFETCH_GLOBAL(int, wanted);
    QFETCH(bool, isOfPeople);
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    QFETCH(QString, index);
    fill(static_cast<Fill>(wanted));
    const QString plan =
        this->plan(isOfPeople ? *m_reader : *m_database, QString::fromUtf8(QTest::currentDataTag()), {text, names});
    QVERIFY2(plan.contains(index), qPrintable(plan));
    QVERIFY2(index == QStringLiteral("task_open") || !plan.contains(QStringLiteral("task_open")), qPrintable(plan));
    QVERIFY2(!plan.contains(QStringLiteral("Seq Scan")), qPrintable(plan));
}

HMSACT_TEST(Plans)

} // namespace hmsact::plans_test

#include "plans.moc"
