// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/objectreader.h"
#include "domain/task.h"

namespace hmsact::domain {

// Tasks as a caller describes them, as JSON: in requests, in the record of a command, in templates.
[[nodiscard]] std::vector<TaskSpec> readTaskSpecs(ObjectReader &reader); // its field "tasks"; whether they fit: planTasks()
[[nodiscard]] QJsonObject toJson(const TaskSpec &spec); // what readTaskSpecs() reads
void nameTasks(Error &error, const QJsonObject &request); // of the fields below its "tasks", as the request calls them

} // namespace hmsact::domain
