// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/calendar.h"

#include <QTimeZone>

#include <optional>

namespace hmsact::domain {

struct Span { // from inclusive, to exclusive
    qint64 fromMs = 0;
    qint64 toMs = 0;
    bool operator==(const Span &) const = default;
};

// Arithmetic with the working time of one calendar. An instant is working time when the clock on the wall of the calendar's
// zone then shows hours of a day that is no holiday: what a daylight-saving change skips does not count, what it repeats
// counts twice. Work is proportional to the days walked, at most limits::workingHorizonMs. May be shared between threads.
class WorkingTime
{
public:
    WorkingTime() = default; // 24x7
    [[nodiscard]] static const WorkingTime &always();
    explicit WorkingTime(const Calendar &calendar);

    [[nodiscard]] bool isAlways() const { return m_always; }
    [[nodiscard]] QString timeZone() const { return QString::fromLatin1(m_zone.id()); } // empty: none is said
    // The earliest instant with `workMs` ≥ 0 between it and `startMs`; nothing: not within the horizon.
    [[nodiscard]] std::optional<qint64> after(qint64 startMs, qint64 workMs) const;
    // The latest instant with `workMs` ≥ 0 between it and `endMs`; nothing: not within the horizon.
    [[nodiscard]] std::optional<qint64> before(qint64 endMs, qint64 workMs) const;
    [[nodiscard]] qint64 between(qint64 fromMs, qint64 toMs) const; // 0 when `toMs` is not later
    // The stretches of work in between, in order; the first `max` of them.
    [[nodiscard]] std::vector<Span> spans(qint64 fromMs, qint64 toMs, int max) const;

private:
    struct Stretch { // of time with the same offset from UTC
        Span span;
        qint64 offsetMs = 0;
    };
    [[nodiscard]] Stretch stretchAt(qint64 atMs) const;
    [[nodiscard]] const std::vector<DayHours> &hoursOf(qint64 day) const;
    template <class Visit>
    void forwards(qint64 fromMs, qint64 toMs, Visit visit) const;
    template <class Visit>
    void backwards(qint64 fromMs, qint64 toMs, Visit visit) const;

    bool m_always = true;
    QTimeZone m_zone;
    std::array<std::vector<DayHours>, 7> m_week;
    std::vector<qint64> m_holidays; // days since 1970-01-01, in order
};

} // namespace hmsact::domain
