// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/escalationdesk.h"
#include "support/testprogram.h"

namespace hmsact::telling_test {

using namespace hmsact::domain;
using namespace hmsact::engine;

constexpr qint64 hour = limits::msPerHour;

// What the message of a rule knows of its reason, and of who reads it.
class TellingTest : public QObject
{
    Q_OBJECT

private slots:
    void tooManyThatWaitAreToldAsAQueue();
    void aLateRequestIsToldWithItsTime();
    void timesAreToldInTheZoneOfTheReader();
};

namespace {

QJsonObject notifying(const char *when, const QString &address)
{
    return {{s("name"), s("r")}, {s("when"), s(when)}, {s("then"), s("notify")}, {s("notify"), QJsonArray{address}}};
}

// Of the messages to there, which must all say the same.
QJsonObject factsTo(Desk &desk, const QString &address)
{
    TakeNotifications take{desk.nowMs, limits::msPerMinute, {}, {}};
    take.room.fill(100);
    const auto parcels = desk.say(take);
    for (const Parcel &parcel : parcels->items) {
        if (parcel.notification.address == address)
            return parcel.notification.facts;
    }
    return {};
}

Calendar calendarIn(const QString &name, const QString &zone)
{
    Calendar calendar;
    calendar.name = name;
    calendar.timeZone = zone;
    for (std::vector<DayHours> &day : calendar.week)
        day = {{0, 24 * 60}};
    return calendar;
}

} // namespace

void TellingTest::tooManyThatWaitAreToldAsAQueue()
{
    Desk desk;
    QJsonObject body = notifying("queue_depth", s("slack:#a"));
    body.insert(s("threshold"), 2);
    body.insert(s("scope"), QJsonObject{{s("skill"), s("dig")}});
    save(desk, body);
    for (int i = 0; i < 3; ++i)
        desk.open({Desk::task(s("dig"))});
    QVERIFY(turn(desk, hour / 2));
    const QJsonObject facts = factsTo(desk, s("slack:#a"));
    QCOMPARE(facts[s("reason")].toString(), s("queue_depth"));
    QCOMPARE(facts[s("depth")].toInt(), 3);
    QCOMPARE(facts[s("skill")].toString(), s("dig"));
    for (const char *one : {"task", "due_at_ms", "worker_id"}) // of one that happens to be the first
        QVERIFY2(!facts.contains(s(one)), one);
}

void TellingTest::aLateRequestIsToldWithItsTime()
{
    Desk desk;
    save(desk, notifying("activity_sla_breach", s("slack:#a")));
    const qint64 dueAtMs = desk.nowMs + hour;
    desk.open({Desk::task(s("dig"), 9 * hour)}, hour);
    QVERIFY(turn(desk, hour));
    const QJsonObject facts = factsTo(desk, s("slack:#a"));
    QCOMPARE(facts[s("reason")].toString(), s("activity_sla_breach"));
    QCOMPARE(facts[s("due_at_ms")].toInteger(), dueAtMs);
    QVERIFY(!facts.contains(s("task")));
}

void TellingTest::timesAreToldInTheZoneOfTheReader()
{
    Desk desk;
    QVERIFY(desk.say(SaveCalendar{calendarIn(s("chicago"), s("America/Chicago"))}));
    QVERIFY(desk.say(SaveCalendar{calendarIn(s("denver"), s("America/Denver"))}));
    SaveWorker ann;
    ann.spec.name = s("ann");
    ann.spec.skills = QMap<QString, int>{{s("write"), 3}};
    ann.spec.channel = s("email:ann@county.gov");
    ann.spec.calendar = s("chicago");
    QVERIFY(desk.say(ann));
    QJsonObject body = notifying("sla_breach", s("email:ann@county.gov"));
    body.insert(s("notify"), list({"email:ann@county.gov", "email:boss@county.gov"}));
    save(desk, body);
    QVERIFY(desk.say(CreateActivity{s("jordan"), s("card"), 9 * hour, 5, {}, {Desk::task(s("dig"))}, s("denver")}));
    QVERIFY(turn(desk, 2 * hour));
    TakeNotifications take{desk.nowMs, limits::msPerMinute, {}, {}};
    take.room.fill(100);
    const auto parcels = desk.say(take);
    QMap<QString, QString> zones;
    for (const Parcel &parcel : parcels->items)
        zones[parcel.notification.address] = parcel.notification.facts[s("time_zone")].toString();
    QCOMPARE(zones[s("email:ann@county.gov")], s("America/Chicago"));
    QCOMPARE(zones[s("email:boss@county.gov")], s("America/Denver")); // who is no worker: as the activity's clock
}

HMSACT_TEST(TellingTest)

} // namespace hmsact::telling_test

#include "telling.moc"
