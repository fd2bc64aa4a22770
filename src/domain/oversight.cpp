// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/oversight.h"

#include "domain/enumtext.h"

namespace hmsact::domain {

namespace {

constexpr auto outcomes = enumTexts<ReviewOutcome>("none", "approved", "corrected", "rejected", "abstained", "timed_out");

const QString floorKey = QStringLiteral("floor");
const QString poolKey = QStringLiteral("pool");
const QString humansKey = QStringLiteral("for_humans");
const QString proposedKey = QStringLiteral("proposed_by");
const QString confidenceKey = QStringLiteral("confidence");
const QString outcomeKey = QStringLiteral("outcome");
const QString progressKey = QStringLiteral("progress");
const QString noteKey = QStringLiteral("note");
const QString sinceKey = QStringLiteral("had_since");

} // namespace

QLatin1StringView toString(ReviewOutcome value) { return outcomes.text(value); }
std::optional<ReviewOutcome> reviewOutcomeFrom(QAnyStringView text) { return outcomes.value(text); }

bool lacksResult(const Oversight &seen) { return seen.outcome == ReviewOutcome::Abstained && seen.proposedBy.isNull(); }
bool hasProposal(const Oversight &seen) { return seen.forHumans && !seen.proposedBy.isNull(); }

QJsonObject toJson(const Oversight &oversight)
{
    QJsonObject json;
    const auto add = [&json](const QString &key, const QJsonValue &value, bool isSaid) {
        if (isSaid) {
            json.insert(key, value);
        }
    };
    add(floorKey, oversight.floorPpm, oversight.floorPpm > 0);
    add(poolKey, oversight.pool, !oversight.pool.isEmpty());
    add(humansKey, true, oversight.forHumans);
    add(proposedKey, oversight.proposedBy.value, !oversight.proposedBy.isNull());
    add(confidenceKey, oversight.confidencePpm, oversight.confidencePpm != noConfidence);
    add(outcomeKey, QString(toString(oversight.outcome)), oversight.outcome != ReviewOutcome::None);
    add(progressKey, oversight.progressPercent, oversight.progressPercent >= 0);
    add(noteKey, oversight.note, !oversight.note.isEmpty());
    add(sinceKey, oversight.hadSinceMs, oversight.hadSinceMs > 0);
    return json;
}

Oversight oversightFrom(const QJsonObject &json)
{
    Oversight oversight;
    oversight.floorPpm = json.value(floorKey).toInt();
    oversight.pool = json.value(poolKey).toString();
    oversight.forHumans = json.value(humansKey).toBool();
    oversight.proposedBy = {json.value(proposedKey).toString()};
    oversight.confidencePpm = json.value(confidenceKey).toInt(noConfidence);
    oversight.outcome = reviewOutcomeFrom(json.value(outcomeKey).toString()).value_or(ReviewOutcome::None);
    oversight.progressPercent = json.value(progressKey).toInt(-1);
    oversight.note = json.value(noteKey).toString();
    oversight.hadSinceMs = json.value(sinceKey).toInteger();
    return oversight;
}

} // namespace hmsact::domain
