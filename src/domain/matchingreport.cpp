// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/jsonform.h"
#include "domain/matching.h"

#include <cmath>

namespace hmsact::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr double tenths = 10; // what people compare

double rounded(double points) { return std::round(points * tenths) / tenths; }

QJsonObject toJson(const Ranking::Candidate &candidate, const QString &skill)
{
    const Standing &standing = *candidate.standing;
    const Score &score = candidate.score;
    return {{u"worker_id"_s, standing.worker->id.value},
            {u"level"_s, standing.worker->skills.value(skill)},
            {u"held"_s, standing.load},
            {u"capacity"_s, standing.worker->capacity},
            {u"score"_s, rounded(score.total())},
            {u"parts"_s,
             QJsonObject{{u"level"_s, rounded(score.level)},
                         {u"room"_s, rounded(score.room)},
                         {u"turn"_s, rounded(score.turn)},
                         {u"wished"_s, rounded(score.wished)},
                         {u"presence"_s, rounded(score.presence)},
                         {u"success"_s, rounded(score.success)},
                         {u"speed"_s, rounded(score.speed)}}}};
}

} // namespace

QJsonObject toJson(const Ranking &ranking, const Task &task)
{
    QJsonArray eligible;
    for (const Ranking::Candidate &candidate : ranking.best) {
        if (eligible.size() == limits::explainedCandidates) {
            break;
        }
        eligible.append(toJson(candidate, task.skill));
    }
    QJsonArray leftOut;
    for (const auto &[standing, why] : ranking.leftOut) {
        if (leftOut.size() == limits::explainedLeftOut) {
            break;
        }
        if (why != LeftOut::NoSkill) { // everybody else's reason is the same
            leftOut.append(QJsonObject{{u"worker_id"_s, standing->worker->id.value}, {u"why"_s, toString(why)}});
        }
    }
    QJsonObject counts;
    for (const auto &[why, count] : ranking.counts) {
        counts.insert(toString(why), count);
    }
    return {{u"pool"_s, textOrNull(ranking.pool)},
            {u"eligible"_s, eligible},
            {u"eligible_count"_s, qint64(ranking.best.size())},
            {u"left_out"_s, leftOut},
            {u"left_out_counts"_s, counts}};
}

} // namespace hmsact::domain
