// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/authenticator.h"

#include <QCryptographicHash>

#include <openssl/crypto.h>

namespace hmsact::api {

namespace {

constexpr std::chrono::seconds rememberedFor{2};
constexpr std::chrono::seconds goesOnFor{10}; // beyond that, while it is looked up anew
constexpr std::chrono::minutes rememberedWhileAwayFor{15};
constexpr std::chrono::seconds isAwayAfter{1}; // without an answer
constexpr qsizetype knownMax = 1000; // callers at a time; forgetting costs a look-up

QByteArray hashOf(const QByteArray &secret) { return QCryptographicHash::hash(secret, QCryptographicHash::Sha256); }

} // namespace

domain::Error unauthenticated()
{
    return domain::makeError(domain::ErrorCode::Unauthenticated,
                             QT_TRANSLATE_NOOP("Error", "This needs a valid token: Authorization: Bearer …"));
}

Authenticator::Authenticator(engine::Core &core, Loop loop, const Secrets &secrets)
    : m_core(core), m_loop(std::move(loop)),
      m_operatorHash(secrets.operators.isEmpty() ? QByteArray() : hashOf(secrets.operators))
{
    for (const QString &secret : secrets.refused)
        m_refused.insert(hashOf(secret.toUtf8()));
    m_subscription = m_core.subscribe([generation = m_generation, revision = m_revision](const domain::ChangeSet &changes) {
        if (changes.mayConcernTokens())
            ++*generation;
        if (changes.tokens)
            ++*revision;
    });
}

bool Authenticator::isOperators(const QByteArray &hash) const
{
    return !m_operatorHash.isEmpty()
        && CRYPTO_memcmp(hash.constData(), m_operatorHash.constData(), static_cast<size_t>(hash.size())) == 0;
}

bool Authenticator::knows(const QByteArray &secret) const
{
    const QByteArray hash = hashOf(secret);
    return secret.isEmpty() || m_refused.contains(hash) || isOperators(hash) || m_known.contains(hash);
}

void Authenticator::identify(const QByteArray &secret, Handler handler, WhileAway whileAway)
{
    if (secret.isEmpty())
        return handler(unauthenticated());
    const QByteArray hash = hashOf(secret);
    if (m_refused.contains(hash))
        return handler(unauthenticated());
    if (isOperators(hash))
        return handler(Caller{QStringLiteral("operator"), {QStringLiteral("operator"), domain::Role::Admin, {}}, 0});

    const auto now = std::chrono::steady_clock::now();
    if (const auto known = m_known.find(hash); known != m_known.end() && known->generation == *m_generation) {
        const bool isFresh = now < known->until;
        if (isFresh || now < known->until + goesOnFor) {
            const domain::Result<Caller> caller = callerOf(known->token);
            if (!isFresh && !std::exchange(known->isAskedFor, true))
                lookUp(
                    secret, hash, [](const domain::Result<Caller> &) {}, WhileAway::Refuse);
            return handler(caller);
        }
    }

    const auto tell = [handler = std::move(handler), isTold = std::make_shared<bool>(false)](domain::Result<Caller> caller) {
        if (!std::exchange(*isTold, true))
            handler(std::move(caller));
    };
    if (whileAway == WhileAway::GoByMemory)
        m_loop.postAfter(isAwayAfter, [this, hash, tell] {
            if (domain::Result<Caller> caller = remembered(hash, unauthenticated()))
                tell(std::move(caller));
        });
    lookUp(secret, hash, tell, whileAway);
}

void Authenticator::lookUp(const QByteArray &secret, const QByteArray &hash, const Handler &tell, WhileAway whileAway)
{
    // What is learned counts as old when a token changes while the question is under way.
    m_core.ask(domain::FindToken{QString::fromUtf8(secret)},
               [this, hash, whileAway, tell, generation = m_generation->load(), revision = m_revision->load(),
                loop = m_loop](domain::Result<domain::QueryAnswer> answer) {
                   loop.post([this, hash, whileAway, generation, revision, tell, answer = std::move(answer)] {
                       if (!answer && answer.error().code == domain::ErrorCode::NotFound) {
                           m_known.remove(hash);
                           return tell(unauthenticated());
                       }
                       if (const auto known = m_known.find(hash); known != m_known.end())
                           known->isAskedFor = false;
                       if (!answer && whileAway == WhileAway::GoByMemory)
                           return tell(remembered(hash, answer.error()));
                       if (!answer)
                           return tell(answer.error());
                       if (m_known.size() >= knownMax)
                           m_known.clear();
                       const auto &token = std::get<domain::Token>(*answer);
                       m_known.insert(hash, {token, std::chrono::steady_clock::now() + rememberedFor, generation, revision});
                       tell(callerOf(token));
                   });
               });
}

domain::Result<Caller> Authenticator::remembered(const QByteArray &hash, const domain::Error &otherwise) const
{
    const auto known = m_known.constFind(hash);
    if (known == m_known.constEnd() || known->revision != *m_revision
        || std::chrono::steady_clock::now() > known->until + rememberedWhileAwayFor)
        return otherwise;
    return callerOf(known->token);
}

domain::Result<Caller> Authenticator::callerOf(const domain::Token &token) const
{
    if (token.revokedAtMs > 0 || (token.expiresAtMs > 0 && token.expiresAtMs <= m_core.nowMs()))
        return unauthenticated();
    return Caller{QString::number(token.id), {token.name, token.role, token.worker}, token.expiresAtMs};
}

} // namespace hmsact::api
