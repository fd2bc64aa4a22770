// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/verification.h"

#include "store/archivefile.h"
#include "store/audit.h"
#include "store/migrator.h"

#include <QCryptographicHash>

#include <optional>

namespace hmsact::store {

namespace {

// Each finds one task that breaks a rule: its id and its name.
struct Invariant {
    const char *statement;
    const char *says;
};
constexpr Invariant invariants[]{
    {"verify.miscounted_needs", QT_TRANSLATE_NOOP("Error", "task %1 (%2): it does not wait for what is open before it")},
    {"verify.started_too_early", QT_TRANSLATE_NOOP("Error", "task %1 (%2): it has begun before its needs were met")},
    {"verify.open_in_ended", QT_TRANSLATE_NOOP("Error", "task %1 (%2): it is open in an activity that has ended")},
    {"verify.attempts_over", QT_TRANSLATE_NOOP("Error", "task %1 (%2): it had more attempts than it may")},
    {"verify.broken_file", QT_TRANSLATE_NOOP("Error", "task %1 (%2): a file of it is not whole")},
};

QString firstText(Database &database, const char *statement)
{
    Statement s = database.statement(statement);
    return s.next() ? s.text(0) : QString();
}

// A task with a file whose content is another one than was stored. One content at a time is held here.
std::optional<Statement> taskOfAlteredContent(Database &database)
{
    for (QByteArray after;;) {
        std::vector<QByteArray> contents;
        {
            Statement s = database.statement("verify.contents");
            s.bind(after, domain::limits::pageMax);
            while (s.next())
                contents.push_back(s.blob(0));
        }
        for (const QByteArray &sha256 : contents) {
            QCryptographicHash hash(QCryptographicHash::Sha256);
            Statement chunks = database.statement("artefact.chunks");
            chunks.bind(sha256);
            while (chunks.next())
                hash.addData(chunks.blob(0));
            Statement task = database.statement("verify.task_of_content");
            if (hash.result() != sha256 && task.bind(sha256).next())
                return task;
        }
        if (contents.empty())
            return std::nullopt;
        after = contents.back();
    }
}

domain::DatabaseReport verified(Database &database, const QStringList &damaged)
{
    domain::DatabaseReport report;
    {
        Statement s = database.statement("schema.version");
        report.schemaVersion = s.next() ? static_cast<int>(s.integer(0)) : 0;
    }
    report.schemaSupported = schemaVersion;
    const auto tell = [&report](const char *key, const QStringList &args) {
        report.problems.push_back({key, args});
    };
    if (report.schemaVersion != report.schemaSupported)
        tell(QT_TRANSLATE_NOOP("Error", "the schema is version %1, this program is made for %2"),
             {QString::number(report.schemaVersion), QString::number(report.schemaSupported)});
    if (const QString fault = firstText(database, "verify.integrity"); fault != QLatin1String("ok"))
        tell(QT_TRANSLATE_NOOP("Error", "the file is damaged: %1"), {fault});
    if (const QString table = firstText(database, "verify.references"); !table.isEmpty())
        tell(QT_TRANSLATE_NOOP("Error", "a row of %1 refers to one that is not there"), {table});
    const auto tellOf = [&tell](const Statement &task, const char *key) {
        tell(key, {domain::TaskId{task.integer(0)}.toString(), task.text(1)});
    };
    for (const Invariant &invariant : invariants) {
        Statement s = database.statement(invariant.statement);
        if (s.next())
            tellOf(s, invariant.says);
    }
    if (const std::optional<Statement> task = taskOfAlteredContent(database))
        tellOf(*task, QT_TRANSLATE_NOOP("Error", "task %1 (%2): the content of a file of it does not match its hash"));
    for (const QString &file : damaged)
        tell(QT_TRANSLATE_NOOP("Error", "the archive %1 does not hold what was moved there"), {file});
    report.audit = verifyAudit(database);
    if (!report.audit.ok)
        tell(QT_TRANSLATE_NOOP("Error", "the record is broken: %1"), {report.audit.firstBroken});
    return report;
}

} // namespace

domain::Result<domain::DatabaseReport> verifyDatabase(Database &database)
{
    const domain::Result<QStringList> damaged = damagedArchives(database);
    if (!damaged)
        return damaged.error();
    return database.read<domain::DatabaseReport>(
        [&]() -> domain::Result<domain::DatabaseReport> { return verified(database, *damaged); });
}

} // namespace hmsact::store
