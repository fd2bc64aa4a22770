// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace hmsact::domain {

// The figures of the dashboard.
struct Stats {
    qint64 nowMs = 0;
    qint64 openActivities = 0;
    QMap<QString, qint64> openTasks; // state text → count
    qint64 dueSoon = 0; // open tasks by SLA state
    qint64 atRisk = 0;
    qint64 breached = 0;
    qint64 openAlerts = 0;
    qint64 workers = 0;
    qint64 queuedMessages = 0; // in the outbox, not sent yet
    qint64 deadMessages = 0; // given up
    qint64 oldestMessageAtMs = 0; // since when one has been due; 0: none is
    qint64 databaseBytes = 0;
    qint64 artefactBytes = 0; // of contents, each counted once
    QMap<QString, qint64> reviews; // outcome → how often, ever
};

} // namespace hmsact::domain
