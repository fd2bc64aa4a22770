// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/intentstore.h"

#include "store/columns.h"

namespace hmsact::store {

using domain::Intent;

static Intent intentOf(const Statement &s)
{
    domain::Result<Intent> intent = domain::intentFrom(jsonObject(s.blob(2)));
    if (!intent) // nothing is stored that was not read by the same function
        throw SqlError(SqlFailure::Defect, QStringLiteral("intent %1 cannot be read").arg(s.text(0)));
    intent->version = s.number(1);
    intent->updatedAtMs = s.integer(3);
    return std::move(*intent);
}

std::vector<Intent> IntentStore::all()
{
    std::vector<Intent> result;
    Statement s = m_database.statement("intent.all");
    while (s.next())
        result.push_back(intentOf(s));
    return result;
}

std::optional<Intent> IntentStore::byName(const QString &name)
{
    Statement s = m_database.statement("intent.by_name");
    return s.bind(name).next() ? std::optional(intentOf(s)) : std::nullopt;
}

bool IntentStore::isKnown(const QString &name)
{
    Statement s = m_database.statement("intent.is_known");
    return s.bind(name).next();
}

void IntentStore::insert(const Intent &i)
{
    m_database.statement("intent.insert").bind(i.name, i.version, jsonText(domain::bodyOf(i)), i.updatedAtMs).execute();
}

bool IntentStore::update(const Intent &i)
{
    return m_database.statement("intent.update")
               .bind(i.version, jsonText(domain::bodyOf(i)), i.updatedAtMs, i.name, i.version - 1)
               .execute()
        > 0;
}

void IntentStore::remove(const QString &name) { m_database.statement("intent.remove").bind(name).execute(); }

} // namespace hmsact::store
