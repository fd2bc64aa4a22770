// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "domain/workingtime.h"

namespace hmsact::console {

// Something that happened at an instant, for a line of time.
struct LaneMark {
    enum class Kind { Breach, Firing, Ended, Failed };
    Kind kind = Kind::Ended;
    qint64 atMs = 0;
    QString words; // what it was, without when
};

// The time of one task, or of the activity itself.
struct Lane {
    domain::TaskId task; // 0: the activity
    QString name;
    qint64 startedAtMs = 0; // of its clock; 0: not yet
    qint64 dueAtMs = 0;
    qint64 endedAtMs = 0; // 0: it goes on
    domain::SlaState state = domain::SlaState::None;
    std::vector<domain::Span> pauses; // toMs 0: it still stands
    std::vector<LaneMark> marks; // in order
};

// From the tasks as they are and what the record tells of them; the activity's own lane first.
[[nodiscard]] std::vector<Lane> lanesOf(const domain::ActivityView &view, const std::vector<domain::Event> &events,
                                        qint64 nowMs);

} // namespace hmsact::console
