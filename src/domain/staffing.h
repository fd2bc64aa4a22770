// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/matching.h"
#include "domain/views.h"

// Questions about who is there and what would become of the work if one were not.
namespace hmsact::domain {

// One row of workers × skills.
struct StaffRow {
    WorkerView view;
    Presence presence = Presence::Here;
    qint64 backAtMs = 0; // from off shift or leave; 0: not known
    QMap<QString, SkillRecord> records; // by skill, where there is one
};

// One skill that somebody has or something waits for.
struct SkillRow {
    QString skill;
    int workers = 0; // have it
    int here = 0; // of those: neither away nor full
    qint64 waiting = 0; // PENDING tasks that are not kept for one worker; limits::matrixWaitingMax: or more
    [[nodiscard]] bool isGap() const { return waiting > 0 && here == 0; }
};

struct Staffing {
    Page<StaffRow> workers; // by id
    std::vector<SkillRow> skills; // by name, on the first page; at most limits::matrixSkillsMax
    bool allSkills = true;
};

struct GetStaffing {
    using Answer = Staffing;
    int limit = limits::pageDefault;
    QString cursor;
};

// How a task leaves a worker that goes away.
enum class Handover {
    Substitute, // to the one who stands in, also where its next shift is still to come
    Offered, // to the best, who is told
    Open, // to whoever asks first; the best is one that asks
    Nobody, // nobody can take it now: it waits for anyone, and an alert is raised
};
[[nodiscard]] QLatin1StringView toString(Handover);

// Where one task would go.
struct DrilledTask {
    TaskId task;
    ActivityId activity;
    QString intent; // of that
    QString citizenId;
    QString name;
    QString skill;
    qint64 dueAtMs = 0;
    bool held = false;
    bool onHold = false; // then it goes there when it is resumed while the worker is away; neither: it is offered
    Handover how = Handover::Nobody;
    WorkerId to; // null: nobody
    double score = 0;
    QJsonObject ranking; // as in TaskDetail::assignment
};

struct AbsencePlan {
    WorkerId worker;
    Leave leave;
    std::vector<DrilledTask> tasks; // by due time, what is on hold after the others
    int nobody = 0; // tasks that nobody can take
    bool complete = true; // false: there are more than limits::drilledMax
};

// Where what a worker has would go if it were away: to who is there when the leave begins, as far as is known by now, each task
// counted with its new worker. Confirming is SaveWorker with that leave: then this happens when it begins, and at once where it
// has.
struct DrillAbsence {
    using Answer = AbsencePlan;
    WorkerId worker;
    Leave leave;
};

[[nodiscard]] QJsonObject toJson(const SkillRecord &);
[[nodiscard]] QJsonObject toJson(const Leave &);
[[nodiscard]] QJsonObject toJson(const Staffing &);
[[nodiscard]] QJsonObject toJson(const AbsencePlan &);
[[nodiscard]] Result<DrillAbsence> drillAbsenceFrom(const QJsonObject &body, const WorkerId &worker);

} // namespace hmsact::domain
