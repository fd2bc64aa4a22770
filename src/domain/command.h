// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/actor.h"
#include "domain/alerting.h"
#include "domain/archive.h"
#include "domain/calendaring.h"
#include "domain/delivery.h"
#include "domain/intentcommands.h"
#include "domain/linkanswer.h"
#include "domain/rulequestions.h"
#include "domain/sealed.h"
#include "domain/transition.h"
#include "domain/user.h"
#include "domain/views.h"

#include <variant>

// Every change of the product is one of these values; the API, the command line, the console and the tests say them, and
// `codec.h` is their one JSON form. `Answer` is what the engine answers with when it is done and committed.
namespace hmsact::domain {

// A task by its activity and name, or by its id.
struct TaskRef {
    ActivityId activity;
    QString name;
    TaskId id; // used when set
};

struct CreateActivity {
    using Answer = ActivityView;
    QString citizenId;
    QString intent;
    qint64 slaMs = 0;
    int priority = 5;
    QJsonObject metadata;
    std::vector<TaskSpec> tasks;
    QString calendar = {}; // empty: 24x7
    QString templateOf = {}; // what is not given of SLA and tasks comes from this intent; empty: from none
};

struct EndActivity { // cancels or fails it, and cancels its open tasks
    using Answer = ActivityView;
    ActivityId activity;
    EndKind kind = EndKind::Cancel;
    QString reason;
};

struct EnqueueTasks {
    using Answer = std::vector<TaskView>; // in the order given
    ActivityId activity;
    std::vector<TaskSpec> tasks;
};

struct ActOnTask {
    using Answer = TaskView;
    TaskRef task;
    ActionInput input;
};

struct Reserve {
    using Answer = std::vector<Lease>; // empty when there is none
    WorkerId worker;
    int max = 1;
    qint64 waitMs = 0; // real time; the engine answers earlier as soon as there is work
    qint64 leaseMs = 0; // 0: the default of the worker's kind
};

struct CompleteTasks {
    struct Item {
        TaskId task;
        ActionInput input; // action Complete
        std::optional<Error> flaw = {}; // why it cannot be read: then that is its result
    };
    using Answer = std::vector<Result<TaskView>>; // one for each item, in order
    std::vector<Item> items;
};

struct SaveWorker { // registers or updates
    using Answer = Worker;
    WorkerSpec spec;
    bool mustExist = false; // PATCH: NotFound instead of registering
    WorkerSpec seen = {}; // what its author has seen of what changes; Conflict at each field that is another by now
};

struct RemoveWorker { // Conflict while it holds tasks
    using Answer = Done;
    WorkerId worker;
};

struct PutArtefact { // same name: replaces
    using Answer = Artefact;
    TaskRef task;
    WorkerId worker; // empty: the actor's own
    QString fileName;
    QString mediaType;
    QByteArray bytes;
    std::optional<qint64> leaseToken = {}; // Conflict under another lease than the last one
};

struct AcknowledgeAlert {
    using Answer = Alert;
    AlertId alert;
};

struct CreateToken {
    using Answer = NewToken;
    QString name;
    Role role = Role::Viewer;
    WorkerId worker;
    qint64 expiresAtMs = 0;
    QString secret; // empty: one is made; set only by the sandbox
};

struct RevokeToken {
    using Answer = Token;
    TokenId token;
};

struct ForgetArchived { // removes what a part of an archive holds and nobody has changed or holds since
    using Answer = ArchiveCount; // what was removed
    ArchivePart part;
};

using Command = Sealed<
    std::variant<CreateActivity, EndActivity, EnqueueTasks, ActOnTask, Reserve, CompleteTasks, SaveWorker, RemoveWorker,
                 PutArtefact, AcknowledgeAlert, CreateToken, RevokeToken, ForgetArchived, TakeNotifications,
                 SettleNotifications, ResendNotification, SendTest, SaveRule, RemoveRule, SaveCalendar, RemoveCalendar,
                 SnoozeAlert, NoteLink, AnswerLink, SaveIntent, RemoveIntent, SaveUser, RemoveUser>>;
using Answer = Sealed<std::variant<ActivityView, std::vector<TaskView>, TaskView, std::vector<Lease>,
                                   std::vector<Result<TaskView>>, Worker, Done, Artefact, Alert, NewToken, Token,
                                   ArchiveCount, Parcels, Notification, Rule, Calendar, LinkView, Intent, User>>;

// A command, who says it, and under which operation id. The same id with the same command is executed once, however often
// it arrives within limits::operationKeptMs; with another command it is Invalid. Empty: no such memory.
struct Request {
    Command command;
    Actor actor;
    QString operationId;
};

struct Reply {
    Result<Answer> result;
    QByteArray replayedJson; // set when the operation id was known: the JSON of the first answer (`result` is then Done)
};

} // namespace hmsact::domain
