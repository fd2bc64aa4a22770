// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"

#include "store/postgressettings.h"
#include "store/sqlerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QSet>

#include <mutex>

namespace hmsact::store {

using domain::Done;
using domain::ErrorCode;
using domain::makeError;
using domain::Result;
using domain::Status;

static QStringList migrationFiles(Dialect dialect)
{
    const QString own = dialect == Dialect::Sqlite ? QStringLiteral("*.sqlite.sql") : QStringLiteral("*.postgresql.sql");
    return QDir(QStringLiteral(":/sql/migrations")).entryList({own}, QDir::Files, QDir::Name);
}

static int versionOf(const QString &migrationFile) { return migrationFile.left(4).toInt(); }

static int versionIn(Database &database)
{
    if (!database.statement("schema.has_table").next())
        return 0;
    Statement version = database.statement("schema.version");
    return version.next() ? version.number(0) : 0;
}

Result<int> currentVersion(Database &database)
{
    return database.read<int>([&]() -> Result<int> { return versionIn(database); });
}

static domain::Error notOurs(const DatabaseUrl &url)
{
    return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "%1 is not a database of this program"),
                     {url.dialect == Dialect::Sqlite ? url.file : url.withoutPassword()});
}

static Status notNewer(const DatabaseUrl &url, int version)
{
    if (version <= schemaVersion)
        return Done{};
    return makeError(ErrorCode::Unavailable,
                     QT_TRANSLATE_NOOP("Error", "the database %1 has schema %2, newer than this program's %3"),
                     {url.withoutPassword(), QString::number(version), QString::number(schemaVersion)});
}

Status notOlder(const DatabaseUrl &url, int version)
{
    if (version >= schemaVersion)
        return Done{};
    return makeError(
        ErrorCode::Unavailable,
        QT_TRANSLATE_NOOP("Error", "the database %1 has schema %2, older than this program's %3; run hms-act db migrate"),
        {url.withoutPassword(), QString::number(version), QString::number(schemaVersion)});
}

Status refuseIfNewer(Database &database)
{
    const Result<int> version = currentVersion(database);
    if (!version)
        return version.error();
    if (*version <= schemaVersion)
        return Done{};
    // Clients hear it too: nothing of hosts in it.
    const domain::Error replaced =
        makeError(ErrorCode::Unavailable,
                  QT_TRANSLATE_NOOP("Error", "a newer program has changed the database, and this one must be replaced: %1"),
                  {QStringLiteral("schema %1 → %2").arg(schemaVersion).arg(*version)});
    database.refuse(replaced);
    return replaced;
}

// Whether what is open is ours, or empty, and not from the future. One look: another program may be setting it up.
static Status inspect(Database &database)
{
    bool empty = false;
    const Result<int> version = database.read<int>([&]() -> Result<int> {
        if (database.statement("schema.is_hidden").next())
            throw SqlError(SqlFailure::Denied, QStringLiteral("no schema in its search_path exists and may be used"));
        Statement any = database.statement("schema.any_table");
        empty = !any.next();
        return versionIn(database);
    });
    if (!version)
        return version.error();
    if (*version == 0 && !empty)
        return notOurs(database.url());
    return notNewer(database.url(), *version);
}

// Of what is used then, and once: a program looks at its database several times.
static void sayDangers(const DatabaseUrl &url, const PostgresSettings &settings)
{
    static std::mutex mutex;
    static QSet<QString> said;
    const std::lock_guard lock(mutex);
    const std::vector<domain::Finding> findings = judge(settings);
    for (const domain::Finding &finding : findings) {
        const bool isNew = !said.contains(url.text + finding.setting);
        if (finding.severity != domain::Finding::Severity::Danger || !isNew)
            continue;
        said.insert(url.text + finding.setting);
        qWarning("%s is %s: %s", qUtf8Printable(finding.setting), qUtf8Printable(finding.value),
                 qUtf8Printable(finding.explanation.english()));
    }
}

Status inspect(const DatabaseUrl &url)
{
    if (url.dialect == Dialect::PostgreSql) {
        auto database = Database::open(url, Access::ReadOnly);
        if (!database)
            return database.error();
        const Result<PostgresSettings> settings = (*database)->read<PostgresSettings>(
            [&]() -> Result<PostgresSettings> { return readPostgresSettings(**database); });
        if (!settings)
            return settings.error();
        Status status = acceptable(*settings);
        if (status)
            status = inspect(**database);
        if (status)
            sayDangers(url, *settings);
        return status;
    }
    QFile file(url.file);
    if (!file.exists() || file.size() == 0)
        return Done{};
    if (!QFileInfo(url.file).isFile())
        return notOurs(url);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "the database %1 cannot be read: %2"),
                         {url.file, file.errorString()});
    constexpr qint64 smallestPageBytes = 512; // less cannot be one, whatever it begins with
    if (file.read(16) != QByteArray("SQLite format 3\0", 16) || file.size() < smallestPageBytes)
        return notOurs(url);
    auto database = Database::open(url, Access::ReadOnly);
    if (!database)
        return database.error();
    return inspect(**database);
}

// A table is changed on SQLite by making it anew under its name; while that goes on, nothing it refers to is looked at.
static Status referencesChecked(Database &database, bool on)
{
    if (database.url().dialect != Dialect::Sqlite)
        return Done{};
    return database.outsideTransaction([&] {
        database.script(on ? QStringLiteral("PRAGMA foreign_keys = ON") : QStringLiteral("PRAGMA foreign_keys = OFF"));
    });
}

// Rows that refer to one that is not there, by their table and the other's.
struct Broken {
    qint64 count = 0;
    QString row; // one of them
};
using BrokenReferences = QMap<std::pair<QString, QString>, Broken>;

static BrokenReferences brokenReferences(Database &database)
{
    BrokenReferences result;
    Statement s = database.statement("schema.broken_references");
    while (s.next())
        result.insert({s.text(0), s.text(1)}, {s.integer(2), s.text(3)});
    return result;
}

static QString told(const std::pair<QString, QString> &tables, const QString &row)
{
    const QString where = row.isEmpty() ? tables.first : QStringLiteral("%1 (row %2)").arg(tables.first, row);
    return QStringLiteral("%1 → %2").arg(where, tables.second);
}

// Of a transaction. What was broken before comes along as it is: a migration that refused it would leave no way to any later
// version.
static Status applyMigration(Database &database, const QString &name, qint64 nowMs, BrokenReferences &broken)
{
    QFile file(QStringLiteral(":/sql/migrations/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "the migration %1 is missing"), {name});
    if (database.url().dialect == Dialect::PostgreSql) { // another program may be at it
        database.statement("schema.unhurried").execute();
        database.statement("schema.lock").execute();
        if (versionIn(database) >= versionOf(name))
            return Done{};
    }
    database.script(QString::fromUtf8(file.readAll()));
    const BrokenReferences after = brokenReferences(database);
    for (auto kind = after.cbegin(); kind != after.cend(); ++kind) {
        if (kind->count > broken.value(kind.key()).count)
            return makeError(ErrorCode::Internal,
                             QT_TRANSLATE_NOOP("Error",
                                               "the migration %1 breaks references of %2; the database is as it was: "
                                               "go on with the program of before, and report this"),
                             {name, told(kind.key(), kind->row)});
    }
    broken = after;
    database.statement("schema.add_version").bind(versionOf(name), name, nowMs).execute();
    return Done{};
}

static Status transactMigrations(Database &database, const QStringList &names, qint64 nowMs, BrokenReferences &broken)
{
    BrokenReferences after;
    const Status done = database.transact<Done>([&]() -> Status {
        after = broken;
        for (const QString &name : names) {
            if (const Status applied = applyMigration(database, name, nowMs, after); !applied)
                return applied;
        }
        return Done{};
    });
    broken = after;
    return done;
}

Status migrate(Database &database, qint64 nowMs)
{
    const Result<int> before = currentVersion(database);
    if (!before)
        return before.error();
    QStringList pending = migrationFiles(database.url().dialect);
    pending.removeIf([&](const QString &name) { return versionOf(name) <= *before; });
    if (pending.isEmpty())
        return Done{};
    BrokenReferences broken;
    if (*before == 0 && database.url().dialect == Dialect::PostgreSql) // who starts meanwhile finds none, or all of it
        return transactMigrations(database, pending, nowMs, broken);
    if (*before > 0) {
        qInfo("the database is brought from schema %d to %d", *before, schemaVersion);
        const Status looked = database.read<Done>([&]() -> Status {
            broken = brokenReferences(database);
            return Done{};
        });
        if (!looked)
            return looked;
    }
    for (auto kind = broken.cbegin(); kind != broken.cend(); ++kind)
        qWarning("a row refers to one that is not there, as it did before, and db verify will say: %s",
                 qUtf8Printable(told(kind.key(), kind->row)));
    if (const Status off = referencesChecked(database, false); !off)
        return off;
    Status done = Done{};
    for (auto name = pending.cbegin(); done && name != pending.cend(); ++name)
        done = transactMigrations(database, {*name}, nowMs, broken);
    const Status on = referencesChecked(database, true);
    return done ? on : done;
}

} // namespace hmsact::store
