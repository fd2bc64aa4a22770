// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/worker.h"

#include "domain/channel.h"

#include <algorithm>

namespace hmsact::domain {

std::optional<QString> languageFrom(QAnyStringView text)
{
    const QString language = text.toString();
    const bool isSpoken = language == QLatin1StringView("en") || language == QLatin1StringView("es");
    return isSpoken || language.isEmpty() ? std::optional(language) : std::nullopt;
}

bool isTold(const Worker &worker) { return isChannel(worker.channel) && channelOf(worker.channel) != Channel::Console; }

const Leave *leaveAt(const Worker &worker, qint64 atMs)
{
    const auto found =
        std::ranges::find_if(worker.leave, [atMs](const Leave &leave) { return leave.fromMs <= atMs && atMs < leave.toMs; });
    return found == worker.leave.end() ? nullptr : &*found;
}

qint64 returnAfterMs(const Worker &worker)
{
    if (worker.returnMs > 0) {
        return worker.returnMs;
    }
    if (worker.kind != WorkerKind::Human) {
        return limits::silentAfterMs;
    }
    return worker.calendar.isEmpty() ? limits::returnAnyHoursMs : limits::returnKnownHoursMs;
}

} // namespace hmsact::domain
