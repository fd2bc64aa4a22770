// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/task.h"
#include "domain/worker.h"
#include "store/taskstore.h"

#include <QSet>

#include <functional>

// Which queues a worker looks through, and what it may have of them: the same for a reserve and for who explains one.
namespace hmsact::engine {

[[nodiscard]] QStringList offersFor(const std::vector<const domain::Worker *> &workers); // all that may be kept for these

// Of `offers` those that anything is kept for.
[[nodiscard]] std::vector<store::TaskStore::Queue> queuesOf(const domain::Worker &worker, const QSet<QString> &offers);

// Whether somebody else than that worker could take the task.
using Another = std::function<bool(const domain::Task &task, const domain::WorkerId &worker)>;
// Whether it may have the task at all, as far as its queues do not say so; who was chosen for it on purpose may.
[[nodiscard]] bool mayHave(const domain::Task &task, const domain::Worker &worker, const Another &anotherCanTake);

} // namespace hmsact::engine
