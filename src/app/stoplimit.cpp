// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stoplimit.h"

#include <QtGlobal>

#include <condition_variable>
#include <cstdlib>
#include <mutex>

namespace hmsact::app {

static void watch(const std::stop_token &ended, std::chrono::milliseconds limit)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any over;
    if (over.wait_for(lock, ended, limit, [&] { return ended.stop_requested(); }))
        return;
    qWarning("the database does not answer; ended without waiting for it");
    std::_Exit(0);
}

StopLimit::StopLimit(std::chrono::milliseconds limit)
    : m_thread([limit](const std::stop_token &ended) { watch(ended, limit); })
{
}

} // namespace hmsact::app
