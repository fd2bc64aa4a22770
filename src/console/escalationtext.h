// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

namespace hmsact::console {

// “Rule “Late work” reassigned it to bot-7”, from what a firing says of itself ({"then", "worker_id", "step", …}).
[[nodiscard]] QString firingText(const QString &rule, const QJsonObject &outcome);
// The same of what the record says of it, with the version of the rule and when the step was to come: “… (step 1, version 3,
// due 14:10, fired 14:12)”.
[[nodiscard]] QString firedText(const QJsonObject &detail, qint64 atMs);
// Why it fired: what its trigger saw and how the task stood then, as `valuesOf()` wrote it down; empty for what is older.
[[nodiscard]] QString valuesText(const QJsonObject &values, qint64 nowMs);
// The last of them, how long ago, and how many there were; empty when no rule acted.
[[nodiscard]] QString escalatedText(const domain::Escalated &escalated, qint64 nowMs);

} // namespace hmsact::console
