// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/calendarbook.h"
#include "engine/intentbook.h"
#include "engine/usualtimes.h"

namespace hmsact::engine {

// What the engine keeps in memory of what clocks and links go by. nullptr: none, so all is 24x7, no intent has a template, and
// nothing is forecast.
struct Books {
    const CalendarBook *calendars = nullptr;
    const IntentBook *intents = nullptr;
    UsualTimes *usual = nullptr;
};

} // namespace hmsact::engine
