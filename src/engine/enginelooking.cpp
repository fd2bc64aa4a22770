// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/queueline.h"
#include "engine/engine.h"
#include "engine/escalator.h"

#include <algorithm>

// How the engine looks for what nobody has told it, and how it shows that it does.
namespace hmsact::engine {

using namespace domain;

// Between two steps. Where a rule is new, or the engine, a million tasks take a minute; the look of each hour spends a
// hundredth of its time at work.
static constexpr qint64 hastyPauseMs = 100;
static constexpr qint64 restPerWork = 99;
static constexpr qint64 noteRulesEveryMs = limits::msPerMinute;

static qint64 pauseMs(bool isHasty, qint64 workedMs)
{
    return isHasty ? hastyPauseMs : std::clamp(workedMs * restPerWork, hastyPauseMs, limits::queueLookMs);
}

Status Engine::lookAround(qint64 nowMs, Leadership *leadership)
{
    const bool sweepAgain = !m_sweptTo && nowMs - m_lastSweepMs >= sweepEveryMs;
    const bool weighs = m_nextWeighMs != 0 && nowMs >= m_nextWeighMs;
    const bool misses = m_nextDesertedMs != 0 && nowMs >= m_nextDesertedMs;
    if (!sweepAgain && !weighs && !misses && (m_nextLookMs == 0 || nowMs < m_nextLookMs))
        return Done{};
    std::optional<Workspace> workspace;
    std::optional<Escalator::Place> place;
    Escalator::Deserted deserted;
    bool ended = false;
    bool areNew = false;
    const qint64 begunMs = m_stopwatchMs();
    const Status status = byTime(workspace, nowMs, leadership, [&](Workspace &one) {
        areNew = m_sweptRules != m_rules.edition(); // a new rule applies to what waits already
        place = sweepAgain || areNew ? Escalator::Place() : m_sweptTo;
        Escalator escalator(m_database, one, m_rules, m_workers);
        if (weighs)
            escalator.weighQueues();
        deserted = m_deserted;
        if ((misses || areNew) && m_rules.wants(Trigger::NoEligibleWorker))
            escalator.lookForDeserted(deserted);
        if (areNew)
            deserted.left.clear(); // all is looked at
        if (!deserted.left.empty())
            escalator.sweep(deserted);
        const bool sweeps = place.has_value();
        if (sweeps)
            place = escalator.sweep(*place);
        ended = sweeps && !place;
    });
    if (!status || !workspace)
        return status;
    m_lastSweepMs = ended ? nowMs : areNew ? 0 : m_lastSweepMs; // 0: in haste
    m_notedRulesMs = ended ? 0 : m_notedRulesMs; // what is new is told at once
    if (sweepAgain) {
        m_freedReach = 0;
        m_nextMatchMs = atOnceMs;
    }
    m_sweptTo = place;
    m_sweptRules = m_rules.edition();
    m_lastWeighMs = weighs ? nowMs : m_lastWeighMs;
    m_nextWeighMs = weighs ? 0 : m_nextWeighMs;
    m_deserted = std::move(deserted);
    if (misses || areNew) {
        m_lastDesertedMs = nowMs;
        m_nextDesertedMs = m_deserted.left.empty() ? 0 : nowMs + hastyPauseMs;
    }
    if (sweepAgain) // also where nothing has told of a change
        noteQueues(nowMs);
    m_nextLookMs = place ? nowMs + pauseMs(m_lastSweepMs == 0, m_stopwatchMs() - begunMs) : 0;
    publish(*workspace);
    return Done{};
}

void Engine::noteQueues(qint64 atMs)
{
    if (m_nextWeighMs == 0 && m_rules.wants(Trigger::QueueDepth))
        m_nextWeighMs = queueLookAfterMs(std::max(atMs, m_lastWeighMs));
}

void Engine::noteWorkers(qint64 atMs)
{
    if (m_nextDesertedMs == 0 && m_rules.wants(Trigger::NoEligibleWorker))
        m_nextDesertedMs = std::max(atMs, m_lastDesertedMs + limits::msPerSecond);
}

Status Engine::noteRules(qint64 nowMs)
{
    std::vector<const Rule *> asked; // since it was last noted
    for (const Rule &rule : m_rules.all()) {
        if (m_rules.askedAtMs(rule) > m_notedRulesMs)
            asked.push_back(&rule);
    }
    if (asked.empty() || nowMs - m_notedRulesMs < noteRulesEveryMs)
        return Done{};
    const Status status = m_database.transact<Done>([&]() -> Status {
        for (const Rule *rule : asked)
            store::RuleStore(m_database).evaluated(*rule, m_rules.askedAtMs(*rule));
        return Done{};
    });
    m_notedRulesMs = status ? nowMs : m_notedRulesMs;
    return status;
}

} // namespace hmsact::engine
