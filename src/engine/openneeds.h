// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/waiting.h"
#include "store/taskstore.h"

#include <QHash>

namespace hmsact::engine {

// What waiting tasks wait for in the end: their open needs, and those of needs that wait themselves, read level by level for
// all of them together. For questions; throws SqlError.
class OpenNeeds
{
public:
    OpenNeeds(store::TaskStore &tasks, const std::vector<qint64> &waiting);
    [[nodiscard]] std::vector<domain::OpenNeed> of(domain::TaskId task) const; // each once

private:
    void collect(domain::TaskId task, QSet<domain::TaskId> &seen, std::vector<domain::OpenNeed> &found) const;

    QHash<domain::TaskId, std::vector<domain::TaskId>> m_needs; // open ones, in order
    QHash<domain::TaskId, domain::Task> m_rows;
};

} // namespace hmsact::engine
