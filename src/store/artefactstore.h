// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "store/database.h"

namespace hmsact::store {

// Files handed in with tasks; equal contents are stored once. Every function must run inside transact() or read() of
// `database` and throws SqlError.
class ArtefactStore
{
public:
    explicit ArtefactStore(Database &database) : m_database(database) { }

    [[nodiscard]] std::vector<domain::Artefact> ofTask(domain::TaskId task); // by name
    [[nodiscard]] std::optional<domain::ArtefactContent> content(domain::TaskId task, const QString &fileName);
    void save(const domain::Artefact &artefact, const QByteArray &bytes); // same name: replaces

private:
    Database &m_database;
};

} // namespace hmsact::store
