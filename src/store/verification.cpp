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
    {"verify.miscounted_needs", "it does not wait for what is open before it"},
    {"verify.started_too_early", "it has begun before its needs were met"},
    {"verify.open_in_ended", "it is open in an activity that has ended"},
    {"verify.attempts_over", "it had more attempts than it may"},
    {"verify.broken_file", "a file of it is not whole"},
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
    if (report.schemaVersion != report.schemaSupported)
        report.problems << QStringLiteral("the schema is version %1, this program is made for %2")
                               .arg(report.schemaVersion)
                               .arg(report.schemaSupported);
    if (const QString fault = firstText(database, "verify.integrity"); fault != QLatin1String("ok"))
        report.problems << QStringLiteral("the file is damaged: %1").arg(fault);
    if (const QString table = firstText(database, "verify.references"); !table.isEmpty())
        report.problems << QStringLiteral("a row of %1 refers to one that is not there").arg(table);
    const auto tell = [&](const Statement &task, const char *says) {
        report.problems << QStringLiteral("task %1 (%2): %3")
                               .arg(domain::TaskId{task.integer(0)}.toString(), task.text(1), QLatin1String(says));
    };
    for (const Invariant &invariant : invariants) {
        Statement s = database.statement(invariant.statement);
        if (s.next())
            tell(s, invariant.says);
    }
    if (const std::optional<Statement> task = taskOfAlteredContent(database))
        tell(*task, "the content of a file of it does not match its hash");
    for (const QString &file : damaged)
        report.problems << QStringLiteral("the archive %1 does not hold what was moved there").arg(file);
    report.audit = verifyAudit(database);
    if (!report.audit.ok)
        report.problems << QStringLiteral("the record is broken: %1").arg(report.audit.firstBroken);
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
