// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/databaseurl.h"

#include <QCoreApplication>
#include <QDir>
#include <QUrl>

namespace hmsact::store {

using domain::ErrorCode;

domain::Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    static const QString sqlite = QStringLiteral("sqlite:///");
    if (text.startsWith(sqlite)) {
        const QString path = text.mid(sqlite.size());
        if (path.isEmpty() || path.contains(QChar(0)) || path.endsWith(QLatin1Char('/')))
            return domain::makeError(ErrorCode::Invalid, QT_TRANSLATE_NOOP("Error", "the database URL %1 names no file"),
                                     {text});
        DatabaseUrl url = forFile(QLatin1Char('/') + path);
        url.text = text;
        return url;
    }
    if (text.startsWith(QLatin1String("postgresql://")) || text.startsWith(QLatin1String("postgres://")))
        return DatabaseUrl{Dialect::PostgreSql, {}, text};
    return domain::makeError(ErrorCode::Invalid,
                             QT_TRANSLATE_NOOP("Error", "%1 is no database URL: it begins with sqlite:/// or postgresql://"),
                             {text});
}

DatabaseUrl DatabaseUrl::forFile(const QString &file)
{
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(file));
    return {Dialect::Sqlite, path, QStringLiteral("sqlite://") + path};
}

QString DatabaseUrl::withoutPassword() const
{
    if (dialect == Dialect::Sqlite)
        return text;
    // Not QUrl: libpq allows several hosts, which QUrl calls invalid.
    const int begin = text.indexOf(QLatin1String("://")) + 3;
    const int at = text.indexOf(QLatin1Char('@'), begin);
    const int colon = text.indexOf(QLatin1Char(':'), begin);
    return at < 0 || colon < 0 || colon > at ? text : text.left(colon) + text.mid(at);
}

} // namespace hmsact::store
