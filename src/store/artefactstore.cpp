// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/artefactstore.h"

namespace hmsact::store {

using domain::Artefact;
using domain::ArtefactContent;

static Artefact artefactOf(const Statement &s)
{
    return {{s.integer(0)}, s.text(1), s.text(2), s.integer(3), s.blob(4), s.integer(5), s.text(6)};
}

static constexpr int columns = 7;

std::vector<Artefact> ArtefactStore::ofTask(domain::TaskId task)
{
    std::vector<Artefact> result;
    Statement s = m_database.statement("artefact.of_task");
    s.bind(task.value);
    while (s.next())
        result.push_back(artefactOf(s));
    return result;
}

std::optional<ArtefactContent> ArtefactStore::content(domain::TaskId task, const QString &fileName)
{
    Statement s = m_database.statement("artefact.content");
    if (!s.bind(task.value, fileName).next())
        return std::nullopt;
    return ArtefactContent{artefactOf(s), s.blob(columns)};
}

void ArtefactStore::save(const Artefact &a, const QByteArray &bytes)
{
    const auto before = content(a.task, a.fileName);
    m_database.statement("artefact.add_content").bind(a.sha256, bytes).execute();
    m_database.statement("artefact.save")
        .bind(a.task.value, a.fileName, a.mediaType, a.sizeBytes, a.sha256, a.createdAtMs, a.createdBy)
        .execute();
    if (before && before->artefact.sha256 != a.sha256)
        m_database.statement("artefact.drop_unused_content").bind(before->artefact.sha256).execute();
}

} // namespace hmsact::store
