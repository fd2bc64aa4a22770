// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/notification.h"

#include "domain/enumtext.h"

namespace hmsact::domain {

namespace {

constexpr auto notificationStates = enumTexts<NotificationState>("queued", "sending", "sent", "dead", "withdrawn");
constexpr auto kinds = enumTexts<NotificationKind>("escalation", "alert", "assignment", "test");

} // namespace

QLatin1StringView toString(NotificationState value) { return notificationStates.text(value); }
QLatin1StringView toString(NotificationKind value) { return kinds.text(value); }
std::optional<NotificationState> notificationStateFrom(QAnyStringView text) { return notificationStates.value(text); }
std::optional<NotificationKind> notificationKindFrom(QAnyStringView text) { return kinds.value(text); }

} // namespace hmsact::domain
