// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/databaseurl.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <libpq-fe.h>
#include <memory>

namespace hmsact::store {

using domain::ErrorCode;

static constexpr int linksMax = 40; // as the kernel has it

// One name for each file, whatever links lead to it: its lock is beside it.
static QString withoutLinks(const QString &file)
{
    QString path = file;
    for (int links = 0; links < linksMax && QFileInfo(path).isSymLink(); ++links)
        path = QFileInfo(path).symLinkTarget();
    const QString folder = QFileInfo(QFileInfo(path).path()).canonicalFilePath();
    return folder.isEmpty() ? path : QDir::cleanPath(folder + QLatin1Char('/') + QFileInfo(path).fileName());
}

using Options = std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption *)>;

static Options optionsOf(const QString &text)
{
    return {PQconninfoParse(text.toUtf8().constData(), nullptr), PQconninfoFree};
}

static QString valueIn(const Options &options, const char *keyword)
{
    for (const PQconninfoOption *one = options.get(); one && one->keyword; ++one) {
        if (qstrcmp(one->keyword, keyword) == 0)
            return QString::fromUtf8(one->val);
    }
    return {};
}

// By their names, which nobody percent-encodes: a value may be anything.
static bool knowsParameters(const QString &text)
{
    const Options known = optionsOf(QStringLiteral("postgresql://"));
    QStringList names;
    for (const PQconninfoOption *one = known.get(); one && one->keyword; ++one)
        names << QString::fromUtf8(one->keyword);
    const QStringList parameters = text.section(QLatin1Char('?'), 1).split(QLatin1Char('&'), Qt::SkipEmptyParts);
    return std::ranges::all_of(parameters, [&](const QString &one) {
        return one == QLatin1String("ssl=true") || names.contains(one.section(QLatin1Char('='), 0, 0));
    });
}

// What is said of a bad one must not hold its password, and nobody knows where in a bad one that is.
static domain::Status isReadable(const QString &text)
{
    const auto begin = text.indexOf(QLatin1String("://")) + 3;
    const QString place = text.mid(begin).section(QLatin1Char('?'), 0, 0);
    const auto at = place.indexOf(QLatin1Char('@'));
    const auto slash = place.indexOf(QLatin1Char('/'));
    const bool isOdd = place.count(QLatin1Char('@')) > 1 || (slash >= 0 && at > slash);
    if (!isOdd && optionsOf(text))
        return domain::Done{};
    if (!isOdd && !knowsParameters(text))
        return domain::makeError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("Error", "the PostgreSQL URL has a parameter behind its “?” that PostgreSQL does not know"));
    return domain::makeError(
        ErrorCode::Invalid,
        QT_TRANSLATE_NOOP("Error", "the PostgreSQL URL cannot be read: names and passwords in it are percent-encoded"));
}

domain::Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    static const QString sqlite = QStringLiteral("sqlite:///");
    if (text.startsWith(sqlite)) {
        const QString path = text.mid(sqlite.size());
        const bool isSpecial = path.section(QLatin1Char('/'), -1).startsWith(QLatin1Char(':')); // ":memory:", which is lost
        if (path.isEmpty() || path.contains(QChar(0)) || path.endsWith(QLatin1Char('/')) || isSpecial)
            return domain::makeError(ErrorCode::Invalid, QT_TRANSLATE_NOOP("Error", "the database URL %1 names no file"),
                                     {text});
        if (path.contains(QLatin1Char('?')))
            return domain::makeError(
                ErrorCode::Invalid,
                QT_TRANSLATE_NOOP("Error", "the database URL %1 has parameters; one of SQLite takes none"), {text});
        DatabaseUrl url = forFile(QLatin1Char('/') + path);
        url.text = text;
        return url;
    }
    if (text.startsWith(QLatin1String("postgresql://")) || text.startsWith(QLatin1String("postgres://"))) {
        if (const domain::Status readable = isReadable(text); !readable)
            return readable.error();
        return DatabaseUrl{Dialect::PostgreSql, {}, text};
    }
    static const QRegularExpression scheme(QStringLiteral(R"(\A([a-z][a-z0-9+.-]{0,20}):/)"));
    const QRegularExpressionMatch other = scheme.match(text);
    if (other.hasMatch()) // which holds no secret
        return domain::makeError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("Error", "“%1:” is no database: the URL begins with sqlite:/// or postgresql://"),
            {other.captured(1)});
    return domain::makeError(
        ErrorCode::Invalid,
        QT_TRANSLATE_NOOP("Error", "this is no database URL: it begins with sqlite:/// or postgresql://"));
}

DatabaseUrl DatabaseUrl::forFile(const QString &file)
{
    const QString path = withoutLinks(QDir::cleanPath(QDir::current().absoluteFilePath(file)));
    return {Dialect::Sqlite, path, QStringLiteral("sqlite://") + path};
}

QString DatabaseUrl::databaseName() const
{
    return dialect == Dialect::PostgreSql ? valueIn(optionsOf(text), "dbname") : QString();
}

QString DatabaseUrl::server() const
{
    const Options options = optionsOf(text);
    const QString named = valueIn(options, "host");
    const QString host = named.isEmpty() ? valueIn(options, "hostaddr") : named;
    const QString port = valueIn(options, "port");
    static const QStringList here{QString(), QStringLiteral("localhost"), QStringLiteral("127.0.0.1"),
                                  QStringLiteral("::1")};
    const bool isHere = here.contains(host) || host.startsWith(QLatin1Char('/'));
    if (dialect == Dialect::Sqlite || (isHere && (port.isEmpty() || port == QLatin1String("5432"))))
        return {};
    return port.isEmpty() ? host : host + QLatin1Char('-') + port;
}

bool DatabaseUrl::namesSeveralHosts() const
{
    const Options options = optionsOf(text);
    return valueIn(options, "host").contains(QLatin1Char(',')) || valueIn(options, "hostaddr").contains(QLatin1Char(','));
}

QString DatabaseUrl::withoutPassword() const
{
    if (dialect == Dialect::Sqlite)
        return text;
    // Not QUrl: libpq allows several hosts, which QUrl calls invalid. It takes a password as a parameter, too.
    static const QRegularExpression parameter(QStringLiteral("([?&](?:ssl)?password)=[^&]*"),
                                              QRegularExpression::CaseInsensitiveOption);
    const QString told = QString(text).replace(parameter, QStringLiteral("\\1="));
    const int begin = told.indexOf(QLatin1String("://")) + 3;
    const int at = told.left(told.indexOf(QLatin1Char('/'), begin)).indexOf(QLatin1Char('@'), begin); // as libpq reads it
    const int colon = told.indexOf(QLatin1Char(':'), begin);
    return at < 0 || colon < 0 || colon > at ? told : told.left(colon) + told.mid(at);
}

} // namespace hmsact::store
