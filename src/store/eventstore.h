// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "store/database.h"

namespace hmsact::store {

// The record. Every function must run inside transact() or read() of `database` and throws SqlError.
class EventStore
{
public:
    explicit EventStore(Database &database) : m_database(database) { }

    struct Head {
        qint64 seq = 0;
        QByteArray hash;
    };
    void insert(const std::vector<domain::Event> &events);
    [[nodiscard]] domain::Page<domain::Event> page(domain::ActivityId activity, qint64 afterSeq, int limit);
    [[nodiscard]] std::vector<domain::Event> latestOfTask(domain::ActivityId activity, domain::TaskId task, qint64 afterSeq,
                                                          int limit); // the latest first
    [[nodiscard]] std::optional<domain::Event> latestOfTask(domain::ActivityId activity, domain::TaskId task,
                                                            const QString &kind);
    // The head of the installation's own chain; those of activities are columns of theirs.
    [[nodiscard]] Head installationHead();
    [[nodiscard]] Head takeInstallationHead(); // to append to it: other cores wait until the end of the transaction
    void setInstallationHead(const Head &head);
    [[nodiscard]] std::optional<domain::Event> latestForInstallation(const QString &kind);

    [[nodiscard]] static domain::Event row(const Statement &statement);

private:
    Database &m_database;
};

} // namespace hmsact::store
