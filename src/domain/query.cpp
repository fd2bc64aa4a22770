// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query.h"

namespace hmsact::domain {

Query::Query() = default;
Query::Query(const Query &other) = default;
Query::Query(Query &&other) noexcept = default;
Query &Query::operator=(const Query &other) = default;
Query &Query::operator=(Query &&other) noexcept = default;
Query::~Query() = default;

QueryAnswer::QueryAnswer() = default;
QueryAnswer::QueryAnswer(const QueryAnswer &other) = default;
QueryAnswer::QueryAnswer(QueryAnswer &&other) noexcept = default;
QueryAnswer &QueryAnswer::operator=(const QueryAnswer &other) = default;
QueryAnswer &QueryAnswer::operator=(QueryAnswer &&other) noexcept = default;
QueryAnswer::~QueryAnswer() = default;

} // namespace hmsact::domain
