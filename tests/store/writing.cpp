// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/activitystore.h"
#include "store/eventstore.h"
#include "store/listquery.h"
#include "store/sqlerror.h"
#include "store/taskstore.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::writing_test {

using namespace Qt::StringLiterals;
using domain::Done;
using domain::Released;
using domain::Status;
using domain::Task;
using domain::TaskState;

// Rows that are written together come back as they were meant, each with what is its own.
class Writing : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whoHoldsThem();
    void howTheyEnded();
    void textsOfEveryLength();
    void manyAreWrittenAsFewAre();
    void whatIsRefusedOfManyChangesNothing();
    void whatIsLargeIsReadInParts();
    void aLargeRecordIsReadInParts();

private:
    static constexpr int count = 37; // several times as many as go together, and some more

    void inTransaction(const std::function<void()> &work)
    {
        const Status status = m_database->transact<Done>([&]() -> Status {
            work();
            return Done{};
        });
        QVERIFY2(status, status ? "" : qPrintable(status.error().detail.english()));
    }
    // Other tasks than there are, so many that they go by COPY on PostgreSQL.
    void takeMany(int howMany, int from)
    {
        m_tasks.resize(size_t(howMany), m_tasks.front());
        for (int i = 0; i < howMany; ++i) {
            Task &task = m_tasks[size_t(i)];
            task.id = {from + i};
            task.position = from + i;
            task.name = u"task_%1"_s.arg(from + i);
            task.payload = {{u"form"_s, QString(i % 5 * 300, i % 2 ? u'é' : u'x')}};
            task.skill = i % 3 ? u"größe"_s : QString();
        }
    }
    [[nodiscard]] store::TaskStore::Tasks pointers() const
    {
        store::TaskStore::Tasks all;
        for (const Task &task : m_tasks)
            all.push_back(&task);
        return all;
    }
    // By the statement of a list.
    [[nodiscard]] static int rowsSent(store::Statement page, QHash<QString, QVariant> values)
    {
        values.insert({{u"limit"_s, 1000}, {u"bytes_max"_s, 4 * 1024 * 1024}});
        int rows = 0;
        page.bindNamed(values);
        while (page.next())
            ++rows;
        return rows;
    }
    [[nodiscard]] int rowsSentOfQueue(const QString &skill)
    {
        domain::ListQueue query;
        query.skill = skill;
        const auto page = [&](const store::SqlCatalog &) {
            return store::firstPage(*m_database, query);
        };
        return rowsSent(m_database->composed(u"the first page"_s, page), {{u"now"_s, 1}, {u"skill"_s, skill}});
    }
    [[nodiscard]] int rowsSentOfEvents(domain::ActivityId activity)
    {
        return rowsSent(m_database->statement("event.page"), {{u"activity_id"_s, activity.value}, {u"after"_s, 0}});
    }
    [[nodiscard]] std::vector<Task> stored() { return store::TaskStore(*m_database).ofActivity(m_tasks.front().activity); }

    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<store::Database> m_database;
    std::vector<Task> m_tasks;
};

void Writing::init()
{
    m_database.reset();
    m_testDatabase = std::make_unique<test::TestDatabase>();
    m_database = std::move(store::Database::open(m_testDatabase->url, store::Access::ReadWrite).value());
    domain::Activity activity;
    activity.id = {1};
    activity.citizenId = u"citizen"_s;
    activity.slaMs = 1000;
    activity.createdAtMs = 1;
    activity.dueAtMs = 1001;
    m_tasks.clear();
    for (int i = 0; i < count; ++i) {
        Task task;
        task.id = {10 + i};
        task.activity = activity.id;
        task.position = i;
        task.name = u"task_%1"_s.arg(i);
        task.skill = u"skill"_s;
        task.slaMs = 1000;
        m_tasks.push_back(task);
    }
    inTransaction([&] {
        store::ActivityStore(*m_database).insert({&activity});
        store::TaskStore(*m_database).insert(pointers());
        QCOMPARE(stored(), m_tasks);
    });
}

void Writing::whoHoldsThem()
{
    const QStringList workers{u"a"_s, u"a"_s, u"josé"_s, u"a"_s, u"a"_s, u"a"_s, u"b"_s}; // alone, and side by side
    for (int i = 0; i < count; ++i) {
        Task &task = m_tasks[size_t(i)];
        task.state = TaskState::InProgress;
        task.worker = {workers[i % 7]};
        task.leaseEpoch = i % 7 == 4 ? 7 : 1;
        task.leaseExpiresAtMs = 500;
        task.startedAtMs = 3;
        task.version = 2;
    }
    inTransaction([&] {
        store::TaskStore(*m_database).updateHolder(pointers());
        QCOMPARE(stored(), m_tasks);
    });
}

void Writing::howTheyEnded()
{
    for (int i = 0; i < count; ++i) {
        Task &task = m_tasks[size_t(i)];
        task.state = i < 35 ? TaskState::Completed : TaskState::Skipped;
        task.released = i < 20 ? Released::ForGood : i < 35 ? Released::Yes : Released::No;
        task.endedAtMs = 9;
        task.result = i == 1 || i == 2 ? QJsonValue(u"done"_s) : i == 3 ? QJsonValue(1) : QJsonValue();
        task.reason = i == 36 ? u"none"_s : QString();
        task.version = 2;
    }
    inTransaction([&] {
        store::TaskStore(*m_database).updateEnd(pointers());
        QCOMPARE(stored(), m_tasks);
    });
}

// Longer ones are bound in another way.
void Writing::textsOfEveryLength()
{
    for (int i = 0; i < count; ++i) {
        Task &task = m_tasks[size_t(i)];
        task.state = TaskState::Skipped;
        task.endedAtMs = 9;
        task.reason = QString(QList<int>{0, 1, 700, 0, 1024, 1025, 20'000}[i % 7], QChar(i % 2 ? u'é' : u'x'));
        task.version = 2;
    }
    inTransaction([&] {
        store::TaskStore(*m_database).updateEnd(pointers());
        QCOMPARE(stored(), m_tasks);
    });
}

void Writing::manyAreWrittenAsFewAre()
{
    constexpr int many = 300;
    std::vector<Task> expected = m_tasks;
    inTransaction([&] {
        store::TaskStore tasks(*m_database);
        for (const auto &[howMany, from] : {std::pair(many, 1000), std::pair(2, 2000), std::pair(many, 3000)}) {
            takeMany(howMany, from);
            tasks.insert(pointers());
            expected.insert(expected.end(), m_tasks.begin(), m_tasks.end());
        }
        std::vector<std::pair<domain::TaskId, domain::TaskId>> needs;
        for (const Task &task : m_tasks)
            needs.emplace_back(task.id, domain::TaskId{10});
        tasks.insertNeeds(needs);
        QCOMPARE(stored(), expected);
    });
    inTransaction([&] { QCOMPARE(store::TaskStore(*m_database).needsInActivity({1}).size(), size_t(many)); });
}

// Wherever that is found out: by what is written next, by a question, or when the transaction is given up anyway.
void Writing::whatIsRefusedOfManyChangesNothing()
{
    const std::vector<Task> before = m_tasks;
    takeMany(300, 1000);
    m_tasks.back().id = m_tasks.front().id;
    const auto writes = [this] {
        store::TaskStore(*m_database).insert(pointers());
    };
    const auto asks = [this] {
        static_cast<void>(stored());
    };
    const auto writesOthers = [this] { // for the first time
        store::TaskStore(*m_database).insertNeeds({{{11}, {10}}});
    };
    const auto givesUp = [] {
        throw store::SqlError(store::SqlFailure::Constraint, u"given up"_s);
    };
    for (const std::function<void()> &next :
         std::initializer_list<std::function<void()>>{writes, asks, writesOthers, givesUp}) {
        const Status status = m_database->transact<Done>([&]() -> Status {
            writes();
            next();
            return Done{};
        });
        QVERIFY(!status);
        QCOMPARE(status.error().code, domain::ErrorCode::Conflict);
        inTransaction([&] { QCOMPARE(stored(), before); });
    }
    m_tasks.pop_back();
    inTransaction([&] { store::TaskStore(*m_database).insert(pointers()); });
    inTransaction(writesOthers);
    inTransaction([&] { QCOMPARE(stored().size(), before.size() + m_tasks.size()); });
}

// Pages end where they weigh enough, and go on behind that: nothing is left out and nothing comes twice.
void Writing::whatIsLargeIsReadInParts()
{
    constexpr int large = 7;
    m_tasks.resize(large);
    for (int i = 0; i < large; ++i) {
        m_tasks[size_t(i)].payload = {{u"form"_s, QString(1024 * 1024, u'x')}};
        m_tasks[size_t(i)].id = {100 + i};
        m_tasks[size_t(i)].position = count + i;
        m_tasks[size_t(i)].name = u"large_%1"_s.arg(i);
        m_tasks[size_t(i)].skill = u"large"_s;
    }
    inTransaction([&] {
        store::TaskStore tasks(*m_database);
        tasks.insert(pointers());
        QList<int> sizes;
        domain::ListQueue query;
        query.skill = u"large"_s;
        do {
            const auto page = store::listQueue(*m_database, query, 1).value();
            sizes << int(page.items.size());
            query.cursor = page.nextCursor;
        } while (!query.cursor.isEmpty());
        QCOMPARE(sizes, QList<int>({4, 3}));
        if (test::TestDatabase::onPostgreSql()) // where all rows of an answer come before the first is read
            QCOMPARE(rowsSentOfQueue(u"large"_s), 5);
        sizes.clear();
        store::TaskStore::Page page{{}, {}, {}, false};
        while (!page.isEnd) {
            page = tasks.ready({{QString(), u"large"_s}}, page.last, 1, large + 1);
            sizes << int(page.tasks.size());
        }
        QCOMPARE(sizes, QList<int>({4, 3}));
    });
}

void Writing::aLargeRecordIsReadInParts()
{
    constexpr int large = 7;
    const domain::ActivityId activity{1};
    std::vector<domain::Event> record;
    for (int i = 1; i <= large; ++i)
        record.push_back({activity, i, 1, u"ada"_s, u"task.note"_s, {}, QByteArray(1024 * 1024, 'x'), "hash"});
    inTransaction([&] {
        store::EventStore events(*m_database);
        events.insert(record);
        QList<int> sizes;
        QList<qint64> seqs;
        QString cursor;
        do {
            const auto page = events.page(activity, cursor.toLongLong(), 1000);
            sizes << int(page.items.size());
            for (const domain::Event &event : page.items)
                seqs << event.seq;
            cursor = page.nextCursor;
        } while (!cursor.isEmpty());
        QCOMPARE(sizes, QList<int>({5, 2}));
        QCOMPARE(seqs, QList<qint64>({1, 2, 3, 4, 5, 6, 7}));
        if (test::TestDatabase::onPostgreSql())
            QCOMPARE(rowsSentOfEvents(activity), 6);
    });
}

HMSACT_TEST(Writing)

} // namespace hmsact::writing_test

#include "writing.moc"
