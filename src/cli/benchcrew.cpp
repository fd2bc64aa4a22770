// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchcrew.h"

#include "cli/benchdatabase.h"

namespace hmsact::cli {

domain::Status BenchCrew::run()
{
    const int workers = m_working;
    for (int i = 0; i < workers; ++i)
        reserve(i);
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_over; });
    if (m_error)
        return *m_error;
    return domain::Done{};
}

void BenchCrew::reserve(int worker)
{
    domain::Reserve reserve;
    reserve.worker = benchWorker(worker);
    reserve.max = m_batch;
    reserve.waitMs = m_waitMs;
    m_core.submit(benchRequest(reserve), [this, worker](const domain::Reply &reply) {
        if (!reply.result || m_error)
            return end(m_error ? m_error : reply.result.error());
        const auto &leases = std::get<std::vector<domain::Lease>>(*reply.result);
        if (!leases.empty())
            return complete(worker, leases);
        if (m_left > 0 && m_waitMs > 0)
            return this->reserve(worker);
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
    m_core.submit(benchRequest(all), [this, worker](const domain::Reply &reply) {
        count(reply);
        if (m_turns && m_left > 0 && !m_error)
            reserve(worker);
        else if (m_turns)
            end();
    });
    if (!m_turns)
        reserve(worker); // answered after the other
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
