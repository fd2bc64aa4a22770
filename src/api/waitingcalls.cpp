// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/waitingcalls.h"

#include <QSet>

#include <algorithm>

namespace hmsact::api {

static constexpr qint64 leastMs = 20; // a clock may stand still

WaitingCalls::WaitingCalls(engine::Core &core, const Loop &loop) : m_core(core), m_loop(loop)
{
    m_subscription = m_core.subscribe([this](const domain::ChangeSet &changes) {
        if (changes.mayConcernTokens() && !m_isCheckDue.exchange(true))
            m_loop.post([this] { checkAll(); });
    });
}

void WaitingCalls::add(Call call)
{
    if (m_calls.size() >= m_sweepAt) {
        std::erase_if(m_calls, [](const Call &one) { return one.isOver(); });
        m_sweepAt = 2 * m_calls.size() + 64;
    }
    if (call.untilMs > 0 && call.untilMs - m_core.nowMs() <= domain::limits::waitMaxMs)
        checkAt(call.untilMs, call.caller);
    m_calls.push_back(std::move(call));
}

// A server's clock is followed, so it may be earlier by it than the loop thinks.
void WaitingCalls::checkAt(qint64 atMs, const QString &caller)
{
    const qint64 leftMs = atMs - m_core.nowMs();
    m_loop.postAfter(std::chrono::milliseconds(std::max<qint64>(leftMs, leastMs)), [this, atMs, caller] {
        if (m_core.nowMs() >= atMs)
            check(caller);
        else if (std::ranges::any_of(m_calls, [&](const Call &one) { return one.caller == caller && !one.isOver(); }))
            checkAt(atMs, caller);
    });
}

void WaitingCalls::end(const QString &caller)
{
    const auto isOthers = [&](const Call &call) {
        return call.caller != caller;
    };
    const auto first = std::partition(m_calls.begin(), m_calls.end(), isOthers);
    std::vector<Call> ended(std::make_move_iterator(first), std::make_move_iterator(m_calls.end()));
    m_calls.erase(first, m_calls.end());
    for (const Call &call : ended) {
        if (!call.isOver())
            call.end();
    }
}

void WaitingCalls::check(const QString &caller)
{
    const auto call = std::ranges::find_if(m_calls, [&](const Call &one) { return one.caller == caller && !one.isOver(); });
    if (call == m_calls.end())
        return;
    const auto stillAllowed = call->stillAllowed; // of a call that may be gone when the answer is there
    stillAllowed([this, caller](bool isAllowed) {
        if (!isAllowed)
            end(caller);
    });
}

void WaitingCalls::checkAll()
{
    m_isCheckDue = false;
    QSet<QString> callers;
    for (const Call &call : m_calls)
        callers.insert(call.caller);
    for (const QString &caller : callers)
        check(caller);
}

} // namespace hmsact::api
