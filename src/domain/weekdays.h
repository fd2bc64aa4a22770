// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>

namespace hmsact::domain {

// What the days are called in JSON, in the order of Calendar::week.
inline constexpr std::array<QLatin1StringView, 7> weekdays{QLatin1StringView("monday"),    QLatin1StringView("tuesday"),
                                                           QLatin1StringView("wednesday"), QLatin1StringView("thursday"),
                                                           QLatin1StringView("friday"),    QLatin1StringView("saturday"),
                                                           QLatin1StringView("sunday")};

} // namespace hmsact::domain
