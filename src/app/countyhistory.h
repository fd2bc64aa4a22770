// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/county.h"
#include "engine/core.h"

namespace hmsact::app {

// Lets the sample county live through the hours before the visitor comes, on a core whose virtual clock stands at their
// beginning: requests come in, workers pull, finish, fail and stall, a supervisor reviews, holds and
// acknowledges, and nobody works at night. What is left at the end is the backlog of a morning. Used once, then dropped.
class CountyHistory
{
public:
    CountyHistory(engine::Core &core, const County &county) : m_core(core), m_county(county) { }

    // Turns the clock forward by `lengthMs`. Errors: the first that the core answers where the script allows none.
    [[nodiscard]] domain::Status run(qint64 lengthMs);

private:
    struct Held { // a task in somebody's hands
        domain::TaskId task;
        QString worker;
        qint64 leaseToken = 0;
        qint64 endsAtMs = 0;
        Performance performance;
    };

    void finishWork();
    void handIn(const Held &held);
    void citizensAsk(qint64 leftMs);
    void citizensDecide();
    void supervise(qint64 leftMs);
    void acknowledge();
    void reserveWork(qint64 leftMs);
    void say(domain::Command command, const domain::Actor &actor);
    void act(domain::TaskId task, domain::TaskAction action, domain::ActionInput input, const domain::Actor &actor);
    [[nodiscard]] std::vector<domain::TaskView> tasksIn(domain::TaskState state);
    [[nodiscard]] domain::Status commit(); // sends what was said; answers with what went wrong in this step

    engine::Core &m_core;
    const County &m_county;
    qint64 m_nowMs = 0;
    int m_step = 0;
    int m_requests = 0;
    domain::Status m_status = domain::Done{};
    std::vector<Held> m_held;
    std::vector<domain::Request> m_pending; // said in this step, not yet sent
};

} // namespace hmsact::app
