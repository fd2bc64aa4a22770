// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/states.h"
#include "domain/thresholds.h"

#include <QByteArray>
#include <QJsonObject>

namespace hmsact::domain {

// One request of a citizen or a system, end to end. The counters say what the tasks say, so that completing one task of
// ten thousand reads one row; `hms-act audit verify` recounts them. Times are milliseconds UTC.
struct Activity {
    ActivityId id;
    QString citizenId;
    QString intent;
    qint64 slaMs = 0;
    int priority = 5;
    ActivityState state = ActivityState::Open;
    QJsonObject metadata;
    QString calendar; // whose working time its clock and those of its tasks count; empty: 24x7
    Thresholds thresholds; // of its clock and those of its tasks
    qint64 createdAtMs = 0;
    qint64 dueAtMs = 0;
    qint64 dueSoonAtMs = 0; // set with dueAtMs, see slaclock.h
    qint64 atRiskAtMs = 0;
    qint64 endedAtMs = 0;
    qint64 breachedAtMs = 0;
    QString reason; // of cancel or fail

    int taskCount = 0;
    int openCount = 0; // open tasks, those still OPTIONAL left out
    int optionalCount = 0; // tasks still OPTIONAL
    int blockedCount = 0; // FAILED without on_failure: continue

    qint64 eventSeq = 0; // head of the event chain
    QByteArray eventHash; // 32 bytes; empty before the first event

    bool operator==(const Activity &) const = default;
};
// Nothing is left of it but options that nobody has decided on.
[[nodiscard]] inline bool waitsForAChoice(const Activity &activity)
{
    return activity.openCount == 0 && activity.blockedCount == 0 && activity.optionalCount > 0;
}

} // namespace hmsact::domain
