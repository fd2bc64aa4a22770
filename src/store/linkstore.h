// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/link.h"
#include "store/database.h"

namespace hmsact::store {

// Links in mail and the key of the installation that signs them. Every function must run inside transact() or, if it is const,
// read() of `database`, and throws SqlError.
class LinkStore
{
public:
    explicit LinkStore(Database &database) : m_database(database) { }

    void insert(const std::vector<domain::Link> &links); // the first one makes the key
    [[nodiscard]] QByteArray key() const; // 32 bytes; empty while there has never been a link
    [[nodiscard]] std::optional<domain::Link> byId(domain::LinkId id) const;
    [[nodiscard]] std::vector<domain::Link> ofTask(domain::TaskId task) const; // newest first
    void update(const domain::Link &link); // what decides; whoever does so has locked the task
    void updateTraces(const domain::Link &link);
    qint64 forget(qint64 untilId, int max); // → how many

private:
    Database &m_database;
};

} // namespace hmsact::store
