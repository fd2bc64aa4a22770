// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/queries.h"

#include "domain/codec.h"
#include "domain/needs.h"
#include "domain/notfound.h"
#include "domain/sla.h"
#include "domain/wholenumber.h"
#include "engine/activitytasks.h"
#include "engine/alertdetail.h"
#include "engine/dryrunning.h"
#include "engine/explaining.h"
#include "engine/holidayfile.h"
#include "engine/linkviews.h"
#include "engine/recounting.h"
#include "engine/slareport.h"
#include "engine/staffing.h"
#include "engine/taskdetail.h"
#include "store/activitystore.h"
#include "store/alertstore.h"
#include "store/archive.h"
#include "store/artefactstore.h"
#include "store/audit.h"
#include "store/backup.h"
#include "store/calendarstore.h"
#include "store/eventstore.h"
#include "store/intentstore.h"
#include "store/listquery.h"
#include "store/outboxstore.h"
#include "store/rulestore.h"
#include "store/statistics.h"
#include "store/taskstore.h"
#include "store/tokenstore.h"
#include "store/userstore.h"
#include "store/verification.h"
#include "store/workday.h"
#include "store/workerstore.h"

#include <QCoreApplication>

namespace hmsact::engine {

using namespace domain;

namespace {

// One function for each question.
class Answering
{
public:
    Answering(store::Database &database, qint64 nowMs) : m_database(database), m_nowMs(nowMs) { }

    Result<Page<ActivityView>> operator()(const ListActivities &q) { return store::listActivities(m_database, q, m_nowMs); }

    Result<ActivityView> operator()(const GetActivity &q) { return activityView(m_database, q.activity, m_nowMs); }

    Result<Page<TaskView>> operator()(const ListTasks &q)
    {
        const Result<qint64> from = number(q.cursor, 0);
        if (!from)
            return from.error();
        return tasksOf(m_database, q.activity, *from, q.limit, m_nowMs);
    }

    Result<TaskDetail> operator()(const GetTask &q) { return taskDetail(m_database, q.task, m_nowMs); }

    Result<Page<Event>> operator()(const ListEvents &q)
    {
        if (!q.activity.isNull()) {
            if (const Result<Activity> activity = activityOf(m_database, q.activity); !activity)
                return activity.error();
        }
        const Result<qint64> after = number(q.cursor, 0);
        if (!after)
            return after.error();
        return store::EventStore(m_database).page(q.activity, *after, q.limit);
    }

    Result<Page<TaskView>> operator()(const ListQueue &q)
    {
        Result<Page<TaskView>> page = store::listQueue(m_database, q, m_nowMs);
        if (page && q.explain) {
            std::vector<TaskView *> places;
            for (TaskView &view : page->items)
                places.push_back(&view);
            explainWaiting(m_database, places, m_nowMs);
        }
        return page;
    }

    Result<Staffing> operator()(const GetStaffing &q) { return staffing(m_database, q, m_nowMs); }
    Result<AbsencePlan> operator()(const DrillAbsence &q) { return drillAbsence(m_database, q, m_nowMs); }

    Result<Page<WorkerView>> operator()(const ListWorkers &q)
    {
        return store::WorkerStore(m_database).page(q.cursor, q.limit);
    }

    Result<WorkerView> operator()(const GetWorker &q)
    {
        auto worker = store::WorkerStore(m_database).byId(q.worker);
        if (!worker)
            return noWorker(q.worker);
        return *worker;
    }

    Result<Workday> operator()(const GetWorkday &q)
    {
        auto day = store::workday(m_database, q.worker, m_nowMs);
        if (!day)
            return noWorker(q.worker);
        return std::move(*day);
    }

    Result<ArtefactContent> operator()(const GetArtefact &q)
    {
        const auto task = store::TaskStore(m_database).byRef(q.task);
        store::ArtefactStore store(m_database);
        auto artefact = task ? store.named(task->id, q.fileName) : std::nullopt;
        if (!artefact)
            return makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "there is no artefact %1"), {q.fileName});
        QByteArray bytes = store.bytes(*artefact, q.bytesMax);
        return ArtefactContent{std::move(*artefact), std::move(bytes)};
    }

    Result<Page<Notification>> operator()(const ListNotifications &q)
    {
        const Result<qint64> before = number(q.cursor, std::numeric_limits<qint64>::max());
        if (!before)
            return before.error();
        return store::OutboxStore(m_database).page({q.state, q.channel}, *before, q.limit);
    }

    Result<LinkView> operator()(const GetLink &q) { return getLink(m_database, q, m_nowMs); }
    Result<std::vector<LinkView>> operator()(const ListLinks &q) { return listLinks(m_database, q, m_nowMs); }

    Result<std::vector<Rule>> operator()(const ListRules &)
    {
        store::RuleStore store(m_database);
        std::vector<Rule> rules = store.all();
        store.tellHowTheyStand(rules);
        return rules;
    }

    Result<Page<Firing>> operator()(const ListFirings &q)
    {
        return store::RuleStore(m_database).firings(q.rule, q.cursor, q.limit);
    }

    Result<Page<RuleVersion>> operator()(const ListRuleVersions &q)
    {
        const Result<qint64> before = number(q.cursor, std::numeric_limits<qint64>::max());
        if (!before)
            return before.error();
        Page<RuleVersion> page = store::RuleStore(m_database).versions(q.rule, *before, q.limit);
        if (page.items.empty() && q.cursor.isEmpty())
            return noRule(q.rule.toString());
        return page;
    }

    Result<RuleVersion> operator()(const GetRuleVersion &q)
    {
        const Page<RuleVersion> page = store::RuleStore(m_database).versions(q.rule, qint64(q.version) + 1, 1);
        if (page.items.empty())
            return noRule(q.rule.toString());
        if (page.items.front().version != q.version)
            return noVersion(q.rule, QString::number(q.version));
        return page.items.front();
    }

    Result<std::vector<Remark>> operator()(const LintRule &q)
    {
        const std::vector<Rule> rules = store::RuleStore(m_database).all();
        const Rule *saved = findSaved(rules, q.choice);
        if (!q.choice.saved.isEmpty() && !saved)
            return noRule(q.choice.saved);
        Rule rule = q.choice.saved.isEmpty() ? q.choice.rule : *saved;
        rule.id = saved ? saved->id : RuleId();
        QSet<QString> reached;
        store::OutboxStore outbox(m_database);
        for (const RuleStep &step : rule.steps) {
            for (const QString &address : step.notify) {
                if (outbox.hasReached(address))
                    reached.insert(address);
            }
        }
        const QString &intent = rule.scope.intent;
        const bool knowsIntent = intent.isEmpty() || store::IntentStore(m_database).isKnown(intent);
        return lint(rule, {rules, store::WorkerStore(m_database).all(), reached, knowsIntent});
    }

    Result<Rule> operator()(const GetRule &q)
    {
        std::vector<Rule> rules = *(*this)(ListRules{});
        for (Rule &rule : rules) {
            if (rule.id == q.rule)
                return std::move(rule);
        }
        return noRule(q.rule.toString());
    }

    Result<std::vector<Calendar>> operator()(const ListCalendars &)
    {
        std::vector<Calendar> calendars = store::CalendarStore(m_database).all();
        calendars.insert(calendars.begin(), builtInCalendar());
        return calendars;
    }

    Result<Calendar> operator()(const GetCalendar &q)
    {
        auto calendar = store::CalendarStore(m_database).byName(q.name);
        if (!calendar)
            return noCalendar(q.name);
        return *calendar;
    }

    Result<std::vector<Holiday>> operator()(const ReadHolidays &q) { return holidaysFrom(q.ics); }
    Result<CalendarEffect> operator()(const PreviewCalendar &q) { return effectOf(m_database, q.calendar, m_nowMs); }
    Result<SlaExplanation> operator()(const ExplainSla &q) { return explainSla(m_database, q, m_nowMs); }

    Result<std::vector<Intent>> operator()(const ListIntents &) { return store::IntentStore(m_database).all(); }

    Result<Intent> operator()(const GetIntent &q)
    {
        auto intent = store::IntentStore(m_database).byName(q.name);
        if (!intent)
            return noIntent(q.name);
        return *intent;
    }

    Result<Page<Alert>> operator()(const ListAlerts &q)
    {
        const Result<qint64> before = number(q.cursor, std::numeric_limits<qint64>::max());
        if (!before)
            return before.error();
        return store::AlertStore(m_database).page(q, *before);
    }

    Result<AlertDetail> operator()(const GetAlert &q)
    {
        const auto alert = store::AlertStore(m_database).byId(q.alert);
        if (!alert)
            return noAlert(q.alert.toString());
        return alertDetail(m_database, *alert);
    }

    Result<std::vector<Token>> operator()(const ListTokens &) { return store::TokenStore(m_database).all(); }

    Result<Token> operator()(const FindToken &q)
    {
        auto token = store::TokenStore(m_database).valid(q.secret, m_nowMs);
        if (!token)
            return makeError(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "there is no such token"));
        return *token;
    }

    Result<std::vector<User>> operator()(const ListUsers &) { return store::UserStore(m_database).all(); }

    Result<User> operator()(const GetUser &q)
    {
        const auto user = store::UserStore(m_database).byLogin(q.login);
        return user ? Result<User>(*user) : Result<User>(noUser(q.login));
    }

    Result<Changed> operator()(const ReadChanged &q)
    {
        Changed changed;
        const std::vector<Task> tasks = store::TaskStore(m_database).byIds(numbers(q.tasks));
        std::vector<qint64> activities = numbers(q.activities);
        for (const Task &task : tasks)
            activities.push_back(task.activity.value);
        QHash<ActivityId, Activity> parents;
        for (Activity &activity : store::ActivityStore(m_database).byIds(activities))
            parents.insert(activity.id, std::move(activity));
        for (const ActivityId id : q.activities) {
            if (const auto it = parents.constFind(id); it != parents.constEnd())
                changed.activities.push_back({*it, slaState(*it, m_nowMs), {}});
        }
        for (const Task &task : tasks) {
            const Activity parent = parents.value(task.activity);
            changed.tasks.push_back({task, parent.intent, parent.citizenId, {}, {}, {}});
        }
        std::vector<TaskView *> places;
        for (TaskView &view : changed.tasks)
            places.push_back(&view);
        store::completeViews(m_database, places, m_nowMs);
        changed.alerts = store::AlertStore(m_database).byIds(numbers(q.alerts));
        return changed;
    }

    Result<Stats> operator()(const GetStats &) { return store::statistics(m_database, m_nowMs); }
    Result<DatabaseStatus> operator()(const GetDatabaseStatus &) { return store::databaseStatus(m_database); }
    Result<AuditReport> operator()(const VerifyAudit &) { return store::verifyAudit(m_database); }

    Result<DatabaseReport> operator()(const VerifyDatabase &)
    {
        Q_ASSERT_X(false, "answer", "files are verified beside the read of a snapshot");
        return DatabaseReport{};
    }

    Result<ArchiveCount> operator()(const CountArchivable &q) { return store::countArchivable(m_database, q.endedUntilMs); }

    Result<Done> operator()(const BackUp &)
    {
        Q_ASSERT_X(false, "answer", "a backup is no read of one snapshot");
        return Done{};
    }

    Result<ArchivePart> operator()(const WriteArchive &)
    {
        Q_ASSERT_X(false, "answer", "an archive is written beside the read of a snapshot");
        return ArchivePart{};
    }

    Result<DryRunReport> operator()(const DryRunRule &)
    {
        Q_ASSERT_X(false, "answer", "a dry run reads many snapshots");
        return DryRunReport{};
    }

private:
    template <class Id>
    static std::vector<qint64> numbers(const std::vector<Id> &ids)
    {
        std::vector<qint64> values;
        for (const Id id : ids)
            values.push_back(id.value);
        return values;
    }

    static Result<qint64> number(const QString &cursor, qint64 start)
    {
        if (cursor.isEmpty())
            return start;
        const std::optional<qint64> value = domain::wholeNumber(cursor);
        if (!value || *value < 0)
            return invalidField(QStringLiteral("/cursor"), QT_TRANSLATE_NOOP("Error", "is not a cursor of this list"));
        return *value;
    }

    store::Database &m_database;
    const qint64 m_nowMs;
};

std::optional<Error> badLimit(const Query &query)
{
    return std::visit(
        [](const auto &q) -> std::optional<Error> {
            if constexpr (requires { q.limit; }) {
                if (q.limit < 1 || q.limit > limits::pageMax)
                    return invalidField(QStringLiteral("/limit"), QT_TRANSLATE_NOOP("Error", "must be between 1 and %1"),
                                        {QString::number(limits::pageMax)});
            }
            return std::nullopt;
        },
        query);
}

template <class T>
Result<QueryAnswer> answered(Result<T> result)
{
    if (!result)
        return result.error();
    return QueryAnswer(std::move(*result));
}

} // namespace

Result<QueryAnswer> answer(store::Database &database, const Query &query, qint64 nowMs)
{
    if (const auto error = badLimit(query))
        return *error;
    if (const auto *backup = std::get_if<BackUp>(&query))
        return answered(store::backUp(database, backup->file));
    if (std::holds_alternative<VerifyDatabase>(query))
        return answered(store::verifyDatabase(database));
    if (const auto *write = std::get_if<WriteArchive>(&query))
        return answered(store::writeArchive(database, *write, nowMs));
    if (const auto *question = std::get_if<DryRunRule>(&query))
        return answered(dryRun(database, *question, nowMs));
    return database.read<QueryAnswer>([&]() -> Result<QueryAnswer> {
        return std::visit([&](const auto &q) { return answered(Answering(database, nowMs)(q)); }, query);
    });
}

} // namespace hmsact::engine
