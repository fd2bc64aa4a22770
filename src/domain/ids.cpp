// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ids.h"

#include <algorithm>
#include <array>
#include <limits>

namespace hmsact::domain {

namespace {

constexpr QLatin1StringView digits("0123456789abcdefghjkmnpqrstvwxyz");
constexpr int digitCount = 13; // 13 · 5 bits hold the 63 of a positive qint64
constexpr int prefixLength = 4;

QString encode(QLatin1StringView prefix, qint64 value)
{
    std::array<QChar, digitCount> text;
    auto rest = static_cast<quint64>(value);
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit) {
        *digit = digits[static_cast<qsizetype>(rest & 0x1f)];
        rest >>= 5;
    }
    return prefix + QString(text.data(), digitCount);
}

// Crockford: case does not matter, and letters taken for digits over the telephone are those digits.
qsizetype digitValue(QChar c)
{
    switch (const char16_t lower = c.toLower().unicode()) {
    case u'o':
        return 0;
    case u'i':
    case u'l':
        return 1;
    default:
        return lower < 0x80 ? digits.indexOf(QLatin1Char(static_cast<char>(lower))) : -1;
    }
}

std::optional<qint64> decode(QLatin1StringView prefix, QStringView text)
{
    if (text.size() != prefixLength + digitCount || !text.startsWith(prefix, Qt::CaseInsensitive)) {
        return {};
    }
    quint64 value = 0;
    for (const QChar c : text.sliced(prefixLength)) {
        const qsizetype digit = digitValue(c);
        if (digit < 0 || value >> 58 != 0) { // five more bits would not fit into 63
            return {};
        }
        value = value << 5 | static_cast<quint64>(digit);
    }
    return value == 0 ? std::nullopt : std::optional(static_cast<qint64>(value));
}

template <class Id>
std::optional<Id> idFrom(QLatin1StringView prefix, QStringView text)
{
    const std::optional<qint64> value = decode(prefix, text);
    return value ? std::optional(Id{*value}) : std::nullopt;
}

constexpr QLatin1StringView activityPrefix("act-");
constexpr QLatin1StringView taskPrefix("tsk-");
constexpr QLatin1StringView alertPrefix("alr-");
constexpr QLatin1StringView notificationPrefix("ntf-");
constexpr QLatin1StringView linkPrefix("lnk-");
constexpr QLatin1StringView rulePrefix("rul-");
constexpr QLatin1StringView tokenPrefix("tok-");

constexpr qint64 epochMs = 1'704'067'200'000; // 2024-01-01T00:00:00Z
constexpr quint32 counterEnd = 1U << 12;

} // namespace

QString ActivityId::toString() const { return encode(activityPrefix, value); }
QString TaskId::toString() const { return encode(taskPrefix, value); }
QString AlertId::toString() const { return encode(alertPrefix, value); }
QString NotificationId::toString() const { return encode(notificationPrefix, value); }
QString LinkId::toString() const { return encode(linkPrefix, value); }
QString RuleId::toString() const { return encode(rulePrefix, value); }
QString TokenId::toString() const { return encode(tokenPrefix, value); }

std::optional<ActivityId> ActivityId::fromString(QStringView text) { return idFrom<ActivityId>(activityPrefix, text); }
std::optional<TaskId> TaskId::fromString(QStringView text) { return idFrom<TaskId>(taskPrefix, text); }
std::optional<AlertId> AlertId::fromString(QStringView text) { return idFrom<AlertId>(alertPrefix, text); }
std::optional<NotificationId> NotificationId::fromString(QStringView text)
{
    return idFrom<NotificationId>(notificationPrefix, text);
}
std::optional<LinkId> LinkId::fromString(QStringView text) { return idFrom<LinkId>(linkPrefix, text); }
std::optional<RuleId> RuleId::fromString(QStringView text) { return idFrom<RuleId>(rulePrefix, text); }
std::optional<TokenId> TokenId::fromString(QStringView text) { return idFrom<TokenId>(tokenPrefix, text); }

WorkerId WorkerId::fromName(const QString &name)
{
    QString id;
    bool gap = false;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.category() == QChar::Mark_NonSpacing || c == u'\'') { // O'Neill is one word
            continue;
        }
        if (!c.isLetterOrNumber()) {
            gap = true;
            continue;
        }
        if (gap && !id.isEmpty()) {
            id += u'-';
        }
        gap = false;
        id += c;
    }
    return {id};
}

qint64 IdSource::next(qint64 nowMs)
{
    const qint64 sinceEpochMs = std::max<qint64>(nowMs - epochMs, 1);
    if (sinceEpochMs > m_lastMs) {
        m_lastMs = sinceEpochMs;
        m_counter = 0;
    } else if (++m_counter == counterEnd) { // borrow from the future rather than repeat or wait
        ++m_lastMs;
        m_counter = 0;
    }
    return m_lastMs << 22 | static_cast<qint64>(m_instance) << 12 | m_counter;
}

qint64 IdSource::firstAt(qint64 atMs)
{
    constexpr int shift = 22;
    return std::clamp<qint64>(atMs - epochMs, 0, std::numeric_limits<qint64>::max() >> shift) << shift;
}

} // namespace hmsact::domain
