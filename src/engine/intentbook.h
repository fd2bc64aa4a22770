// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/intentstore.h"

#include <QHash>

namespace hmsact::engine {

// All intents in memory: every activity that is made and every link asks for its own. Read again from the database when they
// may have changed. Lives on the core's thread.
class IntentBook
{
public:
    void load(store::IntentStore &store) // when it is stale; inside a transaction
    {
        if (m_loaded)
            return;
        m_intents.clear();
        for (domain::Intent &intent : store.all())
            m_intents.insert(intent.name, std::move(intent));
        m_loaded = true;
    }
    void makeStale() { m_loaded = false; }
    void put(const domain::Intent &intent) { m_intents.insert(intent.name, intent); } // saved in this transaction
    void drop(const QString &name) { m_intents.remove(name); }

    [[nodiscard]] qsizetype size() const { return m_intents.size(); }
    [[nodiscard]] const domain::Intent *find(const QString &name) const // nullptr: an intent without a template
    {
        const auto it = m_intents.constFind(name);
        return it == m_intents.cend() ? nullptr : &*it;
    }

private:
    QHash<QString, domain::Intent> m_intents;
    bool m_loaded = false;
};

} // namespace hmsact::engine
