// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/walltime.h"

#include <QTimeZone>

namespace hmsact::domain {

QString wallTime(qint64 atMs, const QString &timeZone)
{
    const QByteArray id = timeZone.toLatin1();
    const QTimeZone zone = QTimeZone::isTimeZoneIdAvailable(id) ? QTimeZone(id) : QTimeZone::utc();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs, zone);
    const QString name = zone.abbreviation(at);
    const bool isNumber = name.startsWith(u'+') || name.startsWith(u'-'); // of zones without a name: "-03"
    return at.toString(QStringLiteral("yyyy-MM-dd HH:mm ")) + (isNumber ? QStringLiteral("UTC") + name : name);
}

} // namespace hmsact::domain
