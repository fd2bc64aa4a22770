// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/changeset.h"
#include "domain/command.h"
#include "domain/databasequestions.h"
#include "domain/dryrunreport.h"
#include "domain/rulequestions.h"
#include "domain/staffing.h"
#include "domain/workday.h"

// Questions: read from one snapshot, change nothing. Lists answer in pages by key; `cursor` is the nextCursor of the page
// before; another cursor is Invalid. `limit` is 1–limits::pageMax.
namespace hmsact::domain {

struct ListActivities {
    using Answer = Page<ActivityView>;
    std::optional<ActivityState> state;
    QStringList intents; // one of these; empty: any
    QString citizenId;
    std::optional<bool> overdue;
    QString text; // part of the id, citizen or intent
    std::optional<bool> ended = {}; // only those that have, or only the others
    std::vector<ActivityId> ids = {}; // one of these; empty: any
    std::optional<qint64> createdFromMs = {}; // UTC
    std::optional<qint64> createdBeforeMs = {};
    qint64 createdWithinMs = 0; // so long before now at most; 0: whenever
    int limit = limits::pageDefault;
    QString cursor = {};
};

struct GetActivity {
    using Answer = ActivityView; // with its tasks in order; where these are heavy, those behind without what makes them so
    ActivityId activity;
};

struct ListTasks { // of one activity, in order
    using Answer = Page<TaskView>;
    ActivityId activity;
    int limit = limits::pageDefault;
    QString cursor;
};

struct GetTask {
    using Answer = TaskDetail;
    TaskRef task;
};

struct ListEvents {
    using Answer = Page<Event>; // oldest first
    ActivityId activity;
    int limit = limits::pageDefault;
    QString cursor;
};

enum class QueueSort { Rank, DueAt, Name, Priority, Skill, State, Worker, Activity };
enum class SortOrder { Ascending, Descending };

struct ListQueue { // tasks across activities; without `states` the open ones
    using Answer = Page<TaskView>;
    std::vector<TaskState> states;
    QString skill;
    WorkerId worker;
    QString pool;
    QString intent;
    std::optional<SlaState> slaState;
    QString text; // part of the task's name, intent, citizen or worker
    QueueSort sort = QueueSort::Rank;
    SortOrder order = SortOrder::Ascending;
    bool explain = false; // TaskView::waiting
    int limit = limits::pageDefault;
    QString cursor;
};

struct ListWorkers {
    using Answer = Page<WorkerView>; // by id
    int limit = limits::pageDefault;
    QString cursor;
};

struct GetWorker {
    using Answer = WorkerView;
    WorkerId worker;
};

struct GetArtefact {
    using Answer = ArtefactContent;
    TaskRef task;
    QString fileName;
    qint64 bytesMax = 0; // of the content, from its beginning, and a little more; 0: all of it
};

struct ListAlerts {
    using Answer = Page<Alert>; // newest first
    std::optional<bool> open = {}; // neither acknowledged nor snoozed, or not so; left out: both
    int limit = limits::pageDefault;
    QString cursor;
    std::optional<bool> snoozed = {}; // put off, or not
};

struct ListNotifications {
    using Answer = Page<Notification>; // newest first
    std::optional<NotificationState> state;
    std::optional<Channel> channel;
    int limit = limits::pageDefault;
    QString cursor;
};

struct ListTokens {
    using Answer = std::vector<Token>;
};

struct FindToken { // NotFound when there is none, it expired, or it was revoked
    using Answer = Token;
    QString secret;
};

struct ReadChanged { // what of these is there, as it is now; at most limits::streamRowsMax of each
    using Answer = Changed;
    std::vector<ActivityId> activities;
    std::vector<TaskId> tasks;
    std::vector<AlertId> alerts;
};

struct GetStats {
    using Answer = Stats;
};

using Query =
    Sealed<std::variant<ListActivities, GetActivity, ListTasks, GetTask, ListEvents, ListQueue, ListWorkers, GetWorker,
                        GetArtefact, ListAlerts, ListNotifications, ListTokens, FindToken, ReadChanged, GetStats,
                        GetDatabaseStatus, VerifyAudit, VerifyDatabase, BackUp, CountArchivable, WriteArchive, ListRules,
                        GetRule, ListCalendars, GetCalendar, ReadHolidays, PreviewCalendar, ExplainSla, DryRunRule,
                        ListFirings, ListRuleVersions, GetRuleVersion, LintRule, GetAlert, GetStaffing, DrillAbsence,
                        GetWorkday, GetLink, ListLinks, ListIntents, GetIntent, ListUsers, GetUser>>;
using QueryAnswer = Sealed<
    std::variant<Page<ActivityView>, ActivityView, TaskDetail, Page<Event>, Page<TaskView>, Page<WorkerView>, WorkerView,
                 ArtefactContent, Page<Alert>, Page<Notification>, std::vector<Token>, Token, Changed, Stats, DatabaseStatus,
                 AuditReport, DatabaseReport, Done, ArchiveCount, ArchivePart, std::vector<Rule>, Rule,
                 std::vector<Calendar>, Calendar, std::vector<Holiday>, CalendarEffect, SlaExplanation, DryRunReport,
                 Page<Firing>, Page<RuleVersion>, RuleVersion, std::vector<Remark>, AlertDetail, Staffing, AbsencePlan,
                 Workday, LinkView, std::vector<LinkView>, std::vector<Intent>, Intent, std::vector<User>, User>>;

} // namespace hmsact::domain
