// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stoplimit.h"

#include "app/log.h"
#include "app/startup.h"

#include <QCoreApplication>

#include <condition_variable>
#include <cstdlib>
#include <mutex>

namespace hmsact::app {

static void watch(const std::stop_token &ended, std::chrono::milliseconds limit, const QString &failure)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any over;
    if (over.wait_for(lock, ended, limit, [&] { return ended.stop_requested(); }))
        return;
    if (!failure.isEmpty()) {
        complain(QCoreApplication::applicationName(), failure);
        std::_Exit(exitRefused);
    }
    qWarning("the database does not answer; ended without waiting for it");
    std::_Exit(0);
}

StopLimit::StopLimit(std::chrono::milliseconds limit, const QString &failure)
    : m_thread([limit, failure](const std::stop_token &ended) { watch(ended, limit, failure); })
{
}

} // namespace hmsact::app
