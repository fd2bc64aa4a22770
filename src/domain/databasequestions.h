// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

// Questions about the database itself.
namespace hmsact::domain {

struct GetDatabaseStatus {
    using Answer = DatabaseStatus;
};

struct VerifyAudit { // reads everything; runs beside the other queries, on a thread and connection of its own
    using Answer = AuditReport;
};

struct VerifyDatabase { // the file, its references, the rules between rows, and the record; runs like VerifyAudit
    using Answer = DatabaseReport;
};

struct BackUp { // a consistent copy into a file that must not exist; runs like VerifyAudit
    using Answer = Done;
    QString file;
};

} // namespace hmsact::domain
