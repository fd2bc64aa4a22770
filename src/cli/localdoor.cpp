// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/localdoor.h"

#include "domain/codec.h"
#include "domain/notfound.h"
#include "engine/archiving.h"
#include "engine/queries.h"
#include "store/migrator.h"
#include "store/restore.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <future>

namespace hmsact::cli {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {

// The core's callback arrives in its thread; a command line has nothing else to do meanwhile.
template <class T, class Start>
T waitFor(Start start)
{
    std::promise<T> promise;
    std::future<T> future = promise.get_future();
    start([&promise](T value) { promise.set_value(std::move(value)); });
    return future.get();
}

domain::Actor localAdmin() { return {u"local-admin"_s, domain::Role::Admin, {}}; }

} // namespace

Result<QJsonObject> LocalDoor::send(const Invocation &invocation)
{
    const QLatin1StringView method(invocation.command->method);
    const QString path = invocation.path;
    if (path == u"/db/status"_s)
        return ask(domain::GetDatabaseStatus{});
    if (path == u"/db/verify"_s)
        return ask(domain::VerifyDatabase{});
    if (path == u"/audit/verify"_s)
        return ask(domain::VerifyAudit{});
    if (path == u"/db/backup"_s) {
        const QString file = invocation.body.value(u"file"_s).toString();
        const Result<QJsonObject> done = ask(domain::BackUp{file});
        return done ? Result<QJsonObject>(invocation.body) : done;
    }
    if (path == u"/db/restore"_s) {
        makeFolder();
        const domain::Status done = store::restore(m_database, invocation.body.value(u"file"_s).toString());
        return done ? Result<QJsonObject>(invocation.body) : done.error();
    }
    if (path == u"/db/archive"_s)
        return archive(invocation.body);
    if (path == u"/db/migrate"_s) {
        const auto opened = core(engine::CoreSettings::Migrates::AlsoServers); // opening is migrating
        return opened ? ask(domain::GetDatabaseStatus{}) : Result<QJsonObject>(opened.error());
    }
    if (path.startsWith(u"/users"_s))
        return aboutUsers(invocation);
    if (path.startsWith(u"/tokens"_s))
        return aboutTokens(invocation);
    return domain::makeError(domain::ErrorCode::Internal, "nobody answers %1 %2", {method, path});
}

Result<QJsonObject> LocalDoor::aboutTokens(const Invocation &invocation)
{
    const QLatin1StringView method(invocation.command->method);
    if (method == "GET"_L1)
        return list(domain::ListTokens{});
    if (method == "POST"_L1) {
        const auto command = domain::createTokenFrom(invocation.body);
        return command ? act(*command, Missing::IsSetUp) : Result<QJsonObject>(command.error());
    }
    const QString id = invocation.path.section(u'/', 2);
    const auto token = domain::TokenId::fromString(id);
    if (!token)
        return domain::noToken(id);
    return act(domain::RevokeToken{*token}, Missing::IsRefused);
}

Result<QJsonObject> LocalDoor::aboutUsers(const Invocation &invocation)
{
    const QLatin1StringView method(invocation.command->method);
    const QString login = QUrl::fromPercentEncoding(invocation.path.section(u'/', 2).toLatin1());
    if (method == "GET"_L1)
        return login.isEmpty() ? list(domain::ListUsers{}) : ask(domain::GetUser{login});
    if (method == "DELETE"_L1)
        return act(domain::RemoveUser{login}, Missing::IsRefused);
    const auto command = domain::saveUserFrom(invocation.body, login);
    return command ? act(*command, Missing::IsSetUp) : Result<QJsonObject>(command.error());
}

domain::Error LocalDoor::noDatabase() const
{
    const bool isFile = m_database.dialect == store::Dialect::Sqlite;
    return domain::makeError(domain::ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "there is no database at %1"),
                             {isFile ? m_database.file : m_database.withoutPassword()});
}

Result<std::unique_ptr<store::Database>> LocalDoor::look() const
{
    if (m_database.dialect == store::Dialect::Sqlite && !QFileInfo::exists(m_database.file))
        return std::unique_ptr<store::Database>();
    if (const domain::Status status = store::inspect(m_database); !status)
        return status.error();
    return store::Database::open(m_database, store::Access::ReadOnly);
}

Result<QJsonObject> LocalDoor::list(const domain::Query &query)
{
    Result<QJsonObject> all = ask(query);
    if (all)
        all->insert(u"next_cursor"_s, QJsonValue::Null);
    return all;
}

Result<QJsonObject> LocalDoor::ask(const domain::Query &query)
{
    const auto database = look();
    if (!database)
        return database.error();
    if (!*database)
        return noDatabase();
    const Result<int> version = store::currentVersion(**database);
    if (!version)
        return version.error();
    if (const domain::Status status = store::notOlder(m_database, *version); !status)
        return status.error();
    const auto answer = engine::answer(**database, query, engine::SystemClock().nowMs());
    return answer ? Result<QJsonObject>(domain::toJson(*answer)) : Result<QJsonObject>(answer.error());
}

void LocalDoor::makeFolder() const
{
    if (m_database.dialect == store::Dialect::Sqlite)
        QDir().mkpath(QFileInfo(m_database.file).absolutePath());
}

Result<std::unique_ptr<engine::Core>> LocalDoor::core(engine::CoreSettings::Migrates migrates)
{
    makeFolder();
    engine::CoreSettings settings;
    settings.databaseUrl = m_database.text;
    settings.migrates = migrates;
    settings.clock = std::make_shared<engine::SystemClock>();
    return engine::Core::open(std::move(settings));
}

Result<QJsonObject> LocalDoor::archive(const QJsonObject &body)
{
    const auto order = engine::ArchiveOrder::fromJson(body);
    if (!order)
        return order.error();
    const auto counted = ask(domain::CountArchivable{engine::SystemClock().nowMs() - order->olderThanMs});
    if (!counted)
        return counted.error();
    const auto told = [&](QJsonObject json) {
        json.insert(u"file"_s, order->file);
        json.insert(u"dry_run"_s, order->dryRun);
        return json;
    };
    if (order->dryRun)
        return told(*counted);
    const auto opened = core();
    if (!opened)
        return opened.error();
    const auto done = waitFor<Result<domain::ArchiveCount>>(
        [&](auto deliver) { engine::archive(**opened, *order, localAdmin(), deliver); });
    if (!done)
        return done.error();
    return told(domain::toJson(*done));
}

Result<bool> LocalDoor::isSetUp() const
{
    const auto database = look();
    if (!database || !*database)
        return database ? Result<bool>(false) : Result<bool>(database.error());
    const Result<int> version = store::currentVersion(**database);
    if (!version)
        return version.error();
    const domain::Status status = *version > 0 ? store::notOlder(m_database, *version) : domain::Done{};
    return status ? Result<bool>(*version > 0) : Result<bool>(status.error());
}

Result<QJsonObject> LocalDoor::act(const domain::Command &command, Missing missing)
{
    const Result<bool> isThere = isSetUp();
    if (!isThere || (!*isThere && missing == Missing::IsRefused))
        return isThere ? noDatabase() : isThere.error();
    const auto opened = core(); // opening is setting up
    if (!opened)
        return opened.error();
    m_hasSetUp = !*isThere;
    const auto reply = waitFor<domain::Reply>([&](auto deliver) {
        (*opened)->submit({command, localAdmin(), {}}, deliver);
    });
    return reply.result ? Result<QJsonObject>(domain::toJson(*reply.result)) : Result<QJsonObject>(reply.result.error());
}

} // namespace hmsact::cli
