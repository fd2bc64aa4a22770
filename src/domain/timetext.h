// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>

namespace hmsact::domain {

// An instant as everything outside reads it, "2026-11-22T16:00:00.000Z", without memory of its own: it is said several times
// for every change.
class TimeText
{
public:
    explicit TimeText(qint64 atMs);
    [[nodiscard]] QLatin1StringView view() const { return {m_text.data(), m_size}; }

private:
    void append(qint64 value, int width, char after); // at least so many digits

    std::array<char, 64> m_text;
    qsizetype m_size = 0;
};

} // namespace hmsact::domain
