// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include "store/durable.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace hmsact::store {

using domain::ErrorCode;
using domain::makeError;

// For a shell.
static QString inQuotes(QString text) { return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\''; }

domain::Status backUp(Database &database, const QString &file)
{
    if (database.url().dialect != Dialect::Sqlite)
        return makeError(ErrorCode::Conflict,
                         QT_TRANSLATE_NOOP("Error",
                                           "PostgreSQL is backed up with its own tool, where it runs or from here. Run: "
                                           "pg_dump --format=custom --file=%1 --dbname=%2"),
                         {inQuotes(file), inQuotes(database.url().withoutPassword())});
    const QString part = file + QStringLiteral(".part");
    if (QFileInfo::exists(file))
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "the file %1 exists already"), {file});
    QFile::remove(part); // of a backup that was interrupted
    if (QFile place(part); !place.open(QIODevice::WriteOnly)) // the copy goes into the empty file
        return makeError(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "the backup %1 cannot be written: %2"),
                         {file, place.errorString()});
    const domain::Status copied = database.outsideTransaction([&] {
        database.script(QStringLiteral("PRAGMA query_only = OFF")); // a reader may write another file
        database.statement("schema.copy_into").bind(part).execute();
    });
    const domain::Status closed =
        database.outsideTransaction([&] { database.script(QStringLiteral("PRAGMA query_only = ON")); });
    const auto failed = [&](const QString &why) {
        QFile::remove(part);
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the backup %1 cannot be written: %2"),
                         {file, why});
    };
    for (const domain::Status &status : {copied, closed})
        if (!status)
            return failed(status.error().detail.english());
    // On the disk before it has its name: a file with that name is a whole backup.
    if (!syncToDisk(part) || !QFile::rename(part, file) || !syncToDisk(QFileInfo(file).absolutePath()))
        return failed(QStringLiteral("not kept on disk"));
    return domain::Done{};
}

} // namespace hmsact::store
