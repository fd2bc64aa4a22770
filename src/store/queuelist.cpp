// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/listparts.h"
#include "store/listquery.h"
#include "store/taskstore.h"

#include <algorithm>

// The queue across activities, so that a page costs what it shows: what few are is found where it is kept and put in order, and
// else an index is walked in the order that is wanted, past what is filtered out, until the page is full. What neither serves
// (most orders of much) reads all that is open.
namespace hmsact::store {

using domain::ListQueue;
using domain::Page;
using domain::QueueSort;
using domain::Result;
using domain::SlaState;
using domain::SortOrder;
using domain::TaskState;
using domain::TaskView;

namespace {

bool areAllOpen(const ListQueue &query) { return std::ranges::all_of(query.states, domain::isOpen); }

struct SortKey {
    const char *name;
    bool numeric;
    QVariant (*of)(const domain::Task &);
};

const SortKey &sortKey(QueueSort sort)
{
    static const SortKey keys[] = {
        {"rank", true,
         [](const domain::Task &t) {
             return QVariant::fromValue(orNever(t.rankAtMs));
         }},
        {"due_at", true,
         [](const domain::Task &t) {
             return QVariant::fromValue(orNever(t.dueAtMs));
         }},
        {"name", false,
         [](const domain::Task &t) {
             return QVariant(t.name);
         }},
        {"priority", true,
         [](const domain::Task &t) {
             return QVariant::fromValue(static_cast<qint64>(t.priority));
         }},
        {"skill", false,
         [](const domain::Task &t) {
             return QVariant(t.skill);
         }},
        {"state", false,
         [](const domain::Task &t) {
             return QVariant(domain::toString(t.state));
         }},
        {"worker", false,
         [](const domain::Task &t) {
             return QVariant(t.worker.value);
         }},
        {"activity", true,
         [](const domain::Task &t) {
             return QVariant::fromValue(t.activity.value);
         }},
    };
    return keys[static_cast<size_t>(sort)];
}

// What is open and somebody's is found where it is kept, and not among all that is open.
void addWorker(Conditions &c, const domain::WorkerId &worker, bool areOpen)
{
    c.add(areOpen ? "queue.where.worker_of_open" : "queue.where.worker", "worker_id", worker.value);
    if (areOpen)
        c.values.insert(QStringLiteral("offer"), TaskStore::offerForWorker(worker));
}

// What never became ready is behind all that did: a walk begins, or ends, there.
void addReadiness(Conditions &c, const ListQueue &query)
{
    const auto becameReady = [](TaskState state) {
        return state != TaskState::Waiting && state != TaskState::Optional;
    };
    const bool some = !query.states.empty();
    const auto sla = query.slaState;
    if ((some && std::ranges::all_of(query.states, becameReady)) || (sla && sla != SlaState::None))
        c.add("queue.where.became_ready");
    else if ((some && std::ranges::none_of(query.states, becameReady)) || sla == SlaState::None)
        c.add("queue.where.never_ready");
}

Conditions queueConditions(const ListQueue &query, qint64 nowMs)
{
    Conditions c;
    c.values.insert(QStringLiteral("now"), nowMs);
    const bool areOpen = areAllOpen(query);
    if (areOpen)
        c.add("queue.where.open"); // also when none is named: a partial index serves it
    if (!query.states.empty()) {
        QString states = QStringLiteral("|");
        for (const domain::TaskState state : query.states)
            states += domain::toString(state) + QLatin1Char('|');
        c.add("queue.where.states", "states", states);
    }
    if (!query.skill.isEmpty())
        c.add("queue.where.skill", "skill", query.skill);
    if (!query.worker.isNull())
        addWorker(c, query.worker, areOpen);
    if (!query.pool.isEmpty())
        c.add(areOpen && query.sort == QueueSort::Rank ? "queue.where.pool_of_open" : "queue.where.pool", "pool",
              query.pool);
    if (!query.intent.isEmpty())
        c.add(areOpen ? "queue.where.intent_of_open" : "queue.where.intent", "intent", query.intent);
    if (!query.text.isEmpty())
        c.add("queue.where.text", "text", likePattern(query.text));
    if (query.slaState == SlaState::Breached && areOpen)
        c.add("queue.where.sla_breached_of_open");
    else if (query.slaState)
        c.add(qPrintable(QStringLiteral("queue.where.sla_") + domain::toString(*query.slaState)));
    if (areOpen && (query.sort == QueueSort::Rank || query.sort == QueueSort::DueAt))
        addReadiness(c, query);
    return c;
}

constexpr qint64 fewMax = 2000; // of 300,000 a walk goes past about 7,500 to fill a page of 50 with what there are more of

// Each once, in one order whatever was said: what they are asked by is kept for each choice.
std::vector<TaskState> openStates(const ListQueue &query)
{
    std::vector<TaskState> states{TaskState::Pending, TaskState::InProgress, TaskState::InReview,
                                  TaskState::OnHold,  TaskState::Optional,   TaskState::Waiting};
    std::erase_if(states,
                  [&](TaskState state) { return !query.states.empty() && std::ranges::count(query.states, state) == 0; });
    return states;
}

// The part of what is open that is in one state, in the words of the index that it is in.
QString partOf(TaskState state, bool isOfSkill, const SqlCatalog &catalog)
{
    const QString part = catalog.fragment(QStringLiteral("queue.part.") + QString(domain::toString(state)).toLower());
    return isOfSkill ? part + QLatin1Char(' ') + catalog.fragment(QStringLiteral("queue.part.of_skill")) : part;
}

QString filled(const SqlCatalog &catalog, const char *fragment, const QString &part)
{
    return catalog.fragment(QLatin1String(fragment)).replace(QLatin1String("{part}"), part);
}

QString together(const QStringList &selections) { return selections.join(QLatin1String(" UNION ALL ")); }

// By what few may be found, and how they are then.
enum class Filter { Pool, Intent, State, Sla };

std::vector<Filter> filtersWithIndex(const ListQueue &query)
{
    std::vector<Filter> result;
    if (!areAllOpen(query) || !query.worker.isNull()) // whose tasks are few
        return result;
    const bool isByRank = query.sort == QueueSort::Rank;
    if (!query.pool.isEmpty() && !isByRank)
        result.push_back(Filter::Pool);
    if (!query.intent.isEmpty())
        result.push_back(Filter::Intent);
    const bool hasSkill = !query.skill.isEmpty();
    const bool arePending = std::ranges::count(query.states, TaskState::Pending) > 0;
    if (hasSkill ? !isByRank : !query.states.empty() && !arePending)
        result.push_back(Filter::State);
    if (query.slaState && query.slaState != SlaState::None && query.slaState != SlaState::Met)
        result.push_back(Filter::Sla);
    return result;
}

QString few(const ListQueue &query, Filter filter, const SqlCatalog &catalog)
{
    if (filter == Filter::Intent)
        return catalog.fragment(QStringLiteral("queue.few.intent"));
    if (filter == Filter::Pool)
        return filled(catalog, "queue.few", catalog.fragment(QStringLiteral("queue.part.pool")));
    QStringList selections;
    if (filter == Filter::State) {
        for (const TaskState state : openStates(query))
            selections << (state == TaskState::Pending
                               ? catalog.fragment(QStringLiteral("queue.few.ready"))
                               : filled(catalog, "queue.few", partOf(state, !query.skill.isEmpty(), catalog)));
    } else if (query.slaState == SlaState::Paused) {
        selections << filled(catalog, "queue.few", partOf(TaskState::OnHold, false, catalog));
    } else {
        const QString due = catalog.fragment(QStringLiteral("queue.few.sla_") + QString(domain::toString(*query.slaState)));
        for (const char *clock : {"queue.part.due", "queue.part.breached"})
            selections << filled(catalog, "queue.few", catalog.fragment(QLatin1String(clock)) + QLatin1Char(' ') + due);
    }
    return together(selections);
}

// One walk in the order that is wanted for each part of what is open, of which each is in an index of its own. None: the index
// of all that is open is walked, or all of it is put in order.
QStringList walks(const ListQueue &query, const SqlCatalog &catalog)
{
    QStringList result;
    if (!areAllOpen(query) || !query.worker.isNull())
        return result;
    if (query.sort == QueueSort::DueAt) {
        for (const char *clock : {"queue.part.due", "queue.part.breached", "queue.part.on_hold"})
            result << filled(catalog, "queue.walk", catalog.fragment(QLatin1String(clock)));
    } else if (query.sort == QueueSort::Rank && !query.skill.isEmpty() && query.pool.isEmpty()) {
        for (const TaskState state : openStates(query))
            result << (state == TaskState::Pending ? catalog.fragment(QStringLiteral("queue.walk.ready"))
                                                   : filled(catalog, "queue.walk", partOf(state, true, catalog)));
    }
    return result;
}

SqlStatement pageOf(const ListQueue &query, std::optional<Filter> by, const Conditions &conditions,
                    const SqlCatalog &catalog)
{
    const bool ascending = query.order == SortOrder::Ascending;
    const QString column = catalog.fragment(QStringLiteral("queue.key.") + QLatin1String(sortKey(query.sort).name));
    const QString sense =
        catalog.fragment(ascending ? QStringLiteral("queue.ascending") : QStringLiteral("queue.descending"));
    const QString among = together(by ? QStringList(few(query, *by, catalog)) : walks(query, catalog));
    Conditions narrow = conditions;
    if (!among.isEmpty())
        std::ranges::replace(narrow.fragments, QStringLiteral("queue.where.open"), QStringLiteral("queue.where.still_open"));
    const char *from = among.isEmpty() ? "queue.from.all" : "queue.from.among";
    return catalog.compose(QStringLiteral("queue.page"),
                           {{QStringLiteral("from"), catalog.fragment(QLatin1String(from))},
                            {QStringLiteral("selections"), among},
                            {QStringLiteral("filters"), narrow.text(catalog)},
                            {QStringLiteral("key"), column},
                            {QStringLiteral("order"), column + QLatin1Char(' ') + sense},
                            {QStringLiteral("direction"), sense}});
}

// What the composition of a statement depends on beside its conditions.
QString choices(const ListQueue &query, int filter)
{
    QString text = QString::number(filter);
    for (const TaskState state : areAllOpen(query) ? openStates(query) : std::vector<TaskState>())
        text += QLatin1Char(' ') + QLatin1String(domain::toString(state));
    return text;
}

// The first filter that leaves few.
std::optional<Filter> fewBy(Database &database, const ListQueue &query, const Conditions &conditions)
{
    for (const Filter filter : filtersWithIndex(query)) {
        const QString name = QStringLiteral("queue.count ") + choices(query, int(filter)) + QLatin1Char(' ')
            + conditions.fragments.join(QLatin1Char(' '));
        Statement s = database.composed(name, [&](const SqlCatalog &catalog) {
            return catalog.compose(QStringLiteral("queue.count"),
                                   {{QStringLiteral("selections"), few(query, filter, catalog)}});
        });
        s.bindNamed(conditions.values);
        if (s.next() && s.integer(0) < fewMax)
            return filter;
    }
    return std::nullopt;
}

} // namespace

SqlStatement firstPage(Database &database, const ListQueue &query, Share share)
{
    const std::vector<Filter> filters = filtersWithIndex(query);
    const bool areFew = share == Share::Small && !filters.empty();
    return pageOf(query, areFew ? std::optional(filters.front()) : std::nullopt, queueConditions(query, 0),
                  database.catalog());
}

Result<Page<TaskView>> listQueue(Database &database, const ListQueue &query, qint64 nowMs)
{
    const SortKey &key = sortKey(query.sort);
    const bool ascending = query.order == SortOrder::Ascending;
    const QByteArray order = QByteArray("queue ") + key.name + (ascending ? " up" : " down");
    Conditions conditions = queueConditions(query, nowMs);
    if (!query.cursor.isEmpty()) {
        const auto cursor = decode(query.cursor, order, key.numeric);
        if (!cursor)
            return badCursor();
        conditions.add(ascending ? "queue.after.ascending" : "queue.after.descending", "key", cursor->key);
        conditions.values.insert(QStringLiteral("id"), cursor->id);
    }
    conditions.limit(query.limit);
    conditions.values.insert(QStringLiteral("few"), fewMax);
    const auto by = fewBy(database, query, conditions);
    const QString name = QLatin1String(order) + QLatin1Char(' ') + choices(query, by ? int(*by) : -1) + QLatin1Char(' ')
        + conditions.fragments.join(QLatin1Char(' '));
    Statement s = database.composed(name, [&](const SqlCatalog &catalog) { return pageOf(query, by, conditions, catalog); });
    s.bindNamed(conditions.values);
    Page<TaskView> page;
    qsizetype bytes = 0;
    while (s.next()) {
        if (static_cast<int>(page.items.size()) == query.limit || bytes > readBytesMax) {
            const domain::Task &last = page.items.back().task;
            page.nextCursor = encode(order, key.of(last), last.id.value);
            break;
        }
        page.items.push_back({TaskStore::row(s), s.text(TaskStore::columns), s.text(TaskStore::columns + 1), {}, {}, {}});
        bytes += jsonBytes(page.items.back().task);
    }
    std::vector<TaskView *> places;
    for (TaskView &view : page.items)
        places.push_back(&view);
    completeViews(database, places, nowMs);
    return page;
}

} // namespace hmsact::store
