// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchcrew.h"

#include "cli/benchdatabase.h"

namespace hmsact::cli {

void BenchCrew::start()
{
    std::vector<int> wanted; // before anybody is answered
    for (int i = 0; i < m_working && m_unasked > 0; ++i)
        wanted.push_back(want());
    m_working = static_cast<int>(wanted.size());
    for (size_t i = 0; i < wanted.size(); ++i)
        reserve(m_plan.firstWorker + static_cast<int>(i), wanted[i]);
}

domain::Status BenchCrew::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_over; });
    if (m_error)
        return *m_error;
    return domain::Done{};
}

int BenchCrew::want()
{
    const int count = m_left > 0 ? std::min(m_plan.batch, m_unasked) : 0;
    m_unasked -= count;
    return count;
}

void BenchCrew::reserve(int worker, int max)
{
    domain::Reserve reserve;
    reserve.worker = benchWorker(worker);
    reserve.max = max;
    reserve.waitMs = m_plan.waitMs;
    m_core.submit(benchRequest(reserve), [this, worker, max](const domain::Reply &reply) {
        if (!reply.result || m_error)
            return end(m_error ? m_error : reply.result.error());
        const auto &leases = std::get<std::vector<domain::Lease>>(*reply.result);
        m_unasked += max - static_cast<int>(leases.size());
        if (!leases.empty())
            return complete(worker, leases);
        if (const int more = m_plan.waitMs > 0 ? want() : 0; more > 0)
            return this->reserve(worker, more);
        end();
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
        if (together > 0)
            return; // the answer to that comes next
        if (const int next = m_error ? 0 : want(); next > 0)
            reserve(worker, next);
        else
            end();
    });
    if (together > 0)
        reserve(worker, together);
}

void BenchCrew::count(const domain::Reply &reply)
{
    if (!reply.result) {
        m_error = reply.result.error();
        return;
    }
    for (const auto &one : std::get<std::vector<domain::Result<domain::TaskView>>>(*reply.result)) {
        if (!one)
            m_error = one.error();
        if (--m_left == 0)
            m_core.endWaits(); // the others may be waiting for work that will not come
    }
}

void BenchCrew::end(std::optional<domain::Error> error)
{
    if (error && !m_error)
        m_error = std::move(error);
    if (--m_working > 0)
        return;
    const std::lock_guard lock(m_mutex);
    m_over = true;
    m_changed.notify_all();
}

} // namespace hmsact::cli
