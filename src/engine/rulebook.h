// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rulestore.h"

#include <algorithm>
#include <array>

namespace hmsact::engine {

// All escalation rules in memory: every trigger asks for them. Read again from the database when they may have changed. Lives
// on the core's thread.
class RuleBook
{
public:
    void load(store::RuleStore &store) // when it is stale; inside a transaction
    {
        if (m_loaded)
            return;
        std::vector<domain::Rule> rules = store.all();
        const auto same = [](const domain::Rule &a, const domain::Rule &b) {
            return a.id == b.id && a.version == b.version;
        };
        if (!std::ranges::equal(rules, m_rules, same)) {
            ++m_edition;
            m_askedAtMs.fill(0);
        }
        m_rules = std::move(rules);
        m_loaded = true;
    }
    void makeStale() { m_loaded = false; }
    [[nodiscard]] int edition() const { return m_edition; } // another when they have changed

    [[nodiscard]] const std::vector<domain::Rule> &all() const { return m_rules; }
    [[nodiscard]] const domain::Rule *find(domain::RuleId id) const
    {
        const auto it = std::ranges::find(m_rules, id, &domain::Rule::id);
        return it == m_rules.end() ? nullptr : &*it;
    }
    [[nodiscard]] bool wants(domain::Trigger when) const
    {
        return std::ranges::any_of(m_rules, [&](const domain::Rule &rule) { return rule.enabled && rule.when == when; });
    }

    // Liveness: all rules of this trigger were held against something that happened, or against what there is.
    void asked(domain::Trigger when, qint64 nowMs) { m_askedAtMs[size_t(when)] = nowMs; }
    void askedAll(qint64 nowMs) { m_askedAtMs.fill(nowMs); }
    [[nodiscard]] qint64 askedAtMs(const domain::Rule &rule) const // 0: not since its last change
    {
        return rule.enabled ? m_askedAtMs[size_t(rule.when)] : 0;
    }

private:
    std::vector<domain::Rule> m_rules;
    std::array<qint64, size_t(domain::Trigger::QueueDepth) + 1> m_askedAtMs{}; // by trigger
    bool m_loaded = false;
    int m_edition = 0;
};

} // namespace hmsact::engine
