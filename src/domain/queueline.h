// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dryrun.h"

#include <map>
#include <unordered_map>

namespace hmsact::domain {

// Queues are weighed at full limits::queueLookMs, so that a dry run looks when the engine does: the next after a change.
[[nodiscard]] constexpr qint64 queueLookAfterMs(qint64 atMs)
{
    return (atMs / limits::queueLookMs + 1) * limits::queueLookMs;
}

// The tasks that waited where a rule about a queue looks, in their order, told from the record of all activities. First all of
// them are added, then time goes on from look to look.
class QueueLine
{
public:
    QueueLine(const Rule &rule, Period period);

    void add(const Recorded &recorded); // the next activity
    [[nodiscard]] bool isTooLong() const { return m_moves.size() > limits::dryRunMovesMax; }

    [[nodiscard]] std::optional<qint64> nextLookMs(); // at which something has changed; nothing: the period is over
    void lookAt(qint64 atMs); // all that happened before has happened
    [[nodiscard]] bool isDeep() const { return qint64(m_waiting.size()) > m_rule.thresholdCount; }
    struct Place {
        ActivityId activity;
        TaskId task;
    };
    [[nodiscard]] Place first() const; // where it is deep
    void leaves(TaskId task, qint64 atMs); // for good, other than in the record; after the last look

private:
    struct Move {
        qint64 atMs = 0;
        qint64 rankAtMs = 0;
        TaskId task;
        ActivityId activity;
        bool enters = false;
    };
    [[nodiscard]] qint64 nextMoveMs() const; // none: the end of the period
    void remove(TaskId task);

    Rule m_rule;
    const Period m_period;
    std::vector<Move> m_moves;
    bool m_isInOrder = false;
    size_t m_place = 0;
    bool m_hasLooked = false;
    std::multimap<qint64, TaskId> m_leaving;
    std::unordered_map<qint64, qint64> m_goneAtMs; // by task
    std::map<std::pair<qint64, qint64>, ActivityId> m_waiting; // by rank and task
    std::unordered_map<qint64, qint64> m_ranks; // of these
};

} // namespace hmsact::domain
