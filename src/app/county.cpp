// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/county.h"

#include "domain/codec.h"

#include <algorithm>

namespace hmsact::app {
namespace {

using script::text;

QStringList list(std::string_view commaSeparated) { return text(commaSeparated).split(u',', Qt::SkipEmptyParts); }

QString caseName(const QJsonObject &payload) { return payload.value(QStringLiteral("case")).toString(); }

// The weights of those intents that the period knows, one after the other on a line; the throw says where to
// stop.
const script::Intent &pickIntent(Dice &dice, County::Period period)
{
    const auto weight = [&](const script::Intent &intent) {
        if (period == County::Period::Opening)
            return intent.priority == 9 ? 1 : 0;
        return intent.liveOnly && period == County::Period::Past ? 0 : intent.weight;
    };
    int total = 0;
    for (const script::Intent &intent : script::intents)
        total += weight(intent);
    int rest = dice.between(1, total);
    for (const script::Intent &intent : script::intents) {
        rest -= weight(intent);
        if (rest <= 0)
            return intent;
    }
    Q_UNREACHABLE();
}

const script::Task *findTask(const QString &intentName, const QString &taskName)
{
    for (const script::Intent &intent : script::intents) {
        if (text(intent.name) != intentName)
            continue;
        for (const script::Task &task : intent.tasks) {
            if (text(task.name) == taskName)
                return &task;
        }
    }
    return nullptr;
}

// Live, a minute of work takes a second; for citizens in a hurry promises run as fast, so that deadlines come near while
// the visitor looks on. Never shorter than a bot needs.
qint64 promise(qint64 slaMs, bool hurried)
{
    constexpr qint64 shortestMs = 45 * domain::limits::msPerSecond;
    return hurried ? std::max(shortestMs, slaMs / 60) : slaMs;
}

domain::TaskSpec taskSpec(const script::Task &task, const QJsonObject &payload, bool hurried)
{
    domain::TaskSpec spec;
    spec.name = text(task.name);
    spec.skill = text(task.skill);
    spec.slaMs = promise(task.slaMs, hurried);
    if (task.needs != "-")
        spec.needs = list(task.needs);
    spec.optional = task.optional;
    spec.review = task.review;
    spec.payload = payload;
    return spec;
}

std::optional<SampleDocument> paperOf(script::Paper paper, Dice &dice, const QJsonObject &payload)
{
    const QString citizen = payload.value(QStringLiteral("citizen")).toString();
    const QString address = payload.value(QStringLiteral("address")).toString();
    const QString number = caseName(payload);
    const QStringList lines{QStringLiteral("Case: ") + number, QStringLiteral("For: ") + citizen,
                            QStringLiteral("Address: ") + address, QStringLiteral("Sample document. Not valid.")};
    switch (paper) {
    case script::Paper::None:
        return std::nullopt;
    case script::Paper::Card:
        return samplePdf(QStringLiteral("vaccine-card.pdf"), QStringLiteral("Vaccination card"), lines);
    case script::Paper::Permit:
        return samplePdf(QStringLiteral("permit.pdf"), QStringLiteral("Sample County Permit"), lines);
    case script::Paper::Letter:
        return samplePdf(QStringLiteral("letter.pdf"), QStringLiteral("Letter to the citizen"), lines);
    case script::Paper::Table:
        break;
    }
    QList<QStringList> rows;
    for (int i = dice.between(2, 6); i > 0; --i)
        rows << QStringList{number, text(dice.pick(script::streets)), QString::number(dice.between(1, 40))};
    return sampleCsv(QStringLiteral("list.csv"),
                     {QStringLiteral("case"), QStringLiteral("place"), QStringLiteral("quantity")}, rows);
}

} // namespace

std::vector<domain::WorkerSpec> County::workers()
{
    std::vector<domain::WorkerSpec> specs;
    for (const script::Worker &worker : script::workers) {
        domain::WorkerSpec spec;
        spec.name = text(worker.name);
        spec.id = domain::WorkerId::fromName(*spec.name);
        spec.kind = worker.kind;
        QMap<QString, int> skills;
        for (const QString &skill : list(worker.skills))
            skills.insert(skill.section(u':', 0, 0), skill.section(u':', 1).toInt());
        spec.skills = skills;
        spec.pools = list(worker.pools);
        spec.channel = text(worker.channel);
        spec.capacity = worker.capacity;
        specs.push_back(std::move(spec));
    }
    return specs;
}

std::vector<domain::Intent> County::intents()
{
    std::vector<domain::Intent> intents;
    for (const script::Intent &written : script::intents) {
        domain::Intent intent;
        intent.name = text(written.name);
        intent.title = text(written.title);
        intent.description = text(written.description);
        intent.slaMs = written.slaMs;
        for (const script::Task &task : written.tasks)
            intent.tasks.push_back(taskSpec(task, {}, false));
        intent.thresholds = written.thresholds;
        intent.confirmation = written.confirmation;
        intents.push_back(std::move(intent));
    }
    return intents;
}

std::vector<domain::Rule> County::rules(qint64 nowMs)
{
    std::vector<domain::Rule> rules;
    for (const script::Rule &written : script::rules) {
        const auto body = domain::parseObject(text(written.json).toUtf8());
        auto rule = body ? domain::ruleFrom(*body) : body.error();
        Q_ASSERT(rule.ok());
        if (!rule)
            continue;
        rule->shadowUntilMs = written.shadowDays == 0 ? 0 : nowMs + written.shadowDays * domain::limits::msPerDay;
        rules.push_back(std::move(*rule));
    }
    return rules;
}

const script::Worker *County::findWorker(const QString &id)
{
    const auto it = std::find_if(script::workers.begin(), script::workers.end(), [&](const script::Worker &worker) {
        return domain::WorkerId::fromName(text(worker.name)).value == id;
    });
    return it == script::workers.end() ? nullptr : &*it;
}

domain::CreateActivity County::request(int number, Period period) const
{
    const QString name = QStringLiteral("SC-%1").arg(number, 5, 10, QLatin1Char('0'));
    Dice dice(m_seed, QStringLiteral("request ") + name);
    const script::Intent &intent = pickIntent(dice, period);

    domain::CreateActivity activity;
    activity.citizenId = QStringLiteral("%1-%2-%3")
                             .arg(text(dice.pick(script::givenNames)), text(dice.pick(script::familyNames)))
                             .arg(dice.between(10, 99));
    activity.intent = text(intent.name);
    const bool hurried = period == Period::Live && !intent.liveOnly && dice.chance(40);
    activity.slaMs = promise(intent.slaMs, hurried);
    activity.priority = intent.priority;
    const QString address = QStringLiteral("%1 %2").arg(dice.between(1, 180)).arg(text(dice.pick(script::streets)));
    const QString answer = text(dice.pick(intent.answers));
    activity.metadata = {
        {QStringLiteral("case"), name}, {QStringLiteral("address"), address}, {text(intent.question), answer}};
    const QJsonObject payload{{QStringLiteral("case"), name},
                              {QStringLiteral("intent"), activity.intent},
                              {QStringLiteral("citizen"), activity.citizenId},
                              {QStringLiteral("address"), address},
                              {text(intent.question), answer}};
    for (const script::Task &task : intent.tasks)
        activity.tasks.push_back(taskSpec(task, payload, hurried));
    return activity;
}

Performance County::perform(const QString &workerId, const QString &taskName, const QJsonObject &payload,
                            qint64 leaseToken) const
{
    Dice dice(m_seed, QStringLiteral("work %1 %2 %3 %4").arg(workerId, caseName(payload), taskName).arg(leaseToken));
    const script::Task *task = findTask(payload.value(QStringLiteral("intent")).toString(), taskName);
    const script::Worker *worker = findWorker(workerId);

    Performance performance;
    // Somebody else's task in this database: done quickly and without ceremony.
    performance.minutes = task ? dice.between(task->minutesMin, task->minutesMax) : dice.between(2, 5);
    const int chance = dice.between(1, 100);
    if (worker && leaseToken <= 3) {
        if (chance <= worker->failPercent) {
            performance.outcome = Performance::Outcome::Fails;
            performance.failReason = text(dice.pick(script::failReasons));
        } else if (chance <= worker->failPercent + worker->stallPercent) {
            performance.outcome = Performance::Outcome::Stalls;
        }
    }
    if (worker && worker->kind == domain::WorkerKind::Human && dice.chance(20))
        performance.remark = text(dice.pick(script::remarks));
    if (performance.outcome == Performance::Outcome::Completes) {
        performance.result = {{QStringLiteral("case"), caseName(payload)}, {QStringLiteral("minutes"), performance.minutes}};
        if (task)
            performance.paper = paperOf(task->paper, dice, payload);
    }
    return performance;
}

bool County::wantsOption(const QJsonObject &payload) const
{
    return Dice(m_seed, QStringLiteral("option ") + caseName(payload)).chance(55);
}

qint64 County::pauseMs(int openActivities, int asked)
{
    constexpr int calm = 30; // as many open as fill a window
    constexpr qint64 shortest = 6 * domain::limits::msPerSecond;
    constexpr qint64 longest = 40 * domain::limits::msPerSecond;
    const int above = std::clamp(openActivities - calm, 0, openMax - calm);
    constexpr int halfPaceAt = 2000; // requests: some hours
    const qint64 pause = shortest + (longest - shortest) * above / (openMax - calm);
    return pause * (halfPaceAt + asked) / halfPaceAt;
}

} // namespace hmsact::app
