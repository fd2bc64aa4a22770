// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/limits.h"
#include "domain/states.h"
#include "domain/thresholds.h"

#include <QString>

#include <span>
#include <string_view>

// The sample county as data: what its citizens ask for, what has to be done then, who does it, and what happens when it is
// late. No behaviour.
namespace hmsact::app::script {

[[nodiscard]] inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

enum class Paper { None, Card, Permit, Letter, Table }; // what a finished task leaves behind

struct Task {
    std::string_view name;
    std::string_view skill;
    qint64 slaMs;
    std::string_view needs = "-"; // "-": the order given; "": none; else names with commas between
    int minutesMin = 2; // how long a worker takes in the county's own past;
    int minutesMax = 5; // live, a minute passes in a second
    bool optional = false;
    domain::Review review = domain::Review::None;
    Paper paper = Paper::None;
};

struct Intent {
    std::string_view name;
    std::string_view title;
    std::string_view description;
    qint64 slaMs;
    int priority;
    int weight; // how often it is asked for, compared with the others
    bool liveOnly; // its promises are seconds long, too short for a past that was made in steps
    std::string_view question; // key in the metadata …
    std::span<const std::string_view> answers; // … and what citizens fill in
    std::span<const Task> tasks;
    domain::Thresholds thresholds = {};
    domain::Confirmation confirmation = domain::Confirmation::Code;
};

struct Worker {
    std::string_view name;
    domain::WorkerKind kind;
    std::string_view skills; // "skill:level,…"
    std::string_view pools;
    std::string_view channel;
    int capacity; // tasks at a time
    int failPercent;
    int stallPercent; // takes a task and is not heard of again until the lease runs out
    bool lateToday = false; // not at work yet when the visitor comes: that is where the morning's backlog is
};

struct Rule {
    std::string_view json; // as the API takes it
    int shadowDays = 0; // so long it only writes down what it would do
};

extern const std::span<const Intent> intents;
extern const std::span<const Worker> workers;
extern const std::span<const Rule> rules;
extern const std::span<const std::string_view> givenNames;
extern const std::span<const std::string_view> familyNames;
extern const std::span<const std::string_view> streets;
extern const std::span<const std::string_view> failReasons;
extern const std::span<const std::string_view> holdReasons;
extern const std::span<const std::string_view> remarks;

} // namespace hmsact::app::script
