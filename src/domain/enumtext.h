// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <array>
#include <optional>

namespace hmsact::domain {

// The texts of an enumeration, in the order of its values. Built at compile time by enumTexts<E>("FIRST", …).
template <class E, size_t count>
struct EnumTexts {
    std::array<QLatin1StringView, count> texts;

    [[nodiscard]] QLatin1StringView text(E value) const // empty behind the last value
    {
        return static_cast<size_t>(value) < count ? texts[static_cast<size_t>(value)] : QLatin1StringView();
    }
    [[nodiscard]] std::optional<E> value(QAnyStringView wanted) const
    {
        for (size_t i = 0; i < count; ++i) {
            if (wanted == texts[i]) {
                return static_cast<E>(i);
            }
        }
        return {};
    }
};

template <class E, class... Text>
constexpr EnumTexts<E, sizeof...(Text)> enumTexts(const Text &...text)
{
    return {{QLatin1StringView(text)...}};
}

// All texts of an enumeration, by its toString().
template <class E>
QStringList textsOf()
{
    QStringList texts;
    for (int value = 0; !toString(static_cast<E>(value)).isEmpty(); ++value) {
        texts.append(toString(static_cast<E>(value)));
    }
    return texts;
}

} // namespace hmsact::domain
