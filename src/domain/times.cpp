// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/textrules.h"
#include "domain/timetext.h"

#include <charconv>
#include <chrono>

namespace hmsact::domain {

namespace {

constexpr const char *unreadable = QT_TRANSLATE_NOOP("Error", "“%1” is no time; write for example 2026-11-22T16:00:00Z");

// Takes exactly `width` ASCII digits off the front.
std::optional<int> takeNumber(QStringView &rest, qsizetype width)
{
    if (rest.size() < width) {
        return {};
    }
    int value = 0;
    for (const QChar c : rest.first(width)) {
        if (c < u'0' || c > u'9') {
            return {};
        }
        value = value * 10 + (c.unicode() - u'0');
    }
    rest = rest.sliced(width);
    return value;
}

bool take(QStringView &rest, char16_t expected)
{
    const bool found = rest.startsWith(expected);
    rest = rest.sliced(found ? 1 : 0);
    return found;
}

std::optional<qint64> readDate(QStringView &rest)
{
    using namespace std::chrono;
    const std::optional<int> y = takeNumber(rest, 4);
    const bool afterYear = take(rest, u'-');
    const std::optional<int> m = takeNumber(rest, 2);
    const bool afterMonth = take(rest, u'-');
    const std::optional<int> d = takeNumber(rest, 2);
    if (!y || !afterYear || !m || !afterMonth || !d) {
        return {};
    }
    const year_month_day date{year(*y), month(unsigned(*m)), day(unsigned(*d))};
    return date.ok() ? std::optional<qint64>(sys_days(date).time_since_epoch().count() * limits::msPerDay) : std::nullopt;
}

std::optional<qint64> readHoursAndMinutes(QStringView &rest)
{
    const std::optional<int> hours = takeNumber(rest, 2);
    const bool colon = take(rest, u':');
    const std::optional<int> minutes = takeNumber(rest, 2);
    if (!hours || *hours > 23 || !colon || !minutes || *minutes > 59) {
        return {};
    }
    return *hours * limits::msPerHour + *minutes * limits::msPerMinute;
}

std::optional<qint64> readSeconds(QStringView &rest)
{
    const bool colon = take(rest, u':');
    const std::optional<int> seconds = takeNumber(rest, 2);
    if (!colon || !seconds || *seconds > 59) {
        return {};
    }
    qint64 ms = *seconds * limits::msPerSecond;
    if (take(rest, u'.')) {
        std::optional<int> digit = takeNumber(rest, 1);
        if (!digit) {
            return {};
        }
        for (int weightMs = 100; digit; weightMs /= 10) { // digits beyond the third weigh nothing
            ms += *digit * weightMs;
            digit = takeNumber(rest, 1);
        }
    }
    return ms;
}

std::optional<qint64> readOffset(QStringView &rest)
{
    if (take(rest, u'Z') || take(rest, u'z')) {
        return 0;
    }
    const bool east = rest.startsWith(u'+');
    if (!east && !rest.startsWith(u'-')) {
        return {};
    }
    rest = rest.sliced(1);
    const std::optional<qint64> ms = readHoursAndMinutes(rest);
    return ms ? std::optional(east ? *ms : -*ms) : std::nullopt;
}

std::optional<qint64> readTime(QStringView rest)
{
    const std::optional<qint64> dateMs = readDate(rest);
    if (!dateMs || !(take(rest, u'T') || take(rest, u't'))) {
        return {};
    }
    const std::optional<qint64> clockMs = readHoursAndMinutes(rest);
    const std::optional<qint64> secondsMs = clockMs ? readSeconds(rest) : std::nullopt;
    const std::optional<qint64> offsetMs = secondsMs ? readOffset(rest) : std::nullopt;
    if (!offsetMs || !rest.isEmpty()) {
        return {};
    }
    return *dateMs + *clockMs + *secondsMs - *offsetMs;
}

} // namespace

Result<qint64> parseTime(const QString &text, const QString &pointer)
{
    const std::optional<qint64> atMs = readTime(text);
    if (!atMs || *atMs <= 0) { // 0 means "none" everywhere
        return invalidField(pointer, unreadable, {quoted(text)});
    }
    return *atMs;
}

TimeText::TimeText(qint64 atMs)
{
    using namespace std::chrono;
    const sys_time<milliseconds> at{milliseconds(atMs)};
    const sys_days midnight = floor<days>(at);
    const year_month_day date(midnight);
    const hh_mm_ss clock(at - midnight);
    append(int(date.year()), 4, '-');
    append(unsigned(date.month()), 2, '-');
    append(unsigned(date.day()), 2, 'T');
    append(clock.hours().count(), 2, ':');
    append(clock.minutes().count(), 2, ':');
    append(clock.seconds().count(), 2, '.');
    append(clock.subseconds().count(), 3, 'Z');
}

void TimeText::append(qint64 value, int width, char after)
{
    std::array<char, 20> digits;
    const auto size = std::to_chars(digits.begin(), digits.end(), value).ptr - digits.begin();
    char *out = std::fill_n(m_text.data() + m_size, std::max<qsizetype>(0, width - size), '0');
    out = std::copy_n(digits.data(), size, out);
    *out++ = after;
    m_size = out - m_text.data();
}

QString formatTime(qint64 atMs) { return TimeText(atMs).view(); }

QJsonValue timeOrNull(qint64 atMs) { return atMs == 0 ? QJsonValue() : QJsonValue(formatTime(atMs)); }

} // namespace hmsact::domain
