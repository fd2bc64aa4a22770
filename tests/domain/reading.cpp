// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/validation.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace hmsact::reading_test {

using namespace hmsact::domain;

namespace {

QJsonObject json(const char *text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    Q_ASSERT(document.isObject());
    return document.object();
}

template <class T>
QStringList pointersOf(const Result<T> &result)
{
    QStringList pointers;
    if (!result) {
        for (const FieldError &field : result.error().fields) {
            pointers.append(field.pointer);
        }
    }
    pointers.sort();
    return pointers;
}

} // namespace

// Requests: what is read from them, and that whatever is wrong with them is named by its pointer.
class ReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void activities();
    void everyBadFieldOfAnActivityIsNamed();
    void nullCountsAsNotGiven();
    void tasks();
    void everyBadFieldOfATaskIsNamed();
    void deepOrBrokenPayloads_data();
    void deepOrBrokenPayloads();
    void hostileNames_data();
    void hostileNames();
    void actionsTakeOnlyTheirFields_data();
    void actionsTakeOnlyTheirFields();
    void reserve();
    void completeTasks();
    void workers();
    void workerSkillsAsLevels();
    void everyBadFieldOfAWorkerIsNamed();
    void channels_data();
    void channels();
    void tokens();
    void times_data();
    void times();
    void badTimes_data();
    void badTimes();
};

void ReadingTest::activities()
{
    const auto read = createActivityFrom(json(R"({"citizen_id": "jordan", "intent": "card", "sla": "48h", "priority": 7,
        "metadata": {"phone": "+1"}, "tasks": [{"name": "a", "sla": "PT1H"}]})"));
    QVERIFY(read.ok());
    QCOMPARE(read->citizenId, QStringLiteral("jordan"));
    QCOMPARE(read->intent, QStringLiteral("card"));
    QCOMPARE(read->slaMs, 48 * limits::msPerHour);
    QCOMPARE(read->priority, 7);
    QCOMPARE(read->metadata, json(R"({"phone": "+1"})"));
    QCOMPARE(read->tasks.size(), size_t(1));
    const auto ended = endActivityFrom(json(R"({"reason": "moved away"})"), {3}, EndKind::Fail);
    QVERIFY(ended.ok());
    QCOMPARE(ended->reason, QStringLiteral("moved away"));
    QCOMPARE(ended->activity.value, 3);
    QVERIFY(ended->kind == EndKind::Fail);
    QCOMPARE(pointersOf(endActivityFrom({}, {3}, EndKind::Cancel)), QStringList{QStringLiteral("/reason")});
}

void ReadingTest::everyBadFieldOfAnActivityIsNamed()
{
    const auto read = createActivityFrom(json(R"({"citizen_id": 7, "sla": "0h", "priority": 10, "metadata": [],
        "tasks": [{"name": "a", "sla": "1h"}, 5], "prority": 3, "a/b~c": 1})"));
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QCOMPARE(pointersOf(read),
             (QStringList{QStringLiteral("/a~1b~0c"), QStringLiteral("/citizen_id"), QStringLiteral("/intent"),
                          QStringLiteral("/metadata"), QStringLiteral("/priority"), QStringLiteral("/prority"),
                          QStringLiteral("/sla"), QStringLiteral("/tasks/1")}));
    QCOMPARE(pointersOf(createActivityFrom({})),
             (QStringList{QStringLiteral("/citizen_id"), QStringLiteral("/intent"), QStringLiteral("/sla")}));
}

void ReadingTest::nullCountsAsNotGiven()
{
    const auto read = createActivityFrom(json(R"({"citizen_id": "a", "intent": "b", "sla": "1h", "priority": null,
        "metadata": null, "tasks": [{"name": "a", "sla": "1h", "needs": null, "skill": null, "priority": null}]})"));
    QVERIFY(read.ok());
    QCOMPARE(read->priority, 5);
    QVERIFY(!read->tasks[0].needs);
    QCOMPARE(pointersOf(endActivityFrom(json(R"({"reason": null})"), {1}, EndKind::Cancel)),
             QStringList{QStringLiteral("/reason")});
}

void ReadingTest::tasks()
{
    const auto read = enqueueTasksFrom(json(R"({"tasks": [{"name": "a", "sla": "1h"}, {"name": "b", "sla": "90s",
        "skill": "s", "needs": ["a"], "optional": true, "payload": {"x": [1, 2]}, "priority": 0, "max_attempts": 1,
        "review": "human", "on_failure": "continue"}, {"name": "c", "sla": "1h", "needs": []}]})"),
                                       {9});
    QVERIFY(read.ok());
    QCOMPARE(read->activity.value, 9);
    const TaskSpec &plain = read->tasks[0];
    QVERIFY(!plain.needs && !plain.priority && !plain.optional);
    QCOMPARE(plain.maxAttempts, 3);
    const TaskSpec &full = read->tasks[1];
    QCOMPARE(full.skill, QStringLiteral("s"));
    QCOMPARE(full.slaMs, 90'000);
    QCOMPARE(*full.needs, QStringList{QStringLiteral("a")});
    QVERIFY(full.optional);
    QCOMPARE(full.payload, json(R"({"x": [1, 2]})"));
    QCOMPARE(*full.priority, 0);
    QCOMPARE(full.maxAttempts, 1);
    QCOMPARE(toString(full.review), toString(Review::Human));
    QCOMPARE(toString(full.onFailure), toString(OnFailure::Continue));
    QVERIFY(read->tasks[2].needs && read->tasks[2].needs->isEmpty());
}

void ReadingTest::everyBadFieldOfATaskIsNamed()
{
    const auto read = enqueueTasksFrom(json(R"({"tasks": [{"name": "", "sla": 60, "skill": [], "needs": ["a", 1],
        "optional": "yes", "payload": "text", "priority": 1.5, "max_attempts": 0, "review": "robot",
        "on_failure": null, "need": []}]})"),
                                       {9});
    QStringList expected;
    for (const char *field :
         {"name", "sla", "skill", "needs/1", "optional", "payload", "priority", "max_attempts", "review", "need"}) {
        expected.append(QStringLiteral("/tasks/0/") + QLatin1StringView(field));
    }
    expected.sort();
    QCOMPARE(pointersOf(read), expected);
    QCOMPARE(pointersOf(enqueueTasksFrom({}, {9})), QStringList{QStringLiteral("/tasks")});
    QCOMPARE(pointersOf(enqueueTasksFrom(json(R"({"tasks": {}})"), {9})), QStringList{QStringLiteral("/tasks")});
    QJsonArray many;
    for (int i = 0; i <= limits::tasksPerCallMax; ++i) {
        many.append(QJsonObject());
    }
    QCOMPARE(pointersOf(enqueueTasksFrom({{QStringLiteral("tasks"), many}}, {9})), QStringList{QStringLiteral("/tasks")});
    many.removeLast();
    QCOMPARE(pointersOf(enqueueTasksFrom({{QStringLiteral("tasks"), many}}, {9})).size(), limits::fieldErrorsMax);
}

void ReadingTest::deepOrBrokenPayloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("good");
    const auto nested = [](int levels) { // the payload itself is the first
        return R"({"a":)" + QByteArray(levels - 1, '[') + QByteArray(levels - 1, ']') + "}";
    };
    QTest::newRow("as deep as allowed") << nested(limits::jsonDepthMax) << true;
    QTest::newRow("too deep") << nested(limits::jsonDepthMax + 1) << false;
    QTest::newRow("lone surrogate") << QByteArray(R"({"a": ["\ud800"]})") << false;
    QTest::newRow("lone surrogate as name") << QByteArray(R"({"b\udc00": 1})") << false;
    QTest::newRow("pair") << QByteArray(R"({"a": "\ud83d\ude00"})") << true;
    const QByteArray letters(limits::jsonBytesMax - 8, 'x');
    QTest::newRow("as big as allowed") << R"({"a":")" + letters + "\"}" << true;
    QTest::newRow("too big") << R"({"a":")" + letters + "x\"}" << false;
}

void ReadingTest::deepOrBrokenPayloads()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, good);
    const auto body = parseObject(R"({"tasks": [{"name": "a", "sla": "1h", "payload": )" + payload + "}]}");
    QVERIFY(body.ok());
    const auto read = enqueueTasksFrom(*body, {1});
    QCOMPARE(pointersOf(read), good ? QStringList() : QStringList{QStringLiteral("/tasks/0/payload")});
    const auto done =
        actOnTaskFrom({{QStringLiteral("result"), body->value(QStringLiteral("tasks"))[0][QStringLiteral("payload")]}}, {},
                      TaskAction::Complete);
    QCOMPARE(pointersOf(done), good ? QStringList() : QStringList{QStringLiteral("/result")});
}

void ReadingTest::hostileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("SQL") << QStringLiteral("'; DROP TABLE task; --") << true;
    QTest::newRow("HTML") << QStringLiteral("<script>alert(1)</script>") << true;
    QTest::newRow("emoji") << QStringLiteral("\U0001F600 café") << true;
    QTest::newRow("longest") << QString(limits::nameMax, u'x') << true;
    QTest::newRow("too long") << QString(limits::nameMax + 1, u'x') << false;
    QTest::newRow("blank") << QStringLiteral("  ") << false;
    QTest::newRow("NUL") << QString::fromUtf16(u"a\0b", 3) << false;
    QTest::newRow("line break") << QStringLiteral("a\nb") << false;
    QTest::newRow("C1 control") << QStringLiteral("a\u0085b") << false;
    QTest::newRow("line separator") << QStringLiteral("a\u2028b") << false;
    QTest::newRow("bidi override") << QStringLiteral("a\u202eb") << false;
    QTest::newRow("bidi isolate") << QStringLiteral("a\u2066b") << false;
    QTest::newRow("lone surrogate") << (QStringLiteral("a") + QChar(0xd800)) << false;
}

void ReadingTest::hostileNames()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    const QJsonObject task{{QStringLiteral("name"), name}, {QStringLiteral("sla"), QStringLiteral("1h")}};
    QCOMPARE(enqueueTasksFrom({{QStringLiteral("tasks"), QJsonArray{task}}}, {1}).ok(), good);
    QCOMPARE(reserveFrom({{QStringLiteral("worker_id"), name}}).ok(), good);
    QCOMPARE(actOnTaskFrom({{QStringLiteral("worker_id"), name}}, {}, TaskAction::Complete).ok(), good);
    const QJsonObject worker{{QStringLiteral("name"), QStringLiteral("w")},
                             {QStringLiteral("id"), name},
                             {QStringLiteral("skills"), QJsonArray()}};
    QCOMPARE(saveWorkerFrom(worker, {}).ok(), good);
}

void ReadingTest::actionsTakeOnlyTheirFields_data()
{
    QTest::addColumn<QString>("fields"); // a ! marks the required ones
    const auto row = [](const char *action, const char *fields) {
        QTest::newRow(action) << QString::fromLatin1(fields);
    };
    row("complete", "worker_id lease_token result");
    row("fail", "worker_id lease_token reason! retry");
    row("heartbeat", "worker_id lease_token lease_s");
    row("release", "worker_id lease_token reason");
    row("opt-in", "");
    row("decline", "reason");
    row("hold", "reason!");
    row("resume", "");
    row("retry", "");
    row("skip", "reason!");
    row("reassign", "worker_id pool");
    row("approve", "worker_id result");
    row("send-back", "reason!");
    row("comment", "text!");
    row("undo", "worker_id lease_token");
}

void ReadingTest::actionsTakeOnlyTheirFields()
{
    QFETCH(QString, fields);
    const auto action = taskActionFrom(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(action);
    const QStringList taken = fields.split(u' ', Qt::SkipEmptyParts);
    const QJsonObject all = json(R"({"worker_id": "w", "lease_token": 4, "result": {"a": 1}, "reason": "r", "retry": false,
        "lease_s": 30, "pool": "p", "text": "t"})");
    QStringList required;
    for (auto field = all.begin(); field != all.end(); ++field) {
        const bool must = taken.contains(field.key() + u'!');
        QJsonObject body = all;
        for (const QString &name : all.keys()) {
            if (name != field.key() && !taken.contains(name) && !taken.contains(name + u'!')) {
                body.remove(name);
            }
        }
        const bool known = must || taken.contains(field.key());
        QCOMPARE(pointersOf(actOnTaskFrom(body, {}, *action)), known ? QStringList() : QStringList{u'/' + field.key()});
        body[field.key()] = QJsonArray{1}; // of the wrong type; a result may be anything
        const bool wrong = !known || field.key() != u"result";
        QCOMPARE(pointersOf(actOnTaskFrom(body, {}, *action)), wrong ? QStringList{u'/' + field.key()} : QStringList());
        if (must) {
            required.append(u'/' + field.key());
        }
    }
    QCOMPARE(pointersOf(actOnTaskFrom({}, {}, *action)), required);
}

void ReadingTest::reserve()
{
    const auto read = reserveFrom(json(R"({"worker_id": "bot", "max": 50, "wait_s": 0.5, "lease_s": 30})"));
    QVERIFY(read.ok());
    QCOMPARE(read->worker.value, QStringLiteral("bot"));
    QCOMPARE(read->max, 50);
    QCOMPARE(read->waitMs, 500);
    QCOMPARE(read->leaseMs, 30'000);
    QCOMPARE(reserveFrom(json(R"({"worker_id": "bot"})"))->max, 1);
    for (const char *bad :
         {R"({"max": 0})", R"({"max": 1001})", R"({"max": -1})", R"({"max": 1e300})", R"({"max": "1"})", R"({"wait_s": 61})",
          R"({"wait_s": -1})", R"({"lease_s": 0})", R"({"lease_s": 604801})", R"({"lease_s": true})"}) {
        QJsonObject body = json(bad);
        const QString field = body.begin().key();
        body[QLatin1StringView("worker_id")] = QStringLiteral("bot");
        QCOMPARE(pointersOf(reserveFrom(body)), QStringList{u'/' + field});
    }
    QCOMPARE(pointersOf(reserveFrom({})), QStringList{QStringLiteral("/worker_id")});
}

void ReadingTest::completeTasks()
{
    const auto read = completeTasksFrom(json(R"({"items": [
        {"task_id": "tsk-0000000000007", "lease_token": 3, "worker_id": "bot", "result": [1]},
        {"task_id": "x", "lease_token": 3, "worker_id": "bot"}, {"task_id": 7, "lease_token": "3", "x": 1}, {}, 7]})"));
    QVERIFY(read.ok());
    QCOMPARE(read->items[0].task.value, 7);
    QCOMPARE(toString(read->items[0].input.action), toString(TaskAction::Complete));
    QCOMPARE(*read->items[0].input.leaseToken, 3);
    QCOMPARE(*read->items[0].input.result, QJsonValue(QJsonArray{1}));
    QCOMPARE(read->items[1].flaw->detail.english(), QStringLiteral("there is no task x"));
    QCOMPARE(pointersOf(Result<Done>(*read->items[2].flaw)),
             (QStringList{QStringLiteral("/items/2/lease_token"), QStringLiteral("/items/2/task_id"),
                          QStringLiteral("/items/2/x")}));
    QCOMPARE(read->items[3].flaw->fields.front().pointer, QStringLiteral("/items/3/task_id"));
    QCOMPARE(read->items[4].flaw->fields.front().pointer, QStringLiteral("/items/4"));
}

void ReadingTest::workers()
{
    const auto read = saveWorkerFrom(json(R"j({"name": "Alice (County Clerk)", "skills": ["ship_physical"],
        "channel": "email:alice@county.gov", "pools": ["north", "north"], "capacity": 3, "available": false})j"),
                                     {});
    QVERIFY(read.ok());
    QVERIFY(!read->mustExist && !read->spec.id); // whoever has that name
    QCOMPARE(*read->spec.skills, (QMap<QString, int>{{QStringLiteral("ship_physical"), 0}})); // no level is said
    QCOMPARE(*read->spec.channel, QStringLiteral("email:alice@county.gov"));
    QCOMPARE(*read->spec.pools, QStringList{QStringLiteral("north")});
    QCOMPARE(*read->spec.capacity, 3);
    QCOMPARE(*read->spec.available, false);
    QVERIFY(!read->spec.kind && !read->spec.calendar);
    const auto patch =
        saveWorkerFrom(json(R"({"kind": "agent", "channel": "", "calendar": "24x7"})"), WorkerId{QStringLiteral("bot-7")});
    QVERIFY(patch.ok());
    QVERIFY(patch->mustExist);
    QCOMPARE(patch->spec.id->value, QStringLiteral("bot-7"));
    QCOMPARE(toString(*patch->spec.kind), toString(WorkerKind::Agent));
    QCOMPARE(*patch->spec.channel, QString());
    QCOMPARE(*patch->spec.calendar, QString());
    QVERIFY(!patch->spec.name && !patch->spec.skills);
}

void ReadingTest::workerSkillsAsLevels()
{
    const auto read = saveWorkerFrom(json(R"({"name": "b", "id": "bot", "skills": {"a": 1, "b": 5}})"), {});
    QVERIFY(read.ok());
    QCOMPARE(*read->spec.skills, (QMap<QString, int>{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 5}}));
    const auto partly = saveWorkerFrom(json(R"({"name": "b", "skills": {"a": null, "b": 5}})"), {});
    QVERIFY(partly.ok());
    Worker known = *saved(read->spec, nullptr, 1);
    known.skills = {{QStringLiteral("a"), 4}, {QStringLiteral("b"), 4}};
    QCOMPARE(saved(partly->spec, &known, 1)->skills,
             (QMap<QString, int>{{QStringLiteral("a"), 4}, {QStringLiteral("b"), 5}}));
    known.skills.clear();
    QCOMPARE(saved(partly->spec, &known, 1)->skills,
             (QMap<QString, int>{{QStringLiteral("a"), 3}, {QStringLiteral("b"), 5}}));
    QCOMPARE(pointersOf(saveWorkerFrom(
                 json(R"({"name": "b", "skills": {"a": 0, "b": 6, "c": "3", "d": 2.5, "": 3, "e/f": true}})"), {})),
             (QStringList{QStringLiteral("/skills/"), QStringLiteral("/skills/a"), QStringLiteral("/skills/b"),
                          QStringLiteral("/skills/c"), QStringLiteral("/skills/d"), QStringLiteral("/skills/e~1f")}));
}

void ReadingTest::everyBadFieldOfAWorkerIsNamed()
{
    QCOMPARE(pointersOf(saveWorkerFrom({}, {})), (QStringList{QStringLiteral("/name"), QStringLiteral("/skills")}));
    QCOMPARE(pointersOf(saveWorkerFrom(json(R"j({"name": "(!)", "skills": "a", "kind": "robot", "channel": "alice",
        "pools": [""], "capacity": 0, "calendar": 7, "available": 1, "skill": 1})j"),
                                       {})),
             (QStringList{QStringLiteral("/available"), QStringLiteral("/calendar"), QStringLiteral("/capacity"),
                          QStringLiteral("/channel"), QStringLiteral("/kind"), QStringLiteral("/name"),
                          QStringLiteral("/pools/0"), QStringLiteral("/skill"), QStringLiteral("/skills")}));
    QCOMPARE(pointersOf(saveWorkerFrom(json(R"({"id": "other"})"), WorkerId{QStringLiteral("bot")})),
             QStringList{QStringLiteral("/id")});
}

void ReadingTest::channels_data()
{
    QTest::addColumn<bool>("good");
    for (const char *good :
         {"email:alice@county.gov", "email:a+b@x", "sms:+1-202-555-0123", "sms:+12025550123", "slack:#ops-alerts",
          "webhook:https://example.org/hook?x=1", "console:supervisor", "hitl:oversight"}) {
        QTest::newRow(good) << true;
    }
    for (const char *bad : {"alice@county.gov",
                            "email:",
                            "email:alice",
                            "email:@county.gov",
                            "email:a@b@c",
                            "email:a@b,c@d",
                            "email:a b@c",
                            "email:<a@b>",
                            "EMAIL:a@b",
                            "sms:2025550123",
                            "sms:+1",
                            "sms:+12x",
                            "slack:ops",
                            "slack:#",
                            "webhook:http://example.org",
                            "webhook:https://",
                            "webhook:https://user@example.org",
                            "webhook:javascript:alert(1)",
                            "console:",
                            "hitl: x",
                            "fax:+1",
                            "email:a@b\r\nBcc: c@d",
                            "email:a@b\n"}) {
        QTest::newRow(bad) << false;
    }
}

void ReadingTest::channels()
{
    QFETCH(bool, good);
    const QJsonObject body{{QStringLiteral("channel"), QString::fromUtf8(QTest::currentDataTag())}};
    QCOMPARE(saveWorkerFrom(body, WorkerId{QStringLiteral("w")}).ok(), good);
}

void ReadingTest::tokens()
{
    const auto read = createTokenFrom(json(R"({"name": "ci", "role": "worker", "worker_id": "bot",
        "expires_at": "2027-01-01T00:00:00Z"})"));
    QVERIFY(read.ok());
    QCOMPARE(read->name, QStringLiteral("ci"));
    QCOMPARE(toString(read->role), toString(Role::Worker));
    QCOMPARE(read->worker.value, QStringLiteral("bot"));
    QCOMPARE(read->expiresAtMs, 1'798'761'600'000);
    QVERIFY(read->secret.isEmpty());
    QCOMPARE(pointersOf(createTokenFrom(json(R"({"name": "a\u001fb", "role": "viewer"})"))),
             QStringList{QStringLiteral("/name")});
    QCOMPARE(pointersOf(createTokenFrom(json(R"({"role": "root", "expires_at": "soon", "secret": "mine"})"))),
             (QStringList{QStringLiteral("/expires_at"), QStringLiteral("/name"), QStringLiteral("/role"),
                          QStringLiteral("/secret")}));
}

void ReadingTest::times_data()
{
    QTest::addColumn<QString>("written");
    const auto row = [](const char *text, const char *written) {
        QTest::newRow(text) << QString::fromLatin1(written);
    };
    row("2026-11-22T16:00:00Z", "2026-11-22T16:00:00.000Z");
    row("2026-11-22t16:00:00z", "2026-11-22T16:00:00.000Z");
    row("2026-11-22T16:00:00.5Z", "2026-11-22T16:00:00.500Z");
    row("2026-11-22T16:00:00.1239999999Z", "2026-11-22T16:00:00.123Z");
    row("2026-11-22T16:00:00+01:30", "2026-11-22T14:30:00.000Z");
    row("2026-12-31T23:00:00-02:00", "2027-01-01T01:00:00.000Z");
    row("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z");
    row("1970-01-01T00:00:00.001Z", "1970-01-01T00:00:00.001Z");
    row("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
}

void ReadingTest::times()
{
    QFETCH(QString, written);
    const auto atMs = parseTime(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(atMs.ok());
    QCOMPARE(formatTime(*atMs), written);
}

void ReadingTest::badTimes_data()
{
    QTest::addColumn<int>("unused");
    for (const char *bad :
         {"2026-11-22", "2026-11-22T16:00:00", "2026-11-22 16:00:00Z", "2026-11-22T16:00Z", "2026-13-01T00:00:00Z",
          "2026-02-29T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T16:60:00Z", "2026-11-22T16:00:60Z",
          "2026-11-22T16:00:00.Z", "2026-11-22T16:00:00+0100", "2026-11-22T16:00:00+24:00", "2026-11-22T16:00:00Zx",
          "226-11-22T16:00:00Z", "1970-01-01T00:00:00Z", "1969-12-31T00:00:00Z", "٢٠٢٦-11-22T16:00:00Z", "1795000000000"}) {
        QTest::newRow(bad) << 0;
    }
}

void ReadingTest::badTimes()
{
    const auto atMs = parseTime(QString::fromUtf8(QTest::currentDataTag()), QStringLiteral("/at"));
    QCOMPARE(pointersOf(atMs), QStringList{QStringLiteral("/at")});
}

HMSACT_TEST(ReadingTest)

} // namespace hmsact::reading_test

#include "reading.moc"
