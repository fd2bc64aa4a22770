// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlitesettings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace hmsact::store {

using domain::Finding;
using enum domain::Finding::Severity;

static constexpr qint64 mebibyte = 1024 * 1024;
static constexpr qint64 freeBytesMin = 200 * mebibyte;

// WAL needs memory that all its processes share, which such file systems do not give, and locks, which many do not keep.
static bool isOfAnotherMachine(const QString &fileSystem)
{
    static constexpr std::array others{"nfs", "cifs", "smb",       "fuse.sshfs",    "9p",
                                       "afs", "ceph", "glusterfs", "fuse.glusterfs"};
    return std::any_of(others.begin(), others.end(),
                       [&](const char *other) { return fileSystem.startsWith(QLatin1StringView(other)); });
}

SqliteSettings readSqliteSettings(Database &database)
{
    SqliteSettings settings;
    if (Statement mode = database.statement("statistics.journal_mode"); mode.next())
        settings.journalMode = mode.text(0);
    const QStorageInfo disk(QFileInfo(database.url().file).absolutePath());
    settings.fileSystem = QString::fromUtf8(disk.fileSystemType());
    settings.freeBytes = disk.bytesAvailable();
    return settings;
}

std::vector<Finding> judge(const SqliteSettings &settings)
{
    const bool wal = settings.journalMode == QLatin1StringView("wal");
    const bool away = isOfAnotherMachine(settings.fileSystem);
    const bool full = settings.freeBytes < freeBytesMin;
    return {
        {QStringLiteral("journal_mode"),
         settings.journalMode,
         QStringLiteral("wal"),
         wal ? Good : Warning,
         {QT_TRANSLATE_NOOP("Error", "with another one, whoever reads holds up whoever writes"), {}}},
        {QStringLiteral("file_system"),
         settings.fileSystem,
         QStringLiteral("local"),
         away ? Danger : Good,
         {QT_TRANSLATE_NOOP("Error", "SQLite loses data on a network's file system: several machines share PostgreSQL"),
          {}}},
        {QStringLiteral("free_space"),
         QStringLiteral("%1 MiB").arg(settings.freeBytes / mebibyte),
         QStringLiteral("≥ 200 MiB"),
         full ? Warning : Good,
         {QT_TRANSLATE_NOOP("Error", "when the disk is full, every change is refused"), {}}},
    };
}

} // namespace hmsact::store
