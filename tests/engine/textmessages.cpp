// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"
#include "support/testprogram.h"

namespace hmsact::textmessages_test {

using namespace hmsact::domain;
using namespace hmsact::domain::limits;
using engine::Desk;

// A try counts, whatever the provider says of it: one that takes a text message and then drops the connection, or fails, may
// have sent it all the same.
class TextMessages : public QObject
{
    Q_OBJECT

private slots:
    void triesCount_data();
    void triesCount();
    void triesCountForTheHour();
    void aNumberCountsHoweverItIsWritten();
    void whatIsUnderWayCountsAsTheLatest();
    void twoCoresCountTheirTriesTogether();
};

namespace {

enum class Provider { Fails, Drops, Refuses };

std::optional<Parcel> take(Desk &desk, engine::Engine &engine)
{
    TakeNotifications command{desk.nowMs, msPerMinute, {}, {}};
    command.room.fill(8);
    const Request request{command, Actor::engine(), {}};
    Reply reply = std::move(engine.execute({&request}, {}, desk.nowMs).replies.front());
    std::vector<Parcel> parcels = reply.result ? std::get<Parcels>(std::move(*reply.result)).items : std::vector<Parcel>();
    return parcels.empty() ? std::nullopt : std::optional(std::move(parcels.front()));
}

bool settle(Desk &desk, engine::Engine &engine, const Parcel &parcel, NotificationState state)
{
    SettleNotifications command{desk.nowMs, {}};
    command.outcomes.push_back(
        {parcel.notification.id, parcel.notification.attempts, state, desk.nowMs, QStringLiteral("it failed")});
    const Request request{command, Actor::engine(), {}};
    return engine.execute({&request}, {}, desk.nowMs).replies.front().result.ok();
}

bool write(Desk &desk, const char *number = "+15551234567")
{
    return desk.say(SendTest{QStringLiteral("sms:") + QString::fromLatin1(number)}).ok();
}

} // namespace

void TextMessages::triesCount_data()
{
    QTest::addColumn<int>("provider");
    QTest::newRow("that fails") << int(Provider::Fails);
    QTest::newRow("of which nothing is heard") << int(Provider::Drops);
    QTest::newRow("that refuses, and a person sends it again") << int(Provider::Refuses);
}

void TextMessages::triesCount()
{
    QFETCH(const int, provider);
    Desk desk;
    QVERIFY(write(desk));
    const qint64 beginMs = desk.nowMs;
    int tries = 0;
    for (; desk.nowMs < beginMs + 14 * msPerMinute; desk.nowMs += msPerMinute) {
        const std::optional<Parcel> parcel = take(desk, *desk.engine);
        tries += parcel ? 1 : 0;
        if (!parcel || provider == int(Provider::Drops))
            continue;
        const bool isRefused = provider == int(Provider::Refuses);
        QVERIFY(settle(desk, *desk.engine, *parcel, isRefused ? NotificationState::Dead : NotificationState::Queued));
        if (isRefused)
            QVERIFY(desk.say(ResendNotification{parcel->notification.id}));
    }
    QCOMPARE(tries, smsPerQuarterHour);
    desk.nowMs = beginMs + 16 * msPerMinute;
    QVERIFY(take(desk, *desk.engine)); // and then it goes on
}

void TextMessages::triesCountForTheHour()
{
    Desk desk;
    QVERIFY(write(desk));
    const qint64 beginMs = desk.nowMs;
    int tries = 0;
    for (; desk.nowMs < beginMs + msPerHour; desk.nowMs += msPerMinute) {
        if (const std::optional<Parcel> parcel = take(desk, *desk.engine)) {
            ++tries;
            QVERIFY(settle(desk, *desk.engine, *parcel, NotificationState::Queued));
        }
    }
    QCOMPARE(tries, smsPerHour);
}

void TextMessages::aNumberCountsHoweverItIsWritten()
{
    Desk desk;
    for (const char *number : {"+1 555-123-4567", "+1 5551234567", "+1-555-123-4567", "+1 555 123 4567", "+1555123 4567"}) {
        QVERIFY(write(desk, number));
        const std::optional<Parcel> parcel = take(desk, *desk.engine);
        QVERIFY(parcel && settle(desk, *desk.engine, *parcel, NotificationState::Sent));
    }
    QVERIFY(write(desk));
    QVERIFY(!take(desk, *desk.engine));
    desk.nowMs += 15 * msPerMinute; // since they were sent, and not since their leases would have ended
    QVERIFY(take(desk, *desk.engine));
}

// It may arrive at the very end of its lease.
void TextMessages::whatIsUnderWayCountsAsTheLatest()
{
    Desk desk;
    QVERIFY(write(desk));
    for (int i = 0; i < smsPerQuarterHour; ++i) {
        QVERIFY(take(desk, *desk.engine));
        desk.nowMs += msPerMinute; // the lease is over
    }
    desk.nowMs += 10 * msPerMinute;
    QVERIFY(!take(desk, *desk.engine)); // the first try ended a minute after it was taken
    desk.nowMs += msPerMinute;
    QVERIFY(take(desk, *desk.engine));
}

void TextMessages::twoCoresCountTheirTriesTogether()
{
    Desk desk;
    const auto database = std::move(store::Database::open(desk.url, store::Access::ReadWrite).value());
    engine::Engine second(*database, 43, 43);
    for (int i = 0; i < 3; ++i)
        QVERIFY(write(desk));
    int tries = 0;
    for (int i = 0; i < 4 * smsPerQuarterHour; ++i) {
        engine::Engine &core = i % 2 == 0 ? *desk.engine : second;
        if (const std::optional<Parcel> parcel = take(desk, core)) {
            ++tries;
            QVERIFY(settle(desk, core, *parcel, NotificationState::Queued));
        }
    }
    QCOMPARE(tries, smsPerQuarterHour);
}

HMSACT_TEST(TextMessages)

} // namespace hmsact::textmessages_test

#include "textmessages.moc"
