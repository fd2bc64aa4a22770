// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/waiting.h"

namespace hmsact::console {

// Why nobody works on a task, in one line; times as they are read here.
[[nodiscard]] QString text(const domain::WaitingReason &reason, qint64 nowMs);

} // namespace hmsact::console
