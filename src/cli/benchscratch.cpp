// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchscratch.h"

#include "store/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace hmsact::cli {

using namespace Qt::StringLiterals;
using store::DatabaseUrl;
using store::Dialect;

static domain::Status execute(const DatabaseUrl &url, const QString &sql)
{
    auto database = store::Database::open(url, store::Access::ReadWrite);
    if (!database)
        return database.error();
    return (*database)->transact<domain::Done>([&]() -> domain::Status {
        (*database)->script(sql);
        return domain::Done{};
    });
}

domain::Result<std::unique_ptr<BenchScratch>> BenchScratch::make(const DatabaseUrl &base, const QString &suffix)
{
    if (base.dialect == Dialect::Sqlite) {
        QDir().mkpath(QFileInfo(base.file).absolutePath());
        return std::unique_ptr<BenchScratch>(new BenchScratch(base, DatabaseUrl::forFile(base.file + suffix), {}));
    }
    const QString schema =
        u"hms_act_bench_%1%2"_s.arg(QCoreApplication::applicationPid()).arg(QString(suffix).replace(u'.', u'_'));
    if (const domain::Status made = execute(base, u"CREATE SCHEMA %1"_s.arg(schema)); !made)
        return made.error();
    DatabaseUrl url = base;
    url.text += (url.text.contains(u'?') ? u'&' : u'?') + u"options=-csearch_path%3D"_s + schema;
    return std::unique_ptr<BenchScratch>(new BenchScratch(base, std::move(url), schema));
}

BenchScratch::~BenchScratch()
{
    if (m_url.dialect == Dialect::Sqlite) {
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s})
            QFile::remove(m_url.file + suffix);
    } else if (const domain::Status removed = execute(m_base, u"DROP SCHEMA %1 CASCADE"_s.arg(m_schema)); !removed) {
        qWarning("the schema %s is left behind: %s", qPrintable(m_schema), qPrintable(removed.error().detail.english()));
    }
}

} // namespace hmsact::cli
