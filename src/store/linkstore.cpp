// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/linkstore.h"

#include "store/columns.h"

#include <sodium.h>

namespace hmsact::store {

using domain::Link;

static constexpr int keyBytes = 32;

static QByteArray newKey()
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot be initialised");
    QByteArray key(keyBytes, Qt::Uninitialized);
    randombytes_buf(key.data(), static_cast<size_t>(key.size()));
    return key;
}

static Link linkOf(const Statement &s)
{
    return {{s.integer(0)},
            {s.integer(1)},
            {s.integer(2)},
            {s.text(3)},
            s.integer(4),
            s.integer(5),
            s.integer(6),
            s.number(7),
            s.value(15, domain::confirmationFrom),
            s.value(8, domain::linkOutcomeFrom),
            s.integer(9),
            {s.integer(10), s.number(11), s.integer(12), fromLines(s.text(13)), s.integer(14)},
            s.number(16) != 0};
}

QByteArray LinkStore::key() const
{
    Statement s = m_database.statement("link.key");
    return s.next() ? s.blob(0) : QByteArray();
}

void LinkStore::insert(const std::vector<Link> &links)
{
    if (key().isEmpty())
        m_database.statement("link.make_key").bind(newKey()).execute();
    Statement s = m_database.statement("link.insert");
    for (const Link &link : links)
        s.add(link.id.value, link.task.value, link.activity.value, link.worker.value, link.epoch, link.madeAtMs,
              link.expiresAtMs, link.triesLeft, domain::toString(link.outcome), link.answeredAtMs, link.traces.openedAtMs,
              link.traces.opens, link.traces.agent, lines(link.traces.signs), link.traces.signedAtMs,
              domain::toString(link.confirmation));
    s.flush();
}

std::optional<Link> LinkStore::byId(domain::LinkId id) const
{
    Statement s = m_database.statement("link.by_id");
    return s.bind(id.value).next() ? std::optional(linkOf(s)) : std::nullopt;
}

std::vector<Link> LinkStore::ofTask(domain::TaskId task) const
{
    std::vector<Link> result;
    Statement s = m_database.statement("link.of_task");
    s.bind(task.value);
    while (s.next())
        result.push_back(linkOf(s));
    return result;
}

void LinkStore::update(const Link &link)
{
    Statement s = m_database.statement("link.update");
    s.bind(link.epoch, link.expiresAtMs, link.triesLeft, domain::toString(link.outcome), link.answeredAtMs, link.id.value)
        .execute();
}

void LinkStore::updateTraces(const Link &link)
{
    Statement s = m_database.statement("link.update_traces");
    s.bind(link.traces.openedAtMs, link.traces.opens, link.traces.agent, lines(link.traces.signs), link.traces.signedAtMs,
           link.id.value)
        .execute();
}

qint64 LinkStore::forget(qint64 untilId, int max)
{
    return m_database.statement("link.forget").bind(untilId, max).execute();
}

} // namespace hmsact::store
