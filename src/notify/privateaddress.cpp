// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/privateaddress.h"

#include <QHostAddress>

#include <algorithm>

namespace hmsact::notify {

bool isPrivate(const sockaddr &address)
{
    QHostAddress host(&address);
    bool isV4 = false;
    if (const quint32 v4 = host.toIPv4Address(&isV4); isV4) // also one dressed as IPv6
        host = QHostAddress(v4);
    static const auto subnets = [] {
        QList<QPair<QHostAddress, int>> list;
        for (const char *text : {"0.0.0.0/8",     "10.0.0.0/8",      "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16",
                                 "172.16.0.0/12", "192.0.0.0/24",    "192.0.2.0/24",   "192.88.99.0/24", "192.168.0.0/16",
                                 "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",    "::/96",
                                 "64:ff9b::/96",  "64:ff9b:1::/48",  "100::/64",       "2001::/23",      "2001:db8::/32",
                                 "2002::/16",     "fc00::/7",        "fe80::/10",      "fec0::/10",      "ff00::/8"})
            list << QHostAddress::parseSubnet(QString::fromLatin1(text));
        return list;
    }();
    return host.isNull()
        || std::any_of(subnets.begin(), subnets.end(), [&](const auto &subnet) { return host.isInSubnet(subnet); });
}

} // namespace hmsact::notify
