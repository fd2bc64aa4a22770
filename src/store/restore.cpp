// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/restore.h"

#include "store/backup.h"
#include "store/durable.h"
#include "store/migrator.h"
#include "store/processlock.h"
#include "store/sqlerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace hmsact::store {

using domain::Done;
using domain::ErrorCode;
using domain::makeError;
using domain::Status;

static const std::initializer_list<const char *> besides{"-wal", "-shm", "-journal"};

QString asideName(const QString &databaseFile) { return databaseFile + QStringLiteral(".before-restore"); }

static QString beside(const QString &file, const char *suffix) { return file + QLatin1StringView(suffix); }

static domain::Error failed(const QString &file, const QString &why)
{
    return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "nothing can be put in the place of %1: %2"),
                     {file, why});
}

static bool renamed(const QString &from, const QString &to, unsigned how)
{
    const QByteArray fromName = QFile::encodeName(from);
    const QByteArray toName = QFile::encodeName(to);
    return ::renameat2(AT_FDCWD, fromName.constData(), AT_FDCWD, toName.constData(), how) == 0;
}

// A copy of the backup that is whole and on the disk, with what lies in a log beside it; and whether it is worth anything.
static Status copySound(const QString &backupFile, const QString &to)
{
    const DatabaseUrl url = DatabaseUrl::forFile(backupFile);
    if (!QFileInfo(backupFile).isFile())
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "there is no database at %1"), {backupFile});
    if (const Status ours = inspect(url); !ours)
        return ours;
    const auto backup = Database::open(url, Access::ReadOnly);
    if (!backup)
        return backup.error();
    const domain::Result<int> version = currentVersion(**backup);
    if (!version)
        return version.error();
    if (*version == 0)
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "%1 is not a database of this program"),
                         {backupFile});
    const domain::Result<QString> fault = (*backup)->read<QString>([&]() -> domain::Result<QString> {
        Statement check = (*backup)->statement("verify.integrity");
        return check.next() ? check.text(0) : QString();
    });
    if (!fault)
        return fault.error();
    if (*fault != QLatin1StringView("ok"))
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the file is damaged: %1"), {*fault});
    QFile::remove(to); // of a restore that was interrupted
    return backUp(**backup, to);
}

// A log beside the file belongs to it, and SQLite would write it into whatever has its name: who opens and closes the file puts
// it in. Of one that cannot be opened it is set aside with it.
static Status detachLog(const DatabaseUrl &url)
{
    const auto hasAny = [&] {
        return std::ranges::any_of(besides, [&](const char *suffix) { return QFileInfo::exists(beside(url.file, suffix)); });
    };
    try {
        if (QFileInfo(url.file).size() > 0) {
            Connection::open(url, Access::ReadWrite).reset();
            return hasAny() ? Status(failed(url.file, QStringLiteral("its log stays beside it"))) : Status(Done{});
        }
    } catch (const SqlError &error) {
        if (error.failure() == SqlFailure::Retry)
            return makeError(ErrorCode::Unavailable,
                             QT_TRANSLATE_NOOP("Error", "the database %1 is locked by another program"),
                             {url.withoutPassword()});
    }
    for (const char *suffix : besides) {
        const QString from = beside(url.file, suffix);
        if (QFileInfo::exists(from) && !renamed(from, beside(asideName(url.file), suffix), RENAME_NOREPLACE))
            return failed(url.file, QString::fromLocal8Bit(std::strerror(errno)));
    }
    return Done{};
}

// Both change names in one step, so that at no instant there is none, or one with the other's log.
static Status exchange(const QString &file, const QString &copy)
{
    const QString aside = asideName(file);
    const bool isFirst = !QFileInfo::exists(file);
    const bool done = isFirst ? renamed(copy, file, RENAME_NOREPLACE)
                              : renamed(copy, aside, RENAME_NOREPLACE) && renamed(aside, file, RENAME_EXCHANGE);
    const QString why = QString::fromLocal8Bit(std::strerror(errno));
    if (!done && !isFirst && !QFileInfo::exists(copy))
        QFile::remove(aside); // the copy
    if (!done)
        return failed(file, why);
    if (!syncToDisk(QFileInfo(file).absolutePath()))
        return failed(file, QStringLiteral("not kept on disk"));
    return Done{};
}

Status restore(const DatabaseUrl &url, const QString &backupFile)
{
    if (url.dialect != Dialect::Sqlite)
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error",
                                           "PostgreSQL is restored with its own tool, into an empty database: "
                                           "pg_restore --dbname=NAME %1, see packaging/postgres/README.md"),
                         {backupFile});
    const QFileInfo present(url.file);
    if (present.exists() && present.canonicalFilePath() == QFileInfo(backupFile).canonicalFilePath())
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "%1 is the database itself"), {backupFile});
    if (present.exists() && (!present.isFile() || present.isSymLink()))
        return failed(url.file, QStringLiteral("it is no file"));
    if (QFileInfo::exists(asideName(url.file)))
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "the file %1 exists already"),
                         {asideName(url.file)});
    const auto lock = ProcessLock::take(url.file, QStringLiteral("hms-act"));
    if (!lock)
        return lock.error();
    const QString copy = url.file + QStringLiteral(".restoring");
    Status done = copySound(backupFile, copy);
    if (done)
        done = detachLog(url);
    if (done)
        done = exchange(url.file, copy);
    if (!done)
        QFile::remove(copy);
    return done;
}

} // namespace hmsact::store
