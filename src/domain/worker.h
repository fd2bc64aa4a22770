// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/limits.h"
#include "domain/states.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace hmsact::domain {

inline constexpr int skillLevelDefault = 3; // of 1–5
inline constexpr int skillLevelMax = 5;

inline constexpr QLatin1StringView alwaysOpen("24x7"); // the text of the default calendar

// A worker is away. When it begins, what the worker holds or is offered goes to the substitute, where that one can do it, else
// to the next best.
struct Leave {
    qint64 fromMs = 0;
    qint64 toMs = 0; // exclusive
    WorkerId substitute; // may be null
    bool begun = false; // what it held has been given away
    bool operator==(const Leave &) const = default;
};

// Who executes. Times are milliseconds UTC.
struct Worker {
    WorkerId id;
    QString name;
    WorkerKind kind = WorkerKind::Bot;
    QMap<QString, int> skills; // name → level 1–5
    QString channel; // "email:alice@county.gov"; empty: pulls only
    QStringList pools;
    int capacity = limits::capacityMachine; // the cost of what it has at a time; most tasks cost 1
    QString calendar; // empty: 24x7
    bool available = true;
    std::vector<Leave> leave; // none overlaps another; those that are over may be missing
    qint64 returnMs = 0; // an offer goes back after so much of its working time; 0: see returnAfterMs()
    QString language; // of its mail and its page, see languageFrom(); empty: not known
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
    std::optional<QMap<QString, int>> skills; // level 0: not said, as it is or skillLevelDefault
    std::optional<QString> channel;
    std::optional<QStringList> pools;
    std::optional<int> capacity;
    std::optional<QString> calendar;
    std::optional<bool> available;
    std::optional<std::vector<Leave>> leave = {};
    std::optional<qint64> returnMs = {};
    std::optional<QString> language = {};
    bool operator==(const WorkerSpec &) const = default;
};

// One that the program speaks: "en", "es"; empty, for none in particular. Nothing: another text.
[[nodiscard]] std::optional<QString> languageFrom(QAnyStringView text);

[[nodiscard]] bool isTold(const Worker &worker); // has a channel that reaches it: then work is offered to it
[[nodiscard]] const Leave *leaveAt(const Worker &worker, qint64 atMs); // nullptr: it is there

// Where a person has hours, half a working day is long for a look at an offer; where nobody knows when it works, a day is. A
// machine looks as long as it is there: limits::silentAfterMs.
[[nodiscard]] qint64 returnAfterMs(const Worker &worker);

} // namespace hmsact::domain
