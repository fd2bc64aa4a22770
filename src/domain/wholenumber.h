// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <algorithm>
#include <optional>

namespace hmsact::domain {

// A whole number in ASCII digits, "-" before it where it is negative: Qt also takes blanks around it and a plus. Nothing: it
// is none, or more than 64 bits hold.
[[nodiscard]] inline std::optional<qint64> wholeNumber(QStringView text)
{
    const QStringView digits = text.startsWith(u'-') ? text.sliced(1) : text;
    bool fits = std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const qint64 value = fits ? text.toLongLong(&fits) : 0;
    return fits ? std::optional(value) : std::nullopt;
}

} // namespace hmsact::domain
