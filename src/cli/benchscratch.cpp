// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchscratch.h"

#include "store/database.h"

#include <QCoreApplication>
#include <QFile>

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
    DatabaseUrl url = base;
    QString schema;
    const std::scoped_lock lock(s_mutex);
    if (base.dialect == Dialect::Sqlite) {
        url = DatabaseUrl::forFile(base.file + suffix);
    } else {
        schema = u"hms_act_bench_%1%2"_s.arg(QCoreApplication::applicationPid()).arg(QString(suffix).replace(u'.', u'_'));
        if (const domain::Status made = execute(base, u"CREATE SCHEMA %1"_s.arg(schema)); !made)
            return made.error();
        url.text += (url.text.contains(u'?') ? u'&' : u'?') + u"options=-csearch_path%3D"_s + schema;
    }
    std::unique_ptr<BenchScratch> scratch(new BenchScratch(base, std::move(url), schema));
    s_all.insert(scratch.get());
    return scratch;
}

BenchScratch::~BenchScratch()
{
    const std::scoped_lock lock(s_mutex);
    s_all.remove(this);
    if (const domain::Status removed = remove(); !removed)
        qWarning("the schema %s is left behind: %s", qPrintable(m_schema), qPrintable(removed.error().detail.english()));
}

domain::Status BenchScratch::remove() const
{
    if (m_url.dialect == Dialect::PostgreSql)
        return execute(m_base, u"DROP SCHEMA %1 CASCADE"_s.arg(m_schema));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s})
        QFile::remove(m_url.file + suffix);
    return domain::Done{};
}

void BenchScratch::removeAll()
{
    constexpr int triesMax = 5; // what is being written meanwhile may lock itself out with us
    s_mutex.lock();
    for (const BenchScratch *each : std::as_const(s_all))
        for (int i = 0; i < triesMax && !each->remove(); ++i) { }
}

} // namespace hmsact::cli
