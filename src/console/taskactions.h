// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/transition.h"

#include <QKeySequence>

#include <vector>

namespace hmsact::console {

// What people can do with a task from the console, in the order it is offered. Heartbeats are for machines.
[[nodiscard]] const std::vector<domain::TaskAction> &offeredActions();

// For whom somebody acts: for whoever holds a task, as a supervisor does, or for oneself.
enum class Manner { Desk, Own };

struct ActionWords {
    QString name; // "complete": object names and icons are made of it
    QString label; // "Put on hold…"
    QString verb; // "Put on hold": on the button that does it
    QString done; // "%1 is on hold."
    QKeySequence shortcut;
};
[[nodiscard]] ActionWords wordsFor(domain::TaskAction action, Manner manner = Manner::Desk);

// The key that does it where one works by keyboard alone: a letter, or nothing.
[[nodiscard]] QKeySequence letterFor(domain::TaskAction action);

[[nodiscard]] bool leadsOn(domain::TaskAction action); // it moves the task forward: worth the main button

enum class Ask { Nothing, Reason, OptionalReason, Worker, Target, Text, Result, OptionalResult };
[[nodiscard]] Ask askedBy(domain::TaskAction action); // what must be said with it

// Whether the domain would accept the action from this actor now: it is asked, with a stand-in for what people have yet
// to type. `own` is the registered worker the actor speaks for, if known.
[[nodiscard]] bool isPossible(domain::TaskAction action, const domain::Task &task, const domain::Actor &actor,
                              const domain::Worker *own, qint64 nowMs);
[[nodiscard]] QString whyNot(domain::TaskAction action, const domain::Task &task, const domain::Actor &actor,
                             const domain::Worker *own, qint64 nowMs); // empty: it would

} // namespace hmsact::console
