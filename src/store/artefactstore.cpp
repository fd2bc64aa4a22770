// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/artefactstore.h"

#include "store/tallystore.h"

namespace hmsact::store {

using domain::Artefact;

static Artefact artefactOf(const Statement &s)
{
    return {{s.integer(0)}, s.text(1), s.text(2), s.integer(3), s.blob(4), s.integer(5), s.text(6)};
}

std::vector<Artefact> ArtefactStore::ofTask(domain::TaskId task)
{
    std::vector<Artefact> result;
    Statement s = m_database.statement("artefact.of_task");
    s.bind(task.value);
    while (s.next())
        result.push_back(artefactOf(s));
    return result;
}

std::optional<Artefact> ArtefactStore::named(domain::TaskId task, const QString &fileName)
{
    Statement s = m_database.statement("artefact.named");
    return s.bind(task.value, fileName).next() ? std::optional(artefactOf(s)) : std::nullopt;
}

QByteArray ArtefactStore::bytes(const Artefact &artefact, qint64 max)
{
    QByteArray result;
    result.reserve(max > 0 ? std::min(max + domain::limits::artefactChunkBytes, artefact.sizeBytes) : artefact.sizeBytes);
    Statement s = m_database.statement("artefact.chunks");
    s.bind(artefact.sha256);
    while ((max == 0 || result.size() < max) && s.next())
        result += s.blob(0);
    return result;
}

ArtefactStore::Usage ArtefactStore::ofActivityWithout(domain::ActivityId activity, domain::TaskId task,
                                                      const QString &fileName)
{
    Statement s = m_database.statement("artefact.of_activity");
    return s.bind(activity.value, task.value, fileName).next() ? Usage{s.integer(0), s.integer(1)} : Usage();
}

std::optional<qint64> ArtefactStore::takeContent(const QByteArray &sha256)
{
    Statement s = m_database.statement("artefact.take_content");
    return s.bind(sha256).next() ? std::optional(s.integer(0)) : std::nullopt;
}

bool ArtefactStore::hasContent(const QByteArray &sha256) { return takeContent(sha256).has_value(); }

void ArtefactStore::addContent(const Artefact &artefact, const QByteArray &bytes)
{
    if (takeContent(artefact.sha256)
        || m_database.statement("artefact.add_content").bind(artefact.sha256, artefact.sizeBytes).execute() == 0)
        return;
    Statement s = m_database.statement("artefact.add_chunk");
    constexpr qint64 size = domain::limits::artefactChunkBytes;
    for (qint64 at = 0; at < bytes.size(); at += size)
        s.bind(artefact.sha256, at / size, bytes.mid(at, size)).execute();
    TallyStore(m_database).addArtefactBytes(artefact.sizeBytes);
}

void ArtefactStore::save(const Artefact &a, const QByteArray &bytes)
{
    const auto before = named(a.task, a.fileName);
    addContent(a, bytes);
    m_database.statement("artefact.save")
        .bind(a.task.value, a.fileName, a.mediaType, a.sizeBytes, a.sha256, a.createdAtMs, a.createdBy)
        .execute();
    if (before && before->sha256 != a.sha256)
        dropUnusedContent(before->sha256);
}

void ArtefactStore::dropUnusedContent(const QByteArray &sha256)
{
    const auto size = takeContent(sha256);
    if (size && m_database.statement("artefact.drop_unused_content").bind(sha256).execute() > 0)
        TallyStore(m_database).addArtefactBytes(-*size);
}

} // namespace hmsact::store
