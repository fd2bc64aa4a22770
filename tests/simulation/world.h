// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "simulation/inspector.h"
#include "simulation/people.h"

#include <deque>

// A county in one thread: desks that share a database, people who say things to them, a clock that is turned by hand; and
// faults at the borders of transactions: a desk dies, an answer is lost, the database refuses, a connection is cut, a desk
// hears late of what another has done. Everything follows from the seed.
namespace hmsact::simulation {

class World
{
public:
    World(quint32 seed, const store::DatabaseUrl &url);

    void step();
    void settle(); // no more faults: everybody does what there is to do, and everything ends
    [[nodiscard]] const QString &wrong() const { return m_wrong; } // the first that was; empty: nothing
    [[nodiscard]] QStringList story() const; // of the last steps

private:
    struct Desk {
        std::unique_ptr<store::Database> database;
        std::optional<engine::Engine> engine;
        engine::Hint unheard; // of the others
    };
    struct Unsure { // whoever said it never got an answer, and says it again
        domain::Command command;
        QString operation;
        QByteArray answer; // as it was given; empty: it was refused, or nobody knows
        qint64 atMs = 0;
    };
    void open(Desk &desk);
    [[nodiscard]] Desk &someDesk() { return m_chance.among(m_desks); }
    [[nodiscard]] domain::Reply say(Desk &desk, const domain::Command &command, const QString &operation = {});
    void sayAtRandom();
    void sayTogether();
    void tendAlert();
    void sayAgain();
    void note(const domain::Command &said, const domain::Reply &reply);
    void lookAtLeases(const domain::Command &said, const domain::Reply &reply);
    void spread(Desk &from);
    void hear(Desk &desk);
    void die(Desk &desk);
    void look(Desk &desk);
    void turnClock();
    void breakSomething();
    void mend();
    [[nodiscard]] std::vector<domain::ActivityView> unfinished();
    void check(const QStringList &violations);
    void tell(const QString &line);

    Chance m_chance;
    const store::DatabaseUrl m_url;
    Inspector m_inspector;
    People m_people;
    std::vector<Desk> m_desks;
    std::deque<Unsure> m_unsure;
    std::deque<QString> m_story;
    qint64 m_nowMs;
    quint32 m_instances = 0;
    int m_operations = 0;
    bool m_isBroken = false; // the database refuses, or connections were cut: then a failure is no defect
    QString m_wrong;
};

} // namespace hmsact::simulation
