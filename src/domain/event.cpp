// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/event.h"

#include <QCryptographicHash>

namespace hmsact::domain {

QByteArray eventHash(const QByteArray &previousHash, const Event &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previousHash);
    for (const QByteArray &field :
         {QByteArray::number(event.activity.value), QByteArray::number(event.seq), QByteArray::number(event.atMs),
          event.actor.toUtf8(), event.kind.toUtf8(), QByteArray::number(event.task.value), event.detail}) {
        hash.addData(field);
        hash.addData(QByteArrayView("\x1f", 1));
    }
    return hash.result();
}

} // namespace hmsact::domain
