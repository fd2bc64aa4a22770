// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/needs.h"
#include "engine/engine.h"
#include "engine/queries.h"
#include "support/testdatabase.h"

#include <QTest>

// One desk for a test: an engine on a database of its own, without threads, its clock turned by hand.
namespace hmsact::engine {

inline constexpr qint64 morningMs = 1'795'000'000'000;

inline QString s(const char *text) { return QString::fromUtf8(text); }

class Desk
{
public:
    Desk();

    // Until nothing is due any more: a slow machine takes several ticks.
    [[nodiscard]] bool tick();

    // Says one command as `actor` and unpacks its answer.
    template <class C>
    domain::Result<typename C::Answer>
    say(C command, domain::Actor actor = {QStringLiteral("boss"), domain::Role::Admin, {}}, const QString &operationId = {})
    {
        domain::Reply reply = execute({std::move(command), std::move(actor), operationId});
        if (!reply.result)
            return reply.result.error();
        return std::get<typename C::Answer>(std::move(*reply.result));
    }

    template <class Q>
    domain::Result<typename Q::Answer> ask(Q query)
    {
        auto result = read(std::move(query));
        if (!result)
            return result.error();
        return std::get<typename Q::Answer>(std::move(*result));
    }

    domain::ActivityId open(const std::vector<domain::TaskSpec> &tasks = {}, qint64 slaMs = 48 * domain::limits::msPerHour);
    static domain::TaskSpec task(const QString &name, qint64 slaMs = 2 * domain::limits::msPerHour);
    void hire(const QString &id, const QStringList &skills, int capacity = 100, const QStringList &pools = {});
    domain::Result<std::vector<domain::Lease>> reserve(const QString &worker, int max = 1);
    domain::Result<domain::TaskView> act(domain::ActivityId activity, const QString &name, domain::TaskAction action,
                                         const QString &worker = {}, const QString &reason = {},
                                         std::optional<qint64> token = {});

    // "verify_identity PENDING", one line for each task of the activity.
    QStringList statuses(domain::ActivityId activity);
    bool auditIsFine();

private:
    domain::Reply execute(const domain::Request &request);
    domain::Result<domain::QueryAnswer> read(domain::Query query);

    test::TestDatabase m_testDatabase;

public:
    qint64 nowMs = morningMs;
    const store::DatabaseUrl url;
    std::unique_ptr<store::Database> database;
    std::optional<Engine> engine;
};

inline QStringList alertKinds(Desk &desk)
{
    QStringList kinds;
    const auto alerts = desk.ask(domain::ListAlerts{});
    for (const domain::Alert &alert : alerts->items)
        kinds << alert.kind;
    kinds.sort();
    return kinds;
}

inline bool turn(Desk &desk, qint64 byMs)
{
    desk.nowMs += byMs;
    return desk.tick();
}

} // namespace hmsact::engine
