// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"
#include "store/outboxstore.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::outbox_test {

using namespace hmsact::domain;
using namespace hmsact::domain::limits;
using engine::Desk;

// Which messages go out next, to whom, how many at a time, and what comes of them; every clock turned by hand.
class OutboxTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isTakenOnceUntilItsLeaseIsOver();
    void theTruthIsToldByWhoHasItNow();
    void solvedMeanwhileIsWithdrawn();
    void oneAtATimeGoesToAnAddress();
    void aWindowIsOneMessage();
    void aWindowIsOneMessageHoweverMuchItHolds();
    void aDigestStaysWhatItWas();
    void aDigestLeavesOutWhatWasSolved();
    void whatOnlyCarriesOthersIsNotSent();
    void whatWasTriedAloneStaysAlone();
    void workThatIsGivenLateComesInOneMessage();
    void aFloodOfTextMessagesWaits();
    void elevenTextMessagesAnHour();
    void oneReceiverOfWebhooksLeavesRoomForOthers();
    void whatWasSolvedAfterItWasGivenUpIsNotSentAgain();
    void onlyTheDeadAreSentAgain();
    void nobodyWaitsForTheWindowOfAnother();
    void saysWhenToAskAgain();
    void oldOnesAreForgotten();

private:
    static constexpr qint64 leaseMs = msPerMinute;

    NotificationId write(const QString &address, qint64 digestMs = 0, ActivityId activity = {}, AlertId alert = {},
                         bool standing = false)
    {
        Notification n;
        n.id = {++m_lastId};
        n.address = address;
        n.digestMs = digestMs;
        n.activity = activity;
        n.alert = alert;
        n.standing = standing;
        const auto written = m_desk->database->transact<Done>([&]() -> Status {
            store::OutboxStore(*m_desk->database).insert({n}, m_desk->nowMs);
            return Done{};
        });
        return written ? n.id : NotificationId();
    }
    Parcels take(int room = 8, const QStringList &busy = {})
    {
        TakeNotifications command{m_desk->nowMs, leaseMs, {}, busy};
        command.room.fill(room);
        return m_desk->say(command).value();
    }
    void settle(const Parcel &parcel, NotificationState state, qint64 retryInMs = 0)
    {
        SettleNotifications command{m_desk->nowMs, {}};
        command.outcomes.push_back({parcel.notification.id, parcel.notification.attempts, state,
                                    retryInMs > 0 ? m_desk->nowMs + retryInMs : 0, QStringLiteral("why"), parcel.isLeftOut});
        QVERIFY(m_desk->say(command));
    }
    Notification read(NotificationId id)
    {
        const auto page = m_desk->ask(ListNotifications{{}, {}, pageMax, {}});
        for (const Notification &n : page->items) {
            if (n.id == id)
                return n;
        }
        return {};
    }
    QString state(NotificationId id) { return domain::toString(read(id).state); }

    std::optional<Desk> m_desk;
    qint64 m_lastId = 0;
};

static const QString ann = QStringLiteral("email:ann@county.gov");
static const QString bob = QStringLiteral("email:bob@county.gov");
static const QString phone = QStringLiteral("sms:+15551234567");

void OutboxTest::init()
{
    m_desk.reset();
    m_desk.emplace();
    m_lastId = 0;
}

void OutboxTest::isTakenOnceUntilItsLeaseIsOver()
{
    const NotificationId id = write(ann);
    const Parcels first = take();
    QCOMPARE(first.items.size(), size_t(1));
    QVERIFY(first.items.front().notification.id == id);
    QCOMPARE(first.items.front().notification.attempts, 1);
    QCOMPARE(state(id), QStringLiteral("sending"));
    QVERIFY(take().items.empty());
    m_desk->nowMs += leaseMs;
    const Parcels again = take();
    QCOMPARE(again.items.size(), size_t(1));
    QCOMPARE(again.items.front().notification.attempts, 2);
}

void OutboxTest::theTruthIsToldByWhoHasItNow()
{
    const NotificationId id = write(ann);
    const Parcels first = take();
    m_desk->nowMs += leaseMs;
    const Parcels second = take();
    settle(first.items.front(), NotificationState::Dead); // slept over its lease
    QCOMPARE(state(id), QStringLiteral("sending"));
    settle(second.items.front(), NotificationState::Sent);
    QCOMPARE(state(id), QStringLiteral("sent"));
    QCOMPARE(read(id).sentAtMs, m_desk->nowMs);
}

void OutboxTest::solvedMeanwhileIsWithdrawn()
{
    const ActivityId activity = m_desk->open({Desk::task(QStringLiteral("a"), msPerHour)});
    m_desk->nowMs += 2 * msPerHour;
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    const AlertId alert = m_desk->ask(ListAlerts{})->items.front().id;
    const NotificationId acknowledged = write(ann, 0, activity, alert);
    const NotificationId standing = write(bob, 0, activity, alert, true);
    QVERIFY(m_desk->say(AcknowledgeAlert{alert}));
    QCOMPARE(take().items.size(), size_t(1));
    QCOMPARE(state(acknowledged), QStringLiteral("withdrawn"));
    QCOMPARE(state(standing), QStringLiteral("sending"));

    const NotificationId aboutTheActivity = write(ann, 0, activity);
    QVERIFY(m_desk->say(EndActivity{activity, EndKind::Cancel, QStringLiteral("enough")}));
    QVERIFY(take().items.empty());
    QCOMPARE(state(aboutTheActivity), QStringLiteral("withdrawn"));
}

void OutboxTest::oneAtATimeGoesToAnAddress()
{
    for (int i = 0; i < 3; ++i)
        write(ann);
    const NotificationId other = write(bob);
    const Parcels first = take();
    QCOMPARE(first.items.size(), size_t(2));
    QVERIFY(first.items[1].notification.id == other);
    QVERIFY(take(8, {ann, bob}).items.empty());
    settle(first.items[0], NotificationState::Sent);
    QCOMPARE(take(8, {bob}).items.size(), size_t(1));
}

void OutboxTest::aWindowIsOneMessage()
{
    const NotificationId first = write(ann, msPerMinute);
    write(ann, msPerMinute);
    const NotificationId third = write(ann, msPerMinute);
    QVERIFY(take().items.empty());
    m_desk->nowMs += msPerMinute;
    const Parcels parcels = take();
    QCOMPARE(parcels.items.size(), size_t(1));
    QVERIFY(parcels.items.front().notification.id == first);
    QCOMPARE(parcels.items.front().others.size(), size_t(2));
    settle(parcels.items.front(), NotificationState::Sent);
    QCOMPARE(state(third), QStringLiteral("sent"));
    QVERIFY(read(third).carrier == first);
}

// More than is looked at in one go, and others wait in between.
void OutboxTest::aWindowIsOneMessageHoweverMuchItHolds()
{
    for (int i = 0; i < deliveryLookMax + 20; ++i)
        write(i % 2 == 0 ? ann : bob, msPerMinute);
    m_desk->nowMs += msPerMinute;
    const Parcels parcels = take();
    QCOMPARE(parcels.items.size(), size_t(2));
    for (const Parcel &parcel : parcels.items) {
        QCOMPARE(parcel.others.size() + 1, size_t(deliveryLookMax / 2 + 10));
        settle(parcel, NotificationState::Sent);
    }
    QVERIFY(take().items.empty());
    QCOMPARE(m_desk->ask(ListNotifications{NotificationState::Queued, {}, pageMax, {}})->items.size(), size_t(0));
}

void OutboxTest::aDigestStaysWhatItWas()
{
    const NotificationId first = write(ann, msPerMinute);
    const NotificationId second = write(ann, msPerMinute);
    m_desk->nowMs += msPerMinute;
    settle(take().items.front(), NotificationState::Queued, msPerMinute);
    const NotificationId later = write(ann, msPerMinute); // what got the first try must not think it has seen this one
    m_desk->nowMs += msPerMinute;
    const Parcels again = take();
    QCOMPARE(again.items.size(), size_t(1));
    const bool firstOfBoth = again.items.front().notification.id == first;
    QVERIFY(firstOfBoth || again.items.front().notification.id == later);
    settle(again.items.front(), NotificationState::Sent);
    const Parcels rest = take();
    QCOMPARE(rest.items.size(), size_t(1));
    const Parcel &digest = firstOfBoth ? again.items.front() : rest.items.front();
    const Parcel &single = firstOfBoth ? rest.items.front() : again.items.front();
    QVERIFY(digest.notification.id == first);
    QCOMPARE(digest.others.size(), size_t(1));
    QVERIFY(digest.others.front().id == second);
    QVERIFY(single.notification.id == later);
    QVERIFY(single.others.empty());
}

// Between two tries, the first of it too, whose id it keeps.
void OutboxTest::aDigestLeavesOutWhatWasSolved()
{
    std::vector<ActivityId> activities;
    std::vector<NotificationId> members;
    for (int i = 0; i < 4; ++i) {
        activities.push_back(m_desk->open({Desk::task(QStringLiteral("a"), msPerDay)}));
        members.push_back(write(ann, msPerMinute, activities.back()));
    }
    const auto solve = [&](size_t which) {
        return m_desk->say(EndActivity{activities[which], EndKind::Cancel, QStringLiteral("enough")}).ok();
    };
    m_desk->nowMs += msPerMinute;
    const auto again = [&] {
        Parcels parcels = take();
        if (parcels.items.size() == 1)
            settle(parcels.items.front(), NotificationState::Queued);
        return parcels;
    };
    QCOMPARE(again().items.front().others.size(), size_t(3));
    QVERIFY(solve(0) && solve(2));
    const Parcels second = again();
    QCOMPARE(second.items.size(), size_t(1));
    const Parcel &digest = second.items.front();
    QVERIFY(digest.notification.id == members[0]);
    QCOMPARE(digest.notification.attempts, 2);
    QVERIFY(digest.notification.activity == activities[1]);
    QCOMPARE(digest.others.size(), size_t(1));
    QVERIFY(digest.others.front().activity == activities[3]);
    QCOMPARE(state(members[2]), QStringLiteral("withdrawn"));
    QVERIFY(solve(1) && solve(3));
    QVERIFY(again().items.empty());
    QCOMPARE(state(members[0]), QStringLiteral("withdrawn"));
}

// What has given a digest its id was solved before the second try: nobody was told of it.
void OutboxTest::whatOnlyCarriesOthersIsNotSent()
{
    std::vector<ActivityId> activities;
    std::vector<NotificationId> members;
    for (int i = 0; i < 2; ++i) {
        activities.push_back(m_desk->open({Desk::task(QStringLiteral("a"), msPerDay)}));
        members.push_back(write(ann, msPerMinute, activities.back()));
    }
    m_desk->nowMs += msPerMinute;
    settle(take().items.front(), NotificationState::Queued);
    QVERIFY(m_desk->say(EndActivity{activities[0], EndKind::Cancel, QStringLiteral("enough")}));
    const Parcels parcels = take();
    QVERIFY(parcels.items.front().isLeftOut);
    settle(parcels.items.front(), NotificationState::Sent);
    QCOMPARE(state(members[0]), QStringLiteral("withdrawn"));
    QCOMPARE(read(members[0]).sentAtMs, 0);
    QCOMPARE(state(members[1]), QStringLiteral("sent"));
    QVERIFY(take().items.empty());
}

void OutboxTest::whatWasTriedAloneStaysAlone()
{
    for (const qint64 retryInMs : {qint64(0), msPerMinute}) { // before and after the other one
        write(ann, msPerMinute);
        m_desk->nowMs += msPerMinute;
        settle(take().items.front(), NotificationState::Queued, retryInMs);
        write(ann, msPerMinute);
        m_desk->nowMs += msPerMinute;
        for (int i = 0; i < 2; ++i) {
            const Parcels one = take();
            QCOMPARE(one.items.size(), size_t(1));
            QVERIFY(one.items.front().others.empty());
            settle(one.items.front(), NotificationState::Sent);
        }
    }
}

// Nobody was there when the offers ran out: who has them then gets one message with a link for each.
void OutboxTest::workThatIsGivenLateComesInOneMessage()
{
    for (const bool isLate : {false, true}) {
        init();
        const auto hire = [&](const char *id, const QString &address) {
            SaveWorker command;
            command.spec.id = WorkerId{QString::fromUtf8(id)};
            command.spec.name = command.spec.id->value;
            command.spec.skills = QMap<QString, int>{{QStringLiteral("dig"), 3}};
            command.spec.channel = address;
            command.spec.returnMs = 2 * msPerHour;
            return m_desk->say(command).ok();
        };
        QVERIFY(hire("ann", ann));
        for (int i = 0; i < 3; ++i)
            m_desk->open({Desk::task(QStringLiteral("dig"), 3 * msPerDay)}, 9 * msPerDay);
        QCOMPARE(take().items.size(), size_t(1)); // one by one, each when it is given
        QVERIFY(hire("bob", bob));
        m_desk->nowMs += isLate ? msPerDay : 2 * msPerHour;
        QVERIFY(m_desk->tick());
        m_desk->nowMs += escalationLateDigestMs;
        const Parcels parcels = take(8, {ann});
        QCOMPARE(parcels.items.size(), size_t(1));
        const Parcel &parcel = parcels.items.front();
        QCOMPARE(parcel.notification.address, bob);
        QCOMPARE(parcel.others.size(), size_t(isLate ? 2 : 0));
        QCOMPARE(parcel.seals.size(), parcel.others.size() + 1);
        for (const Parcel::Seal &seal : parcel.seals)
            QVERIFY(!seal.signedLink.isEmpty());
    }
}

void OutboxTest::aFloodOfTextMessagesWaits()
{
    for (int i = 0; i < smsPerQuarterHour + 3; ++i)
        write(phone);
    const qint64 beginMs = m_desk->nowMs;
    for (int i = 0; i < smsPerQuarterHour; ++i) {
        const Parcels parcels = take();
        QCOMPARE(parcels.items.size(), size_t(1));
        settle(parcels.items.front(), NotificationState::Sent);
    }
    const Parcels none = take();
    QVERIFY(none.items.empty());
    QCOMPARE(none.nextInMs, 15 * msPerMinute);
    m_desk->nowMs = beginMs + 15 * msPerMinute;
    const Parcels rest = take();
    QCOMPARE(rest.items.size(), size_t(1));
    QCOMPARE(rest.items.front().others.size(), size_t(2)); // the others came together
}

// Written one after the other, so that none joins another while it waits.
void OutboxTest::elevenTextMessagesAnHour()
{
    const auto goOut = [&](int count) { // as many as may, one more waits
        for (int i = 0; i < count; ++i) {
            const Parcels parcels = take();
            QCOMPARE(parcels.items.size(), size_t(1));
            QVERIFY(parcels.items.front().others.empty());
            settle(parcels.items.front(), NotificationState::Sent);
            write(phone);
        }
        QVERIFY(take().items.empty());
    };
    const qint64 beginMs = m_desk->nowMs;
    write(phone);
    goOut(smsPerQuarterHour);
    m_desk->nowMs = beginMs + 15 * msPerMinute - 1;
    goOut(0);
    ++m_desk->nowMs;
    goOut(smsPerQuarterHour);
    m_desk->nowMs = beginMs + 30 * msPerMinute;
    goOut(smsPerHour - 2 * smsPerQuarterHour);
    QCOMPARE(take().nextInMs, 30 * msPerMinute); // not the quarter's end
    m_desk->nowMs = beginMs + msPerHour - 1;
    goOut(0);
    ++m_desk->nowMs;
    goOut(smsPerQuarterHour); // as many as went at the beginning of the hour
}

void OutboxTest::oneReceiverOfWebhooksLeavesRoomForOthers()
{
    static const QString slow = QStringLiteral("webhook:https://slow.county.gov");
    std::vector<Notification> many;
    for (int i = 0; i < deliveryLookMax + 1; ++i) { // more than are looked at in one go
        many.emplace_back().id = {++m_lastId};
        many.back().address = slow + QStringLiteral("/%1").arg(i);
    }
    QVERIFY(m_desk->database->transact<Done>([&]() -> Status {
        store::OutboxStore(*m_desk->database).insert(many, m_desk->nowMs);
        return Done{};
    }));
    write(slow);
    const NotificationId query = write(slow + QStringLiteral("?x=1"));
    const NotificationId port = write(slow + QStringLiteral(":8443/0"));
    QStringList busy;
    const auto takeMore = [&] {
        const Parcels parcels = take(8, busy);
        for (const Parcel &parcel : parcels.items)
            busy << parcel.notification.address;
        return parcels;
    };
    QCOMPARE(takeMore().nextInMs, 0); // there is more than was looked at
    QCOMPARE(busy, QStringList({slow + QStringLiteral("/0"), slow + QStringLiteral("/1")}));
    const Parcels others = takeMore();
    QCOMPARE(others.items.size(), size_t(2));
    QVERIFY(others.items[0].notification.id == query);
    QVERIFY(others.items[1].notification.id == port);
    QCOMPARE(others.nextInMs, -1); // until something comes back
    QVERIFY(takeMore().items.empty());
    busy.removeFirst();
    QCOMPARE(takeMore().items.size(), size_t(1));
}

void OutboxTest::whatWasSolvedAfterItWasGivenUpIsNotSentAgain()
{
    m_desk->open({Desk::task(QStringLiteral("a"), msPerHour)});
    m_desk->nowMs += 2 * msPerHour;
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    const AlertId alert = m_desk->ask(ListAlerts{})->items.front().id;
    const NotificationId id = write(ann, 0, {}, alert);
    settle(take().items.front(), NotificationState::Dead);
    QVERIFY(m_desk->say(AcknowledgeAlert{alert}));
    QCOMPARE(state(id), QStringLiteral("dead")); // it says what became of it
    QVERIFY(m_desk->say(ResendNotification{id}));
    QVERIFY(take().items.empty());
    QCOMPARE(state(id), QStringLiteral("withdrawn"));
    QCOMPARE(m_desk->say(ResendNotification{id}).error().code, ErrorCode::Conflict);
}

void OutboxTest::onlyTheDeadAreSentAgain()
{
    const NotificationId first = write(ann, msPerMinute);
    const NotificationId second = write(ann, msPerMinute);
    QCOMPARE(m_desk->say(ResendNotification{first}).error().code, ErrorCode::Conflict);
    QCOMPARE(m_desk->say(ResendNotification{{99}}).error().code, ErrorCode::NotFound);
    m_desk->nowMs += msPerMinute;
    settle(take().items.front(), NotificationState::Dead);
    QCOMPARE(state(second), QStringLiteral("dead"));
    QCOMPARE(read(first).error, QStringLiteral("why"));
    QVERIFY(m_desk->say(ResendNotification{second}));
    const Parcels again = take();
    QCOMPARE(again.items.size(), size_t(1));
    QVERIFY(again.items.front().notification.id == first);
    QCOMPARE(again.items.front().others.size(), size_t(1));
    QCOMPARE(again.items.front().notification.attempts, 1);
}

void OutboxTest::nobodyWaitsForTheWindowOfAnother()
{
    const NotificationId slow = write(QStringLiteral("slack:#x"), msPerDay);
    const NotificationId fast = write(QStringLiteral("slack:#x"), msPerMinute);
    const NotificationId later = write(QStringLiteral("slack:#x"), msPerDay); // goes with what goes first
    QCOMPARE(read(slow).notBeforeMs, m_desk->nowMs + msPerDay);
    QCOMPARE(read(fast).notBeforeMs, m_desk->nowMs + msPerMinute);
    QCOMPARE(read(later).notBeforeMs, m_desk->nowMs + msPerMinute);
}

void OutboxTest::saysWhenToAskAgain()
{
    QCOMPARE(take().nextInMs, -1);
    write(ann, msPerMinute);
    QCOMPARE(take().nextInMs, msPerMinute);
    write(bob);
    const Parcels parcels = take(1);
    settle(parcels.items.front(), NotificationState::Queued, 20 * msPerSecond);
    QCOMPARE(take().nextInMs, 20 * msPerSecond);
    const auto stats = m_desk->ask(GetStats{});
    QCOMPARE(stats->queuedMessages, 2);
    QCOMPARE(stats->oldestMessageAtMs, m_desk->nowMs);
}

void OutboxTest::oldOnesAreForgotten()
{
    const auto sent = m_desk->say(SendTest{QStringLiteral("console:x")});
    QCOMPARE(domain::toString(sent->state), QLatin1StringView("sent"));
    const auto waits = m_desk->say(SendTest{ann});
    m_desk->nowMs += notificationKeptMs + msPerHour;
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    QVERIFY(read(sent->id).id.isNull());
    QVERIFY(!read(waits->id).id.isNull());
    settle(take().items.front(), NotificationState::Dead);
    m_desk->nowMs += notificationKeptMs + msPerHour;
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    QVERIFY(!read(waits->id).id.isNull()); // somebody may still send it again
    m_desk->nowMs += deadNotificationKeptMs;
    QVERIFY(m_desk->engine->tick(m_desk->nowMs));
    QVERIFY(read(waits->id).id.isNull());
}

HMSACT_TEST(OutboxTest)

} // namespace hmsact::outbox_test

#include "outbox.moc"
