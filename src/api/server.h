// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"
#include "engine/core.h"

#include <memory>

namespace hmsact::api {

struct ApiSettings {
    QString address = QStringLiteral("127.0.0.1"); // an IP address, or "localhost"
    quint16 port = 8311; // 0: the system picks one
    QString tlsCertFile; // PEM, the chain; both empty: plain HTTP
    QString tlsKeyFile; // PEM
    QString publicUrl; // named in the description of the API; empty: the address served at
    bool virtualTime = false; // serve POST /sandbox/advance
    QByteArray operatorSecret; // an admin's token for the life of this process; empty: none
    QStringList refusedSecrets; // tokens that everybody knows: not honoured, whatever the database says
    bool isKnownToAll = false; // a sandbox, whose tokens everybody knows: closed to the pages of strangers
    HttpLimits limits;
    // Real time, by which people and machines at the page of a link are told apart; nothing: the system's.
    std::function<qint64()> realNowMs = {};
};

// The HTTP API of one core: routes, tokens, limits, in a thread of its own. The owner destroys it before the core.
class Server
{
public:
    Server(engine::Core &core, ApiSettings settings);
    ~Server(); // stop(0)

    // Looks at the pair before there is anything to serve; none is fine. Errors as of start().
    [[nodiscard]] static domain::Status certificateIsUsable(const QString &certFile, const QString &keyFile);

    // Binds, starts to serve and answers with the base URL, "http://127.0.0.1:8311"; call it once. Errors, one line each:
    // Invalid — no such address, or a certificate that cannot be used; Conflict — the port is in use; Unavailable — anything
    // else.
    [[nodiscard]] domain::Result<QString> start();

    // Reads the certificate and its key anew; what cannot be used leaves the old pair in place. Any thread.
    [[nodiscard]] domain::Status reloadCertificate();

    // Answers what is pending, waiting reserves with nothing, refuses what is new, for at most that long. Idempotent.
    void stop(qint64 drainMs);

    [[nodiscard]] int connections() const; // any thread

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hmsact::api
