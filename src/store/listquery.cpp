// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/listquery.h"

#include "domain/needs.h"
#include "domain/sla.h"
#include "store/activitystore.h"
#include "store/listparts.h"
#include "store/rulestore.h"
#include "store/taskstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace hmsact::store {

using domain::ActivityView;
using domain::ListActivities;
using domain::Page;
using domain::Result;
using domain::TaskView;

QString encode(const QByteArray &order, const QVariant &key, qint64 id)
{
    const QByteArray text = order + '\n' + key.toString().toUtf8() + '\n' + QByteArray::number(id);
    return QString::fromLatin1(text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

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
