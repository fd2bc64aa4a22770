// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duration.h"

#include "domain/limits.h"
#include "domain/textrules.h"

#include <array>

namespace hmsact::domain {

namespace {

struct Unit {
    char16_t letter;
    qint64 ms;
};
using namespace limits;
constexpr std::array<Unit, 5> plainUnits{
    {{u'w', 7 * msPerDay}, {u'd', msPerDay}, {u'h', msPerHour}, {u'm', msPerMinute}, {u's', msPerSecond}}};
constexpr std::array<Unit, 2> isoDateUnits{{{u'W', 7 * msPerDay}, {u'D', msPerDay}}};
constexpr std::array<Unit, 3> isoTimeUnits{{{u'H', msPerHour}, {u'M', msPerMinute}, {u'S', msPerSecond}}};

constexpr const char *unreadable =
    QT_TRANSLATE_NOOP("Error", "“%1” is no duration; write for example 90s, 15m, 2h, 3d, 1w, 1h30m or PT2H");
constexpr const char *notPositive = QT_TRANSLATE_NOOP("Error", "a duration must be longer than zero");
constexpr const char *tooLong = QT_TRANSLATE_NOOP("Error", "a duration must not be longer than ten years");

// Reads "<digits><letter>" repeatedly, with letters in the order of `units`, each at most once.
// Answers nothing when the text is not of that form.
template <size_t count>
std::optional<qint64> readParts(QStringView text, const std::array<Unit, count> &units)
{
    qint64 totalMs = 0;
    auto unit = units.begin();
    while (!text.isEmpty()) {
        qint64 number = 0;
        qsizetype length = 0;
        while (length < text.size() && text[length] >= u'0' && text[length] <= u'9') {
            number = std::min(number * 10 + (text[length].unicode() - u'0'), durationMaxMs + 1);
            ++length;
        }
        if (length == 0 || length == text.size()) {
            return {};
        }
        unit = std::find_if(unit, units.end(), [&](const Unit &u) { return text[length] == u.letter; });
        if (unit == units.end()) {
            return {};
        }
        totalMs += std::min(number, durationMaxMs / unit->ms + 1) * unit->ms; // a few times the limit at most
        ++unit;
        text = text.sliced(length + 1);
    }
    return totalMs;
}

std::optional<qint64> readIso(QStringView afterP)
{
    const qsizetype t = afterP.indexOf(u'T');
    const QStringView date = t < 0 ? afterP : afterP.first(t);
    const QStringView time = t < 0 ? QStringView() : afterP.sliced(t + 1);
    if ((date.isEmpty() && time.isEmpty()) || (t >= 0 && time.isEmpty())) {
        return {};
    }
    const std::optional<qint64> dateMs = readParts(date, isoDateUnits);
    const std::optional<qint64> timeMs = readParts(time, isoTimeUnits);
    return dateMs && timeMs ? std::optional(*dateMs + *timeMs) : std::nullopt;
}

} // namespace

Result<qint64> parseDuration(QStringView text, const QString &pointer)
{
    const bool negative = text.startsWith(u'-');
    const QStringView size = negative ? text.sliced(1) : text;
    const std::optional<qint64> ms = size.isEmpty() ? std::nullopt
        : size.startsWith(u'P')                     ? readIso(size.sliced(1))
                                                    : readParts(size, plainUnits);
    if (!ms) {
        return invalidField(pointer, unreadable, {quoted(text.toString())});
    }
    if (negative || *ms == 0) {
        return invalidField(pointer, notPositive);
    }
    if (*ms > durationMaxMs) {
        return invalidField(pointer, tooLong);
    }
    return *ms;
}

QString formatDuration(qint64 ms)
{
    qint64 rest = (ms + msPerSecond / 2) / msPerSecond * msPerSecond;
    if (rest <= 0) {
        return QStringLiteral("0s");
    }
    QString text;
    for (const Unit &unit : plainUnits) {
        const bool whole = rest % unit.ms == 0;
        if (rest < unit.ms || (unit.letter == u'w' && !whole)) { // "10d" reads better than "1w3d"
            continue;
        }
        text += QString::number(rest / unit.ms) + QChar(unit.letter);
        rest %= unit.ms;
    }
    return text;
}

} // namespace hmsact::domain
