// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "store/asked.h"
#include "store/database.h"

#include <QHash>

#include <map>
#include <set>

namespace hmsact::store {

// Workers. Every function must run inside transact() or read() of `database` and throws SqlError.
class WorkerStore
{
public:
    explicit WorkerStore(Database &database) : m_database(database) { }

    [[nodiscard]] std::vector<domain::Worker> all();
    [[nodiscard]] std::optional<domain::WorkerView> byId(const domain::WorkerId &id);
    [[nodiscard]] domain::Result<domain::Page<domain::WorkerView>> page(const QString &cursor, int limit);
    [[nodiscard]] bool isAlone() const; // nobody else can change any
    // Keeps them as they are until the end of the transaction; the version of each that there is. Nothing where it is alone.
    [[nodiscard]] Asked<QHash<QString, qint64>> askLock(const QStringList &ids);
    [[nodiscard]] QStringList named(const QString &name); // ids
    [[nodiscard]] bool insert(const domain::Worker &worker); // false: there is one of that id, and nothing is changed
    void save(const domain::Worker &worker);
    [[nodiscard]] std::vector<QString> leaving(qint64 nowMs, int limit); // ids of those whose leave begins
    [[nodiscard]] qint64 nextLeaveMs(); // 0: nobody's
    using Records = QHash<QString, domain::SkillRecord>;
    [[nodiscard]] Records records(const QString &skill); // by worker id
    [[nodiscard]] QHash<QString, QMap<QString, domain::SkillRecord>> recordsOf(const QStringList &workers); // and skill
    [[nodiscard]] domain::SkillRecord recordOfAll(const QString &skill); // what all workers did with it, together
    // To be added to what is known, by skill and worker id; in this order, so that two cores do not wait for each other.
    void add(const std::map<std::pair<QString, QString>, domain::SkillRecord> &outcomes);
    [[nodiscard]] QHash<QString, qint64> givenAt(const QStringList &workers); // when each last got something, by worker id
    void give(const std::set<QString> &workers, qint64 nowMs); // in order, as with add()
    void seen(const QHash<QString, qint64> &atMs); // by the worker's id
    void remove(const domain::WorkerId &id);

private:
    Database &m_database;
};

} // namespace hmsact::store
