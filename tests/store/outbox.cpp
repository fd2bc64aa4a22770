// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/limits.h"
#include "store/outboxstore.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::outbox_test {

using domain::Done;
using domain::Notification;
using domain::NotificationState;
using domain::Status;
using store::OutboxStore;

// Messages are kept as they were written; a window gathers what comes within it.
class Outbox : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void comesBackAsItWasWritten();
    void whatIsForTheConsoleHasArrived();
    void aWindowGathersWhatComesWithinIt();
    void pagesByStateAndChannel();
    void theShortestWindowIsWaitedFor();

private:
    void insert(const std::vector<Notification> &messages, qint64 nowMs)
    {
        QVERIFY(m_database->transact<Done>([&]() -> Status {
            OutboxStore(*m_database).insert(messages, nowMs);
            return Done{};
        }));
    }
    Notification read(qint64 id)
    {
        return *m_database->read<std::optional<Notification>>([&] { return OutboxStore(*m_database).byId({id}); }).value();
    }
    std::vector<qint64> ids(const OutboxStore::Filter &filter, qint64 before = 100, int limit = 100)
    {
        std::vector<qint64> result;
        const auto page = m_database->read<domain::Page<Notification>>(
            [&] { return OutboxStore(*m_database).page(filter, before, limit); });
        for (const Notification &message : page->items)
            result.push_back(message.id.value);
        return result;
    }
    static Notification message(qint64 id, const char *address, qint64 digestMs = 0)
    {
        Notification m;
        m.id = {id};
        m.address = QString::fromUtf8(address);
        m.digestMs = digestMs;
        return m;
    }

    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<store::Database> m_database;
};

void Outbox::init()
{
    m_database.reset();
    m_testDatabase = std::make_unique<test::TestDatabase>();
    m_database = std::move(store::Database::open(m_testDatabase->url, store::Access::ReadWrite).value());
}

void Outbox::comesBackAsItWasWritten()
{
    Notification m = message(7, "email:ann@county.gov");
    m.kind = domain::NotificationKind::Assignment;
    m.facts = {{QStringLiteral("task"), QStringLiteral("verify \u00e9")}, {QStringLiteral("due_at_ms"), 12}};
    m.activity = {1};
    m.task = {2};
    m.alert = {3};
    insert({m}, 50);
    const Notification back = read(7);
    QCOMPARE(back.address, m.address);
    QVERIFY(back.kind == m.kind);
    QCOMPARE(back.facts, m.facts);
    QVERIFY(back.activity == m.activity && back.task == m.task && back.alert == m.alert);
    QCOMPARE(back.createdAtMs, 50);
    QCOMPARE(back.notBeforeMs, 50);
    QVERIFY(back.state == NotificationState::Queued);
}

void Outbox::whatIsForTheConsoleHasArrived()
{
    insert({message(1, "console:oversight"), message(2, "hitl:courier"), message(3, "sms:+15551234567")}, 50);
    QVERIFY(read(1).state == NotificationState::Sent);
    QCOMPARE(read(1).sentAtMs, 50);
    QVERIFY(read(2).state == NotificationState::Sent);
    QVERIFY(read(3).state == NotificationState::Queued);
}

void Outbox::aWindowGathersWhatComesWithinIt()
{
    insert({message(1, "slack:#a", 100), message(2, "slack:#a", 100), message(3, "slack:#b", 100)}, 1000);
    insert({message(4, "slack:#a", 300), message(5, "slack:#a")}, 1050);
    insert({message(6, "slack:#a", 100)}, 1100);
    QCOMPARE(read(1).notBeforeMs, 1100);
    QCOMPARE(read(2).notBeforeMs, 1100);
    QCOMPARE(read(3).notBeforeMs, 1100);
    QCOMPARE(read(4).notBeforeMs, 1100);
    QCOMPARE(read(5).notBeforeMs, 1050); // no digest: at once
    QCOMPARE(read(6).notBeforeMs, 1200); // the window is over
}

void Outbox::pagesByStateAndChannel()
{
    insert({message(1, "console:x"), message(2, "slack:#a"), message(3, "sms:+15551234567"), message(4, "slack:#b")}, 1);
    QCOMPARE(ids({}), std::vector<qint64>({4, 3, 2, 1}));
    QCOMPARE(ids({{}, domain::Channel::Slack}), std::vector<qint64>({4, 2}));
    QCOMPARE(ids({NotificationState::Sent, {}}), std::vector<qint64>({1}));
    QCOMPARE(ids({NotificationState::Queued, domain::Channel::Slack}, 4), std::vector<qint64>({2}));
    QCOMPARE(ids({}, 100, 2), std::vector<qint64>({4, 3}));
}

// However many wait that came before.
void Outbox::theShortestWindowIsWaitedFor()
{
    std::vector<Notification> many;
    for (int i = 1; i <= domain::limits::deliveryLookMax; ++i)
        many.push_back(message(i, qPrintable(QStringLiteral("email:clerk-%1@county.gov").arg(i)), domain::limits::msPerDay));
    many.push_back(message(1000, "email:ann@county.gov", domain::limits::msPerMinute));
    insert(many, 50);
    domain::TakeNotifications take{50, domain::limits::msPerMinute, {}, {}};
    take.room.fill(1);
    const auto nothing = m_database->transact<domain::Parcels>([&] { return OutboxStore(*m_database).take(take, 50); });
    QVERIFY(nothing->items.empty());
    QCOMPARE(nothing->nextInMs, domain::limits::msPerMinute);
}

HMSACT_TEST(Outbox)

} // namespace hmsact::outbox_test

#include "outbox.moc"
