// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/desk.h"

#include <QJsonArray>
#include <QTest>

// What the tests of escalation say again and again.
namespace hmsact::engine {

inline domain::Rule rule(const QJsonObject &body) { return domain::ruleFrom(body).value(); }

inline QJsonArray list(const std::initializer_list<const char *> texts)
{
    QJsonArray array;
    for (const char *text : texts)
        array.append(s(text));
    return array;
}

// A step of a rule.
inline QJsonObject tell(const char *after, const std::initializer_list<const char *> whom, const char *only = "any")
{
    return {{s("after"), s(after)}, {s("only"), s(only)}, {s("then"), s("notify")}, {s("notify"), list(whom)}};
}
inline QJsonObject tell(const char *after, const char *address, const char *only = "any")
{
    return tell(after, {address}, only);
}

// One who is given time to look at an offer; whom Desk::hire() hires has to come by itself.
inline void hirePerson(Desk &desk, const QString &id, const QString &skill)
{
    domain::SaveWorker command;
    command.spec.id = domain::WorkerId{id};
    command.spec.name = id;
    command.spec.kind = domain::WorkerKind::Human;
    command.spec.skills = QMap<QString, int>{{skill, 3}};
    QVERIFY(desk.say(command));
}

// Turns the clock as the program does: each timer at its instant.
inline void turnTo(Desk &desk, qint64 atMs)
{
    for (;;) {
        const qint64 next = *desk.engine->nextTimerMs(desk.nowMs);
        const bool last = next == 0 || next > atMs;
        desk.nowMs = last ? atMs : std::max(next, desk.nowMs);
        QVERIFY(desk.engine->tick(desk.nowMs));
        if (last)
            return;
    }
}

// Saves a rule as the API would.
inline domain::RuleId save(Desk &desk, const QJsonObject &body)
{
    const auto saved = desk.say(domain::SaveRule{rule(body), {}});
    if (!saved)
        qWarning("%s", qPrintable(saved.error().detail.english()));
    return saved ? saved->id : domain::RuleId();
}

inline QStringList told(Desk &desk)
{
    QStringList addresses;
    const auto page = desk.ask(domain::ListNotifications{{}, {}, domain::limits::pageMax, {}});
    for (auto message = page->items.rbegin(); message != page->items.rend(); ++message)
        addresses << message->address;
    addresses.removeAll(s("console:supervisor")); // of the built-in rule
    return addresses;
}

// Which of them would go out now: nothing that is solved meanwhile does.
inline QStringList sent(Desk &desk)
{
    domain::TakeNotifications take{desk.nowMs, domain::limits::msPerMinute, {}, {}};
    take.room.fill(100);
    QStringList addresses;
    const auto parcels = desk.say(take);
    for (const domain::Parcel &parcel : parcels->items)
        addresses << parcel.notification.address;
    return addresses;
}

} // namespace hmsact::engine
