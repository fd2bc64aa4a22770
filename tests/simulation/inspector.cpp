// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/inspector.h"

#include <array>

namespace hmsact::simulation {

namespace {

struct Invariant {
    const char *says;
    const char *offenders; // their ids, as a column of that name
};

constexpr const char *metTask =
    "(p.state IN ('COMPLETED', 'SKIPPED') OR (p.state = 'FAILED' AND p.on_failure = 'continue'))";

constexpr std::array always{
    Invariant{
        "does not count the needs of a task that are open",
        "SELECT t.id FROM task t WHERE t.ended_at = 0 AND t.open_needs <> (SELECT count(*) FROM task_need n JOIN task p "
        "ON p.id = n.needs_id WHERE n.task_id = t.id AND p.released = 0)"},
    Invariant{"waits for nothing", "SELECT id FROM task WHERE state = 'WAITING' AND open_needs = 0"},
    Invariant{"can begin before what it needs",
              "SELECT id FROM task WHERE state IN ('PENDING', 'IN_PROGRESS', 'IN_REVIEW') AND open_needs > 0"},
    Invariant{"is met, and nobody was told", "SELECT p.id FROM task p WHERE %1 AND p.released = 0"},
    Invariant{"has an attempt more than it may", "SELECT id FROM task WHERE attempt > max_attempts"},
    Invariant{"is held by nobody", "SELECT id FROM task WHERE state = 'IN_PROGRESS' AND (worker_id = '' OR started_at = 0)"},
    Invariant{"ended before it began", "SELECT id FROM task WHERE ended_at > 0 AND ended_at < created_at"},
    Invariant{"counts its tasks wrongly",
              "SELECT a.id FROM activity a WHERE a.task_count <> (SELECT count(*) FROM task t WHERE t.activity_id = a.id) "
              "OR a.open_count <> (SELECT count(*) FROM task t WHERE t.activity_id = a.id AND t.ended_at = 0 AND t.state <> "
              "'OPTIONAL') OR a.optional_count <> (SELECT count(*) FROM task t WHERE t.activity_id = a.id AND t.state = "
              "'OPTIONAL') "
              "OR a.blocked_count <> (SELECT count(*) FROM task t WHERE t.activity_id = a.id AND t.state = 'FAILED' AND "
              "t.on_failure = 'block')"},
    Invariant{
        "is open, and all of it has ended",
        "SELECT id FROM activity WHERE state = 'OPEN' AND task_count > 0 AND open_count + optional_count + blocked_count = "
        "0"},
    Invariant{"has ended, and not all of it",
              "SELECT id FROM activity WHERE state <> 'OPEN' AND open_count + optional_count > 0"},
    Invariant{
        "has a head that is not its last event",
        "SELECT a.id FROM activity a WHERE a.event_seq <> (SELECT max(e.seq) FROM event e WHERE e.activity_id = a.id)"},
    Invariant{
        "is late without an alert",
        "SELECT t.id FROM task t WHERE t.breached_at > 0 AND NOT EXISTS (SELECT 1 FROM alert l WHERE l.kind = 'sla_breach' "
        "AND l.activity_id = t.activity_id AND l.task_id = t.id AND l.cycle = t.sla_run)"},
    Invariant{"is late as a whole without an alert",
              "SELECT a.id FROM activity a WHERE a.breached_at > 0 AND NOT EXISTS (SELECT 1 FROM alert l WHERE l.kind = "
              "'activity_sla_breach' AND l.activity_id = a.id)"},
};

constexpr std::array afterLooking{
    Invariant{"still holds a lease that ran out",
              "SELECT id FROM task WHERE lease_expires_at > 0 AND lease_expires_at <= %1"},
    Invariant{
        "is late, and nobody has noticed",
        "SELECT id FROM task WHERE ended_at = 0 AND paused_at = 0 AND breached_at = 0 AND due_at > 0 AND due_at <= %1"},
    Invariant{"is late as a whole, and nobody has noticed",
              "SELECT id FROM activity WHERE state = 'OPEN' AND breached_at = 0 AND due_at <= %1"},
    Invariant{
        "waits for an answer to its options that comes too late",
        "SELECT id FROM activity WHERE state = 'OPEN' AND open_count = 0 AND blocked_count = 0 AND optional_count > 0 AND "
        "due_at <= %1"},
    Invariant{"is a step that nobody has taken",
              "SELECT id FROM escalation WHERE state = 'running' AND next_at > 0 AND next_at <= %1"},
};

} // namespace

// All of them as one question: which, and about what.
template <size_t count>
static QString oneQuestion(const std::array<Invariant, count> &invariants, const QString &argument)
{
    QStringList parts;
    for (size_t i = 0; i < count; ++i) {
        const QString offenders = QString::fromLatin1(invariants[i].offenders).replace(QLatin1String("%1"), argument);
        parts << QStringLiteral("SELECT %1, x.id FROM (%2) x").arg(QString::number(i), offenders);
    }
    return parts.join(QLatin1String(" UNION ALL "));
}

template <size_t count>
static QStringList sentences(const std::array<Invariant, count> &invariants, const QList<qint64> &found)
{
    QStringList said;
    for (qsizetype i = 0; i + 1 < found.size(); i += 2)
        said << QStringLiteral("%1 %2").arg(QString::number(found[i + 1]), QLatin1String(invariants[size_t(found[i])].says));
    return said;
}

static const QString imprintQuestion =
    QStringLiteral("SELECT CAST(coalesce(sum(event_seq), 0) AS bigint), count(*) FROM activity UNION ALL "
                   "SELECT CAST(coalesce(sum(version), 0) AS bigint), (SELECT count(*) FROM event) FROM task");

Inspector::Inspector(const store::DatabaseUrl &url)
    : m_connection(store::Connection::open(url, store::Access::ReadWrite)),
      m_always(m_connection->prepare({oneQuestion(always, QString::fromLatin1(metTask)), {}})),
      m_imprint(m_connection->prepare({imprintQuestion, {}})), m_isPostgreSql(url.dialect == store::Dialect::PostgreSql)
{
}

QList<qint64> Inspector::read(store::PreparedStatement &statement, int columns)
{
    QList<qint64> found;
    m_connection->begin(store::Access::ReadOnly);
    while (statement.next()) {
        for (int column = 0; column < columns; ++column)
            found << statement.integer(column);
    }
    statement.reset();
    m_connection->rollback();
    return found;
}

qint64 Inspector::count(const QString &sql) { return read(*m_connection->prepare({sql, {}}), 1).value(0); }

QStringList Inspector::violations() { return sentences(always, read(*m_always, 2)); }

QStringList Inspector::leftUndone(qint64 nowMs)
{
    return sentences(afterLooking, read(*m_connection->prepare({oneQuestion(afterLooking, QString::number(nowMs)), {}}), 2));
}

QList<qint64> Inspector::imprint() { return read(*m_imprint, 2); }

void Inspector::breakTable(const QByteArray &table, bool atCommit)
{
    m_broken = table;
    if (!m_isPostgreSql) {
        for (const char *kind : {"INSERT", "UPDATE"})
            m_connection->script(QByteArray("CREATE TRIGGER broken_") + kind + " AFTER " + kind + " ON " + table
                                 + " BEGIN SELECT RAISE(ABORT, 'broken by the simulation'); END");
        return;
    }
    m_connection->script("CREATE OR REPLACE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION "
                         "'broken by the simulation' USING ERRCODE = 'disk_full'; END $$");
    const QByteArray deferred = atCommit ? "DEFERRABLE INITIALLY DEFERRED " : "";
    m_connection->script(QByteArray("CREATE ") + (atCommit ? "CONSTRAINT " : "")
                         + "TRIGGER broken AFTER INSERT OR UPDATE ON " + table + " " + deferred
                         + "FOR EACH ROW EXECUTE FUNCTION broken()");
}

void Inspector::mendTable()
{
    const QByteArray table = std::exchange(m_broken, {});
    if (table.isEmpty())
        return;
    if (m_isPostgreSql)
        m_connection->script("DROP TRIGGER broken ON " + table);
    else
        m_connection->script("DROP TRIGGER broken_INSERT; DROP TRIGGER broken_UPDATE");
}

void Inspector::cutConnections()
{
    if (m_isPostgreSql)
        m_connection->script(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND "
            "pid <> pg_backend_pid()");
}

} // namespace hmsact::simulation
