// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace hmsact::engine {

// Where the core asks for the time: the composition root passes one in, nothing else in the core reads a clock.
// Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual qint64 nowMs() const = 0; // milliseconds UTC
    [[nodiscard]] virtual bool isVirtual() const { return false; }
};

// This machine's own. Where a server has the database, the core goes by a ServerClock instead.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override;
};

// The clock of a database that many share: what its server said last, carried on by how long this machine has been
// started, asleep or not. That the machine's own time of day is wrong, or is set, changes nothing.
class ServerClock final : public Clock
{
public:
    explicit ServerClock(qint64 serverNowMs) { set(serverNowMs); }
    [[nodiscard]] qint64 nowMs() const override;
    void set(qint64 serverNowMs);

private:
    std::atomic<qint64> m_aheadMs; // of the time since the machine was started, asleep or not
};

// Milliseconds since some moment, and never back: for how long something takes, not for when it is.
[[nodiscard]] qint64 steadyMs();

// Stands still until it is turned: tests and `--virtual-time`.
class VirtualClock final : public Clock
{
public:
    explicit VirtualClock(qint64 startMs) : m_nowMs(startMs) { }
    [[nodiscard]] qint64 nowMs() const override { return m_nowMs.load(); }
    [[nodiscard]] bool isVirtual() const override { return true; }
    void set(qint64 nowMs) { m_nowMs.store(nowMs); }

private:
    std::atomic<qint64> m_nowMs;
};

} // namespace hmsact::engine
