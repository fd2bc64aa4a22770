// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// What an operator is told about a database.
namespace hmsact::domain {

struct DatabaseStatus {
    QString url; // without a password
    QString dialect;
    int schemaVersion = 0;
    int schemaSupported = 0;
    qint64 sizeBytes = 0;
    qint64 activities = 0;
    qint64 tasks = 0;
    qint64 events = 0;
};

struct AuditReport {
    qint64 chains = 0;
    qint64 events = 0;
    bool ok = true;
    QString firstBroken; // "act-… event 7: hash does not match", empty when ok
};

struct DatabaseReport {
    int schemaVersion = 0;
    int schemaSupported = 0;
    AuditReport audit;
    QStringList problems; // sentences for an operator; empty: sound
};

} // namespace hmsact::domain
