// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel.h"

#include "domain/enumtext.h"

#include <QRegularExpression>
#include <QUrl>

namespace hmsact::domain {

namespace {

// A host as a name: its labels neither begin nor end with a hyphen; `more` is what they may hold besides letters and digits.
QString hostName(const QString &more)
{
    const QString inner = QStringLiteral(R"(\p{L}\p{M}\p{N})") + more;
    return QStringLiteral(R"([%1](?:[%1-]{0,61}[%1])?(?:\.[%1](?:[%1-]{0,61}[%1])?)*)").arg(inner);
}

// What is behind “webhook:”; the form below lets no blank, quote or “user@” pass.
bool isHook(const QString &text)
{
    static const QRegularExpression name(QStringLiteral(R"(\A%1\.?\z)").arg(hostName(QStringLiteral("_"))));
    const QUrl url(text, QUrl::StrictMode);
    const QString host = url.host();
    const bool isNumber = host.contains(u':'); // of IPv6, which QUrl has looked at
    return url.isValid() && url.port(1) > 0 && (isNumber || name.match(host).hasMatch());
}

} // namespace

bool isChannel(const QString &text)
{
    // No blank, quote, bracket, comma or semicolon in a mail address: it ends up in headers and lists of addresses.
    static const QString word = QStringLiteral(R"([\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)"); // atext of RFC 5322 and 6532
    static const QRegularExpression form(QStringLiteral(R"(\A(?:email:)") + word + QStringLiteral(R"((?:\.)") + word
                                             + QStringLiteral(")*@") + hostName({})
                                             + QStringLiteral(R"(|sms:\+[1-9](?:[-. ]?[0-9]){5,14})"
                                                              R"(|slack:#[^\s<>"'#,;]{1,80})"
                                                              R"(|webhook:https://[^\s<>"'/?#@]+(?:[/?#][^\s<>"']*)?)"
                                                              R"(|(?:console|hitl):[A-Za-z0-9_.-]{1,80})\z)"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(text).hasMatch() && (!text.startsWith(QLatin1StringView("webhook:")) || isHook(targetOf(text)));
}

static constexpr auto channels = enumTexts<Channel>("email", "sms", "slack", "webhook", "console");

QLatin1StringView toString(Channel value) { return channels.text(value); }
std::optional<Channel> channelFrom(QAnyStringView text) { return channels.value(text); }

Channel channelOf(const QString &address) { return channels.value(address.section(u':', 0, 0)).value_or(Channel::Console); }

QString targetOf(const QString &address) { return address.section(u':', 1); }

QString uniform(const QString &address)
{
    if (channelOf(address) == Channel::Console)
        return QLatin1StringView("console:") + targetOf(address);
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
