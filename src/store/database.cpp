// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QCoreApplication>

#include <chrono>

namespace hmsact::store {

using domain::ErrorCode;
using domain::makeError;

static constexpr int attemptsMax = 5;

domain::Result<std::unique_ptr<Database>> Database::open(const DatabaseUrl &url, Access access)
{
    try {
        return std::unique_ptr<Database>(new Database(url, Connection::open(url, access)));
    } catch (const SqlError &error) {
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the database %1 cannot be opened: %2"),
                         {url.withoutPassword(), QString::fromUtf8(error.what())});
    }
}

Database::Database(DatabaseUrl url, std::unique_ptr<Connection> connection)
    : m_url(std::move(url)), m_thread(std::this_thread::get_id()), m_catalog(m_url.dialect),
      m_connection(std::move(connection))
{
}

Database::~Database() { assertThread(); }

domain::Status Database::run(Access access, const std::function<domain::Status()> &work)
{
    assertThread();
    for (int attempt = 1;; ++attempt) {
        bool begun = false;
        try {
            m_connection->begin(access);
            begun = true;
            domain::Status status = work();
            if (status)
                m_connection->commit();
            else
                m_connection->rollback();
            return status;
        } catch (const SqlError &error) {
            if (begun)
                m_connection->rollback();
            if (error.failure() != SqlFailure::Retry || attempt == attemptsMax)
                return toError(error);
            std::this_thread::sleep_for(std::chrono::milliseconds(5 << attempt));
        }
    }
}

domain::Status Database::outsideTransaction(const std::function<void()> &work)
{
    assertThread();
    try {
        work();
        return domain::Done{};
    } catch (const SqlError &error) {
        return toError(error);
    }
}

domain::Error Database::toError(const SqlError &error) const
{
    const QString what = QString::fromUtf8(error.what());
    switch (error.failure()) {
    case SqlFailure::Retry:
    case SqlFailure::Lost:
        return makeError(ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "the database is busy: %1"), {what});
    case SqlFailure::Full:
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the database cannot be written or read: %1"),
                         {what});
    case SqlFailure::Constraint:
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "the database refuses the change: %1"), {what});
    case SqlFailure::Defect:
        break;
    }
    return makeError(ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "a defect in the program: %1"), {what});
}

Statement Database::prepared(std::string_view key, const std::function<SqlStatement()> &sql)
{
    assertThread();
    auto it = m_prepared.find(key);
    if (it == m_prepared.end()) {
        SqlStatement text = sql();
        auto statement = m_connection->prepare(text);
        it = m_prepared.emplace(key, Prepared{std::move(text), std::move(statement)}).first;
    }
    return {it->second.sql, *it->second.statement};
}

Statement Database::statement(const char *name)
{
    return prepared(name, [&] { return m_catalog.statement(QLatin1String(name)); });
}

Statement Database::composed(const QString &key, const std::function<SqlStatement(const SqlCatalog &)> &compose)
{
    return prepared(key.toStdString(), [&] { return compose(m_catalog); });
}

} // namespace hmsact::store
