// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/taskstore.h"

#include "store/activitystore.h"
#include "store/columns.h"

namespace hmsact::store {

using namespace Qt::StringLiterals;
using domain::ActivityId;
using domain::Task;
using domain::TaskId;
using domain::TaskState;
using domain::WorkerId;

static QStringList texts(const QJsonArray &array)
{
    QStringList result;
    for (const QJsonValue text : array)
        result << text.toString();
    return result;
}

static domain::Wishes wishesOf(const QByteArray &text)
{
    if (text.isEmpty())
        return {};
    const QJsonObject json = jsonObject(text);
    return {json.value(u"level_min"_s).toInt(1), texts(json.value(u"skills"_s).toArray()),
            texts(json.value(u"pools"_s).toArray())};
}

// Among those of row().
static constexpr int payloadColumn = 7;
static constexpr int resultColumn = 35;

Task TaskStore::row(const Statement &s, int first)
{
    Task t;
    int c = first;
    t.id = {s.integer(c++)};
    t.activity = {s.integer(c++)};
    t.position = s.number(c++);
    t.name = s.text(c++);
    t.skill = s.text(c++);
    t.slaMs = s.integer(c++);
    t.optional = s.integer(c++) != 0;
    Q_ASSERT(c == first + payloadColumn);
    t.payload = jsonObject(s.blob(c++));
    t.priority = s.number(c++);
    t.maxAttempts = s.number(c++);
    t.review = s.value(c++, domain::reviewFrom);
    t.onFailure = s.value(c++, domain::onFailureFrom);
    t.state = s.value(c++, domain::taskStateFrom);
    t.openNeeds = s.number(c++);
    t.released = static_cast<domain::Released>(s.integer(c++));
    t.attempt = s.number(c++);
    t.worker = {s.text(c++)};
    t.pool = s.text(c++);
    t.excluded = fromLines(s.text(c++));
    t.leaseEpoch = s.integer(c++);
    t.leaseExpiresAtMs = s.integer(c++);
    t.notBeforeMs = s.integer(c++);
    t.createdAtMs = s.integer(c++);
    t.readyAtMs = s.integer(c++);
    t.slaStartedAtMs = s.integer(c++);
    t.dueAtMs = orZero(s.integer(c++));
    t.dueSoonAtMs = orZero(s.integer(c++));
    t.atRiskAtMs = orZero(s.integer(c++));
    t.pausedAtMs = s.integer(c++);
    t.startedAtMs = s.integer(c++);
    t.endedAtMs = s.integer(c++);
    t.breachedAtMs = s.integer(c++);
    t.slaRun = s.number(c++);
    t.rankAtMs = orZero(s.integer(c++));
    t.reason = s.text(c++);
    Q_ASSERT(c == first + resultColumn);
    t.result = jsonValue(s.blob(c++));
    t.cost = s.number(c++);
    t.wishes = wishesOf(s.blob(c++));
    t.version = s.number(c++);
    if (const QByteArray oversight = s.blob(c++); oversight != "{}")
        t.oversight = domain::oversightFrom(jsonObject(oversight));
    t.lostLeases = s.number(c++);
    Q_ASSERT(c == first + columns);
    return t;
}

std::vector<Task> TaskStore::rows(Statement &statement)
{
    std::vector<Task> result;
    while (statement.next())
        result.push_back(row(statement));
    return result;
}

std::vector<Task> TaskStore::byIds(const std::vector<qint64> &ids) { return askByIds(ids).answer(); }

Asked<std::vector<Task>> TaskStore::askByIds(const std::vector<qint64> &ids)
{
    if (ids.empty())
        return {};
    Statement s = m_database.statement("task.by_ids");
    s.bind(m_database.ids(ids));
    return {std::move(s), rows};
}

Asked<TaskStore::Versions> TaskStore::askVersions(const std::vector<qint64> &ids)
{
    if (ids.empty())
        return {};
    Statement s = m_database.statement("task.versions");
    s.bind(m_database.ids(ids));
    return {std::move(s), [](Statement &answer) {
                Versions versions;
                while (answer.next())
                    versions.emplace(answer.integer(0), answer.number(1));
                return versions;
            }};
}

std::optional<Task> TaskStore::byName(ActivityId activity, const QString &name)
{
    Statement s = m_database.statement("task.by_name");
    s.bind(activity.value, name);
    return s.next() ? std::optional(row(s)) : std::nullopt;
}

std::vector<Task> TaskStore::byNames(ActivityId activity, const QStringList &names)
{
    Statement s = m_database.statement("task.by_names");
    return rows(s.bind(activity.value, jsonList(names)));
}

std::optional<Task> TaskStore::byRef(const domain::TaskRef &ref)
{
    if (ref.id.isNull())
        return byName(ref.activity, ref.name);
    auto found = byIds({ref.id.value});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Task> TaskStore::ofActivity(ActivityId activity)
{
    Statement s = m_database.statement("task.of_activity");
    return rows(s.bind(activity.value));
}

std::vector<TaskStore::Weighed> TaskStore::pageOfActivity(ActivityId activity, qint64 fromPosition, int limit)
{
    Statement s = m_database.statement("task.page_of_activity");
    s.bind(readBytesMax, activity.value, fromPosition, limit);
    std::vector<Weighed> result;
    while (s.next())
        result.push_back({row(s), s.integer(columns) != 0});
    return result;
}

std::vector<Task> TaskStore::openOfActivity(ActivityId activity)
{
    Statement s = m_database.statement("task.open_of_activity");
    return rows(s.bind(activity.value));
}

std::vector<Task> TaskStore::optionsOfActivity(ActivityId activity)
{
    Statement s = m_database.statement("task.options_of_activity");
    return rows(s.bind(activity.value));
}

std::optional<Task> TaskStore::lastRequired(ActivityId activity)
{
    Statement s = m_database.statement("task.last_required");
    s.bind(activity.value);
    return s.next() ? std::optional(row(s)) : std::nullopt;
}

qint64 TaskStore::waitingIn(const std::vector<Queue> &queues, qint64 limit)
{
    qint64 found = 0;
    for (size_t i = 0; i < queues.size() && found < limit; ++i)
        found += waitingIn(queues[i], limit - found);
    return found;
}

Statement TaskStore::readyOf(const QString &offer, const QString &skill, RankKey after, qint64 nowMs, int limit)
{
    Statement s = m_database.statement(offer.isEmpty() ? "task.ready_for_anyone" : "task.ready_for");
    if (offer.isEmpty())
        s.bind(skill, after.rankAtMs, after.id, nowMs, limit);
    else
        s.bind(offer, skill, after.rankAtMs, after.id, nowMs, limit);
    return s;
}

std::vector<Task> TaskStore::ready(const QString &offer, const QString &skill, RankKey after, qint64 nowMs, int limit)
{
    Statement s = readyOf(offer, skill, after, nowMs, limit);
    return rows(s);
}

TaskStore::RankKey TaskStore::keyOf(const Task &task) { return {orNever(task.rankAtMs), task.id.value}; }

static QByteArray asJson(const std::vector<TaskStore::Queue> &queues)
{
    QJsonArray pairs;
    for (const auto &[offer, skill] : queues)
        pairs.append(QJsonArray{offer, skill});
    return QJsonDocument(pairs).toJson(QJsonDocument::Compact);
}

// Where each task comes with its activity, behind the key by which they are in order; and behind how far was looked.
template <bool activities, bool end>
static TaskStore::Found readyRows(Statement &s)
{
    constexpr int first = end ? 3 : 0;
    constexpr int key = 2;
    TaskStore::Found result;
    qsizetype bytes = 0;
    while (s.next()) {
        if (bytes > readBytesMax) { // there is more behind
            result.last = TaskStore::keyOf(result.tasks.back());
            result.seen = std::numeric_limits<qint64>::max();
            break;
        }
        if constexpr (end) {
            result.last = {s.integer(0), s.integer(1)};
            result.seen = s.integer(2);
        }
        if (s.integer(first) == 0)
            continue;
        result.tasks.push_back(TaskStore::row(s, first));
        bytes += s.blob(first + payloadColumn).size() + s.blob(first + resultColumn).size();
        if constexpr (activities)
            result.activities.push_back(ActivityStore::row(s, first + TaskStore::columns + key));
    }
    return result;
}

Asked<TaskStore::Found> TaskStore::askReady(const std::vector<Queue> &queues, RankKey after, qint64 nowMs, int limit)
{
    const bool isShared = m_database.url().dialect == Dialect::PostgreSql;
    if (queues.size() == 1)
        return {readyOf(queues.front().first, queues.front().second, after, nowMs, limit),
                isShared ? readyRows<true, false> : readyRows<false, false>};
    Statement s = m_database.statement("task.ready_of_queues");
    s.bind(Utf8{asJson(queues)}, after.rankAtMs, after.id, nowMs, limit);
    return {std::move(s), isShared ? readyRows<true, true> : readyRows<false, false>};
}

TaskStore::Page TaskStore::page(Found &&found, RankKey after, int limit)
{
    Page page{std::move(found.tasks), std::move(found.activities), after, true};
    if (found.last) {
        page.last = *found.last;
        page.isEnd = found.seen < limit;
        return page;
    }
    if (!page.tasks.empty())
        page.last = keyOf(page.tasks.back());
    page.isEnd = static_cast<int>(page.tasks.size()) < limit;
    return page;
}

static QStringList firstColumn(Statement &s)
{
    QStringList result;
    while (s.next())
        result << s.text(0);
    return result;
}

Asked<QStringList> TaskStore::askOffersAmong(const QStringList &offers)
{
    Statement s = m_database.statement("task.offers");
    s.bind(jsonList(offers));
    return {std::move(s), firstColumn};
}

std::vector<qint64> TaskStore::withoutHuman(qint64 afterId, int limit)
{
    std::vector<qint64> result;
    Statement s = m_database.statement("task.without_human");
    s.bind(afterId, limit);
    while (s.next())
        result.push_back(s.integer(0));
    return result;
}

std::vector<TaskStore::Keeping> TaskStore::kept()
{
    std::vector<Keeping> result;
    Statement s = m_database.statement("task.queues_from");
    s.bind(offerForPool({}));
    while (s.next())
        result.push_back({s.text(0), s.text(1)});
    return result;
}

std::vector<Task> TaskStore::line(const std::vector<Queue> &queues, qint64 nowMs, int limit)
{
    Statement s = m_database.statement("task.line");
    return rows(s.bind(Utf8{asJson(queues)}, nowMs, limit));
}

std::vector<TaskStore::Queue> TaskStore::queues(int limit)
{
    std::vector<Queue> result;
    Statement s = m_database.statement("task.queues");
    s.bind(limit);
    while (s.next())
        result.emplace_back(s.text(0), s.text(1));
    return result;
}

qint64 TaskStore::waitingIn(const Queue &queue, qint64 limit)
{
    Statement s = m_database.statement("task.waiting_in");
    return s.bind(queue.first, queue.second, limit).next() ? s.integer(0) : 0;
}

static QHash<QString, int> sums(Statement &s)
{
    QHash<QString, int> result;
    while (s.next())
        result.insert(s.text(0), s.number(1));
    return result;
}

Asked<QHash<QString, int>> TaskStore::askHeldBy(const QStringList &workers)
{
    Statement s = m_database.statement("task.held_by");
    s.bind(jsonList(workers));
    return {std::move(s), sums};
}

QHash<QString, int> TaskStore::loadOf(const QStringList &workers)
{
    Statement s = m_database.statement("task.load_of");
    return sums(s.bind(jsonList(workers)));
}

std::vector<Task> TaskStore::ofWorker(const WorkerId &worker, int limit)
{
    Statement s = m_database.statement("task.of_worker");
    return rows(s.bind(worker.value, limit));
}

std::vector<Task> TaskStore::pausedOfWorker(const WorkerId &worker, int limit)
{
    Statement s = m_database.statement("task.paused_of_worker");
    return rows(s.bind(worker.value, limit));
}

std::vector<Task> TaskStore::leaseOver(qint64 nowMs, int limit)
{
    Statement s = m_database.statement("task.lease_over");
    return rows(s.bind(nowMs, limit));
}

std::vector<Task> TaskStore::overdue(qint64 nowMs, int limit)
{
    Statement s = m_database.statement("task.overdue");
    return rows(s.bind(nowMs, limit));
}

QStringList TaskStore::skillsBackAfterBackoff(qint64 sinceMs, qint64 nowMs)
{
    Statement s = m_database.statement("task.backoff_over");
    return firstColumn(s.bind(sinceMs, nowMs));
}

qint64 TaskStore::smallest(const char *statement)
{
    Statement s = m_database.statement(statement);
    return s.next() ? s.integer(0) : 0;
}

TaskStore::Timers TaskStore::nextTimers(qint64 nowMs)
{
    Timers timers;
    timers.leaseEndMs = smallest("task.next_lease_end");
    timers.dueMs = orZero(smallest("task.next_due"));
    Statement s = m_database.statement("task.next_backoff_end");
    timers.backoffEndMs = s.bind(nowMs).next() ? s.integer(0) : 0;
    return timers;
}

} // namespace hmsact::store
