// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchcrew.h"

#include "cli/benchdatabase.h"

namespace hmsact::cli {

static constexpr qint64 waitMs = 1'000; // what is left may be with another worker

void BenchCrew::start()
{
    std::vector<int> wanted; // before anybody is answered
    for (int i = 0; i < m_plan.workers; ++i)
        wanted.push_back(want());
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] > 0)
            reserve(m_plan.firstWorker + static_cast<int>(i), wanted[i]);
        else
            end();
    }
}

domain::Status BenchCrew::wait()
{
    std::unique_lock lock(m_mutex);
    m_over.wait(lock, [this] { return m_working == 0; });
    if (m_error)
        return *m_error;
    return domain::Done{};
}

int BenchCrew::want()
{
    const std::lock_guard lock(m_mutex);
    const int count = m_left > 0 && !m_error ? std::min(m_plan.batch, m_unasked) : 0;
    m_unasked -= count;
    return count;
}

void BenchCrew::giveBack(int notGot)
{
    const std::lock_guard lock(m_mutex);
    m_unasked += notGot;
}

void BenchCrew::next(int worker)
{
    if (const int count = want(); count > 0)
        reserve(worker, count);
    else
        end();
}

void BenchCrew::reserve(int worker, int max)
{
    domain::Reserve reserve;
    reserve.worker = benchWorker(worker);
    reserve.max = max;
    reserve.waitMs = waitMs;
    m_core.submit(benchRequest(reserve), [this, worker, max](const domain::Reply &reply) {
        if (!reply.result)
            return end(reply.result.error());
        const auto &leases = std::get<std::vector<domain::Lease>>(*reply.result);
        giveBack(max - static_cast<int>(leases.size()));
        if (!leases.empty())
            complete(worker, leases);
        else
            next(worker);
    });
}

void BenchCrew::complete(int worker, const std::vector<domain::Lease> &leases)
{
    domain::CompleteTasks all;
    for (const domain::Lease &lease : leases) {
        domain::CompleteTasks::Item item;
        item.task = lease.task;
        item.input.action = domain::TaskAction::Complete;
        item.input.worker = benchWorker(worker);
        item.input.leaseToken = lease.leaseToken;
        all.items.push_back(item);
    }
    const int together = m_plan.turns ? 0 : want();
    m_core.submit(benchRequest(all), [this, worker, together](const domain::Reply &reply) {
        count(reply);
        if (together == 0) // or else the answer to that comes next
            next(worker);
    });
    if (together > 0)
        reserve(worker, together);
}

void BenchCrew::count(const domain::Reply &reply)
{
    const std::lock_guard lock(m_mutex);
    if (!reply.result) {
        m_error = reply.result.error();
        return;
    }
    const auto &tasks = std::get<std::vector<domain::Result<domain::TaskView>>>(*reply.result);
    for (const auto &one : tasks) {
        if (!one)
            m_error = one.error();
    }
    m_left -= static_cast<int>(tasks.size());
    if (m_left == 0)
        m_core.endWaits(); // the others may be waiting for work that will not come
}

void BenchCrew::end(std::optional<domain::Error> error)
{
    const std::lock_guard lock(m_mutex);
    if (error && !m_error)
        m_error = std::move(error);
    if (--m_working == 0)
        m_over.notify_all();
}

} // namespace hmsact::cli
