// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core.h"
#include "store/processlock.h"

#include <QTemporaryDir>

// What makes a database a sandbox's: tokens that everybody knows, the people of the sample county, and a folder for a while.
namespace hmsact::app::sandbox {

inline const QString adminSecret = QStringLiteral("demo-sandbox-token");
// The county's own tokens, so that the record names each of them: role clerk and up, and one for every worker.
inline const QString portalSecret = QStringLiteral("demo-citizen-portal");
inline const QString supervisorSecret = QStringLiteral("demo-supervisor");
[[nodiscard]] QString workerSecret(const QString &workerId);
[[nodiscard]] QStringList knownSecrets(); // all of these: outside of a sandbox they open nothing

enum class Condition { Empty, Furnished };
// Conflict: there is data in it and no sandbox's token, so it is somebody's real database and must not get one.
[[nodiscard]] domain::Result<Condition> inspect(engine::Core &core);

// The same look at a database that is not open yet, which leaves it as it is, whatever its schema; what else is wrong with it.
[[nodiscard]] domain::Status lookAt(const QString &databaseUrl);

// A throw-away folder in the system's temporary one, held by a lock while this lives; taken away with everything in it.
class Folder
{
public:
    // Removes those of sandboxes that died without doing it themselves. Unavailable: no folder can be made.
    [[nodiscard]] static domain::Result<std::unique_ptr<Folder>> make();
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    Folder();

    std::unique_ptr<store::ProcessLock> m_lock;
    QTemporaryDir m_folder;
};

// Adds what is not there yet: the admin's token, and with `sampleCounty` the workers and their tokens.
[[nodiscard]] domain::Status furnish(engine::Core &core, bool sampleCounty);

} // namespace hmsact::app::sandbox
