// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/loop.h"
#include "engine/core.h"

#include <QByteArray>
#include <QHash>

#include <chrono>

namespace hmsact::api {

// Who calls: the actor that commands are said by, and a name that no other token shares.
struct Caller {
    QString id;
    domain::Actor actor;
};

// Finds out whose a bearer token is. Remembers what it learned for at most 2 s, and nothing once any token
// has changed: a revoked one ends at once. identify() belongs to the loop's thread; must outlive the core's callbacks, so
// the owner stops the server first.
class Authenticator
{
public:
    using Handler = std::function<void(domain::Result<Caller>)>; // Unauthenticated, or what the core said

    // `operatorSecret` is an admin token of this process that no database knows; empty: there is none.
    Authenticator(engine::Core &core, Loop loop, const QByteArray &operatorSecret);

    void identify(const QByteArray &secret, Handler handler);
    void forget() { ++*m_generation; } // any thread

private:
    struct Known {
        domain::Token token;
        std::chrono::steady_clock::time_point until;
        quint64 generation = 0;
    };
    [[nodiscard]] domain::Result<Caller> callerOf(const domain::Token &token) const;

    engine::Core &m_core;
    Loop m_loop;
    QByteArray m_operatorHash; // SHA-256, so that the comparison has one length
    QHash<QByteArray, Known> m_known; // by the SHA-256 of the secret
    std::shared_ptr<std::atomic<quint64>> m_generation = std::make_shared<std::atomic<quint64>>(0);
    std::unique_ptr<engine::Core::Subscription> m_subscription;
};

} // namespace hmsact::api
