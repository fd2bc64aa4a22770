// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rule.h"
#include "store/database.h"

namespace hmsact::store {

// How many tasks wait that a rule's scope fits, for anyone or kept for somebody, and which is the first of them in line. What
// waits for its next attempt waits, too. Every function must run inside transact() or read() of `database` and throws SqlError.
class QueueDepth
{
public:
    explicit QueueDepth(Database &database) : m_database(database) { }

    [[nodiscard]] qint64 count(const domain::RuleScope &scope, qint64 limit); // up to that
    [[nodiscard]] std::optional<domain::Task> first(const domain::RuleScope &scope);

private:
    [[nodiscard]] QStringList offers(const QString &skill); // under which any wait
    Database &m_database;
};

} // namespace hmsact::store
