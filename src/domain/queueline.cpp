// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/queueline.h"

#include <algorithm>

namespace hmsact::domain {

QueueLine::QueueLine(const Rule &rule, Period period) : m_rule(rule), m_period(period) { m_rule.enabled = true; }

void QueueLine::add(const Recorded &recorded)
{
    const Activity &activity = recorded.activity;
    const auto isOurs = [this](const Task &task) {
        return task.skill == m_rule.scope.skill;
    };
    const QString &intent = m_rule.scope.intent;
    if ((!intent.isEmpty() && intent != activity.intent) || std::ranges::none_of(recorded.tasks, isOurs) || isTooLong())
        return;
    Replay replay(recorded);
    std::unordered_map<qint64, std::optional<qint64>> ranks;
    for (const Event &event : recorded.events) {
        if (event.atMs >= m_period.toMs)
            break;
        replay.apply(event);
        const Task *task = replay.task(event.task);
        if (!task || !isOurs(*task))
            continue;
        const Occurrence occurrence{Trigger::QueueDepth, activity.id, task->id, event.atMs, event.atMs, {}};
        std::optional<qint64> rank;
        if (task->state == TaskState::Pending && matches(m_rule, occurrence, replay.activity(), task))
            rank = task->rankAtMs;
        std::optional<qint64> &known = ranks[task->id.value];
        if (known == rank)
            continue;
        if (known)
            m_moves.push_back({event.atMs, *known, task->id, activity.id, false});
        if (rank)
            m_moves.push_back({event.atMs, *rank, task->id, activity.id, true});
        known = rank;
    }
}

qint64 QueueLine::nextMoveMs() const
{
    const qint64 recordedMs = m_place < m_moves.size() ? m_moves[m_place].atMs : m_period.toMs;
    return m_leaving.empty() ? recordedMs : std::min(recordedMs, m_leaving.begin()->first);
}

std::optional<qint64> QueueLine::nextLookMs()
{
    if (!m_isInOrder)
        std::ranges::stable_sort(m_moves, {}, &Move::atMs);
    m_isInOrder = true;
    const qint64 lookMs = queueLookAfterMs(m_hasLooked ? nextMoveMs() : m_period.fromMs);
    return lookMs < m_period.toMs ? std::optional(lookMs) : std::nullopt;
}

void QueueLine::lookAt(qint64 atMs)
{
    m_hasLooked = true;
    while (nextMoveMs() < atMs) {
        if (!m_leaving.empty() && m_leaving.begin()->first == nextMoveMs()) {
            remove(m_leaving.begin()->second);
            m_leaving.erase(m_leaving.begin());
            continue;
        }
        const Move &move = m_moves[m_place++];
        const auto gone = m_goneAtMs.find(move.task.value);
        if (gone != m_goneAtMs.end() && gone->second <= move.atMs)
            continue;
        remove(move.task);
        if (move.enters) {
            m_waiting.emplace(std::pair(move.rankAtMs, move.task.value), move.activity);
            m_ranks[move.task.value] = move.rankAtMs;
        }
    }
}

void QueueLine::remove(TaskId task)
{
    const auto known = m_ranks.find(task.value);
    if (known == m_ranks.end())
        return;
    m_waiting.erase({known->second, task.value});
    m_ranks.erase(known);
}

QueueLine::Place QueueLine::first() const
{
    const auto &[key, activity] = *m_waiting.begin();
    return {activity, {key.second}};
}

void QueueLine::leaves(TaskId task, qint64 atMs)
{
    if (m_goneAtMs.emplace(task.value, atMs).second)
        m_leaving.emplace(atMs, task);
}

} // namespace hmsact::domain
