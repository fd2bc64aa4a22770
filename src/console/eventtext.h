// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

namespace hmsact::console {

// An event as a sentence: "verify_identity was completed by bot-dmv-3". `taskName` is empty for the activity's own events. A
// kind nobody has written a sentence for is shown by its name.
[[nodiscard]] QString eventText(const domain::Event &event, const QString &taskName);
[[nodiscard]] QString actorText(const domain::Event &event); // who did it

} // namespace hmsact::console
