// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

namespace hmsact::store {

// SHA-256 over the previous event's hash (32 bytes, absent for the first event) followed by the fields activity, seq,
// atMs, actor, kind, task, detail — numbers in decimal, text in UTF-8 — each ended by one byte 0x1F, which none of them
// holds: names of actors are refused with control characters, JSON escapes them. A program that shares no code with this one
// can check it: tests/faults/check_invariants.py does.
[[nodiscard]] QByteArray eventHash(const QByteArray &previousHash, const domain::Event &event);

} // namespace hmsact::store
