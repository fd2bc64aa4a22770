// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/operationstore.h"

namespace hmsact::store {

std::optional<OperationStore::Known> OperationStore::find(const QString &id, qint64 sinceMs)
{
    Statement s = m_database.statement("operation.find");
    if (!s.bind(id, sinceMs).next())
        return std::nullopt;
    return Known{s.blob(0), s.blob(1)};
}

void OperationStore::save(const QString &id, const Known &known, qint64 nowMs, qint64 sinceMs)
{
    if (m_database.statement("operation.save").bind(id, known.requestHash, Utf8{known.answer}, nowMs, sinceMs).execute()
        == 0)
        throw SqlError(SqlFailure::Retry, QStringLiteral("operation %1 was done meanwhile").arg(id));
}

qint64 OperationStore::forget(qint64 untilMs, int max)
{
    return m_database.statement("operation.forget").bind(untilMs, max).execute();
}

} // namespace hmsact::store
