// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/objectreader.h"

namespace hmsact::domain {

// The field `calendar` of a worker or an activity; "24x7" is told as an empty text. Whether there is such a calendar is for
// the engine to know.
[[nodiscard]] std::optional<QString> readCalendarName(ObjectReader &reader);

} // namespace hmsact::domain
