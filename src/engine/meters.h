// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"

#include <array>
#include <atomic>
#include <chrono>
#include <span>

// What the core counts about itself while it works: a few additions a command, no lock. Any thread.
namespace hmsact::engine {

// A distribution by upper bounds, at most `bucketsMax` of them; what is above the last one is only in the count and the sum.
class Histogram
{
public:
    static constexpr size_t bucketsMax = 16;
    explicit Histogram(std::span<const double> bounds) : m_bounds(bounds) { Q_ASSERT(bounds.size() <= bucketsMax); }

    void record(double value);
    [[nodiscard]] std::span<const double> bounds() const { return m_bounds; }
    [[nodiscard]] quint64 upTo(size_t bucket) const; // how many were at most bounds()[bucket]
    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] double sum() const { return m_sum; }

    static constexpr std::array commitSeconds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                              0.1,    0.25,  0.5,    1.0,   2.5,  10.0};
    static constexpr std::array answerSeconds{0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0, 60.0};
    static constexpr std::array batchSizes{1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0};

private:
    std::span<const double> m_bounds;
    std::array<std::atomic<quint64>, bucketsMax> m_buckets{};
    std::atomic<quint64> m_count{0};
    std::atomic<double> m_sum{0};
};

// The counters of one core, and of its hand: what was executed and answered, sent, and when timers were looked at.
class Meters
{
public:
    static constexpr size_t commands = std::variant_size_v<domain::Command::variant>;
    static constexpr size_t outcomes = 1 + static_cast<size_t>(domain::ErrorCode::Internal) + 1; // done, and each error
    [[nodiscard]] static QLatin1StringView commandName(size_t command);
    [[nodiscard]] static QLatin1StringView outcomeName(size_t outcome);

    // In one transaction. To complete nothing is to ask whether the core answers: it counts for nothing, here and below.
    void executed(const std::vector<const domain::Request *> &together, std::chrono::duration<double> time);
    void answered(const domain::Command &command, const domain::Reply &reply);
    [[nodiscard]] quint64 answers(size_t command, size_t outcome) const { return m_answers[command][outcome]; }

    std::atomic<quint64> commits{0}; // transactions that changed something, and what time did
    Histogram batchSize{Histogram::batchSizes}; // commands that shared a transaction
    Histogram batchSeconds{Histogram::commitSeconds}; // from its begin to its commit
    Histogram reserveWaitSeconds{Histogram::answerSeconds}; // of reserves that could wait, until they had work or gave up

    std::array<std::atomic<quint64>, 5> deliveries{}; // tries to send a message, by domain::NotificationState afterwards

    // The timer that the engine must look at next, milliseconds UTC; 0: none.
    std::atomic<qint64> nextTimerMs{0};
    // When this core, or the one that looks after the timers, last looked at them, milliseconds UTC.
    std::atomic<qint64> tickedAtMs{0};

private:
    std::array<std::array<std::atomic<quint64>, outcomes>, commands> m_answers{};
};

} // namespace hmsact::engine
