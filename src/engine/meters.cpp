// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/meters.h"

#include "domain/commandnames.h"

#include <algorithm>

namespace hmsact::engine {

namespace {

template <class... Kind>
consteval std::array<QLatin1StringView, sizeof...(Kind)> namesOf(std::type_identity<std::variant<Kind...>>)
{
    return {domain::commandName<Kind>...};
}

constexpr auto commandNames = namesOf(std::type_identity<domain::Command::variant>());
// In the order of domain::ErrorCode.
constexpr std::array<QLatin1StringView, Meters::outcomes> outcomeNames{
    QLatin1StringView("done"),        QLatin1StringView("malformed"), QLatin1StringView("unauthenticated"),
    QLatin1StringView("forbidden"),   QLatin1StringView("not_found"), QLatin1StringView("conflict"),
    QLatin1StringView("too_large"),   QLatin1StringView("invalid"),   QLatin1StringView("busy"),
    QLatin1StringView("unavailable"), QLatin1StringView("internal")};

static_assert(!outcomeNames.back().isEmpty());

bool isProbe(const domain::Command &command)
{
    const auto *completion = std::get_if<domain::CompleteTasks>(&command);
    return completion && completion->items.empty();
}

} // namespace

void Histogram::record(double value)
{
    const auto bucket = std::lower_bound(m_bounds.begin(), m_bounds.end(), value) - m_bounds.begin();
    if (static_cast<size_t>(bucket) < m_bounds.size())
        m_buckets[static_cast<size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    m_count.fetch_add(1, std::memory_order_relaxed);
    m_sum.fetch_add(value, std::memory_order_relaxed);
}

quint64 Histogram::upTo(size_t bucket) const
{
    quint64 count = 0;
    for (size_t i = 0; i <= bucket; ++i)
        count += m_buckets[i].load(std::memory_order_relaxed);
    return count;
}

QLatin1StringView Meters::commandName(size_t command) { return commandNames[command]; }

QLatin1StringView Meters::outcomeName(size_t outcome) { return outcomeNames[outcome]; }

void Meters::executed(const std::vector<const domain::Request *> &together, std::chrono::duration<double> time)
{
    const auto probes = std::ranges::count_if(together, [](const auto *request) { return isProbe(request->command); });
    const auto work = std::ssize(together) - probes;
    if (probes > 0 && work == 0)
        return;
    batchSeconds.record(time.count());
    batchSize.record(static_cast<double>(work));
}

void Meters::answered(const domain::Command &command, const domain::Reply &reply)
{
    if (isProbe(command))
        return;
    const size_t outcome = reply.result ? 0 : 1 + static_cast<size_t>(reply.result.error().code);
    m_answers[command.index()][outcome].fetch_add(1, std::memory_order_relaxed);
    const auto *settled = std::get_if<domain::SettleNotifications>(&command);
    if (!settled || !reply.result)
        return;
    for (const auto &one : settled->outcomes)
        deliveries[static_cast<size_t>(one.state)].fetch_add(1, std::memory_order_relaxed);
}

} // namespace hmsact::engine
