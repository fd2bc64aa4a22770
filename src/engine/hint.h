// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace hmsact::engine {

// What a core has committed, as the others on its database hear of it. Ids only: whoever cares reads the rows.
struct Hint {
    qint64 core = 0; // who says it, and up to which of its changes that is all
    qint64 upTo = 0;
    domain::ChangeSet changes;
    QSet<QString> readySkills; // tasks of these can be reserved now
    QSet<QString> freedWorkers; // may reserve again
    QHash<QString, qint64> seen; // workers, and when: nothing else of them has changed
    bool workersSaved = false; // not only seen

    // What only a core and its hands tell each other, so that one need not read again what another has just written.
    struct Exactly {
        qint64 timerMs = 0; // the earliest timer it has set; 0: none
        bool isKept = false; // something, for a pool or for a human, until somebody is there
    };
    std::optional<Exactly> exactly = Exactly{};

    [[nodiscard]] bool isOnlySeen() const;
    // Whether all timers that others have set stay where they were.
    [[nodiscard]] bool saysTimers() const
    {
        return isOnlySeen() || (exactly && !workersSaved && !changes.calendars && !changes.rules);
    }

    // Where it is not known what has changed.
    [[nodiscard]] static Hint anything()
    {
        Hint hint;
        hint.changes = domain::ChangeSet::everything();
        hint.exactly.reset();
        return hint;
    }
    void merge(const Hint &more);
    [[nodiscard]] bool isEmpty() const { return changes.isEmpty() && readySkills.isEmpty() && freedWorkers.isEmpty(); }
};

// At most `bytesMax` long: what does not fit is said as "anything may have changed".
[[nodiscard]] QByteArray toText(const Hint &hint, qsizetype bytesMax);
// Nothing: not a hint, or not of this version.
[[nodiscard]] std::optional<Hint> hintFrom(const QByteArray &text);

} // namespace hmsact::engine
