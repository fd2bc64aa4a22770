// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/loop.h"
#include "engine/core.h"

namespace hmsact::api {

// Calls that wait for work, each with the token it came by: when that is revoked or expires, they end, so that nothing is
// leased to whoever holds it. Belongs to the server's thread; only the core's callback comes from elsewhere.
class WaitingCalls
{
public:
    struct Call {
        QString caller; // one of a caller's calls is asked for all of them
        qint64 untilMs = 0; // the token's end; 0: it has none
        std::function<bool()> isOver; // it waits no more
        std::function<void(std::function<void(bool)>)> stillAllowed; // answers on the server's thread
        std::function<void()> end;
    };

    WaitingCalls(engine::Core &core, const Loop &loop);

    void add(Call call);
    void end(const QString &caller); // before anybody hears that its token is revoked

private:
    void checkAt(qint64 atMs, const QString &caller); // by the core's clock
    void check(const QString &caller);
    void checkAll();

    engine::Core &m_core;
    Loop m_loop;
    std::vector<Call> m_calls; // and those that are over, until so many have come
    std::size_t m_sweepAt = 0;
    std::atomic<bool> m_isCheckDue = false;
    std::unique_ptr<engine::Core::Subscription> m_subscription;
};

} // namespace hmsact::api
