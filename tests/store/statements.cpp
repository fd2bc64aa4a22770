// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/listquery.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::statements_test {

using namespace Qt::StringLiterals;

// All SQL of the program is understood by the database, before somebody needs it.
class Statements : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyStatementPrepares();
    void everyFilterAndSortPrepares();
    void placeholdersAreFoundOutsideOfLiteralsOnly();
    void rowsAreStoredAsTheyAreSaid_data();
    void rowsAreStoredAsTheyAreSaid();

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

void Statements::rowsAreStoredAsTheyAreSaid_data()
{
    QTest::addColumn<int>("rows"); // one, several, and many are written by different ways
    for (const int rows : {1, 2, 500})
        QTest::addRow("%d", rows) << rows;
}

void Statements::rowsAreStoredAsTheyAreSaid()
{
    QFETCH(int, rows);
    const QByteArrayList texts{"",
                               "plain",
                               "\\N",
                               "\\.",
                               "a\tb\r\nc\\d\\",
                               "\"quoted\", 'it''s', {x}, \b\f\v\x01",
                               "\\t\\",
                               QByteArray("\u00e9 \U0001F600"),
                               QByteArray(100'000, '\\')};
    const QByteArray allBytes = [] {
        QByteArray bytes;
        for (int byte = 0; byte < 256; ++byte)
            bytes += static_cast<char>(byte);
        return bytes;
    }();
    const auto textOf = [&](int row) {
        return texts[row % texts.size()];
    };
    const auto bytesOf = [&](int row) {
        return allBytes.left(row % 257);
    };
    const auto numberOf = [](int row) {
        return (row % 2 == 0 ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min()) / (row + 1);
    };
    const auto connection = store::Connection::open(m_testDatabase->url, store::Access::ReadWrite);
    const bool isPostgreSql = test::TestDatabase::onPostgreSql();
    connection->script(isPostgreSql ? "CREATE TABLE said (n bigint, number bigint, text text, bytes bytea)"
                                    : "CREATE TABLE said (n integer, number integer, text text, bytes blob)");
    QString insert = QStringLiteral("INSERT INTO said (n, number, text, bytes) VALUES ($1, $2, $3, $4)");
    if (!isPostgreSql)
        insert.replace(u'$', u'?');
    connection->begin(store::Access::ReadWrite);
    const auto statement = connection->prepare({insert, {u"n"_s, u"number"_s, u"text"_s, u"bytes"_s}});
    for (int row = 0; row < rows; ++row) {
        statement->bind(0, row);
        statement->bind(1, numberOf(row));
        statement->bind(2, textOf(row), store::Bytes::Text);
        statement->bind(3, bytesOf(row), store::Bytes::Blob);
        statement->add();
    }
    statement->flush();
    connection->commit();
    const auto said = connection->prepare({QStringLiteral("SELECT n, number, text, bytes FROM said ORDER BY n"), {}});
    for (int row = 0; row < rows; ++row) {
        QVERIFY(said->next());
        QCOMPARE(said->integer(0), row);
        QCOMPARE(said->integer(1), numberOf(row));
        QCOMPARE(said->bytes(2).toByteArray(), textOf(row));
        QCOMPARE(said->bytes(3).toByteArray(), bytesOf(row));
    }
    QVERIFY(!said->next());
}

HMSACT_TEST(Statements)

} // namespace hmsact::statements_test

#include "statements.moc"
