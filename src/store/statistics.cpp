// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statistics.h"

#include "store/migrator.h"
#include "store/postgressettings.h"
#include "store/sqlitesettings.h"
#include "store/tallystore.h"

#include <algorithm>

namespace hmsact::store {

static qint64 number(Database &database, const char *name)
{
    Statement s = database.statement(name);
    return s.next() ? s.integer(0) : 0;
}

domain::Stats statistics(Database &database, qint64 nowMs)
{
    domain::Stats stats;
    stats.nowMs = nowMs;
    stats.openActivities = number(database, "statistics.open_activities");
    {
        Statement s = database.statement("statistics.tasks_by_state");
        while (s.next())
            stats.openTasks.insert(s.text(0), s.integer(1));
    }
    {
        Statement s = database.statement("statistics.running_clocks");
        if (s.bind(nowMs).next()) {
            stats.dueSoon = s.integer(0);
            stats.atRisk = s.integer(1);
        }
    }
    {
        Statement s = database.statement("statistics.breached");
        if (s.bind(nowMs).next())
            stats.breached = s.integer(0);
    }
    stats.openAlerts = number(database, "statistics.alerts");
    {
        Statement s = database.statement("statistics.outbox");
        if (s.bind(nowMs).next()) {
            stats.queuedMessages = s.integer(0);
            stats.deadMessages = s.integer(1);
            stats.oldestMessageAtMs = s.integer(2);
        }
    }
    stats.workers = number(database, "statistics.workers");
    stats.databaseBytes = number(database, "statistics.database_bytes");
    const QHash<QString, qint64> totals = TallyStore(database).all();
    for (auto it = totals.cbegin(); it != totals.cend(); ++it) {
        if (it.key() == TallyStore::artefactBytesName)
            stats.artefactBytes = it.value();
        else if (it.key().startsWith(TallyStore::reviewPrefix))
            stats.reviews.insert(it.key().mid(TallyStore::reviewPrefix.size()), it.value());
    }
    return stats;
}

domain::DatabaseStatus databaseStatus(Database &database)
{
    domain::DatabaseStatus status;
    status.url = database.url().withoutPassword();
    const bool onPostgreSql = database.url().dialect == Dialect::PostgreSql;
    status.dialect = onPostgreSql ? QStringLiteral("postgresql") : QStringLiteral("sqlite");
    status.findings = onPostgreSql ? judge(readPostgresSettings(database)) : judge(readSqliteSettings(database));
    std::stable_sort(status.findings.begin(), status.findings.end(),
                     [](const auto &a, const auto &b) { return a.severity > b.severity; });
    if (Statement version = database.statement("statistics.server_version"); version.next())
        status.serverVersion = version.text(0);
    status.schemaVersion = static_cast<int>(number(database, "schema.version"));
    status.schemaSupported = schemaVersion;
    Statement s = database.statement("statistics.sizes");
    if (s.next()) {
        status.activities = s.integer(0);
        status.tasks = s.integer(1);
        status.events = s.integer(2);
        status.sizeBytes = s.integer(3);
    }
    return status;
}

} // namespace hmsact::store
