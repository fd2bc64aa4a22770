// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/jsonwriter.h"
#include "domain/query.h"

// Answers written as JSON text at once: the form of toJson() in codec.h.
namespace hmsact::domain {

void describe(JsonWriter &json, const TaskView &view);
void describe(JsonWriter &json, const ActivityView &view); // with its "tasks"
void describeListed(JsonWriter &json, const ActivityView &view); // as lists and the stream tell it: without
void describe(JsonWriter &json, const Lease &lease);
void describe(JsonWriter &json, const Result<TaskView> &completion); // one of CompleteTasks
void describe(JsonWriter &json, const Result<Answer> &answer); // one of several: its members, or "error"; "ok" and "status"
void describe(JsonWriter &json, const Answer &answer);
void describe(JsonWriter &json, const QueryAnswer &answer);

template <class T>
[[nodiscard]] QByteArray jsonText(const T &value)
{
    JsonWriter json;
    describe(json, value);
    return json.json();
}

} // namespace hmsact::domain
