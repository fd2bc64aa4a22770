// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core.h"

#include <QJsonObject>
#include <QUrl>

#include <stdexcept>

namespace hmsact::cli {

// HTTP/1.1 over a bare socket of this machine, so that the server is measured and not its client: one connection, one call at a
// time. Throws std::runtime_error for what is not answered within a minute, or with anything but 200 and 201.
class BenchConnection
{
public:
    BenchConnection(const QUrl &url, const QString &token); // of 127.0.0.1
    ~BenchConnection();
    Q_DISABLE_COPY_MOVE(BenchConnection)

    QJsonObject post(const QByteArray &path, const QJsonObject &body); // below /api/v1; → the answer's body
    QByteArray get(const QByteArray &path);

private:
    QByteArray call(const QByteArray &what, const QByteArray &body);

    const QByteArray m_head;
    const int m_socket;
};

[[nodiscard]] domain::Error overHttpFailed(const std::runtime_error &why);

[[nodiscard]] domain::Result<QString> benchToken(engine::Core &core); // a new one, an admin's

} // namespace hmsact::cli
