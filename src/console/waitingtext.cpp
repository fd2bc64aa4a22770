// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/waitingtext.h"

#include "console/timetext.h"
#include "console/words.h"

#include <QDateTime>

namespace hmsact::console {

QString text(const domain::WaitingReason &reason, qint64 nowMs)
{
    domain::Message line = reason.text;
    for (QString &part : line.args) {
        const QDateTime at = part.endsWith(u'Z') ? QDateTime::fromString(part, Qt::ISODateWithMs) : QDateTime();
        if (at.isValid())
            part = instantText(at.toMSecsSinceEpoch(), nowMs);
    }
    return text(line);
}

} // namespace hmsact::console
