// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workerstore.h"

#include <QHash>

namespace hmsact::engine {

// How long tasks of a skill usually take, by the clock: the mean of all that its workers were timed with. What was read is kept
// for limits::usualKeptMs, so that a thousand tasks ask once. Lives on the core's thread.
class UsualTimes
{
public:
    [[nodiscard]] qint64 of(store::WorkerStore &store, const QString &skill, qint64 nowMs); // 0: too few were timed

private:
    struct Known {
        qint64 usualMs = 0;
        qint64 readAtMs = 0;
    };
    QHash<QString, Known> m_known;
};

} // namespace hmsact::engine
