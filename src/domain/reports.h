// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

// What an operator is told about a database.
namespace hmsact::domain {

// One setting of the database or its server, and whether the program's promises hold with it.
struct Finding {
    enum class Severity { Good, Note, Warning, Danger }; // Danger: what was acknowledged can be lost
    QString setting; // as the server calls it
    QString value;
    QString wanted;
    Severity severity = Severity::Good;
    Message explanation;
};
[[nodiscard]] QString toString(Finding::Severity severity); // "good", "note", "warning", "danger"

struct DatabaseStatus {
    QString url; // without a password
    QString dialect; // "sqlite", "postgresql"
    QString serverVersion; // of the database's own program
    int schemaVersion = 0;
    int schemaSupported = 0;
    qint64 sizeBytes = 0;
    qint64 activities = 0; // on PostgreSQL estimated where there are many
    qint64 tasks = 0;
    qint64 events = 0;
    std::vector<Finding> findings; // every setting that was looked at, the worst first
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
    std::vector<Message> problems; // for an operator; empty: sound
};

} // namespace hmsact::domain
