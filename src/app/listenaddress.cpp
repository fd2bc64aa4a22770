// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listenaddress.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

namespace hmsact::app {
namespace {

// Only what a person would write: toUShort() alone would take " +80 ".
std::optional<quint16> portFrom(const QString &text)
{
    const bool digits = !text.isEmpty() && text.size() <= 5
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool ok = false;
    const quint16 port = text.toUShort(&ok);
    return digits && ok ? std::optional(port) : std::nullopt;
}

} // namespace

domain::Result<ListenAddress> ListenAddress::parse(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed)
        host = host.mid(1, host.size() - 2);
    if (host == QStringLiteral("localhost"))
        host = QStringLiteral("127.0.0.1");

    const QHostAddress address(host);
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    if (colon < 1 || address.isNull() || isV6 != bracketed)
        return domain::makeError(domain::ErrorCode::Invalid,
                                 QT_TRANSLATE_NOOP("Error", "\"%1\" is not of the form ADDRESS:PORT"), {text});
    const std::optional<quint16> port = portFrom(text.mid(colon + 1));
    if (!port)
        return domain::makeError(domain::ErrorCode::Invalid,
                                 QT_TRANSLATE_NOOP("Error", "\"%1\" is not a port from 0 to 65535"), {text.mid(colon + 1)});
    return ListenAddress{address.toString(), *port};
}

bool ListenAddress::isLoopback() const { return QHostAddress(host).isLoopback(); }

} // namespace hmsact::app
