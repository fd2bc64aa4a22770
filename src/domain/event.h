// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QByteArray>
#include <QJsonObject>

namespace hmsact::domain {

// One entry of the record: who, what, when, before → after. Never changed, never deleted.
struct Event {
    ActivityId activity; // 0: the installation's own chain (workers, tokens)
    qint64 seq = 0; // 1, 2, 3 … in its chain, without a gap
    qint64 atMs = 0;
    QString actor;
    QString kind; // "task.completed", "activity.created", "worker.registered", …
    TaskId task; // 0: about the activity itself
    QByteArray detail; // JSON object, compact; hashed as it stands, byte by byte
    QByteArray hash; // 32 bytes
};

} // namespace hmsact::domain
