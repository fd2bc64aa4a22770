// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lines.h"

#include "engine/workerqueues.h"

#include <algorithm>

namespace hmsact::engine {

using namespace domain;

static constexpr qsizetype linesMax = 100; // for one answer: a third of a second

const Lines::Line &Lines::lineOf(const Worker &worker)
{
    const auto known = m_lines.constFind(worker.id.value);
    if (known != m_lines.cend())
        return *known;
    store::TaskStore tasks(m_database);
    const QStringList kept = tasks.offersAmong(offersFor({&worker}));
    const Another another = [this](const Task &task, const WorkerId &but) {
        return m_staff.anotherCanTake(task, but, m_nowMs);
    };
    Line line;
    line.room = worker.capacity - tasks.heldBy({worker.id.value}).value(worker.id.value);
    const std::vector<Task> found =
        tasks.line(queuesOf(worker, QSet<QString>(kept.begin(), kept.end())), m_nowMs, limits::explainedAheadMax);
    line.isWhole = found.size() < size_t(limits::explainedAheadMax);
    for (const Task &task : found) {
        if (mayHave(task, worker, another))
            line.tasks.push_back({task.id, task.name, task.cost});
    }
    return *m_lines.insert(worker.id.value, std::move(line));
}

std::optional<PlaceInLine> Lines::placeIn(const Line &line, TaskId task)
{
    PlaceInLine place;
    for (const Waiting &one : line.tasks) {
        if (one.id == task)
            return place;
        ++place.ahead;
        if (place.tooBig.isEmpty() && one.cost > line.room) {
            place.tooBig = one.name;
            place.tooBigCost = one.cost;
        }
    }
    place.isFar = true;
    return line.isWhole ? std::nullopt : std::optional(place);
}

std::optional<PlaceInLine> Lines::placeOf(const Task &task, const std::vector<Standing> &standings)
{
    std::vector<const Standing *> eligible;
    for (const Standing &standing : standings) {
        const bool isMeant = task.pool.isEmpty() || standing.worker->pools.contains(task.pool);
        if (isMeant && standing.presence == Presence::Here && !whyNot(task, standing))
            eligible.push_back(&standing);
    }
    const auto room = [](const Standing *standing) {
        return standing->worker->capacity - standing->load;
    };
    std::ranges::stable_sort(eligible, std::greater(), room);
    eligible.resize(std::min(eligible.size(), size_t(limits::explainedLinesMax)));
    std::optional<PlaceInLine> best;
    const auto rank = [](const PlaceInLine &place) {
        return std::tuple(!place.tooBig.isEmpty(), place.ahead, place.isFar);
    };
    for (const Standing *standing : eligible) {
        if (m_lines.size() >= linesMax && !m_lines.contains(standing->worker->id.value))
            continue;
        const std::optional<PlaceInLine> place = placeIn(lineOf(*standing->worker), task.id);
        if (place && (!best || rank(*place) < rank(*best)))
            best = place;
        if (best && best->ahead == 0)
            break; // nobody stands better
    }
    return best;
}

} // namespace hmsact::engine
