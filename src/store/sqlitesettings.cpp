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

static constexpr qint64 megabyte = 1'000'000;
static constexpr qint64 freeBytesMin = 200 * megabyte;

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

// In whole units, of which there are at least ten: it is read beside what is wanted.
static QString sizeText(qint64 bytes)
{
    if (bytes >= 10'000'000 * megabyte)
        return QStringLiteral("%1 TB").arg(bytes / (1'000'000 * megabyte));
    if (bytes >= 10'000 * megabyte)
        return QStringLiteral("%1 GB").arg(bytes / (1'000 * megabyte));
    return QStringLiteral("%1 MB").arg(bytes / megabyte);
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
         sizeText(settings.freeBytes),
         QStringLiteral("≥ 200 MB"),
         full ? Warning : Good,
         {QT_TRANSLATE_NOOP("Error", "when the disk is full, every change is refused"), {}}},
    };
}

} // namespace hmsact::store
