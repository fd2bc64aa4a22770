// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notificationchannel.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <thread>

namespace hmsact::notifications_test {

using store::NotificationChannel;

// What cores say to each other beside what they write.
class Notifications : public QObject
{
    Q_OBJECT

private slots:
    void whatOneSaysTheOthersHear();
    void whatCannotBeToldIsNoLostConnection();
    void whoDoesNotAnswerIsLost();

private:
    static constexpr std::chrono::milliseconds patience{2'000};
    static constexpr qint64 soonMs = 9'000; // beside busy neighbours; what waits for an answer that never comes takes longer

    [[nodiscard]] std::unique_ptr<NotificationChannel> open(std::chrono::milliseconds limit = std::chrono::seconds(10)) const
    {
        return std::move(NotificationChannel::open(m_testDatabase.url, limit).value());
    }

    const test::TestDatabase m_testDatabase;
    const std::unique_ptr<store::Connection> m_other = store::Connection::open(m_testDatabase.url, store::Access::ReadWrite);
};

void Notifications::whatOneSaysTheOthersHear()
{
    const auto one = open();
    const auto other = open();
    QVERIFY(one->send("a") && one->send("b"));
    QVERIFY(other->isAlive()); // what was said before comes with the answer
    QCOMPARE(other->receive().value(), (std::vector<QByteArray>{"a", "b"}));
    QCOMPARE(one->receive().value(), std::vector<QByteArray>());
}

// Those who notify commit one after the other, and one of them waits for a standby that is gone.
void Notifications::whatCannotBeToldIsNoLostConnection()
{
    const auto channel = open();
    m_other->script("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    m_other->script("SELECT pg_reload_conf()");
    std::atomic<bool> isOver = false;
    const std::jthread committing([&] { // more than once: the server does not follow its new settings at once
        const auto third = store::Connection::open(m_testDatabase.url, store::Access::ReadWrite);
        while (!isOver)
            third->script("BEGIN; CREATE TABLE written (); DROP TABLE written; NOTIFY others; COMMIT");
    });
    const auto asked = m_other->prepare({QStringLiteral("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'"), {}});
    const auto waits = [&] {
        const bool isWaiting = asked->next();
        asked->reset();
        return isWaiting;
    };
    const bool othersWait = QTest::qWaitFor(waits, 20'000);
    const bool isThere = channel->send("a");
    const bool stillWait = waits();
    const bool isAlive = channel->isAlive();
    m_other->script("ALTER SYSTEM RESET synchronous_standby_names");
    m_other->script("SELECT pg_reload_conf()");
    isOver = true;
    QVERIFY(othersWait && stillWait);
    QVERIFY(isThere && isAlive);
}

// A server that is stopped says nothing for ever, whether it is told something or asked.
void Notifications::whoDoesNotAnswerIsLost()
{
    for (const bool isTold : {true, false}) {
        const auto channel = open(patience);
        const auto asked = m_other->prepare(
            {QStringLiteral("SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' ORDER BY backend_start DESC"), {}});
        QVERIFY(asked->next());
        const auto pid = static_cast<pid_t>(asked->integer(0));
        asked->reset();
        QCOMPARE(::kill(pid, SIGSTOP), 0);
        QElapsedTimer timer;
        timer.start();
        const bool isThere = isTold ? channel->send("a") : channel->isAlive();
        const qint64 elapsed = timer.elapsed();
        ::kill(pid, SIGCONT);
        QVERIFY(!isThere);
        QVERIFY(elapsed >= patience.count());
        QVERIFY(elapsed < soonMs);
    }
}

HMSACT_TEST(Notifications)

} // namespace hmsact::notifications_test

#include "notifications.moc"
