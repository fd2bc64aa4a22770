// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/usualtimes.h"

#include "domain/limits.h"

namespace hmsact::engine {

using namespace domain;

qint64 UsualTimes::of(store::WorkerStore &store, const QString &skill, qint64 nowMs)
{
    const auto known = m_known.constFind(skill);
    const bool isKnown = known != m_known.cend();
    if (isKnown && known->readAtMs <= nowMs && nowMs < known->readAtMs + limits::usualKeptMs)
        return known->usualMs;
    if (!isKnown && m_known.size() >= limits::usualSkillsMax)
        m_known.clear();
    const SkillRecord record = store.recordOfAll(skill);
    const qint64 usualMs = record.timed >= limits::usualTimedMin ? record.meanMs() : 0;
    m_known.insert(skill, {usualMs, nowMs});
    return usualMs;
}

} // namespace hmsact::engine
