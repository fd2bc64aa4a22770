// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core.h"

#include <QTest>

#include <future>

// What tests say to a core that runs in threads of its own.
namespace hmsact::engine {

using namespace domain;

template <class C>
std::future<Reply> post(Core &core, C command)
{
    auto promise = std::make_shared<std::promise<Reply>>();
    core.submit({std::move(command), {QStringLiteral("boss"), Role::Admin, {}}, {}},
                [promise](Reply reply) { promise->set_value(std::move(reply)); });
    return promise->get_future();
}
template <class C>
Result<typename C::Answer> say(Core &core, C command)
{
    Reply reply = post(core, std::move(command)).get();
    if (!reply.result)
        return reply.result.error();
    return std::get<typename C::Answer>(std::move(*reply.result));
}
inline void hire(Core &core, const QString &id, int capacity = 1000)
{
    SaveWorker command;
    command.spec.id = WorkerId{id};
    command.spec.name = id;
    command.spec.skills = QMap<QString, int>{{QStringLiteral("dig"), 3}};
    command.spec.capacity = capacity;
    QVERIFY(say(core, command));
}
inline CreateActivity holes(int count, qint64 slaMs = limits::msPerHour)
{
    std::vector<TaskSpec> tasks;
    for (int i = 0; i < count; ++i) {
        TaskSpec dig;
        dig.name = QStringLiteral("dig");
        if (i > 0)
            dig.name += QString::number(i);
        dig.skill = QStringLiteral("dig");
        dig.slaMs = slaMs;
        dig.needs = QStringList();
        tasks.push_back(dig);
    }
    return {QStringLiteral("jordan"), QStringLiteral("hole"), limits::msPerDay, 5, {}, tasks};
}
inline Reserve reserve(int max, qint64 waitMs = 0)
{
    Reserve command;
    command.worker = {QStringLiteral("mole")};
    command.max = max;
    command.waitMs = waitMs;
    return command;
}

} // namespace hmsact::engine
