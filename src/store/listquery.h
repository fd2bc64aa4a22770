// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "store/database.h"

namespace hmsact::store {

// The lists of people: filtered, sorted, in pages by key, never by offset, so that a page costs what it shows. Must run
// inside read() of `database`; throw SqlError. Invalid with a pointer: a cursor that is none.
[[nodiscard]] domain::Result<domain::Page<domain::TaskView>> listQueue(Database &database, const domain::ListQueue &query,
                                                                       qint64 nowMs);
[[nodiscard]] domain::Result<domain::Page<domain::ActivityView>>
listActivities(Database &database, const domain::ListActivities &query, qint64 nowMs);

// What these ask for a first page, for whoever looks at how the database goes about it; of the queue where the first filter
// that has an index leaves few, or much.
enum class Share { Small, Large };
[[nodiscard]] SqlStatement firstPage(Database &database, const domain::ListQueue &query, Share share = Share::Large);
[[nodiscard]] SqlStatement firstPage(Database &database, const domain::ListActivities &query);

// Fills in what a task's row does not hold: needs, what it waits for, SLA state, what rules did. One exchange for all of them.
void completeViews(Database &database, const std::vector<domain::TaskView *> &views, qint64 nowMs);
// The same with the commit, see Database::readWithCommit(), for the answer of a command, which does not tell what rules did;
// `done` says whether it was. Both must live until then.
void completeViewsWithCommit(Database &database, const std::vector<domain::TaskView *> &views, qint64 nowMs, bool &done);

} // namespace hmsact::store
