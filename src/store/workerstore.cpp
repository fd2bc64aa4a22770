// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workerstore.h"

#include "store/columns.h"

namespace hmsact::store {

using domain::Worker;
using domain::WorkerView;

// Lines of: from, to, whether it has begun, the substitute. Ids cannot hold line feeds.
static QString leaveText(const std::vector<domain::Leave> &leaves)
{
    QStringList result;
    for (const domain::Leave &leave : leaves)
        result << QStringLiteral("%1 %2 %3 %4")
                      .arg(leave.fromMs)
                      .arg(leave.toMs)
                      .arg(leave.begun ? 1 : 0)
                      .arg(leave.substitute.value);
    return lines(result);
}

static std::vector<domain::Leave> leavesOf(const QByteArray &text)
{
    std::vector<domain::Leave> result;
    for (const QString &line : fromLines(QString::fromUtf8(text)))
        result.push_back({line.section(u' ', 0, 0).toLongLong(),
                          line.section(u' ', 1, 1).toLongLong(),
                          {line.section(u' ', 3)},
                          line.section(u' ', 2, 2) == u"1"});
    return result;
}

// When the next leave begins that has not; 0: none is to come.
static qint64 leaveAt(const Worker &worker)
{
    qint64 atMs = 0;
    for (const domain::Leave &leave : worker.leave) {
        if (!leave.begun && (atMs == 0 || leave.fromMs < atMs))
            atMs = leave.fromMs;
    }
    return atMs;
}

static Worker workerOf(const Statement &s)
{
    Worker w;
    w.id = {s.text(0)};
    w.name = s.text(1);
    w.kind = s.value(2, domain::workerKindFrom);
    const QJsonObject skills = jsonObject(s.blob(3));
    for (auto it = skills.begin(); it != skills.end(); ++it)
        w.skills.insert(it.key(), it.value().toInt());
    w.channel = s.text(4);
    w.pools = fromLines(s.text(5));
    w.capacity = s.number(6);
    w.calendar = s.text(7);
    w.available = s.integer(8) != 0;
    w.leave = leavesOf(s.blob(9));
    w.returnMs = s.integer(10);
    w.language = s.text(11);
    w.createdAtMs = s.integer(12);
    w.lastSeenAtMs = s.integer(13);
    w.version = s.number(14);
    return w;
}

static constexpr int columns = 15;

static WorkerView viewOf(const Statement &s)
{
    return {workerOf(s), s.number(columns), s.number(columns + 1), s.number(columns + 2)};
}

std::vector<Worker> WorkerStore::all()
{
    std::vector<Worker> result;
    Statement s = m_database.statement("worker.all");
    while (s.next())
        result.push_back(workerOf(s));
    return result;
}

std::optional<WorkerView> WorkerStore::byId(const domain::WorkerId &id)
{
    Statement s = m_database.statement("worker.by_id");
    if (!s.bind(id.value).next())
        return std::nullopt;
    return viewOf(s);
}

static const QString cursorStart = QStringLiteral("after.");

domain::Result<domain::Page<WorkerView>> WorkerStore::page(const QString &cursor, int limit)
{
    if (!cursor.isEmpty() && !cursor.startsWith(cursorStart))
        return domain::invalidField(QStringLiteral("/cursor"), QT_TRANSLATE_NOOP("Error", "is not a cursor of this list"));
    domain::Page<WorkerView> page;
    Statement s = m_database.statement("worker.page");
    s.bind(cursor.mid(cursorStart.size()), limit + 1);
    while (s.next())
        page.items.push_back(viewOf(s));
    if (static_cast<int>(page.items.size()) > limit) {
        page.items.resize(static_cast<size_t>(limit));
        page.nextCursor = cursorStart + page.items.back().worker.id.value;
    }
    return page;
}

bool WorkerStore::isAlone() const { return m_database.url().dialect == Dialect::Sqlite; }

Asked<QHash<QString, qint64>> WorkerStore::askLock(const QStringList &ids)
{
    if (isAlone())
        return {};
    Statement s = m_database.statement("worker.lock");
    s.bind(jsonList(ids));
    return {std::move(s), [](Statement &locked) {
                QHash<QString, qint64> versions;
                while (locked.next())
                    versions.insert(locked.text(0), locked.integer(1));
                return versions;
            }};
}

QStringList WorkerStore::named(const QString &name)
{
    QStringList ids;
    Statement s = m_database.statement("worker.named");
    s.bind(name);
    while (s.next())
        ids << s.text(0);
    return ids;
}

static qint64 write(Statement statement, const Worker &w)
{
    QJsonObject skills;
    for (auto it = w.skills.cbegin(); it != w.skills.cend(); ++it)
        skills.insert(it.key(), it.value());
    return statement
        .bind(w.id.value, w.name, domain::toString(w.kind), jsonText(skills), w.channel, lines(w.pools), w.capacity,
              w.calendar, w.available, leaveText(w.leave), leaveAt(w), w.returnMs, w.language, w.createdAtMs, w.lastSeenAtMs,
              w.version)
        .execute();
}

bool WorkerStore::insert(const Worker &worker) { return write(m_database.statement("worker.insert"), worker) > 0; }

void WorkerStore::save(const Worker &worker) { write(m_database.statement("worker.save"), worker); }

void WorkerStore::seen(const QHash<QString, qint64> &atMs)
{
    if (atMs.isEmpty())
        return;
    QStringList ids = atMs.keys();
    ids.sort(); // as they are locked
    Statement s = m_database.statement("worker.seen");
    for (const QString &id : std::as_const(ids))
        s.add(atMs.value(id), id);
    s.flush();
    m_database.noteChange(); // no event tells of it
}

void WorkerStore::remove(const domain::WorkerId &id)
{
    m_database.statement("worker.forget_records").bind(id.value).execute();
    m_database.statement("worker.forget_given").bind(id.value).execute();
    m_database.statement("worker.remove").bind(id.value).execute();
}

std::vector<QString> WorkerStore::leaving(qint64 nowMs, int limit)
{
    std::vector<QString> result;
    Statement s = m_database.statement("worker.leaving");
    s.bind(nowMs, limit);
    while (s.next())
        result.push_back(s.text(0));
    return result;
}

qint64 WorkerStore::nextLeaveMs()
{
    Statement s = m_database.statement("worker.next_leave");
    return s.next() ? s.integer(0) : 0;
}

static domain::SkillRecord recordOf(const Statement &s, int column)
{
    return {s.number(column), s.number(column + 1), s.number(column + 2), s.number(column + 3), s.integer(column + 4)};
}

WorkerStore::Records WorkerStore::records(const QString &skill)
{
    Records result;
    Statement s = m_database.statement("worker.records");
    s.bind(skill);
    while (s.next())
        result.insert(s.text(0), recordOf(s, 1));
    return result;
}

domain::SkillRecord WorkerStore::recordOfAll(const QString &skill)
{
    Statement s = m_database.statement("worker.record_of_all");
    s.bind(skill);
    return s.next() ? recordOf(s, 0) : domain::SkillRecord();
}

QHash<QString, QMap<QString, domain::SkillRecord>> WorkerStore::recordsOf(const QStringList &workers)
{
    QHash<QString, QMap<QString, domain::SkillRecord>> result;
    Statement s = m_database.statement("worker.records_of");
    s.bind(jsonList(workers));
    while (s.next())
        result[s.text(0)].insert(s.text(1), recordOf(s, 2));
    return result;
}

// What is more than nothing in it, or with -1 what is less.
static domain::SkillRecord positive(const domain::SkillRecord &record, int sign)
{
    const auto part = [sign](auto number) {
        return std::max<decltype(number)>(0, sign * number);
    };
    return {part(record.done), part(record.failed), part(record.late), part(record.timed), part(record.durationMs)};
}

void WorkerStore::add(const std::map<std::pair<QString, QString>, domain::SkillRecord> &outcomes)
{
    bool adds = false;
    {
        Statement s = m_database.statement("worker.add_record");
        for (const auto &[key, record] : outcomes) {
            const domain::SkillRecord r = positive(record, 1);
            if (r == domain::SkillRecord())
                continue;
            s.add(key.first, key.second, r.done, r.failed, r.late, r.timed, r.durationMs);
            adds = true;
        }
        if (adds)
            s.flush();
    }
    for (const auto &[key, record] : outcomes) {
        const domain::SkillRecord r = positive(record, -1);
        if (r != domain::SkillRecord())
            m_database.statement("worker.take_from_record")
                .bind(r.done, r.failed, r.late, r.timed, r.durationMs, key.first, key.second)
                .execute();
    }
}

QHash<QString, qint64> WorkerStore::givenAt(const QStringList &workers)
{
    QHash<QString, qint64> result;
    Statement s = m_database.statement("worker.given");
    s.bind(jsonList(workers));
    while (s.next())
        result.insert(s.text(0), s.integer(1));
    return result;
}

void WorkerStore::give(const std::set<QString> &workers, qint64 nowMs)
{
    for (const QString &id : workers)
        m_database.statement("worker.give").bind(id, nowMs).execute();
}

} // namespace hmsact::store
