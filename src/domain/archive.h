// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/result.h"

#include <QByteArray>

#include <vector>

// Activities that ended long ago leave the database for a file: first a part of them is written there and is on the disk
// (WriteArchive), then what is still as it was written is removed (ForgetArchived).
namespace hmsact::domain {

struct ArchiveCount {
    qint64 activities = 0;
    qint64 tasks = 0;
    qint64 events = 0;
};

// Where in the order of their end a step goes on.
struct ArchiveKey {
    qint64 endedAtMs = 0;
    ActivityId activity;
};

// An activity as it was written: whatever changes it makes its record longer.
struct Archived {
    ActivityId activity;
    qint64 lastSeq = 0;
    QByteArray lastHash;
    qint64 tasks = 0;
};

// What one step wrote, and where in the file, so that the record can name it.
struct ArchivePart {
    std::vector<Archived> activities; // empty: nothing was left
    ArchiveKey last;
    QString file;
    qint64 offset = 0;
    qint64 bytes = 0;
    QByteArray sha256; // of those bytes
};

struct CountArchivable { // what ended at or before an instant
    using Answer = ArchiveCount;
    qint64 endedUntilMs = 0;
};

struct WriteArchive { // the next few of them, appended to a file and on the disk; runs beside other questions
    using Answer = ArchivePart;
    qint64 endedUntilMs = 0;
    QString file;
    ArchiveKey after;
};

} // namespace hmsact::domain
