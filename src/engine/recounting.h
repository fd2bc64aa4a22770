// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/escalator.h"
#include "engine/workspace.h"
#include "store/calendarstore.h"

namespace hmsact::engine {

// The due times of the clocks that run by a calendar, and the steps of rules that are still to come, follow its change in
// steps, each a transaction of its own: how far it has come is stored with the calendar, so that a restart or another core goes
// on.
//
// One step: up to limits::recountActivitiesMax activities. Inside a transaction; the caller flushes. → whether there was
// anything to do.
bool recountStep(store::Database &database, Workspace &workspace, Escalator &escalator);

// What saving `calendar` would do to the clocks that run by the one of its name. Inside read() of `database`.
[[nodiscard]] domain::CalendarEffect effectOf(store::Database &database, const domain::Calendar &calendar, qint64 nowMs);

} // namespace hmsact::engine
