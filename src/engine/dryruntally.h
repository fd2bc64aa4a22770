// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dryrunreport.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace hmsact::engine {

// Adds up what one version of a rule would have done, activity by activity.
class DryRunTally
{
public:
    explicit DryRunTally(const domain::Rule &rule) : m_rule(rule) { m_sum.steps.resize(rule.steps.size()); }

    void count(const std::vector<domain::WouldFire> &fired) // all of one activity
    {
        QSet<qint64> tasks;
        for (const domain::WouldFire &one : fired) {
            tasks.insert(one.task.value);
            const domain::RuleStep &step = m_rule.steps[size_t(one.step)];
            ++m_sum.firings;
            ++m_sum.steps[size_t(one.step)];
            for (const QString &address : one.isPassedOver ? QStringList() : step.notify)
                m_told[address].push_back(one.atMs);
        }
        m_sum.activities += fired.empty() ? 0 : 1;
        m_sum.tasks += int(tasks.size()) - (tasks.contains(0) ? 1 : 0);
    }

    [[nodiscard]] domain::DryRunSum sum()
    {
        for (auto it = m_told.begin(); it != m_told.end(); ++it)
            m_sum.messages.push_back({it.key(), messages(it.value())});
        return m_sum;
    }

    [[nodiscard]] qint64 firings() const { return m_sum.firings; }

private:
    // What falls into the window of a digest is one message.
    [[nodiscard]] qint64 messages(std::vector<qint64> &times) const
    {
        std::ranges::sort(times);
        qint64 count = 0;
        qint64 windowEndMs = 0;
        for (const qint64 atMs : times) {
            if (m_rule.digestMs > 0 && atMs < windowEndMs)
                continue;
            ++count;
            windowEndMs = atMs + m_rule.digestMs;
        }
        return count;
    }

    const domain::Rule m_rule;
    domain::DryRunSum m_sum;
    QMap<QString, std::vector<qint64>> m_told;
};

} // namespace hmsact::engine
