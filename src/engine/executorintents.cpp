// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/notfound.h"
#include "domain/textrules.h"
#include "engine/executor.h"

#include <QCoreApplication>

// The commands about intents, and what an activity takes from one.
namespace hmsact::engine {

using namespace domain;

static Error intentChangedMeanwhile(const QString &name)
{
    return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "intent “%1” was changed meanwhile"), {quoted(name)});
}

Result<CreateActivity> Executor::filledIn(const CreateActivity &command) const
{
    const Intent *intent = m_intents.find(command.templateOf);
    if (!intent)
        return invalidField(QStringLiteral("/from_template"), QT_TRANSLATE_NOOP("Error", "there is no intent “%1”"),
                            {quoted(command.templateOf)});
    CreateActivity filled = command;
    if (filled.slaMs == 0)
        filled.slaMs = intent->slaMs;
    if (filled.tasks.empty())
        filled.tasks = intent->tasks;
    return filled;
}

Executor::Answer Executor::run(const SaveIntent &command, const Actor &actor)
{
    Intent intent = command.intent;
    store::IntentStore store(m_database);
    m_workspace.lockInstallation();
    const std::optional<Intent> known = store.byName(intent.name); // as it is by now
    if (!known && command.mustExist)
        return noIntent(intent.name);
    if (known && command.knownVersion > 0 && known->version != command.knownVersion)
        return intentChangedMeanwhile(intent.name);
    if (!known && m_intents.size() >= limits::intentsMax)
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "there are %1 intents already"),
                         {QString::number(limits::intentsMax)});
    intent.version = known ? known->version + 1 : 1;
    intent.updatedAtMs = m_workspace.nowMs();
    if (!known)
        store.insert(intent);
    else if (!store.update(intent))
        return intentChangedMeanwhile(intent.name);
    m_workspace.recordForInstallation(known ? QStringLiteral("intent.changed") : QStringLiteral("intent.made"),
                                      toJson(intent), actor);
    m_intents.put(intent);
    m_intentsChanged = true;
    return domain::Answer(std::move(intent));
}

Executor::Answer Executor::run(const RemoveIntent &command, const Actor &actor)
{
    store::IntentStore store(m_database);
    m_workspace.lockInstallation();
    if (!store.byName(command.name))
        return noIntent(command.name);
    store.remove(command.name);
    m_workspace.recordForInstallation(QStringLiteral("intent.removed"), {{QStringLiteral("name"), command.name}}, actor);
    m_intents.drop(command.name);
    m_intentsChanged = true;
    return domain::Answer(Done{});
}

} // namespace hmsact::engine
