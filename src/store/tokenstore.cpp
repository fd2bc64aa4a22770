// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tokenstore.h"

#include <sodium.h>

namespace hmsact::store {

using domain::Token;

static Token tokenOf(const Statement &s)
{
    return {s.integer(0), s.text(1), s.value(2, domain::roleFrom), {s.text(3)}, s.integer(4), s.integer(5), s.integer(6)};
}

static unsigned char *bytes(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }

QByteArray TokenStore::hash(const QString &secret)
{
    const QByteArray text = secret.toUtf8();
    QByteArray result(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(bytes(result), static_cast<size_t>(result.size()),
                       reinterpret_cast<const unsigned char *>(text.constData()),
                       static_cast<unsigned long long>(text.size()), nullptr, 0);
    return result;
}

QString TokenStore::newSecret()
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot be initialised");
    QByteArray random(32, Qt::Uninitialized);
    randombytes_buf(random.data(), static_cast<size_t>(random.size()));
    return QStringLiteral("hmsact_")
        + QString::fromLatin1(random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::vector<Token> TokenStore::all()
{
    std::vector<Token> result;
    Statement s = m_database.statement("token.all");
    while (s.next())
        result.push_back(tokenOf(s));
    return result;
}

std::optional<Token> TokenStore::valid(const QString &secret, qint64 nowMs)
{
    Statement s = m_database.statement("token.by_hash");
    return s.bind(hash(secret), nowMs).next() ? std::optional(tokenOf(s)) : std::nullopt;
}

std::optional<Token> TokenStore::bySecret(const QString &secret)
{
    Statement s = m_database.statement("token.by_any_hash");
    return s.bind(hash(secret)).next() ? std::optional(tokenOf(s)) : std::nullopt;
}

std::optional<Token> TokenStore::byId(qint64 id)
{
    Statement s = m_database.statement("token.by_id");
    return s.bind(id).next() ? std::optional(tokenOf(s)) : std::nullopt;
}

void TokenStore::insert(const Token &t, const QString &secret)
{
    m_database.statement("token.insert")
        .bind(t.id, t.name, domain::toString(t.role), t.worker.value, hash(secret), t.createdAtMs, t.expiresAtMs)
        .execute();
}

void TokenStore::revoke(qint64 id, qint64 nowMs) { m_database.statement("token.revoke").bind(nowMs, id).execute(); }

} // namespace hmsact::store
