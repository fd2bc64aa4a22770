// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "store/database.h"

namespace hmsact::store {

// Bearer tokens; of the secret only a hash is stored. Every function must run inside transact() or read() of
// `database` and throws SqlError.
class TokenStore
{
public:
    explicit TokenStore(Database &database) : m_database(database) { }

    // BLAKE2b-256; the secrets carry 256 bits of chance, so no slow hash is needed.
    [[nodiscard]] static QByteArray hash(const QString &secret);
    [[nodiscard]] static QString newSecret(); // "hmsact_" and 43 characters

    [[nodiscard]] std::vector<domain::Token> all();
    [[nodiscard]] std::optional<domain::Token> valid(const QString &secret, qint64 nowMs); // neither expired nor revoked
    [[nodiscard]] std::optional<domain::Token> bySecret(const QString &secret);
    [[nodiscard]] std::optional<domain::Token> byId(qint64 id);
    void insert(const domain::Token &token, const QString &secret);
    void revoke(qint64 id, qint64 nowMs);

private:
    Database &m_database;
};

} // namespace hmsact::store
