// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"

#include <QSet>

#include <random>

// Who says what in the simulated county: citizens, workers, clerks, admins and the post office, all at random and from one
// source.
namespace hmsact::simulation {

class Chance
{
public:
    explicit Chance(quint32 seed) : m_source(seed) { }
    [[nodiscard]] int below(int count) { return static_cast<int>(m_source() % static_cast<quint32>(count)); }
    [[nodiscard]] bool oneIn(int count) { return below(count) == 0; }
    template <class List>
    [[nodiscard]] auto &among(List &list)
    {
        return list[static_cast<typename List::size_type>(below(static_cast<int>(std::size(list))))];
    }

private:
    std::mt19937 m_source; // the same numbers on every machine, unlike the standard's distributions
};

class People
{
public:
    explicit People(Chance &chance) : m_chance(chance) { }

    [[nodiscard]] std::vector<domain::Command> beginning() const; // workers, hours and rules
    [[nodiscard]] domain::Command next(qint64 nowMs);
    [[nodiscard]] domain::Reserve ask(); // for work
    void hear(const domain::Command &said, const domain::Answer &answer); // what they know from now on

    // Somebody who can do everything, and what there is to say until all has ended.
    [[nodiscard]] static domain::Command helper();
    [[nodiscard]] static domain::Command askForAll();
    [[nodiscard]] static std::vector<domain::Command> finish(const domain::ActivityView &activity);
    [[nodiscard]] const std::vector<domain::ActivityId> &activities() const { return m_activities; }
    [[nodiscard]] const QString &wrong() const { return m_wrong; } // what nobody should have been told

private:
    [[nodiscard]] std::vector<domain::TaskSpec> tasks();
    [[nodiscard]] domain::WorkerId worker();
    [[nodiscard]] domain::Command create();
    [[nodiscard]] domain::Command actUnderLease();
    [[nodiscard]] domain::Command actAtRandom();
    [[nodiscard]] domain::Command completeSeveral();
    [[nodiscard]] domain::Command changeWorker(qint64 nowMs);
    [[nodiscard]] domain::Command changeHours(qint64 nowMs);
    [[nodiscard]] domain::Command takeMessages(qint64 nowMs) const;
    [[nodiscard]] domain::Command settleMessages(qint64 nowMs);
    void hearLeases(const domain::WorkerId &worker, const std::vector<domain::Lease> &leases);
    void hearTasks(const std::vector<domain::TaskView> &tasks);
    void hearParcels(const domain::Parcels &parcels);
    void hearSettled(const domain::SettleNotifications &settled);

    struct Held {
        domain::TaskId task;
        domain::WorkerId worker;
        qint64 token = 0;
    };
    Chance &m_chance;
    std::vector<domain::ActivityId> m_activities;
    std::vector<domain::TaskId> m_tasks;
    std::vector<domain::Task> m_failed; // the last is retried, and more is put behind it
    std::vector<Held> m_held; // also what was lost meanwhile
    std::vector<domain::Parcel> m_parcels; // on their way
    QSet<qint64> m_delivered; // messages
    QString m_wrong;
    int m_named = 0;
};

} // namespace hmsact::simulation
