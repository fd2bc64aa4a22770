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

// SHA-256 over the previous event's hash (32 bytes, absent for the first event) followed by the fields activity, seq,
// atMs, actor, kind, task, detail — numbers in decimal, text in UTF-8 — each ended by one byte 0x1F, which none of them
// holds: names of actors are refused with control characters, JSON escapes them. A program that shares no code with this one
// can check it: tests/faults/check_invariants.py does.
[[nodiscard]] QByteArray eventHash(const QByteArray &previousHash, const Event &event);

} // namespace hmsact::domain
