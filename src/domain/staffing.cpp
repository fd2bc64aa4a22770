// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/enumtext.h"
#include "domain/jsonform.h"
#include "domain/objectreader.h"
#include "domain/readleave.h"

// Who is there and what would become of the work, as JSON.
namespace hmsact::domain {

using namespace Qt::StringLiterals;

static constexpr auto handovers = enumTexts<Handover>("substitute", "offered", "open", "nobody");
QLatin1StringView toString(Handover value) { return handovers.text(value); }

QJsonObject toJson(const Leave &leave)
{
    return {{u"from"_s, timeOrNull(leave.fromMs)},
            {u"to"_s, timeOrNull(leave.toMs)},
            {u"substitute"_s, textOrNull(leave.substitute.value)}};
}

QJsonObject toJson(const SkillRecord &record)
{
    return {
        {u"done"_s, record.done},
        {u"failed"_s, record.failed},
        {u"late"_s, record.late},
        {u"mean_s"_s, record.timed > 0 ? QJsonValue(double(record.meanMs()) / double(limits::msPerSecond)) : QJsonValue()}};
}

static QJsonObject toJson(const StaffRow &row)
{
    QJsonObject records;
    for (auto record = row.records.begin(); record != row.records.end(); ++record) {
        records.insert(record.key(), toJson(*record));
    }
    QJsonObject json = toJson(row.view);
    json.insert(u"presence"_s, toString(row.presence));
    json.insert(u"back_at"_s, timeOrNull(row.backAtMs));
    json.insert(u"records"_s, records);
    return json;
}

static QJsonObject toJson(const SkillRow &row)
{
    return {{u"skill"_s, row.skill},
            {u"workers"_s, row.workers},
            {u"here"_s, row.here},
            {u"waiting"_s, row.waiting},
            {u"gap"_s, row.isGap()}};
}

QJsonObject toJson(const Staffing &staffing)
{
    return {{u"items"_s, arrayOf(staffing.workers.items, [](const StaffRow &row) { return toJson(row); })},
            {u"next_cursor"_s, textOrNull(staffing.workers.nextCursor)},
            {u"skills"_s, arrayOf(staffing.skills, [](const SkillRow &row) { return toJson(row); })},
            {u"all_skills"_s, staffing.allSkills}};
}

static QJsonObject toJson(const DrilledTask &task)
{
    return {{u"task_id"_s, task.task.toString()},
            {u"activity_id"_s, task.activity.toString()},
            {u"intent"_s, task.intent},
            {u"citizen_id"_s, task.citizenId},
            {u"name"_s, task.name},
            {u"skill"_s, task.skill},
            {u"due_at"_s, timeOrNull(task.dueAtMs)},
            {u"held"_s, task.held},
            {u"on_hold"_s, task.onHold},
            {u"to"_s, textOrNull(task.to.value)},
            {u"how"_s, toString(task.how)},
            {u"score"_s, task.to.isNull() ? QJsonValue() : QJsonValue(task.score)},
            {u"why"_s, task.ranking}};
}

QJsonObject toJson(const AbsencePlan &plan)
{
    return {{u"worker_id"_s, plan.worker.value},
            {u"leave"_s, toJson(plan.leave)},
            {u"tasks"_s, arrayOf(plan.tasks, [](const DrilledTask &task) { return toJson(task); })},
            {u"nobody"_s, plan.nobody},
            {u"complete"_s, plan.complete}};
}

Leave readLeave(ObjectReader &reader)
{
    reader.require("from");
    reader.require("to");
    Leave leave;
    leave.fromMs = reader.time("from").value_or(0);
    leave.toMs = reader.time("to").value_or(0);
    leave.substitute = {reader.text("substitute", limits::nameMax).value_or(QString())};
    reader.finish();
    return leave;
}

Result<DrillAbsence> drillAbsenceFrom(const QJsonObject &body, const WorkerId &worker)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    DrillAbsence question{worker, readLeave(reader)};
    return errors.isEmpty() ? Result(std::move(question)) : Result<DrillAbsence>(errors.error());
}

} // namespace hmsact::domain
