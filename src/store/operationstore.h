// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace hmsact::store {

// Answers remembered by operation id, so that a repeated command is executed once. Every function must run inside
// transact() of `database` and throws SqlError.
class OperationStore
{
public:
    explicit OperationStore(Database &database) : m_database(database) { }

    struct Known {
        QByteArray requestHash;
        QByteArray answer; // JSON
    };
    [[nodiscard]] std::optional<Known> find(const QString &id, qint64 sinceMs);
    // In place of one that is too old to be found. Where another core has said the same meanwhile: SqlFailure::Retry, for the
    // next try finds its answer.
    void save(const QString &id, const Known &known, qint64 nowMs, qint64 sinceMs);
    qint64 forget(qint64 untilMs, int max); // → how many

private:
    Database &m_database;
};

} // namespace hmsact::store
