// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/desk.h"

#include <QTest>

// What the tests of matching say again and again.
namespace hmsact::engine {

// A person who is told of work by mail.
inline domain::WorkerSpec clerk(const QString &id, int level = 3, int capacity = 10)
{
    domain::WorkerSpec spec;
    spec.id = domain::WorkerId{id};
    spec.name = id;
    spec.skills = QMap<QString, int>{{s("dig"), level}};
    spec.channel = s("email:") + id + s("@county.gov");
    spec.capacity = capacity;
    return spec;
}

// Who loses an offer after two hours without a reaction.
inline domain::WorkerSpec quick(const char *id, int level = 3)
{
    domain::WorkerSpec spec = clerk(s(id), level);
    spec.returnMs = 2 * domain::limits::msPerHour;
    return spec;
}

inline void hire(Desk &desk, const domain::WorkerSpec &spec)
{
    const auto saved = desk.say(domain::SaveWorker{spec, false});
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail.english()));
}

inline domain::TaskSpec digging(int cost = 1, domain::Wishes wishes = {}, qint64 slaMs = 48 * domain::limits::msPerHour)
{
    domain::TaskSpec spec = Desk::task(s("dig"), slaMs);
    spec.cost = cost;
    spec.wishes = std::move(wishes);
    return spec;
}

// "PENDING alice", or "PENDING" for anyone.
inline QString standing(Desk &desk, domain::ActivityId activity, const QString &name = s("dig"))
{
    const auto detail = desk.ask(domain::GetTask{{activity, name, {}}});
    const domain::Task &task = detail->view.task;
    return (QString(domain::toString(task.state)) + u' ' + task.worker.value
            + (task.pool.isEmpty() ? QString() : u'@' + task.pool))
        .trimmed();
}

// The names of whom an assignment was mailed to.
inline QStringList mailed(Desk &desk)
{
    QStringList addresses;
    const auto page = desk.ask(domain::ListNotifications{{}, {}, domain::limits::pageMax, {}});
    for (auto message = page->items.rbegin(); message != page->items.rend(); ++message) {
        if (message->kind == domain::NotificationKind::Assignment)
            addresses << message->address.section(u':', 1).section(u'@', 0, 0);
    }
    return addresses;
}

// What a supervisor changes of somebody, and what follows from it at once.
inline void change(Desk &desk, const char *id, const std::function<void(domain::WorkerSpec &)> &how)
{
    domain::WorkerSpec spec;
    spec.id = domain::WorkerId{s(id)};
    how(spec);
    QVERIFY(desk.say(domain::SaveWorker{spec, true}));
    QVERIFY(desk.tick());
}

} // namespace hmsact::engine
