// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/intent.h"
#include "store/database.h"

namespace hmsact::store {

// Templates of activities. Every function must run inside transact() or read() of `database` and throws SqlError.
class IntentStore
{
public:
    explicit IntentStore(Database &database) : m_database(database) { }

    [[nodiscard]] std::vector<domain::Intent> all(); // by name
    [[nodiscard]] std::optional<domain::Intent> byName(const QString &name);
    [[nodiscard]] bool isKnown(const QString &name); // there is a template for it, or an activity that has it
    void insert(const domain::Intent &intent);
    [[nodiscard]] bool update(const domain::Intent &intent); // false: its version is not the next one any more
    void remove(const QString &name);

private:
    Database &m_database;
};

} // namespace hmsact::store
