// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hmsact::domain {

// An address that messages can go to: email:a@b, sms:+…, slack:#channel, webhook:https://…, console:role, hitl:role.
// Looks at the form only.
[[nodiscard]] bool isChannel(const QString &text);

// Whether a person reads it: email and sms.
[[nodiscard]] bool isPersonal(const QString &channel);

} // namespace hmsact::domain
