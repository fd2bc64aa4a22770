// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QJsonObject>

#include <optional>

namespace hmsact::domain {

// What a human said of a machine's work, or what became of the question. The texts are those of the API and the database.
enum class ReviewOutcome {
    None,
    Approved, // as it was
    Corrected, // with another result
    Rejected, // sent back
    Abstained, // the worker says that it cannot judge
    TimedOut, // nobody had decided when the task fell due
};
[[nodiscard]] QLatin1StringView toString(ReviewOutcome);
[[nodiscard]] std::optional<ReviewOutcome> reviewOutcomeFrom(QAnyStringView);

inline constexpr int noConfidence = -1;
inline constexpr int certainPpm = 1'000'000;

// What people see of a worker's work, and what they say of it. Confidences are millionths: 0 to certainPpm.
struct Oversight {
    int floorPpm = 0; // a machine that is less sure is looked after by a human; 0: no floor
    QString pool; // whose humans; empty: any that have the skill
    bool forHumans = false; // no machine may take it
    WorkerId proposedBy; // whose result waits for a human's word, or got it
    int confidencePpm = noConfidence; // that it gave to that result
    ReviewOutcome outcome = ReviewOutcome::None; // the latest
    int progressPercent = -1; // of the lease that runs, or of the last one; -1: not said
    QString note; // said with it
    // Since when who holds it, or has completed it, has had it from the first, where the lease alone does not say that: it was
    // offered to them, or what they had done was taken back. 0: see hadSinceMs().
    qint64 hadSinceMs = 0;

    bool operator==(const Oversight &) const = default;
};

// The worker abstained and nobody has handed in a result since.
[[nodiscard]] bool lacksResult(const Oversight &seen);
// A machine has handed in a result that waits for whoever takes the task.
[[nodiscard]] bool hasProposal(const Oversight &seen);

// What differs from the default only: {} for most tasks.
[[nodiscard]] QJsonObject toJson(const Oversight &oversight);
[[nodiscard]] Oversight oversightFrom(const QJsonObject &json); // of what toJson() wrote

} // namespace hmsact::domain
