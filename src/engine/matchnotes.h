// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/actor.h"
#include "domain/limits.h"
#include "domain/matching.h"
#include "domain/oversight.h"
#include "store/assignmentstore.h"

#include <QSet>

#include <map>
#include <set>

namespace hmsact::engine {

// What a transaction leaves behind for matching and for how workers did, noted while it changes tasks. Part of the workspace.
struct MatchNotes {
    struct Unmatched {
        domain::TaskId task;
        domain::WorkerId left; // who has let it go, or lost it; null: nobody
    };
    const QSet<QString> *skills = nullptr; // those that somebody has who can be told; nullptr: nobody asks
    std::vector<Unmatched> unmatched; // can be worked on, and nobody was chosen yet
    std::map<std::pair<QString, QString>, domain::SkillRecord> outcomes; // by skill and worker
    QMap<domain::ReviewOutcome, int> reviews; // to be counted
    std::vector<store::AssignmentStore::Assignment> assignments;
    struct Back {
        domain::TaskId task;
        QString why; // "resumed", "sent_back", "reassigned", "restored"
        bool byItself = false; // its worker said so, and needs no reminder
        bool isUndone = false; // as it was: without a reaction it goes to the next
        bool isTold = true; // else it knows, and its link is good
    };
    std::vector<Back> back; // can be worked on again, by who had it
    std::vector<Back> handed; // by a person, to a worker of their choice
    [[nodiscard]] bool willTell(domain::TaskId task) const; // who has it now
    std::set<QString> given; // workers who got something of a skill that somebody has who can be told: those take turns
    bool isKept = false; // for a pool that was wished, or for a human: it goes on when somebody is there
    // Somebody cannot do it, has let it go, or has given it to a pool: people are told where nobody is left.
    std::vector<domain::TaskId> forsaken;
    bool isLate = false; // something was done long after it was due: what is told of work comes as one message
    std::vector<qint64> settled; // tasks whose offer is over, or was reacted to

    void note(const domain::Task &task, const domain::Task &before, QLatin1StringView event, const domain::Actor &actor);
    void added(const domain::Task &task); // a new one
    void reacted(const domain::Task &task); // its return timer stops
    void noteDue(qint64 dueAtMs, qint64 nowMs) { isLate |= nowMs - dueAtMs > domain::limits::escalationLateMs; }
    void write(store::Database &database); // but for what is counted last: Engine::keepOutcomes(); the tasks are written

private:
    [[nodiscard]] bool wants(const domain::Task &task) const
    {
        return skills && (skills->contains(task.skill) || !task.wishes.pools.isEmpty());
    }
    void noteOutcome(const domain::Task &task, const domain::Task &before, QLatin1StringView event);
    void count(const domain::Task &task, const domain::SkillRecord &more, int sign = 1); // of its worker
    void noteGiven(const domain::Task &task, const domain::Task &before);
};

} // namespace hmsact::engine
