// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/listquery.h"

#include "domain/needs.h"
#include "domain/sla.h"
#include "store/activitystore.h"
#include "store/columns.h"
#include "store/rulestore.h"
#include "store/taskstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace hmsact::store {

using domain::ActivityView;
using domain::ListActivities;
using domain::ListQueue;
using domain::Page;
using domain::QueueSort;
using domain::Result;
using domain::SortOrder;
using domain::TaskView;

namespace {

// The key of the last row of a page, as opaque text: the order of its list, its sort value and its id.
struct Cursor {
    QVariant key;
    qint64 id = 0;
};

QString encode(const QByteArray &order, const QVariant &key, qint64 id)
{
    const QByteArray text = order + '\n' + key.toString().toUtf8() + '\n' + QByteArray::number(id);
    return QString::fromLatin1(text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

// Nothing where it is none of a list in that order.
std::optional<Cursor> decode(const QString &text, const QByteArray &order, bool numericKey)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QByteArray &bytes = *decoded;
    const qsizetype begin = order.size() + 1;
    const qsizetype split = bytes.lastIndexOf('\n');
    if (!bytes.startsWith(order + '\n') || split < begin)
        return std::nullopt;
    bool idOk = false;
    bool keyOk = true;
    const qint64 id = bytes.mid(split + 1).toLongLong(&idOk);
    const QString key = QString::fromUtf8(bytes.sliced(begin, split - begin));
    const QVariant value = numericKey ? QVariant::fromValue(key.toLongLong(&keyOk)) : QVariant(key);
    return idOk && keyOk && !key.contains(QChar(0)) ? std::optional(Cursor{value, id}) : std::nullopt;
}

domain::Error badCursor()
{
    return domain::invalidField(QStringLiteral("/cursor"), QT_TRANSLATE_NOOP("Error", "is not a cursor of this list"));
}

// Conditions of a list: fragments of the catalogue and what they bind.
struct Conditions {
    QStringList fragments;
    QHash<QString, QVariant> values;
    void add(const char *fragment) { fragments << QLatin1String(fragment); }
    void add(const char *fragment, const char *name, const QVariant &value)
    {
        add(fragment);
        values.insert(QLatin1String(name), value);
    }
    void limit(int rows) // and one that tells that there are more
    {
        values.insert(QStringLiteral("limit"), rows + 1);
        values.insert(QStringLiteral("bytes_max"), qint64(readBytesMax));
    }
    [[nodiscard]] QString text(const SqlCatalog &catalog) const
    {
        QStringList parts;
        for (const QString &fragment : fragments)
            parts << QLatin1Char('(') + catalog.fragment(fragment) + QLatin1Char(')');
        return parts.join(QLatin1String(" AND "));
    }
};

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

Conditions queueConditions(const ListQueue &query, qint64 nowMs)
{
    Conditions c;
    c.values.insert(QStringLiteral("now"), nowMs);
    const bool areOpen = std::all_of(query.states.begin(), query.states.end(), domain::isOpen);
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
        c.add("queue.where.pool", "pool", query.pool);
    if (!query.intent.isEmpty())
        c.add(areOpen ? "queue.where.intent_of_open" : "queue.where.intent", "intent", query.intent);
    if (!query.text.isEmpty())
        c.add("queue.where.text", "text", likePattern(query.text));
    if (query.slaState)
        c.add(qPrintable(QStringLiteral("queue.where.sla_") + domain::toString(*query.slaState)));
    return c;
}

SqlStatement pageOf(const ListQueue &query, const Conditions &conditions, const SqlCatalog &catalog)
{
    const bool ascending = query.order == SortOrder::Ascending;
    const QString column = catalog.fragment(QStringLiteral("queue.key.") + QLatin1String(sortKey(query.sort).name));
    const QString sense =
        catalog.fragment(ascending ? QStringLiteral("queue.ascending") : QStringLiteral("queue.descending"));
    return catalog.compose(QStringLiteral("queue.page"),
                           {{QStringLiteral("filters"), conditions.text(catalog)},
                            {QStringLiteral("key"), column},
                            {QStringLiteral("order"), column + QLatin1Char(' ') + sense},
                            {QStringLiteral("direction"), sense}});
}

} // namespace

SqlStatement firstPage(Database &database, const ListQueue &query)
{
    return pageOf(query, queueConditions(query, 0), database.catalog());
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
    const QString name = QLatin1String(order) + QLatin1Char(' ') + conditions.fragments.join(QLatin1Char(' '));
    Statement s = database.composed(name, [&](const SqlCatalog &catalog) { return pageOf(query, conditions, catalog); });
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

// Ids grow with time, and the primary key is in their order.
static void addCreationTimes(Conditions &c, const ListActivities &query, qint64 nowMs)
{
    std::optional<qint64> fromMs = query.createdFromMs;
    if (query.createdWithinMs > 0)
        fromMs = std::max(fromMs.value_or(0), nowMs - query.createdWithinMs);
    if (fromMs)
        c.add("activity.where.from", "from_id", domain::IdSource::firstAt(*fromMs));
    if (query.createdBeforeMs)
        c.add("activity.where.before", "before_id", domain::IdSource::firstAt(*query.createdBeforeMs));
}

// The one in which all that is asked for are, where that is said.
static std::optional<domain::ActivityState> stateOf(const ListActivities &query)
{
    const bool areOpen = query.overdue == true || query.ended == false;
    return query.state || !areOpen ? query.state : std::optional(domain::ActivityState::Open);
}

// By whose key: of who asked or what for, of the state, or of all. Most of what was asked for was completed.
static QString wayOf(const ListActivities &query)
{
    const auto state = stateOf(query);
    if (!query.citizenId.isEmpty())
        return QStringLiteral("requests");
    if (query.intents.size() != 1)
        return QStringLiteral("all");
    const bool areFew = state && *state != domain::ActivityState::Completed && query.ids.empty();
    return areFew ? QStringLiteral("state") : QStringLiteral("requests");
}

static Conditions activityConditions(Database &database, const ListActivities &query, qint64 nowMs)
{
    Conditions c;
    c.values.insert(QStringLiteral("now"), nowMs);
    c.limit(query.limit);
    c.add("activity.where.all");
    const bool isByState = wayOf(query) == QLatin1String("state");
    const bool areOpen = isByState && stateOf(query) == domain::ActivityState::Open;
    if (isByState)
        c.add("activity.where.by_state", "by_state", domain::toString(*stateOf(query)));
    else if (query.state)
        c.add("activity.where.state", "state", domain::toString(*query.state));
    if (query.intents.size() == 1)
        c.add(isByState ? "activity.where.intent_of_state" : "activity.where.intent", "intent", query.intents.front());
    else if (!query.intents.isEmpty())
        c.add("activity.where.intents", "intents", QString::fromUtf8(jsonList(query.intents).bytes));
    if (!query.citizenId.isEmpty())
        c.add("activity.where.citizen", "citizen_id", query.citizenId);
    if (query.overdue)
        c.add(!*query.overdue ? "activity.where.in_time" : areOpen ? "activity.where.late" : "activity.where.overdue");
    if (!query.text.isEmpty()) {
        c.add("activity.where.text", "text", likePattern(query.text));
        const auto id = domain::ActivityId::fromString(query.text.trimmed());
        c.values.insert(QStringLiteral("exact_id"), id ? id->value : 0);
    }
    if (query.ended && !(areOpen && !*query.ended))
        c.add(*query.ended ? "activity.where.ended" : "activity.where.open");
    if (!query.ids.empty()) {
        std::vector<qint64> ids;
        std::ranges::transform(query.ids, std::back_inserter(ids), &domain::ActivityId::value);
        c.add("activity.where.ids", "ids", database.ids(ids));
    }
    addCreationTimes(c, query, nowMs);
    return c;
}

static SqlStatement pageOf(const ListActivities &query, const Conditions &conditions, const SqlCatalog &catalog)
{
    QHash<QString, QString> parts{{QStringLiteral("filters"), conditions.text(catalog)}};
    for (const char *part : {"activity.from.", "activity.key.", "activity.of.", "activity.order."})
        parts.insert(QString::fromLatin1(part).section(u'.', 1, 1), catalog.fragment(QLatin1String(part) + wayOf(query)));
    return catalog.compose(QStringLiteral("activity.page"), parts);
}

SqlStatement firstPage(Database &database, const ListActivities &query)
{
    return pageOf(query, activityConditions(database, query, 0), database.catalog());
}

Result<Page<ActivityView>> listActivities(Database &database, const ListActivities &query, qint64 nowMs)
{
    Conditions c = activityConditions(database, query, nowMs);
    const QByteArray order = "activities";
    if (!query.cursor.isEmpty()) {
        const auto cursor = decode(query.cursor, order, true);
        if (!cursor)
            return badCursor();
        c.add("activity.where.after", "after", cursor->id);
    }
    Statement s = database.composed(QStringLiteral("activity.page ") + c.fragments.join(QLatin1Char(' ')),
                                    [&](const SqlCatalog &catalog) { return pageOf(query, c, catalog); });
    s.bindNamed(c.values);
    Page<ActivityView> page;
    qsizetype bytes = 0;
    while (s.next()) {
        if (static_cast<int>(page.items.size()) == query.limit || bytes > readBytesMax) {
            const qint64 last = page.items.back().activity.id.value;
            page.nextCursor = encode(order, QVariant::fromValue(last), last);
            break;
        }
        const domain::Activity activity = ActivityStore::row(s);
        bytes += jsonText(activity.metadata).bytes.size();
        page.items.push_back({activity, domain::slaState(activity, nowMs), {}});
    }
    return page;
}

namespace {

using Places = QMultiHash<domain::TaskId, TaskView *>; // one task may stand in several answers

// What views wait for: what their tasks need.
struct AskedNeeds {
    Places places;
    std::vector<qint64> ids;
    Asked<std::vector<TaskStore::Need>> needs;

    AskedNeeds(Database &database, const std::vector<TaskView *> &views, qint64 nowMs)
        : ids(note(views, nowMs, places)), needs(TaskStore(database).askNeedsOf(ids))
    {
    }
    static std::vector<qint64> note(const std::vector<TaskView *> &views, qint64 nowMs, Places &places)
    {
        std::vector<qint64> ids;
        for (TaskView *view : views) {
            view->slaState = domain::slaState(view->task, nowMs);
            if (!view->isOnlyTask && !places.contains(view->task.id))
                ids.push_back(view->task.id.value);
            places.insert(view->task.id, view);
        }
        return ids;
    }
    void read()
    {
        for (const TaskStore::Need &need : needs.answer()) {
            for (auto [it, end] = places.equal_range(need.task); it != end; ++it) {
                TaskView &view = **it;
                view.needs << need.name;
                const bool isWaiting = view.task.state == domain::TaskState::Waiting && !need.isMet;
                if (isWaiting && domain::isActionable(need.state))
                    view.waitingFor << need.name;
            }
        }
    }
};

} // namespace

void completeViews(Database &database, const std::vector<TaskView *> &views, qint64 nowMs)
{
    AskedNeeds asked(database, views, nowMs);
    auto escalated = RuleStore(database).askEscalated(asked.ids);
    asked.read();
    const QHash<domain::TaskId, domain::Escalated> fired = escalated.answer();
    for (auto it = fired.cbegin(); it != fired.cend(); ++it) {
        for (auto [place, end] = asked.places.equal_range(it.key()); place != end; ++place)
            (*place)->escalated = it.value();
    }
}

void completeViewsWithCommit(Database &database, const std::vector<TaskView *> &views, qint64 nowMs, bool &done)
{
    done = false;
    const auto asked = std::make_shared<AskedNeeds>(database, views, nowMs);
    database.readWithCommit([asked, &done] {
        asked->read();
        done = true;
    });
}

} // namespace hmsact::store
