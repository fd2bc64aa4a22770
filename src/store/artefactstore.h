// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "store/database.h"

namespace hmsact::store {

// Files handed in with tasks. Equal contents are stored once, in pieces: no row and no statement holds a whole one. What
// nobody names any more is removed with the last that did. Every function must run inside transact() or read() of `database`
// and throws SqlError.
class ArtefactStore
{
public:
    explicit ArtefactStore(Database &database) : m_database(database) { }

    struct Usage {
        qint64 files = 0;
        qint64 bytes = 0;
    };
    [[nodiscard]] std::vector<domain::Artefact> ofTask(domain::TaskId task); // by name
    [[nodiscard]] std::optional<domain::Artefact> named(domain::TaskId task, const QString &fileName);
    // The first `max` bytes of a content, in whole pieces; 0: all of it.
    [[nodiscard]] QByteArray bytes(const domain::Artefact &artefact, qint64 max = 0);
    [[nodiscard]] Usage ofActivityWithout(domain::ActivityId activity, domain::TaskId task, const QString &fileName);
    [[nodiscard]] bool hasContent(const QByteArray &sha256);
    void save(const domain::Artefact &artefact, const QByteArray &bytes); // same name: replaces
    void dropUnusedContent(const QByteArray &sha256);

private:
    void addContent(const domain::Artefact &artefact, const QByteArray &bytes);
    [[nodiscard]] std::optional<qint64> takeContent(const QByteArray &sha256); // its size
    Database &m_database;
};

} // namespace hmsact::store
