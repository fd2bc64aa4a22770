// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/describe.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTest>

namespace hmsact::writing_test {

using namespace hmsact::domain;

namespace {

QStringList keysOf(const QJsonObject &object) { return object.keys(); }

QStringList words(const char *text)
{
    QStringList sorted = QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
    sorted.sort();
    return sorted;
}

// The request form of a command: what remains without its name and the ids of its path.
QJsonObject bodyOf(const Command &command, const QStringList &path)
{
    QJsonObject body = toJson(command);
    body.remove(QStringLiteral("command"));
    for (const QString &name : path) {
        body.remove(name);
    }
    return body;
}

TaskView sampleTask()
{
    TaskView view;
    view.task.id = {7};
    view.task.activity = {3};
    view.task.position = 1;
    view.task.name = QStringLiteral("fetch");
    view.task.skill = QStringLiteral("hl7");
    view.task.slaMs = 4 * limits::msPerHour;
    view.task.state = TaskState::Waiting;
    view.task.createdAtMs = 1'795'363'200'000;
    view.task.result = QJsonValue();
    view.needs = QStringList{QStringLiteral("a"), QStringLiteral("b")};
    view.waitingFor = QStringList{QStringLiteral("a"), QStringLiteral("b")};
    view.intent = QStringLiteral("card");
    view.citizenId = QStringLiteral("jordan");
    return view;
}

} // namespace

// Answers and commands as JSON.
class WritingTest : public QObject
{
    Q_OBJECT

private slots:
    void aTask();
    void aTaskWithEverything();
    void aLeasedTask();
    void anActivity();
    void aTaskInDetail();
    void leasesWorkersTokens();
    void anEvent();
    void aMessage();
    void figures();
    void errors();
    void answersOfEveryKind();
    void completionsOneByOne();
    void commandsComeBack();
    void differentCommandsDiffer();
    void secretsAndBytesStayOut();
};

void WritingTest::aTask()
{
    const QJsonObject json = toJson(sampleTask());
    QCOMPARE(keysOf(json),
             words("id activity_id position name state status waiting_for needs skill optional cost skill_level_min "
                   "wished_skills pools sla priority "
                   "attempt max_attempts review on_failure payload intent citizen_id worker_id pool "
                   "lease_token lease_expires_at ready_at due_at sla_state created_at started_at ended_at "
                   "not_before reason result confidence confidence_floor review_pool for_humans proposed_by review_outcome "
                   "progress progress_note version"));
    QCOMPARE(json[u"id"], QJsonValue(QStringLiteral("tsk-0000000000007")));
    QCOMPARE(json[u"activity_id"], QJsonValue(QStringLiteral("act-0000000000003")));
    QCOMPARE(json[u"state"], QJsonValue(QStringLiteral("WAITING")));
    QCOMPARE(json[u"status"], QJsonValue(QStringLiteral("WAITING(for:a,b)")));
    QCOMPARE(json[u"sla"], QJsonValue(QStringLiteral("4h")));
    QCOMPARE(json[u"created_at"], QJsonValue(QStringLiteral("2026-11-22T16:00:00.000Z")));
    QCOMPARE(json[u"for_humans"], QJsonValue(false));
    for (const auto name : {u"worker_id", u"lease_token", u"lease_expires_at", u"due_at", u"reason", u"result"}) {
        QVERIFY(json[name].isNull());
    }
    for (const auto name :
         {u"confidence", u"confidence_floor", u"review_pool", u"proposed_by", u"review_outcome", u"progress_note"}) {
        QVERIFY(json[name].isNull());
    }
    QVERIFY(json[u"progress"].isNull());
}

// It is written as text, member by member.
void WritingTest::aTaskWithEverything()
{
    const QString odd = QStringLiteral("a \"b\" \\ {[\n\t\u0001 é \U0001F600");
    TaskView view = sampleTask();
    view.task.name = view.task.reason = view.task.oversight.note = view.task.oversight.proposedBy.value = odd;
    view.task.wishes.pools = QStringList{odd, QString(), QStringLiteral("[")};
    view.task.payload = {{odd, QJsonArray{odd, 1.5, qint64(1) << 60, QJsonValue()}}};
    view.task.result = QJsonArray{QJsonObject(), false};
    view.task.oversight.confidencePpm = 123'456;
    view.task.oversight.floorPpm = 900'000;
    view.task.oversight.progressPercent = 0;
    view.task.oversight.outcome = ReviewOutcome::Approved;
    view.waiting = WaitingReason{WaitingCause::Ready, {}, {{QStringLiteral("task"), odd}}};
    const QJsonObject json = toJson(view);
    for (const auto name : {u"name", u"reason", u"progress_note", u"proposed_by"}) {
        QCOMPARE(json[name].toString(), odd);
    }
    QCOMPARE(json[u"pools"], QJsonValue(QJsonArray{odd, QString(), QStringLiteral("[")}));
    QCOMPARE(json[u"payload"].toObject(), view.task.payload);
    QCOMPARE(json[u"result"], view.task.result);
    QCOMPARE(json[u"confidence"].toDouble(), 0.123456);
    QCOMPARE(json[u"confidence_floor"].toDouble(), 0.9);
    QCOMPARE(json[u"progress"].toInt(-1), 0);
    QCOMPARE(json[u"review_outcome"].toString(), QString(toString(ReviewOutcome::Approved)));
    QCOMPARE(json[u"waiting_reason"][u"task"].toString(), odd);
    QCOMPARE(toJson(QueryAnswer(Page<TaskView>{{view, view}, odd}))[u"items"][1].toObject(), json);
    view.isShort = true;
    const QJsonObject cut = toJson(view);
    QVERIFY(cut[u"payload"].isNull() && cut[u"result"].isNull());
    QCOMPARE(cut[u"left_out"].toArray().size(), 2);
}

void WritingTest::aLeasedTask()
{
    TaskView view = sampleTask();
    view.task.leaseEpoch = 4;
    QVERIFY(toJson(view)[u"lease_token"].isNull()); // the lease is over
    view.task.state = TaskState::InProgress;
    view.task.worker = {QStringLiteral("bot")};
    QCOMPARE(toJson(view)[u"lease_token"].toInteger(), 4);
    QCOMPARE(toJson(view)[u"worker_id"].toString(), QStringLiteral("bot"));
}

void WritingTest::anActivity()
{
    ActivityView view;
    view.activity.id = {3};
    view.activity.citizenId = QStringLiteral("jordan");
    view.activity.slaMs = 48 * limits::msPerHour;
    QJsonObject json = toJson(view);
    QCOMPARE(keysOf(json),
             words("id citizen_id intent sla calendar priority state sla_state created_at due_at ended_at reason "
                   "metadata progress tasks"));
    QCOMPARE(json[u"tasks"], QJsonValue(QJsonArray()));
    view.activity.taskCount = 1;
    view.activity.openCount = 1;
    json = toJson(view);
    QCOMPARE(json[u"progress"].toObject(),
             (QJsonObject{{QStringLiteral("tasks"), 1},
                          {QStringLiteral("open"), 1},
                          {QStringLiteral("optional"), 0},
                          {QStringLiteral("failed"), 0}}));
    view.tasks.push_back(sampleTask());
    QCOMPARE(toJson(view)[u"tasks"].toArray().size(), 1);
    for (const bool hasTask : {true, false}) {
        view.tasks.resize(hasTask ? 1 : 0);
        view.activity.taskCount = hasTask ? 1 : 0;
        QVERIFY(!toJson(QueryAnswer(Page<ActivityView>{{view}, {}}))[u"items"][0].toObject().contains(u"tasks"));
        JsonWriter listed;
        describeListed(listed, view);
        QVERIFY(!parseObject(listed.json())->contains(u"tasks"));
    }
}

void WritingTest::aTaskInDetail()
{
    TaskDetail detail;
    detail.view = sampleTask();
    detail.blockedBy.push_back(
        {QStringLiteral("a"), TaskState::InProgress, QStringLiteral("IN_PROGRESS"), {QStringLiteral("bot")}});
    Artefact artefact;
    artefact.task = {7};
    artefact.fileName = QStringLiteral("card.pdf");
    artefact.sha256 = QByteArray(32, '\x0f');
    detail.artefacts.push_back(artefact);
    const QJsonObject json = toJson(detail);
    QCOMPARE(json[u"blocked_by"][0].toObject(),
             (QJsonObject{{QStringLiteral("name"), QStringLiteral("a")},
                          {QStringLiteral("state"), QStringLiteral("IN_PROGRESS")},
                          {QStringLiteral("status"), QStringLiteral("IN_PROGRESS")},
                          {QStringLiteral("worker_id"), QStringLiteral("bot")}}));
    QVERIFY(json.contains(u"assignment"));
    QCOMPARE(json[u"artefacts"][0][u"name"].toString(), QStringLiteral("card.pdf"));
    QCOMPARE(json[u"artefacts"][0][u"sha256"].toString(), QStringLiteral("0f").repeated(32));
    QCOMPARE(json.size(), toJson(sampleTask()).size() + 3);
}

void WritingTest::leasesWorkersTokens()
{
    QCOMPARE(keysOf(toJson(Lease())),
             words("task_id activity_id name skill payload lease_token lease_expires_at attempt due_at proposal"));
    QVERIFY(toJson(Lease())[u"proposal"].isNull());
    Lease doubted;
    doubted.proposedBy = {QStringLiteral("bot")};
    doubted.confidencePpm = 400'000;
    QCOMPARE(toJson(doubted)[u"proposal"].toObject().keys(), words("worker_id result confidence"));
    QCOMPARE(toJson(doubted)[u"proposal"][u"confidence"].toDouble(), 0.4);
    Worker worker;
    worker.id = {QStringLiteral("bot")};
    worker.skills = {{QStringLiteral("a"), 4}};
    const QJsonObject json = toJson(worker);
    QCOMPARE(keysOf(json),
             words("id name kind skills channel pools capacity calendar available leave return_after language created_at "
                   "last_seen_at version"));
    QCOMPARE(json[u"skills"][u"a"].toInt(), 4);
    QCOMPARE(json[u"calendar"].toString(), QStringLiteral("24x7"));
    QCOMPARE(toJson(WorkerView{worker, 2, 0, 2})[u"active"].toInt(), 2);
    const QStringList token = words("id name role worker_id created_at expires_at revoked_at");
    QCOMPARE(keysOf(toJson(Token())), token);
    // As a number it would be rounded by readers that know doubles only.
    Token big;
    big.id = (qint64(1) << 53) + 1;
    QCOMPARE(toJson(big)[u"id"].toString(), QStringLiteral("tok-0080000000001"));
    const NewToken created{Token(), QStringLiteral("s3cret")};
    QCOMPARE(keysOf(toJson(created)).size(), token.size() + 1);
    QCOMPARE(toJson(created)[u"token"].toString(), QStringLiteral("s3cret"));
    QCOMPARE(keysOf(toJson(Alert())),
             words("id kind activity_id task_id task intent raised_at acknowledged_at "
                   "acknowledged_by snoozed_until snoozed_by solved"));
}

void WritingTest::anEvent()
{
    Event event;
    event.activity = {3};
    event.seq = 2;
    event.detail = R"({"after":{"state":"PENDING"}})";
    event.hash = QByteArray(32, '\xab');
    const QJsonObject json = toJson(event);
    QCOMPARE(keysOf(json), words("activity_id seq at actor kind task_id detail hash"));
    QCOMPARE(json[u"detail"][u"after"][u"state"].toString(), QStringLiteral("PENDING"));
    QCOMPARE(json[u"hash"].toString(), QStringLiteral("ab").repeated(32));
    QVERIFY(json[u"task_id"].isNull());
}

void WritingTest::aMessage()
{
    Notification message;
    message.facts = {{QStringLiteral("task"), QStringLiteral("fetch")},
                     {QStringLiteral("due_at_ms"), qint64(1'795'363'200'000)}};
    const QJsonObject facts = toJson(message)[u"facts"].toObject();
    QCOMPARE(keysOf(facts), words("task due_at")); // times are text, here too
    QCOMPARE(facts[u"due_at"], QJsonValue(QStringLiteral("2026-11-22T16:00:00.000Z")));
    message.facts = {};
    QCOMPARE(toJson(message)[u"facts"], QJsonValue(QJsonObject()));
}

void WritingTest::figures()
{
    Stats stats;
    stats.openTasks = {{QStringLiteral("PENDING"), 4}};
    QCOMPARE(toJson(stats)[u"open_tasks"][u"PENDING"].toInt(), 4);
    AuditReport report;
    report.chains = 3;
    QCOMPARE(toJson(report)[u"chains"].toInt(), 3);
    QVERIFY(toJson(report)[u"ok"].toBool() && toJson(report)[u"first_broken"].isNull());
    DatabaseStatus status;
    status.schemaVersion = 2;
    QCOMPARE(toJson(status)[u"schema_version"].toInt(), 2);
}

void WritingTest::errors()
{
    Error error = invalidField(QStringLiteral("/sla"), "“%1” is no duration", {QStringLiteral("soon")});
    const QJsonObject json = toJson(error, httpStatus(error.code));
    QCOMPARE(keysOf(json), words("type title status detail errors"));
    QCOMPARE(json[u"status"].toInt(), 422);
    QCOMPARE(json[u"type"].toString(), QStringLiteral("urn:hms-act:problem:invalid"));
    QCOMPARE(json[u"detail"].toString(), QStringLiteral("“soon” is no duration"));
    QCOMPARE(json[u"errors"][0][u"pointer"].toString(), QStringLiteral("/sla"));
    const Error refusedByHttp = makeError(ErrorCode::Malformed, "Too many requests");
    QCOMPARE(toJson(refusedByHttp, 429)[u"type"].toString(), QStringLiteral("about:blank"));
    QCOMPARE(toJson(refusedByHttp, 429)[u"title"].toString(), QStringLiteral("Too Many Requests")); // as RFC 9457 has it
    QVERIFY(!toJson(refusedByHttp, 429).contains(u"errors"));
    const std::vector<std::pair<ErrorCode, int>> statuses{{ErrorCode::Malformed, 400},   {ErrorCode::Unauthenticated, 401},
                                                          {ErrorCode::Forbidden, 403},   {ErrorCode::NotFound, 404},
                                                          {ErrorCode::Conflict, 409},    {ErrorCode::TooLarge, 413},
                                                          {ErrorCode::Invalid, 422},     {ErrorCode::Busy, 503},
                                                          {ErrorCode::Unavailable, 503}, {ErrorCode::Internal, 500}};
    for (const auto &[code, status] : statuses) {
        QCOMPARE(httpStatus(code), status);
    }
}

void WritingTest::answersOfEveryKind()
{
    QCOMPARE(toJson(Answer(Done())), QJsonObject());
    QCOMPARE(toJson(Answer(std::vector<Lease>(2)))[u"items"].toArray().size(), 2);
    QCOMPARE(toJson(Answer(std::vector<TaskView>{sampleTask()}))[u"items"][0].toObject(), toJson(sampleTask()));
    QCOMPARE(toJson(Answer(sampleTask())), toJson(sampleTask()));
    const QJsonObject last = toJson(QueryAnswer(Page<TaskView>{{sampleTask()}, {}}));
    QCOMPARE(keysOf(last), words("items next_cursor"));
    QVERIFY(last[u"next_cursor"].isNull());
    const QJsonObject page = toJson(QueryAnswer(Page<Event>{{}, QStringLiteral("c2")}));
    QCOMPARE(page[u"next_cursor"].toString(), QStringLiteral("c2"));
    QCOMPARE(page[u"items"], QJsonValue(QJsonArray()));
    QCOMPARE(toJson(QueryAnswer(std::vector<Token>(1)))[u"items"].toArray().size(), 1);
}

void WritingTest::completionsOneByOne()
{
    const std::vector<Result<TaskView>> results{sampleTask(), makeError(ErrorCode::Conflict, "held")};
    const QJsonObject json = toJson(Answer(results));
    QCOMPARE(json[u"items"][0][u"ok"], QJsonValue(true));
    QCOMPARE(json[u"items"][0][u"task"].toObject(), toJson(sampleTask()));
    QCOMPARE(json[u"items"][1][u"ok"], QJsonValue(false));
    QCOMPARE(json[u"items"][1][u"status"].toInt(), 409);
    QCOMPARE(json[u"items"][1][u"error"][u"detail"].toString(), QStringLiteral("held"));
}

void WritingTest::commandsComeBack()
{
    TaskSpec spec;
    spec.name = QStringLiteral("a");
    spec.skill = QStringLiteral("s");
    spec.slaMs = 90 * limits::msPerMinute;
    spec.needs = QStringList{QStringLiteral("b")};
    spec.optional = true;
    spec.payload = {{QStringLiteral("x"), QJsonArray{1, QStringLiteral("é")}}};
    spec.priority = 0;
    spec.maxAttempts = 7;
    spec.review = Review::Human;
    spec.onFailure = OnFailure::Continue;
    const CreateActivity create{
        QStringLiteral("jordan"), QStringLiteral("card"), 5 * limits::msPerDay, 9, {{QStringLiteral("m"), true}}, {spec}};
    const auto created = createActivityFrom(bodyOf(create, {}));
    QVERIFY(created.ok());
    QCOMPARE(toJson(Command(*created)), toJson(Command(create)));
    QCOMPARE(created->tasks[0].slaMs, spec.slaMs);
    QCOMPARE(toString(created->tasks[0].review), toString(Review::Human));

    const QString activityId = QStringLiteral("activity_id");
    const EnqueueTasks enqueue{{3}, {spec}};
    QCOMPARE(toJson(Command(*enqueueTasksFrom(bodyOf(enqueue, {activityId}), {3}))), toJson(Command(enqueue)));

    const EndActivity cancel{{3}, EndKind::Cancel, QStringLiteral("why")};
    QCOMPARE(toJson(Command(*endActivityFrom(bodyOf(cancel, {activityId}), {3}, EndKind::Cancel))), toJson(Command(cancel)));

    ActOnTask fail{{{3}, QStringLiteral("a"), {}}, {}};
    fail.input.action = TaskAction::Fail;
    fail.input.worker = {QStringLiteral("bot")};
    fail.input.leaseToken = 4;
    fail.input.reason = QStringLiteral("jam");
    fail.input.mayRetry = false;
    const QJsonObject body = bodyOf(fail, {activityId, QStringLiteral("task"), QStringLiteral("action")});
    QCOMPARE(toJson(Command(*actOnTaskFrom(body, fail.task, TaskAction::Fail))), toJson(Command(fail)));

    const Reserve reserve{{QStringLiteral("bot")}, 50, 1500, 30'000};
    QCOMPARE(toJson(Command(*reserveFrom(bodyOf(reserve, {})))), toJson(Command(reserve)));

    CompleteTasks complete;
    complete.items.emplace_back();
    complete.items[0].task = {7};
    complete.items[0].input.action = TaskAction::Complete;
    complete.items[0].input.worker = {QStringLiteral("bot")};
    complete.items[0].input.leaseToken = 4;
    complete.items[0].input.result = QJsonValue(1);
    QCOMPARE(toJson(Command(*completeTasksFrom(bodyOf(complete, {})))), toJson(Command(complete)));

    SaveWorker save;
    save.spec = {WorkerId{QStringLiteral("bot")},
                 QStringLiteral("Bot"),
                 WorkerKind::Agent,
                 QMap<QString, int>{{QStringLiteral("a"), 5}},
                 QStringLiteral("slack:#x"),
                 QStringList{QStringLiteral("p")},
                 4,
                 QString(),
                 false};
    QCOMPARE(toJson(Command(*saveWorkerFrom(bodyOf(save, {}), {}))), toJson(Command(save)));
    for (const int other : {0, 5}) {
        save.spec.skills = QMap<QString, int>{{QStringLiteral("a"), 0}, {QStringLiteral("b"), other}}; // 0: not said
        QCOMPARE(toJson(Command(*saveWorkerFrom(bodyOf(save, {}), {}))), toJson(Command(save)));
    }

    const CreateToken token{QStringLiteral("ci"), Role::Clerk, {QStringLiteral("alice")}, 1'798'761'600'000, {}};
    QCOMPARE(toJson(Command(*createTokenFrom(bodyOf(token, {})))), toJson(Command(token)));
}

void WritingTest::differentCommandsDiffer()
{
    QSet<QByteArray> forms;
    const auto add = [&forms](const Command &command) {
        forms.insert(compact(toJson(command)));
    };
    add(EndActivity{{3}, EndKind::Cancel, {}});
    add(EndActivity{{3}, EndKind::Fail, {}});
    add(EndActivity{{4}, EndKind::Fail, {}});
    const auto act = [&add](const TaskRef &task, TaskAction action) {
        ActOnTask command{task, {}};
        command.input.action = action;
        add(command);
    };
    act({{3}, QStringLiteral("a"), {}}, TaskAction::Retry);
    act({{3}, QStringLiteral("a"), {}}, TaskAction::Resume);
    act({{3}, QStringLiteral("b"), {}}, TaskAction::Resume);
    act({{}, {}, {3}}, TaskAction::Resume);
    add(RemoveWorker{{QStringLiteral("a")}});
    SaveWorker save;
    save.spec.capacity = 2;
    add(save);
    save.seen.capacity = 1;
    add(save);
    add(AcknowledgeAlert{{3}});
    add(SnoozeAlert{{3}, limits::msPerHour});
    add(SnoozeAlert{{3}, limits::msPerDay});
    add(RevokeToken{{3}});
    add(ResendNotification{{3}});
    add(SendTest{QStringLiteral("console:a")});
    add(SendTest{QStringLiteral("console:b")});
    add(PutArtefact{{{}, {}, {3}}, {}, QStringLiteral("f"), {}, "a"});
    add(PutArtefact{{{}, {}, {3}}, {}, QStringLiteral("f"), {}, "b"});
    QCOMPARE(forms.size(), 19);
}

void WritingTest::secretsAndBytesStayOut()
{
    const QByteArray token =
        compact(toJson(Command(CreateToken{QStringLiteral("a"), Role::Admin, {}, 0, QStringLiteral("s3cret")})));
    QVERIFY(!token.contains("s3cret"));
    const QByteArray bytes = "contents of a letter";
    const QByteArray artefact = compact(toJson(Command(PutArtefact{{{}, {}, {3}}, {}, QStringLiteral("f"), {}, bytes})));
    QVERIFY(!artefact.contains(bytes) && !artefact.contains(bytes.toBase64()));
    QVERIFY(artefact.contains(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
}

HMSACT_TEST(WritingTest)

} // namespace hmsact::writing_test

#include "writing.moc"
