// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

namespace hmsact::domain {

// What one worker has before it, read from one snapshot: at most limits::workdayRowsMax of each kind.
struct Workday {
    struct Elsewhere {
        QString skill;
        int count = 0;
        bool operator==(const Elsewhere &) const = default;
    };

    Worker worker;
    std::vector<TaskView> held; // IN_PROGRESS, what is due first comes first
    std::vector<TaskView> offered; // PENDING and kept for it alone, the same order
    std::vector<TaskView> paused; // ON_HOLD and kept for it, the same order
    std::vector<TaskView> open; // PENDING and it may take them, in the order of the queue
    std::vector<TaskView> reviews; // IN_REVIEW, of its skills, done by another
    std::vector<TaskView> choices; // OPTIONAL, of its skills: somebody is to ask the citizen
    std::vector<Elsewhere> elsewhere; // what others hold of its skills, by skill
};

struct GetWorkday { // NotFound: nobody is registered under that id
    using Answer = Workday;
    WorkerId worker;
};

} // namespace hmsact::domain
