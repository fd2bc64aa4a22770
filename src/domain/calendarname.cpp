// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendarname.h"

#include "domain/calendar.h"

namespace hmsact::domain {

std::optional<QString> readCalendarName(ObjectReader &reader)
{
    std::optional<QString> name = reader.string("calendar");
    if (name && isBuiltIn(*name))
        return QString();
    return name ? reader.text("calendar", limits::calendarNameMax) : std::nullopt;
}

} // namespace hmsact::domain
