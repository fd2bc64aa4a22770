// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/loop.h"
#include "engine/core.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <chrono>

namespace hmsact::api {

// Who calls: the actor that commands are said by, and a name that no other token shares.
struct Caller {
    QString id;
    domain::Actor actor;
    qint64 untilMs = 0; // the token expires; 0: never
};

[[nodiscard]] domain::Error unauthenticated();

// Finds out whose a bearer token is. Remembers what it learned, and nothing once any token has changed: a revoked one ends at
// once. After 2 s it is looked up anew, and for some seconds nobody waits for that. While the database is away, or does not
// answer, a route that says so is served for some minutes to whom it knew until then. identify() belongs to the loop's thread;
// must outlive the core's callbacks, so the owner stops the server first.
class Authenticator
{
public:
    using Handler = std::function<void(domain::Result<Caller>)>; // Unauthenticated, or what the core said

    struct Secrets {
        QByteArray operators; // an admin token of this process that no database knows; empty: there is none
        QStringList refused; // not valid, whatever the database says
    };
    enum class WhileAway { Refuse, GoByMemory };
    Authenticator(engine::Core &core, Loop loop, const Secrets &secrets);

    [[nodiscard]] bool knows(const QByteArray &secret) const; // it has been good, or is known not to be
    void identify(const QByteArray &secret, Handler handler, WhileAway whileAway = WhileAway::Refuse);
    void forget() // any thread
    {
        ++*m_generation;
        ++*m_revision;
    }

private:
    struct Known {
        domain::Token token;
        std::chrono::steady_clock::time_point until;
        quint64 generation = 0;
        quint64 revision = 0;
        bool isAskedFor = false; // it is being looked up anew
    };
    void lookUp(const QByteArray &secret, const QByteArray &hash, const Handler &tell, WhileAway whileAway);
    [[nodiscard]] bool isOperators(const QByteArray &hash) const;
    [[nodiscard]] domain::Result<Caller> callerOf(const domain::Token &token) const;
    [[nodiscard]] domain::Result<Caller> remembered(const QByteArray &hash, const domain::Error &otherwise) const;

    engine::Core &m_core;
    Loop m_loop;
    QByteArray m_operatorHash; // SHA-256, so that the comparison has one length
    QSet<QByteArray> m_refused; // by the SHA-256 of the secret
    QHash<QByteArray, Known> m_known; // by the SHA-256 of the secret
    std::shared_ptr<std::atomic<quint64>> m_generation = std::make_shared<std::atomic<quint64>>(0);
    std::shared_ptr<std::atomic<quint64>> m_revision =
        std::make_shared<std::atomic<quint64>>(0); // tokens are known to have changed
    std::unique_ptr<engine::Core::Subscription> m_subscription;
};

} // namespace hmsact::api
