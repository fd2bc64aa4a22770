// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/desk.h"

namespace hmsact::engine {

Desk::Desk() : url(m_testDatabase.url), database(std::move(store::Database::open(url, store::Access::ReadWrite).value()))
{
    engine.emplace(*database, 42, 42);
}

bool Desk::tick()
{
    for (;;) {
        if (!engine->tick(nowMs))
            return false;
        const auto next = engine->nextTimerMs(nowMs);
        if (!next || *next == 0 || *next > nowMs)
            return next.ok();
    }
}

domain::ActivityId Desk::open(const std::vector<domain::TaskSpec> &tasks, qint64 slaMs)
{
    const auto made =
        say(domain::CreateActivity{QStringLiteral("jordan"), QStringLiteral("replace_vaccine_card"), slaMs, 5, {}, tasks});
    return made ? made->activity.id : domain::ActivityId();
}

domain::TaskSpec Desk::task(const QString &name, qint64 slaMs)
{
    domain::TaskSpec spec;
    spec.name = name;
    spec.slaMs = slaMs;
    return spec;
}

void Desk::hire(const QString &id, const QStringList &skills, int capacity, const QStringList &pools)
{
    domain::SaveWorker command;
    command.spec.id = domain::WorkerId{id};
    command.spec.name = id;
    command.spec.kind = domain::WorkerKind::Bot;
    QMap<QString, int> levels;
    for (const QString &skill : skills)
        levels.insert(skill, domain::skillLevelDefault);
    command.spec.skills = levels;
    command.spec.capacity = capacity;
    command.spec.pools = pools;
    QVERIFY(say(command));
}

domain::Result<std::vector<domain::Lease>> Desk::reserve(const QString &worker, int max)
{
    return say(domain::Reserve{{worker}, max, 0, 0});
}

domain::Result<domain::TaskView> Desk::act(domain::ActivityId activity, const QString &name, domain::TaskAction action,
                                           const QString &worker, const QString &reason, std::optional<qint64> token)
{
    domain::ActionInput input;
    input.action = action;
    input.worker = {worker};
    input.reason = reason;
    input.leaseToken = token;
    return say(domain::ActOnTask{{activity, name, {}}, input});
}

QStringList Desk::statuses(domain::ActivityId activity)
{
    QStringList lines;
    const auto view = ask(domain::GetActivity{activity});
    if (view) {
        for (const domain::TaskView &task : view->tasks)
            lines << task.task.name + QLatin1Char(' ') + domain::statusText(task.task.state, task.waitingFor);
    }
    return lines;
}

bool Desk::auditIsFine()
{
    const auto report = ask(domain::VerifyAudit{});
    if (report && !report->ok)
        qWarning("%s", qPrintable(report->firstBroken));
    return report && report->ok;
}

domain::Reply Desk::execute(const domain::Request &request)
{
    return std::move(engine->execute({&request}, {}, nowMs).replies.front());
}

domain::Result<domain::QueryAnswer> Desk::read(domain::Query query) { return answer(*database, std::move(query), nowMs); }

} // namespace hmsact::engine
