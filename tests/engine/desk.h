// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/needs.h"
#include "engine/engine.h"
#include "engine/queries.h"
#include "store/migrator.h"
#include "support/testdatabase.h"

#include <QTest>

// One desk for a test: an engine on a database of its own, without threads, its clock turned by hand.
namespace hmsact::engine {

inline constexpr qint64 morningMs = 1'795'000'000'000;

class Desk
{
public:
    Desk() : url(m_testDatabase.url), database(std::move(store::Database::open(url, store::Access::ReadWrite).value()))
    {
        if (!store::migrate(*database, nowMs))
            qFatal("the desk's database cannot be set up");
        engine.emplace(*database, 42, 42);
    }

    // Until nothing is due any more: a slow machine takes several ticks.
    [[nodiscard]] bool tick()
    {
        for (;;) {
            if (!engine->tick(nowMs))
                return false;
            const auto next = engine->nextTimerMs(nowMs);
            if (!next || *next == 0 || *next > nowMs)
                return next.ok();
        }
    }

    // Says one command as `actor` and unpacks its answer.
    template <class C>
    domain::Result<typename C::Answer>
    say(C command, domain::Actor actor = {QStringLiteral("boss"), domain::Role::Admin, {}}, const QString &operationId = {})
    {
        const domain::Request request{std::move(command), std::move(actor), operationId};
        domain::Reply reply = std::move(engine->execute({&request}, {}, nowMs).replies.front());
        if (!reply.result)
            return reply.result.error();
        return std::get<typename C::Answer>(std::move(*reply.result));
    }

    template <class Q>
    domain::Result<typename Q::Answer> ask(Q query)
    {
        auto result = answer(*database, std::move(query), nowMs);
        if (!result)
            return result.error();
        return std::get<typename Q::Answer>(std::move(*result));
    }

    domain::ActivityId open(const std::vector<domain::TaskSpec> &tasks = {}, qint64 slaMs = 48 * domain::limits::msPerHour)
    {
        const auto made = say(
            domain::CreateActivity{QStringLiteral("jordan"), QStringLiteral("replace_vaccine_card"), slaMs, 5, {}, tasks});
        return made ? made->activity.id : domain::ActivityId();
    }

    static domain::TaskSpec task(const QString &name, qint64 slaMs = 2 * domain::limits::msPerHour)
    {
        domain::TaskSpec spec;
        spec.name = name;
        spec.slaMs = slaMs;
        return spec;
    }

    void hire(const QString &id, const QStringList &skills, int capacity = 100, const QStringList &pools = {})
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

    domain::Result<std::vector<domain::Lease>> reserve(const QString &worker, int max = 1)
    {
        return say(domain::Reserve{{worker}, max, 0, 0});
    }

    domain::Result<domain::TaskView> act(domain::ActivityId activity, const QString &name, domain::TaskAction action,
                                         const QString &worker = {}, const QString &reason = {},
                                         std::optional<qint64> token = {})
    {
        domain::ActionInput input;
        input.action = action;
        input.worker = {worker};
        input.reason = reason;
        input.leaseToken = token;
        return say(domain::ActOnTask{{activity, name, {}}, input});
    }

    // "verify_identity PENDING", one line for each task of the activity.
    QStringList statuses(domain::ActivityId activity)
    {
        QStringList lines;
        const auto view = ask(domain::GetActivity{activity});
        if (view) {
            for (const domain::TaskView &task : view->tasks)
                lines << task.task.name + QLatin1Char(' ') + domain::statusText(task.task.state, task.waitingFor);
        }
        return lines;
    }

    bool auditIsFine()
    {
        const auto report = ask(domain::VerifyAudit{});
        if (report && !report->ok)
            qWarning("%s", qPrintable(report->firstBroken));
        return report && report->ok;
    }

private:
    test::TestDatabase m_testDatabase;

public:
    qint64 nowMs = morningMs;
    const store::DatabaseUrl url;
    std::unique_ptr<store::Database> database;
    std::optional<Engine> engine;
};

} // namespace hmsact::engine
