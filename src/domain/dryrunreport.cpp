// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/dryrunreport.h"

#include "domain/codec.h"
#include "domain/jsonform.h"
#include "domain/objectreader.h"

#include <algorithm>

namespace hmsact::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr auto order = [](const WouldFire &one) {
    return std::tuple(one.atMs, one.activity, one.task, one.step);
};

QJsonObject toJson(const DryRunSum &sum)
{
    QJsonArray steps;
    for (const qint64 count : sum.steps)
        steps.append(count);
    return {{u"activities"_s, sum.activities},
            {u"tasks"_s, sum.tasks},
            {u"firings"_s, sum.firings},
            {u"steps"_s, steps},
            {u"messages"_s, arrayOf(sum.messages, [](const DryRunSum::Messages &told) {
                 return QJsonObject{{u"address"_s, told.address}, {u"count"_s, told.count}};
             })}};
}

QJsonObject toJson(const WouldFire &fired, const Rule &rule)
{
    const RuleStep &step = rule.steps[size_t(fired.step)];
    return {{u"at"_s, timeOrNull(fired.atMs)},
            {u"activity_id"_s, fired.activity.toString()},
            {u"task_id"_s, idOrNull(fired.task)},
            {u"task"_s, textOrNull(fired.taskName)},
            {u"step"_s, fired.step},
            {u"then"_s, QString(toString(step.then))},
            {u"to"_s, textOrNull(step.to)},
            {u"notify"_s, fired.isPassedOver ? QJsonArray() : arrayOf(step.notify)},
            {u"passed_over"_s, fired.isPassedOver},
            {u"skipped"_s, fired.isSkipped}};
}

} // namespace

void DryRunReport::add(const std::vector<WouldFire> &fired)
{
    const auto full = [this] {
        return firings.size() >= size_t(limits::dryRunShown);
    };
    for (const WouldFire &one : fired) {
        if (full() && order(firings.back()) < order(one))
            continue;
        firings.insert(std::ranges::upper_bound(firings, order(one), {}, order), one);
        if (firings.size() > size_t(limits::dryRunShown))
            firings.pop_back();
    }
}

void DryRunReport::compare(const std::vector<WouldFire> &saved, const std::vector<WouldFire> &tried)
{
    for (const WouldFire &one : tried)
        firingsMore += std::ranges::find(saved, order(one), order) == saved.end() ? 1 : 0;
    for (const WouldFire &one : saved)
        firingsLess += std::ranges::find(tried, order(one), order) == tried.end() ? 1 : 0;
}

QJsonObject toJson(const DryRunReport &report)
{
    QJsonObject rule = bodyOf(report.rule);
    return {{u"rule"_s, rule},
            {u"from"_s, formatTime(report.period.fromMs)},
            {u"to"_s, formatTime(report.period.toMs)},
            {u"activities_read"_s, report.activitiesRead},
            {u"complete"_s, report.isComplete},
            {u"would"_s, toJson(report.would)},
            {u"does"_s, report.does ? QJsonValue(toJson(*report.does)) : QJsonValue()},
            {u"difference"_s,
             report.does ? QJsonValue(QJsonObject{{u"more"_s, report.firingsMore}, {u"less"_s, report.firingsLess}})
                         : QJsonValue()},
            {u"firings"_s, arrayOf(report.firings, [&](const WouldFire &fired) { return toJson(fired, report.rule); })}};
}

Result<DryRunRule> dryRunFrom(const QJsonObject &body)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    DryRunRule question;
    question.choice = readRuleChoice(reader);
    question.period = {reader.time("from").value_or(0), reader.time("to").value_or(0)};
    reader.finish();
    return errors.isEmpty() ? Result(std::move(question)) : Result<DryRunRule>(errors.error());
}

Result<Period> wholePeriod(Period period, qint64 nowMs)
{
    period.toMs = period.toMs == 0 ? nowMs : period.toMs;
    period.fromMs = period.fromMs == 0 ? period.toMs - limits::dryRunDefaultMs : period.fromMs;
    if (period.fromMs >= period.toMs)
        return invalidField(u"/from"_s, QT_TRANSLATE_NOOP("Error", "must be before “to”"));
    if (period.toMs - period.fromMs > limits::dryRunMaxMs)
        return invalidField(u"/from"_s, QT_TRANSLATE_NOOP("Error", "must be at most %1 days before “to”"),
                            {QString::number(limits::dryRunMaxMs / limits::msPerDay)});
    return period;
}

} // namespace hmsact::domain
