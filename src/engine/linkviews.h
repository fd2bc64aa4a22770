// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/linkanswer.h"
#include "domain/query.h"
#include "store/calendarstore.h"

// What is known of links: for their pages, and for those who look after the tasks.
namespace hmsact::engine {

[[nodiscard]] domain::LinkView linkView(domain::Link link, const domain::Task *task, qint64 nowMs);
// Also more time that the link has given is taken back, for a while; all events of the task are written.
void setUndo(domain::LinkView &view, store::Database &database, const domain::Task *task, const domain::Activity *activity,
             qint64 nowMs);
// On whose wall the worker looks: its own, where it keeps hours, else that of the activity. Empty: UTC.
[[nodiscard]] QString timeZoneFor(const domain::Worker *worker, const domain::Activity *activity,
                                  store::CalendarStore calendars);
// That, and its language.
void setReader(domain::LinkView &view, const domain::Worker *worker, const domain::Activity *activity,
               store::CalendarStore calendars);

// NotFound for one that this installation has not signed, or has forgotten.
[[nodiscard]] domain::Result<domain::Link> verifiedLink(store::Database &database, const QString &signedText);

[[nodiscard]] domain::Result<domain::LinkView> getLink(store::Database &database, const domain::GetLink &query,
                                                       qint64 nowMs);
[[nodiscard]] domain::Result<std::vector<domain::LinkView>> listLinks(store::Database &database,
                                                                      const domain::ListLinks &query, qint64 nowMs);

} // namespace hmsact::engine
