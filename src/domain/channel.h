// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace hmsact::domain {

// An address that messages can go to: email:a@b, sms:+…, slack:#channel, webhook:https://…, console:role, hitl:role.
// Looks at the form only.
[[nodiscard]] bool isChannel(const QString &text);

enum class Channel { Email, Sms, Slack, Webhook, Console }; // hitl is the console
[[nodiscard]] QLatin1StringView toString(Channel);
[[nodiscard]] std::optional<Channel> channelFrom(QAnyStringView);

// Of an address that isChannel().
[[nodiscard]] Channel channelOf(const QString &address);
[[nodiscard]] QString targetOf(const QString &address); // what is behind the first colon

// As it is counted: one telephone number has one spelling, sms:+15551234567, and hitl:role is console:role.
[[nodiscard]] QString uniform(const QString &address);

// Whether a person reads it: email and sms.
[[nodiscard]] bool isPersonal(const QString &channel);

} // namespace hmsact::domain
