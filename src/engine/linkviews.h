// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/linkanswer.h"
#include "domain/query.h"
#include "store/database.h"

// What is known of links: for their pages, and for those who look after the tasks.
namespace hmsact::engine {

[[nodiscard]] domain::LinkView linkView(domain::Link link, const domain::Task *task, qint64 nowMs);

// NotFound for one that this installation has not signed, or has forgotten.
[[nodiscard]] domain::Result<domain::Link> verifiedLink(store::Database &database, const QString &signedText);

[[nodiscard]] domain::Result<domain::LinkView> getLink(store::Database &database, const domain::GetLink &query,
                                                       qint64 nowMs);
[[nodiscard]] domain::Result<std::vector<domain::LinkView>> listLinks(store::Database &database,
                                                                      const domain::ListLinks &query, qint64 nowMs);

} // namespace hmsact::engine
