// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core.h"

namespace hmsact::engine {

inline constexpr int pathMax = 4096; // of Linux

struct ArchiveOrder {
    qint64 olderThanMs = 0; // since their end; at least limits::archiveAgeMinMs
    QString file; // absolute path, on the machine of the core
    bool dryRun = false; // only counts

    // {"older_than": "90d", "file": "/…", "dry_run": false}
    [[nodiscard]] static domain::Result<ArchiveOrder> fromJson(const QJsonObject &body);
};

// Moves ended activities into a file, a few at a time: a reader writes them and waits for the disk, then the core removes them
// in one short transaction, between other commands. Wherever it is interrupted, each is in the database or in the file,
// at worst in both, and saying it again goes on. Any thread; the handler is called once, on a thread of the core, which
// must outlive the archiving (its stop() ends it with Busy). → what was archived; dry: what would be.
void archive(Core &core, ArchiveOrder order, domain::Actor actor,
             std::function<void(domain::Result<domain::ArchiveCount>)> handler);

} // namespace hmsact::engine
