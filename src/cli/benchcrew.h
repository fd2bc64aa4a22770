// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace hmsact::cli {

// Workers in this process that reserve and complete until so many tasks are done. Each asks for its next tasks together with
// the word that it has done the last ones, or else when that was answered (`turns`). Runs on the threads of the core; must
// outlive what it has submitted: wait() returns when every worker has come to its end.
class BenchCrew
{
public:
    struct Plan {
        int workers = 1;
        int batch = 1;
        int tasks = 0;
        bool turns = false;
        int firstWorker = 0; // the number of the first of them
    };
    BenchCrew(engine::Core &core, const Plan &plan)
        : m_core(core), m_plan(plan), m_left(plan.tasks), m_unasked(plan.tasks), m_working(plan.workers)
    {
    }

    void start();
    [[nodiscard]] domain::Status wait(); // returns when all tasks are done, or with what went wrong

private:
    [[nodiscard]] int want(); // how many to ask for next; 0: others have asked for the last ones
    void giveBack(int notGot); // of these
    void next(int worker);
    void reserve(int worker, int max);
    void complete(int worker, const std::vector<domain::Lease> &leases);
    void count(const domain::Reply &reply);
    void end(std::optional<domain::Error> error = {});

    engine::Core &m_core;
    const Plan m_plan;
    std::mutex m_mutex;
    int m_left; // guarded by m_mutex, as are those below
    int m_unasked; // of these
    int m_working;
    std::optional<domain::Error> m_error;
    std::condition_variable m_over;
};

} // namespace hmsact::cli
