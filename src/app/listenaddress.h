// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace hmsact::app {

// Where the HTTP API listens: an IP address and a port; port 0 lets the system choose one.
struct ListenAddress {
    QString host = QStringLiteral("127.0.0.1"); // a literal IPv4 or IPv6 address, without brackets
    quint16 port = 8311;

    // "127.0.0.1:8311", "[::1]:8311" or "localhost:8311". Invalid: another host name, no port, a port over
    // 65535.
    [[nodiscard]] static domain::Result<ListenAddress> parse(const QString &text);
    [[nodiscard]] bool isLoopback() const;
};

} // namespace hmsact::app
