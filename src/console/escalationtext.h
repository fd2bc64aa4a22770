// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

namespace hmsact::console {

// “Rule “Late work” reassigned it to bot-7”, from what a firing says of itself ({"then", "worker_id", "step", …}).
[[nodiscard]] QString firingText(const QString &rule, const QJsonObject &outcome);
// The last of them, how long ago, and how many there were; empty when no rule acted.
[[nodiscard]] QString escalatedText(const domain::Escalated &escalated, qint64 nowMs);

} // namespace hmsact::console
