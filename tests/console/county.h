// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/coreclient.h"
#include "engine/coredoor.h"

#include <QTemporaryDir>

#include <memory>

namespace hmsact::console {

// A core on a database of its own with a clock turned by hand, and on demand a county's morning: some forty activities in every
// state, people and bots, alerts.
class County
{
public:
    explicit County(domain::Actor actor = {QStringLiteral("Maria Ortega"), domain::Role::Supervisor, {}},
                    const QString &databaseUrl = {}); // none: a file of its own

    void populate(); // always the same

    engine::CoreClient &client() { return *m_client; }
    engine::Core &core() { return *m_core; }

    // Says a command and waits for the answer; Q_ASSERTs nothing, refusals come back.
    template <class C>
    domain::Result<typename C::Answer> say(C command,
                                           const domain::Actor &actor = {QStringLiteral("county"), domain::Role::Admin, {}})
    {
        return engine::sendAndWait(*m_core, std::move(command), actor);
    }

    template <class Q>
    domain::Result<typename Q::Answer> ask(Q query)
    {
        return engine::askAndWait(*m_core, std::move(query));
    }

    domain::ActivityView open(const QString &intent, const QString &citizen, const QString &sla,
                              const std::vector<domain::TaskSpec> &tasks, int priority = 5);
    domain::Result<domain::TaskView> act(domain::ActivityId activity, const QString &task, domain::ActionInput input);
    void hire(const QString &id, domain::WorkerKind kind, const QStringList &skills, const QStringList &pools = {},
              int capacity = 4);
    void keepOfficeHours(); // two calendars, and activities that count by one of them
    void advance(const QString &by); // "1h30m"
    void fallSilent(qint64 forMs); // time passes, and nobody looks at the timers until something is said
    void deliver(const QStringList &arrives); // what is due: to these addresses it arrives, to others never

    static domain::TaskSpec task(const QString &name, const QString &sla, const std::optional<QStringList> &needs = {});

private:
    void hireEverybody();
    void openSome(int round);
    void work(int round);
    void disturb();

    QTemporaryDir m_folder;
    std::shared_ptr<engine::VirtualClock> m_clock;
    std::unique_ptr<engine::Core> m_core;
    std::unique_ptr<engine::CoreClient> m_client;
    std::vector<domain::ActivityId> m_activities;
};

} // namespace hmsact::console
