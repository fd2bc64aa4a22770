// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workday.h"

#include "store/listquery.h"
#include "store/taskstore.h"
#include "store/workerstore.h"

#include <algorithm>

namespace hmsact::store {

using domain::TaskView;
using domain::Workday;

namespace {

constexpr int limit = domain::limits::workdayRowsMax;

void append(std::vector<TaskView> &rows, Statement &s)
{
    while (s.next())
        rows.push_back({TaskStore::row(s), s.text(TaskStore::columns), s.text(TaskStore::columns + 1), {}, {}, {}});
}

template <class... Values>
std::vector<TaskView> rowsOf(Database &database, const char *statement, const Values &...values)
{
    std::vector<TaskView> rows;
    Statement s = database.statement(statement);
    append(rows, s.bind(values..., limit));
    return rows;
}

// Of several lists that are each in order: one, no longer than the limit.
template <class Key>
void putInOrder(std::vector<TaskView> &rows, Key key)
{
    std::ranges::sort(rows, {}, [key](const TaskView &row) { return std::pair(key(row.task), row.task.id.value); });
    if (rows.size() > limit)
        rows.resize(limit);
}

// What is kept for nobody, and for the pools the worker is in.
std::vector<TaskView> openFor(Database &database, const domain::Worker &worker, qint64 nowMs)
{
    QStringList offers{QString()};
    const QStringList kept = TaskStore(database).offers();
    for (const QString &pool : worker.pools) {
        if (const QString offer = TaskStore::offerForPool(pool); kept.contains(offer))
            offers << offer;
    }
    std::vector<TaskView> rows;
    for (const QString &offer : std::as_const(offers)) {
        for (auto skill = worker.skills.keyBegin(); skill != worker.skills.keyEnd(); ++skill) {
            Statement s = database.statement("workday.open");
            append(rows, s.bind(offer, *skill, nowMs, limit));
        }
    }
    std::erase_if(rows, [&](const TaskView &row) { return row.task.excluded.contains(worker.id.value); });
    putInOrder(rows, [](const domain::Task &task) { return task.rankAtMs; });
    return rows;
}

} // namespace

std::optional<Workday> workday(Database &database, const domain::WorkerId &id, qint64 nowMs)
{
    const auto view = WorkerStore(database).byId(id);
    if (!view)
        return std::nullopt;
    Workday day;
    day.worker = view->worker;
    day.held = rowsOf(database, "workday.held", id.value);
    day.offered = rowsOf(database, "workday.offered", TaskStore::offerForWorker(id));
    day.paused = rowsOf(database, "workday.paused", id.value);
    day.open = openFor(database, day.worker, nowMs);
    for (auto skill = day.worker.skills.keyBegin(); skill != day.worker.skills.keyEnd(); ++skill) {
        Statement reviews = database.statement("workday.reviews");
        append(day.reviews, reviews.bind(*skill, id.value, limit));
        Statement choices = database.statement("workday.choices");
        append(day.choices, choices.bind(*skill, limit));
    }
    putInOrder(day.reviews, [](const domain::Task &task) { return task.dueAtMs; });
    putInOrder(day.choices, [](const domain::Task &) { return qint64(0); });
    Statement elsewhere = database.statement("workday.elsewhere");
    elsewhere.bind(id.value);
    while (elsewhere.next()) {
        if (day.worker.skills.contains(elsewhere.text(0)))
            day.elsewhere.push_back({elsewhere.text(0), elsewhere.number(1)});
    }
    std::vector<TaskView *> places;
    for (auto *rows : {&day.held, &day.offered, &day.paused, &day.open, &day.reviews, &day.choices}) {
        for (TaskView &row : *rows)
            places.push_back(&row);
    }
    completeViews(database, places, nowMs);
    return day;
}

} // namespace hmsact::store
