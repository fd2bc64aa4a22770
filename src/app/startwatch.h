// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <mutex>
#include <thread>

namespace hmsact::app {

// While it lives, a start is under way, and the event loop that hears of signals is not there yet. Who asks for the end then
// waits no longer than a moment: a start that is over by then ends in order; another is broken off, as by a kill, with status
// 0. Of one that takes long the log tells what it is at. Signals are blocked (UnixSignals::block()).
class StartWatch
{
public:
    StartWatch();
    void removeAtTheEnd(const QString &folder); // also when the start is broken off

private:
    void watch(const std::stop_token &over);
    [[noreturn]] void breakOff();

    std::mutex m_mutex;
    QString m_folder; // guarded by m_mutex
    std::jthread m_thread;
};

} // namespace hmsact::app
