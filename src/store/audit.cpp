// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/audit.h"

#include "store/columns.h"
#include "store/eventhash.h"
#include "store/eventstore.h"

#include <functional>
#include <limits>
#include <optional>

namespace hmsact::store {

using domain::ActivityId;
using domain::AuditReport;
using domain::Event;
using domain::TaskId;

namespace {

QString saidAs(const QString &text) { return text.isEmpty() ? QStringLiteral("nothing") : text; }

QString chainName(ActivityId id) { return id.isNull() ? QStringLiteral("installation") : id.toString(); }

// As the last event left each.
struct LastSaid {
    QHash<ActivityId, QString> activities; // states
    QHash<TaskId, QString> tasks; // states
    QHash<TaskId, QString> workers; // whose each is, of those that anybody has had

    void hear(const Event &event)
    {
        if (event.activity.isNull())
            return;
        const QJsonObject after = QJsonDocument::fromJson(event.detail).object().value(QLatin1String("after")).toObject();
        const QJsonValue state = after.value(QLatin1String("state"));
        if (state.isString() && event.task.isNull())
            activities.insert(event.activity, state.toString());
        else if (state.isString())
            tasks.insert(event.task, state.toString());
        if (const QJsonValue worker = after.value(QLatin1String("worker_id")); !event.task.isNull() && !worker.isUndefined())
            workers.insert(event.task, worker.toString());
    }
};

constexpr qint64 beforeAll = std::numeric_limits<qint64>::min();

// One pass over all events in the order of their chains, a page at a time: PostgreSQL hands over whole answers, and ends a
// transaction that is silent for long.
class Verifier
{
public:
    explicit Verifier(Database &database) : m_database(database) { }

    AuditReport run()
    {
        if (readChains() && compareHeads() && compareTasks())
            compareCounters();
        return m_report;
    }

private:
    bool broken(const QString &where)
    {
        m_report.ok = false;
        m_report.firstBroken = where;
        return false;
    }

    // All rows of a statement that gives those behind an id, which is in their first column.
    bool everyRow(const char *statement, const std::function<bool(const Statement &)> &check)
    {
        for (std::optional<qint64> last = beforeAll; last;) {
            Statement s = m_database.statement(statement);
            s.bind(*std::exchange(last, std::nullopt));
            while (s.next()) {
                if (!check(s))
                    return false;
                last = s.integer(0);
            }
        }
        return true;
    }

    bool readChains()
    {
        Event last;
        last.activity = {beforeAll};
        for (bool goesOn = true; goesOn;) {
            Statement s = m_database.statement("event.after");
            s.bind(last.activity.value, last.seq);
            goesOn = false;
            while (s.next()) {
                goesOn = true;
                last = EventStore::row(s);
                if (!readOne(last))
                    return false;
            }
        }
        keepHead();
        return true;
    }

    bool readOne(const Event &event)
    {
        if (m_report.events == 0 || event.activity != m_chain) {
            keepHead();
            m_chain = event.activity;
            m_seq = 0;
            m_hash.clear();
            ++m_report.chains;
        }
        const QString where = QStringLiteral("%1 event %2: ").arg(chainName(event.activity)).arg(event.seq);
        if (event.seq != m_seq + 1)
            return broken(where + QStringLiteral("event %1 is missing").arg(m_seq + 1));
        if (eventHash(m_hash, event) != event.hash)
            return broken(where + QStringLiteral("the hash does not match"));
        m_seq = event.seq;
        m_hash = event.hash;
        ++m_report.events;
        m_said.hear(event);
        return true;
    }

    void keepHead()
    {
        if (m_seq > 0)
            m_heads.insert(m_chain, {m_seq, m_hash});
    }

    bool compareHeads()
    {
        const auto check = [&](ActivityId id, qint64 seq, const QByteArray &hash, const QString &state = {}) {
            const EventStore::Head head = m_heads.take(id);
            if (head.seq != seq || head.hash != hash)
                return broken(QStringLiteral("%1 event %2: the chain ends at %3").arg(chainName(id)).arg(seq).arg(head.seq));
            const QString recorded = m_said.activities.take(id);
            return recorded == state
                || broken(
                       QStringLiteral("%1: the state is %2, its events say %3").arg(chainName(id), state, saidAs(recorded)));
        };
        const auto checkRow = [&](const Statement &s) {
            return check({s.integer(0)}, s.integer(1), s.blob(2), s.text(3));
        };
        if (!everyRow("event.activity_heads", checkRow))
            return false;
        const EventStore::Head own = EventStore(m_database).installationHead();
        if (!check({}, own.seq, own.hash))
            return false;
        return m_heads.isEmpty()
            || broken(QStringLiteral("%1 event 1: there is no such activity").arg(chainName(m_heads.constBegin().key())));
    }

    bool compareTasks()
    {
        const auto check = [this](const Statement &s) {
            const auto differs = [&](const char *what, const QString &is, const QString &recorded) {
                return broken(
                    QStringLiteral("%1 task %2: the %3 is %4, its events say %5")
                        .arg(chainName({s.integer(1)}), s.text(2), QLatin1String(what), saidAs(is), saidAs(recorded)));
            };
            const QString worker = m_said.workers.take({s.integer(0)});
            const QString state = m_said.tasks.take({s.integer(0)});
            if (state != s.text(3))
                return differs("state", s.text(3), state);
            return worker == s.text(4) || differs("worker", s.text(4), worker);
        };
        if (!everyRow("event.task_states", check))
            return false;
        return m_said.tasks.isEmpty()
            || broken(QStringLiteral("task %1 has events but is gone").arg(m_said.tasks.constBegin().key().toString()));
    }

    void compareCounters()
    {
        Statement s = m_database.statement("event.recounted");
        if (s.next())
            broken(QStringLiteral("%1: its counters do not match its tasks").arg(chainName({s.integer(0)})));
    }

    Database &m_database;
    AuditReport m_report;
    ActivityId m_chain;
    qint64 m_seq = 0;
    QByteArray m_hash;
    QHash<ActivityId, EventStore::Head> m_heads;
    LastSaid m_said;
};

} // namespace

AuditReport verifyAudit(Database &database) { return Verifier(database).run(); }

} // namespace hmsact::store
