// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workingtime.h"

#include "domain/limits.h"

#include <algorithm>
#include <limits>

namespace hmsact::domain {

using limits::msPerDay;
using limits::msPerMinute;

static qint64 dayOf(qint64 localMs) { return localMs >= 0 ? localMs / msPerDay : -((-localMs - 1) / msPerDay) - 1; }

static Span common(Span a, Span b) { return {std::max(a.fromMs, b.fromMs), std::min(a.toMs, b.toMs)}; }

WorkingTime::WorkingTime(const Calendar &calendar)
    : m_always(isBuiltIn(calendar.name)), m_zone(calendar.timeZone.toLatin1()), m_week(calendar.week)
{
    const QDate start(1970, 1, 1);
    for (const Holiday &holiday : calendar.holidays)
        m_holidays.push_back(start.daysTo(holiday.date));
}

const WorkingTime &WorkingTime::always()
{
    static const WorkingTime hours;
    return hours;
}

WorkingTime::Stretch WorkingTime::stretchAt(qint64 atMs) const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC);
    const QDateTime begin = m_zone.previousTransition(at.addMSecs(1)).atUtc;
    const QDateTime end = m_zone.nextTransition(at).atUtc;
    return {{begin.isValid() ? begin.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min(),
             end.isValid() ? end.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max()},
            m_zone.offsetFromUtc(at) * limits::msPerSecond};
}

const std::vector<DayHours> &WorkingTime::hoursOf(qint64 day) const
{
    static const std::vector<DayHours> none;
    constexpr qint64 thursday = 3; // 1970-01-01 was one
    if (std::ranges::binary_search(m_holidays, day))
        return none;
    return m_week[size_t(((day + thursday) % 7 + 7) % 7)];
}

// Visits the stretches of work in [fromMs, toMs) in order, until `visit` answers false.
template <class Visit>
void WorkingTime::forwards(qint64 fromMs, qint64 toMs, Visit visit) const
{
    while (fromMs < toMs) {
        const Stretch stretch = stretchAt(fromMs);
        const Span inside = common(stretch.span, {fromMs, toMs});
        for (qint64 day = dayOf(inside.fromMs + stretch.offsetMs);; ++day) {
            const qint64 midnightMs = day * msPerDay - stretch.offsetMs;
            if (midnightMs >= inside.toMs)
                break;
            for (const DayHours &h : hoursOf(day)) {
                const Span work =
                    common(inside, {midnightMs + h.fromMinute * msPerMinute, midnightMs + h.toMinute * msPerMinute});
                if (work.fromMs < work.toMs && !visit(work))
                    return;
            }
        }
        fromMs = inside.toMs;
    }
}

// The same from the end.
template <class Visit>
void WorkingTime::backwards(qint64 fromMs, qint64 toMs, Visit visit) const
{
    while (fromMs < toMs) {
        const Stretch stretch = stretchAt(toMs - 1);
        const Span inside = common(stretch.span, {fromMs, toMs});
        for (qint64 day = dayOf(inside.toMs - 1 + stretch.offsetMs);; --day) {
            const qint64 midnightMs = day * msPerDay - stretch.offsetMs;
            if (midnightMs + msPerDay <= inside.fromMs)
                break;
            const std::vector<DayHours> &hours = hoursOf(day);
            for (auto h = hours.rbegin(); h != hours.rend(); ++h) {
                const Span work =
                    common(inside, {midnightMs + h->fromMinute * msPerMinute, midnightMs + h->toMinute * msPerMinute});
                if (work.fromMs < work.toMs && !visit(work))
                    return;
            }
        }
        toMs = inside.fromMs;
    }
}

std::optional<qint64> WorkingTime::after(qint64 startMs, qint64 workMs) const
{
    if (m_always || workMs == 0)
        return startMs + workMs;
    std::optional<qint64> found;
    forwards(startMs, startMs + limits::workingHorizonMs, [&](const Span &work) {
        if (workMs <= work.toMs - work.fromMs)
            found = work.fromMs + workMs;
        workMs -= work.toMs - work.fromMs;
        return !found;
    });
    return found;
}

std::optional<qint64> WorkingTime::before(qint64 endMs, qint64 workMs) const
{
    if (m_always || workMs == 0)
        return endMs - workMs;
    std::optional<qint64> found;
    backwards(endMs - limits::workingHorizonMs, endMs, [&](const Span &work) {
        if (workMs <= work.toMs - work.fromMs)
            found = work.toMs - workMs;
        workMs -= work.toMs - work.fromMs;
        return !found;
    });
    return found;
}

qint64 WorkingTime::between(qint64 fromMs, qint64 toMs) const
{
    if (toMs <= fromMs || m_always)
        return std::max<qint64>(toMs - fromMs, 0);
    qint64 workMs = 0;
    forwards(fromMs, toMs, [&](const Span &work) {
        workMs += work.toMs - work.fromMs;
        return true;
    });
    return workMs;
}

std::vector<Span> WorkingTime::spans(qint64 fromMs, qint64 toMs, int max) const
{
    std::vector<Span> result;
    if (fromMs >= toMs || max <= 0)
        return result;
    if (m_always)
        return {{fromMs, toMs}};
    forwards(fromMs, toMs, [&](const Span &work) {
        if (!result.empty() && result.back().toMs == work.fromMs) { // a night that is worked through, a change of the clock
            result.back().toMs = work.toMs;
            return true;
        }
        if (int(result.size()) == max)
            return false;
        result.push_back(work);
        return true;
    });
    return result;
}

} // namespace hmsact::domain
