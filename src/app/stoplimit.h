// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <thread>

namespace hmsact::app {

// While it lives, a stop is under way; one that takes longer than `limit` ends the process, with status 0. A database that does
// not answer keeps nobody waiting: what was acknowledged is stored, and the rest nobody was told of. Where it is a start that
// has failed it says why, and the status is exitRefused.
class StopLimit
{
public:
    explicit StopLimit(std::chrono::milliseconds limit, const QString &failure = {});

private:
    std::jthread m_thread;
};

} // namespace hmsact::app
