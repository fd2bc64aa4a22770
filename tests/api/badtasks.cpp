// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace hmsact::badtasks_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Activities and tasks, when they cannot be: refused with the status and the fields that the contract says, and not a row of
// the database is another afterwards.
class TestBadTasks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_api.reset(); }
    void needsThatCannotBeMet_data();
    void needsThatCannotBeMet();
    void durationsThatAreNone_data();
    void durationsThatAreNone();
    void fieldsThatDoNotFit_data();
    void fieldsThatDoNotFit();
    void whatTheStateForbids_data();
    void whatTheStateForbids();
    void whatNoRouteTakes();

private:
    static void columns()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("pointers");
    }
    void verifyRefused();
    [[nodiscard]] RawAnswer refusal(const QByteArray &path, const QByteArray &body);

    std::optional<ApiFixture> m_api;
    QByteArray m_open; // tasks: held by bot-1, done by bot-1, idle, choice (optional)
    QByteArray m_ended; // cancelled
    QByteArray m_staleToken;
};

namespace {

// A row for the creation of an activity and one for the tasks of one that is there.
void tasksRow(const char *name, const QByteArray &tasks, const QString &pointers)
{
    const QByteArray list = R"("tasks": [)" + tasks + "]}";
    QTest::newRow(qPrintable(u"a new activity: "_s + QString::fromUtf8(name)))
        << QByteArray("/activities") << R"({"citizen_id": "c", "intent": "i", "sla": "1h", )" + list << 422 << pointers;
    QTest::newRow(qPrintable(u"more tasks: "_s + QString::fromUtf8(name)))
        << QByteArray("/activities/OPEN/tasks") << '{' + list << 422 << pointers;
}

QByteArray task(const QByteArray &name, const QByteArray &more = {})
{
    return R"({"name": ")" + name + R"(", "sla": "1h")" + (more.isEmpty() ? more : ", " + more) + '}';
}

} // namespace

void TestBadTasks::initTestCase()
{
    m_api.emplace(ApiFixture::ClockKind::Virtual);
    m_api->makeWorker(u"bot-1"_s, {u"s"_s});
    m_api->makeWorker(u"bot-2"_s, {u"s"_s});
    m_open = m_api->makeActivity({u"held"_s, u"done"_s, u"idle"_s}, u"s"_s);
    const QByteArray tasks = "/activities/" + m_open + "/tasks";
    const QJsonObject choice{{u"name"_s, u"choice"_s}, {u"sla"_s, u"1h"_s}, {u"optional"_s, true}};
    m_api->post(tasks, {{u"tasks"_s, QJsonArray{choice}}});
    const QJsonObject bot{{u"worker_id"_s, u"bot-1"_s}};
    m_api->post(tasks + "/done/complete", bot);
    const QJsonObject first = m_api->post("/queue/reserve", bot)[u"items"][0].toObject();
    QCOMPARE(first[u"name"].toString(), u"held"_s);
    m_staleToken = QByteArray::number(first[u"lease_token"].toInteger());
    m_api->post(tasks + "/held/release", bot);
    m_api->post(tasks + "/held/reassign", bot);
    const QJsonObject second = m_api->post("/queue/reserve", bot)[u"items"][0].toObject();
    QCOMPARE(second[u"name"].toString(), u"held"_s);
    QVERIFY(second[u"lease_token"] != first[u"lease_token"]);
    const QByteArrayList before = m_api->rows();
    m_ended = m_api->makeActivity({u"left"_s}, u"s"_s);
    QVERIFY(m_api->rows() != before); // it would be seen
    m_api->post("/activities/" + m_ended + "/cancel", {{u"reason"_s, u"withdrawn"_s}});
    QCOMPARE(m_api->misfits.join(u'\n'), QString());
}

RawAnswer TestBadTasks::refusal(const QByteArray &path, const QByteArray &body)
{
    QByteArray target = path;
    target.replace("OPEN", m_open).replace("ENDED", m_ended);
    const QByteArray method = target.contains("/artefacts/") ? "PUT" : "POST";
    return m_api->call(method, target, "admin-token", QByteArray(body).replace("STALE", m_staleToken));
}

// Of the task that a pointer goes into, where it has one.
static QString nameIn(const QByteArray &body, const QStringList &parts)
{
    const QJsonArray tasks = QJsonDocument::fromJson(body).object()[u"tasks"].toArray();
    return parts.size() > 2 && parts[1] == u"tasks" ? tasks.at(parts[2].toInt()).toObject()[u"name"].toString() : QString();
}

void TestBadTasks::verifyRefused()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, pointers);
    const QByteArrayList before = m_api->rows();
    QVERIFY(before.size() > 20);
    const RawAnswer answer = refusal(path, body);
    QVERIFY2(answer.status == status, answer.body.constData());
    QCOMPARE(answer.fields.value("content-type"), QByteArray("application/problem+json"));
    QVERIFY(!answer.json()[u"detail"].toString().isEmpty());
    QStringList named;
    for (const QJsonValue &error : answer.json()[u"errors"].toArray()) {
        QVERIFY(!error[u"detail"].toString().isEmpty());
        named << error[u"pointer"].toString();
        const QStringList parts = named.back().split(u'/');
        if (const QString task = nameIn(body, parts); !task.isEmpty())
            QVERIFY2(error[u"detail"].toString().contains(u'“' + task.left(20)), answer.body.constData());
    }
    named.sort();
    if (status == 409) // in words: the state is no field
        QVERIFY2(answer.json()[u"detail"].toString().contains(pointers), answer.body.constData());
    else
        QCOMPARE(named.join(u' '), pointers);
    QCOMPARE(m_api->rows(), before);
    QCOMPARE(m_api->misfits.join(u'\n'), QString());
}

void TestBadTasks::needsThatCannotBeMet_data()
{
    columns();
    tasksRow("itself", task("a", R"("needs": ["a"])"), u"/tasks/0/needs"_s);
    tasksRow("each other", task("a", R"("needs": ["b"])") + ',' + task("b", R"("needs": ["a"])"), u"/tasks/0/needs"_s);
    tasksRow("in a circle of three",
             task("z", R"("needs": [])") + ',' + task("a", R"("needs": ["c"])") + ',' + task("b", R"("needs": ["a"])") + ','
                 + task("c", R"("needs": ["b"])"),
             u"/tasks/1/needs"_s);
    tasksRow("by the default order, too", task("a", R"("needs": ["b"])") + ',' + task("b"), u"/tasks/0/needs"_s);
    tasksRow("nobody", task("a", R"("needs": ["x", "y"])"), u"/tasks/0/needs/0 /tasks/0/needs/1"_s);
    tasksRow("one twice", task("a") + ',' + task("b", R"("needs": ["a", "a"])"), u"/tasks/1/needs/1"_s);
    tasksRow("a name twice", task("a") + ',' + task("b") + ',' + task("a"), u"/tasks/2/name"_s);
    tasksRow("no list", task("a", R"("needs": "b")"), u"/tasks/0/needs"_s);
    tasksRow("no names", task("a", R"("needs": [7])"), u"/tasks/0/needs/0"_s);
    QTest::newRow("a name that is there") << QByteArray("/activities/OPEN/tasks") << R"({"tasks": [)" + task("idle") + "]}"
                                          << 422 << u"/tasks/0/name"_s;
    QTest::newRow("a task of another activity")
        << QByteArray("/activities/OPEN/tasks") << R"({"tasks": [)" + task("a", R"("needs": ["left"])") + "]}" << 422
        << u"/tasks/0/needs/0"_s;
}

void TestBadTasks::needsThatCannotBeMet() { verifyRefused(); }

void TestBadTasks::durationsThatAreNone_data()
{
    columns();
    for (const char *duration : {R"("0s")", R"("0h")", R"("P0D")", R"("-1h")", R"("1h -5m")", R"("99999999999999999999w")",
                                 R"("9223372036854775807h")", R"("P99999Y")", R"("1e3h")", R"("")", R"("soon")", R"("1")",
                                 R"("1h\u0000")", "3600", "null", "true", R"(["1h"])", R"({"h": 1})"}) {
        const auto name = [&](const char *what) {
            return QByteArray(what) + ' ' + duration;
        };
        QTest::newRow(name("an activity within").constData())
            << QByteArray("/activities") << QByteArray(R"({"citizen_id": "c", "intent": "i", "sla": )") + duration + '}'
            << 422 << u"/sla"_s;
        QTest::newRow(name("a task within").constData())
            << QByteArray("/activities/OPEN/tasks") << QByteArray(R"({"tasks": [{"name": "n", "sla": )") + duration + "}]}"
            << 422 << u"/tasks/0/sla"_s;
    }
    for (const char *seconds : {"0", "-1", "604801", "99999999999999999999", R"("60")"}) {
        QTest::newRow((QByteArray("a lease of ") + seconds).constData())
            << QByteArray("/queue/reserve") << QByteArray(R"({"worker_id": "bot-1", "lease_s": )") + seconds + '}' << 422
            << u"/lease_s"_s;
        QTest::newRow((QByteArray("a heartbeat of ") + seconds).constData())
            << QByteArray("/activities/OPEN/tasks/held/heartbeat")
            << QByteArray(R"({"worker_id": "bot-1", "lease_s": )") + seconds + '}' << 422 << u"/lease_s"_s;
    }
}

void TestBadTasks::durationsThatAreNone() { verifyRefused(); }

void TestBadTasks::fieldsThatDoNotFit_data()
{
    columns();
    tasksRow("no name", R"({"sla": "1h"})", u"/tasks/0/name"_s);
    tasksRow("all of it", R"({"name": 7, "sla": 7, "skill": 7, "optional": 7, "priority": "7", "review": "robot",
                               "max_attempts": 0, "on_failure": 7, "payload": 7, "zeal": 7})",
             u"/tasks/0/max_attempts /tasks/0/name /tasks/0/on_failure /tasks/0/optional /tasks/0/payload "
             "/tasks/0/priority /tasks/0/review /tasks/0/skill /tasks/0/sla /tasks/0/zeal"_s);
    tasksRow("no object", R"("verify")", u"/tasks/0"_s);
    tasksRow("a name that is too long", task(QByteArray(201, 'n')), u"/tasks/0/name"_s);
    const auto row = [](const char *name, const char *path, const QByteArray &body, const QString &pointers) {
        QTest::newRow(name) << QByteArray(path) << body << 422 << pointers;
    };
    row("no list of tasks", "/activities/OPEN/tasks", R"({"tasks": {}})", u"/tasks"_s);
    row("no reason to hold", "/activities/OPEN/tasks/idle/hold", "{}", u"/reason"_s);
    row("an empty reason", "/activities/OPEN/tasks/idle/skip", R"({"reason": " "})", u"/reason"_s);
    row("a reason that is a number", "/activities/OPEN/tasks/idle/hold", R"({"reason": 7})", u"/reason"_s);
    row("a field of another action", "/activities/OPEN/tasks/idle/hold", R"({"reason": "x", "pool": "p"})", u"/pool"_s);
    row("neither worker nor pool", "/activities/OPEN/tasks/idle/reassign", "{}", u"/worker_id"_s);
    row("a worker nobody knows", "/activities/OPEN/tasks/idle/reassign", R"({"worker_id": "x"})", u"/worker_id"_s);
    row("a pool nobody is in", "/activities/OPEN/tasks/idle/reassign", R"({"pool": "x"})", u"/pool"_s);
    row("a token that is a text", "/activities/OPEN/tasks/held/complete", R"({"worker_id": "bot-1", "lease_token": "7"})",
        u"/lease_token"_s);
    row("no reason to cancel", "/activities/OPEN/cancel", "{}", u"/reason"_s);
    row("no items", "/queue/complete", R"({"items": 7})", u"/items"_s);
    row("no wish", "/queue/complete", R"({"items": [], "reserve": true})", u"/reserve"_s);
    row("a wish with too much", "/queue/complete", R"({"items": [], "reserve": {"worker_id": "bot-1", "max": 1001}})",
        u"/reserve/max"_s);
}

void TestBadTasks::fieldsThatDoNotFit() { verifyRefused(); }

void TestBadTasks::whatTheStateForbids_data()
{
    columns();
    const auto row = [](const QByteArray &name, const QByteArray &path, const QByteArray &body, const QString &says) {
        QTest::newRow(name.constData()) << path << body << 409 << says;
    };
    row("a second worker completes what is held", "/activities/OPEN/tasks/held/complete", R"({"worker_id": "bot-2"})",
        u"bot-1"_s);
    row("a second worker completes what is done", "/activities/OPEN/tasks/done/complete", R"({"worker_id": "bot-2"})",
        u"bot-1"_s);
    for (const char *action : {"complete", "fail", "heartbeat", "release"})
        row(QByteArray("under an old lease: ") + action, QByteArray("/activities/OPEN/tasks/held/") + action,
            QByteArray(R"({"worker_id": "bot-1", "lease_token": STALE)")
                + (action == QByteArray("fail") ? R"(, "reason": "x"})" : "}"),
            u"lease"_s);
    for (const auto &[action, body] : {std::pair{"complete", R"({"worker_id": "bot-1"})"},
                                       {"fail", R"({"worker_id": "bot-1", "reason": "x"})"},
                                       {"heartbeat", R"({"worker_id": "bot-1"})"},
                                       {"release", R"({"worker_id": "bot-1"})"},
                                       {"opt-in", "{}"},
                                       {"decline", "{}"},
                                       {"hold", R"({"reason": "x"})"},
                                       {"resume", "{}"},
                                       {"retry", "{}"},
                                       {"skip", R"({"reason": "x"})"},
                                       {"reassign", R"({"worker_id": "bot-2"})"},
                                       {"approve", "{}"},
                                       {"send-back", R"({"reason": "x"})"}})
        row(QByteArray("in an activity that has ended: ") + action, QByteArray("/activities/ENDED/tasks/left/") + action,
            body, u"CANCELLED"_s);
    row("more tasks for what has ended", "/activities/ENDED/tasks", R"({"tasks": [)" + task("late") + "]}", u"CANCELLED"_s);
    row("cancelled twice", "/activities/ENDED/cancel", R"({"reason": "again"})", u"CANCELLED"_s);
    row("failed when cancelled", "/activities/ENDED/fail", R"({"reason": "again"})", u"CANCELLED"_s);
    row("failed when nothing has", "/activities/OPEN/fail", R"({"reason": "x"})", u"OPEN"_s);
    row("chosen when it is no choice", "/activities/OPEN/tasks/idle/opt-in", "{}", u"PENDING"_s);
    row("approved when nobody asked", "/activities/OPEN/tasks/held/approve", "{}", u"IN_PROGRESS"_s);
    row("resumed when it is not on hold", "/activities/OPEN/tasks/idle/resume", "{}", u"PENDING"_s);
    row("a file for what was cancelled", "/activities/ENDED/tasks/left/artefacts/x", "abc", u"CANCELLED"_s);
}

void TestBadTasks::whatTheStateForbids() { verifyRefused(); }

// Every route that takes JSON: bytes that are no request are none anywhere, and what nobody knows is named.
void TestBadTasks::whatNoRouteTakes()
{
    const QByteArrayList before = m_api->rows();
    int routes = 0;
    const QJsonObject paths = m_api->description()[u"paths"].toObject();
    for (const QString &path : paths.keys()) {
        const QJsonObject methods = paths[path].toObject();
        for (const QString &method : methods.keys()) {
            if (!methods[method][u"requestBody"][u"content"].toObject().contains(u"application/json"))
                continue;
            ++routes;
            QByteArray target = '/' + path.toLatin1();
            target.replace("{id}", path.startsWith(u"/api/v1/activities") ? m_open : "bot-1").replace("{name}", "idle");
            const auto refused = [&](const QByteArray &body, int status, const char *what) {
                const RawAnswer answer = m_api->call(method.toUpper().toLatin1(), target, "admin-token", body);
                const QByteArray told = target + ", " + what + ": " + answer.body;
                if (answer.status != status)
                    qWarning("%s", told.constData());
                return answer.status == status;
            };
            const char *operation = target.constData();
            QVERIFY2(refused(R"({"a": )", 400, "cut short"), operation);
            QVERIFY2(refused("[]", 400, "a list"), operation);
            QVERIFY2(refused("7", 400, "a number"), operation);
            QVERIFY2(refused("{\"reason\": \"\xc3\x28\"}", 400, "bad UTF-8"), operation);
            const qsizetype room = (path.endsWith(u"/import") ? 4 : 1) * 1024 * 1024; // a calendar's file as JSON
            QVERIFY2(refused(QByteArray(room + 1, ' '), 413, "over its limit"), operation);
            const RawAnswer unknown =
                m_api->call(method.toUpper().toLatin1(), target, "admin-token", R"({"zzz": 1, "reason": 7})");
            const bool isThere =
                !path.contains(u'{') || path.startsWith(u"/api/v1/activities") || path.startsWith(u"/api/v1/workers");
            QVERIFY2(unknown.status == 422 || (!isThere && unknown.status == 404), (target + unknown.body).constData());
            QVERIFY2(unknown.status == 404 || unknown.body.contains("\"/zzz\""), (target + unknown.body).constData());
        }
    }
    QVERIFY2(routes > 35, qPrintable(QString::number(routes)));
    QCOMPARE(m_api->rows(), before);
    QCOMPARE(m_api->misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestBadTasks)

} // namespace hmsact::badtasks_test

#include "badtasks.moc"
