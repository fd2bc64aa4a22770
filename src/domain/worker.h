// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/limits.h"
#include "domain/states.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace hmsact::domain {

inline constexpr int skillLevelDefault = 3; // of 1–5

[[nodiscard]] constexpr qint64 leaseDefaultMs(WorkerKind kind)
{
    return kind == WorkerKind::Human ? limits::leaseHumanMs : limits::leaseMachineMs;
}

inline constexpr QLatin1StringView alwaysOpen("24x7"); // the text of the default calendar

// Who executes. Times are milliseconds UTC.
struct Worker {
    WorkerId id;
    QString name;
    WorkerKind kind = WorkerKind::Bot;
    QMap<QString, int> skills; // name → level 1–5
    QString channel; // "email:alice@county.gov"; empty: pulls only
    QStringList pools;
    int capacity = limits::capacityMachine; // tasks held at a time
    QString calendar; // empty: 24x7
    bool available = true;
    qint64 createdAtMs = 0;
    qint64 lastSeenAtMs = 0;
    int version = 0;
};

// Register or update: what is not given stays as it is, or takes its default on a new worker (kind: human when the
// channel is a person's (email, sms), else bot).
struct WorkerSpec {
    std::optional<WorkerId> id;
    std::optional<QString> name;
    std::optional<WorkerKind> kind;
    std::optional<QMap<QString, int>> skills;
    std::optional<QString> channel;
    std::optional<QStringList> pools;
    std::optional<int> capacity;
    std::optional<QString> calendar;
    std::optional<bool> available;
};

} // namespace hmsact::domain
