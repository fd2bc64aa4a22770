// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox.h"

#include "app/county.h"
#include "engine/coredoor.h"
#include "store/migrator.h"
#include "store/tokenstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <unistd.h>

namespace hmsact::app::sandbox {
namespace {

using domain::Role;

const domain::Actor furnisher{QStringLiteral("sandbox"), Role::Admin, {}};

domain::Status ensureToken(engine::Core &core, const QString &name, Role role, const QString &secret,
                           const domain::WorkerId &worker = {})
{
    const auto known = askAndWait(core, domain::FindToken{secret});
    if (known)
        return domain::Done{};
    if (known.error().code != domain::ErrorCode::NotFound)
        return known.error();
    domain::CreateToken command;
    command.name = name;
    command.role = role;
    command.worker = worker;
    command.secret = secret;
    const auto made = sendAndWait(core, command, furnisher);
    const bool madeByAnother = !made && askAndWait(core, domain::FindToken{secret}); // which starts on the same database
    return made || madeByAnother ? domain::Status(domain::Done{}) : made.error();
}

domain::Status ensureWorker(engine::Core &core, const domain::WorkerSpec &spec)
{
    const auto known = askAndWait(core, domain::GetWorker{*spec.id});
    if (!known && known.error().code != domain::ErrorCode::NotFound)
        return known.error();
    if (!known) {
        const auto saved = sendAndWait(core, domain::SaveWorker{spec, false}, furnisher);
        if (!saved)
            return saved.error();
    }
    // People may comment, bots may not.
    const Role role = spec.kind == domain::WorkerKind::Human ? Role::Clerk : Role::Worker;
    return ensureToken(core, spec.id->value, role, workerSecret(spec.id->value), *spec.id);
}

domain::Status ensureIntents(engine::Core &core)
{
    const auto known = askAndWait(core, domain::ListIntents{});
    if (!known)
        return known.error();
    if (!known->empty())
        return domain::Done{};
    for (const domain::Intent &intent : County::intents()) {
        const auto saved = sendAndWait(core, domain::SaveIntent{intent}, furnisher);
        if (!saved)
            return saved.error();
    }
    return domain::Done{};
}

// Once: what a visitor made of them stays.
domain::Status ensureRules(engine::Core &core)
{
    const auto known = askAndWait(core, domain::ListRules{});
    if (!known)
        return known.error();
    if (known->size() > 1) // more than the built-in one
        return domain::Done{};
    for (const domain::Rule &rule : County::rules(core.nowMs())) {
        const auto saved = sendAndWait(core, domain::SaveRule{rule, {}}, furnisher);
        if (!saved)
            return saved.error();
    }
    return domain::Done{};
}

domain::Error somebodys(const QString &url)
{
    return domain::makeError(
        domain::ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("Error", "%1 holds data that is not a sandbox's, and would get a token that everybody knows"),
        {url});
}

QString lockIn(const QString &folder) { return folder + QStringLiteral("/sandbox"); } // ".lock" is added

// Whoever lives holds the lock. A folder without one, or with one that says nothing yet, is being made this moment; other
// people's are their own.
void removeAbandoned()
{
    const QStringList pattern{QStringLiteral("hms-act-sandbox-*")};
    for (const QFileInfo &folder : QDir::temp().entryInfoList(pattern, QDir::Dirs | QDir::NoSymLinks)) {
        const QString path = folder.filePath();
        if (folder.ownerId() == ::getuid() && QFileInfo(lockIn(path) + QStringLiteral(".lock")).size() > 0
            && store::ProcessLock::take(lockIn(path), QCoreApplication::applicationName()).ok())
            QDir(path).removeRecursively();
    }
}

} // namespace

Folder::Folder() : m_folder(QDir::temp().filePath(QStringLiteral("hms-act-sandbox-XXXXXX"))) { }

domain::Result<std::unique_ptr<Folder>> Folder::make()
{
    removeAbandoned();
    std::unique_ptr<Folder> made(new Folder);
    if (!made->m_folder.isValid())
        return domain::makeError(domain::ErrorCode::Unavailable,
                                 QT_TRANSLATE_NOOP("Error", "cannot make a folder for the sandbox: %1"),
                                 {made->m_folder.errorString()});
    auto lock = store::ProcessLock::take(lockIn(made->m_folder.path()), QCoreApplication::applicationName());
    if (!lock)
        return lock.error();
    made->m_lock = std::move(*lock);
    return made;
}

QString workerSecret(const QString &workerId) { return QStringLiteral("demo-") + workerId; }

QStringList knownSecrets()
{
    QStringList secrets{adminSecret, portalSecret, supervisorSecret};
    for (const domain::WorkerSpec &spec : County::workers())
        secrets.append(workerSecret(spec.id->value));
    return secrets;
}

domain::Result<Condition> inspect(engine::Core &core)
{
    const auto token = askAndWait(core, domain::FindToken{adminSecret});
    if (token)
        return Condition::Furnished;
    if (token.error().code != domain::ErrorCode::NotFound)
        return token.error();
    const auto status = askAndWait(core, domain::GetDatabaseStatus{});
    if (!status)
        return status.error();
    if (status->events == 0 && status->activities == 0)
        return Condition::Empty;
    if (askAndWait(core, domain::FindToken{adminSecret})) // another program has furnished it meanwhile
        return Condition::Furnished;
    return somebodys(status->url);
}

domain::Status lookAt(const QString &databaseUrl)
{
    const domain::Result<store::DatabaseUrl> url = store::DatabaseUrl::parse(databaseUrl);
    if (!url)
        return url.error();
    if (const domain::Status status = store::inspect(*url); !status)
        return status;
    if (url->dialect == store::Dialect::Sqlite && QFileInfo(url->file).size() == 0)
        return domain::Done{};
    const auto database = store::Database::open(*url, store::Access::ReadOnly);
    if (!database)
        return database.error();
    const domain::Result<int> version = store::currentVersion(**database);
    if (!version || *version == 0)
        return version ? domain::Status(domain::Done{}) : version.error();
    const domain::Result<bool> isFree = (*database)->read<bool>([&]() -> domain::Result<bool> {
        const bool isSandbox = store::TokenStore(**database).valid(adminSecret, engine::SystemClock().nowMs()).has_value();
        return isSandbox || !(*database)->statement("schema.any_record").next();
    });
    if (!isFree)
        return isFree.error();
    return *isFree ? domain::Status(domain::Done{}) : somebodys(url->withoutPassword());
}

domain::Status furnish(engine::Core &core, bool sampleCounty)
{
    if (const auto done = ensureToken(core, QStringLiteral("sandbox"), Role::Admin, adminSecret); !done)
        return done;
    if (!sampleCounty)
        return domain::Done{};
    if (const auto done = ensureToken(core, QStringLiteral("citizen-portal"), Role::Supervisor, portalSecret); !done)
        return done;
    if (const auto done = ensureToken(core, QStringLiteral("dana.okoro"), Role::Supervisor, supervisorSecret); !done)
        return done;
    for (const domain::WorkerSpec &spec : County::workers()) {
        if (const auto done = ensureWorker(core, spec); !done)
            return done;
    }
    if (const auto done = ensureIntents(core); !done)
        return done;
    return ensureRules(core);
}

} // namespace hmsact::app::sandbox
