// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel.h"

#include "domain/enumtext.h"

#include <QRegularExpression>

namespace hmsact::domain {

bool isChannel(const QString &text)
{
    // No blank, quote, bracket, comma or semicolon anywhere: the address ends up in headers and lists of addresses.
    static const QRegularExpression form(QStringLiteral(R"(\A(?:email:[^\s@<>"'(),:;\\\[\]]+@[^\s@<>"'(),:;\\\[\]]+)"
                                                        R"(|sms:\+[0-9](?:[-. ]?[0-9]){5,14})"
                                                        R"(|slack:#[^\s<>"'#,;]{1,80})"
                                                        R"(|webhook:https://[^\s<>"'/?#@]+(?:[/?#][^\s<>"']*)?)"
                                                        R"(|(?:console|hitl):[A-Za-z0-9_.-]{1,80})\z)"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(text).hasMatch();
}

static constexpr auto channels = enumTexts<Channel>("email", "sms", "slack", "webhook", "console");

QLatin1StringView toString(Channel value) { return channels.text(value); }
std::optional<Channel> channelFrom(QAnyStringView text) { return channels.value(text); }

Channel channelOf(const QString &address) { return channels.value(address.section(u':', 0, 0)).value_or(Channel::Console); }

QString targetOf(const QString &address) { return address.section(u':', 1); }

QString uniform(const QString &address)
{
    if (channelOf(address) != Channel::Sms)
        return address;
    QString number = targetOf(address);
    number.removeIf([](QChar c) { return c != u'+' && !c.isDigit(); });
    return QLatin1StringView("sms:") + number;
}

bool isPersonal(const QString &channel)
{
    return channel.startsWith(QLatin1StringView("email:")) || channel.startsWith(QLatin1StringView("sms:"));
}

} // namespace hmsact::domain
