// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <random>

namespace hmsact::refusals_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// What is refused, with which status, naming which field; and that a refusal changes nothing.
class TestRefusals : public QObject
{
    Q_OBJECT

private slots:
    void badBodyIsNamed_data();
    void badBodyIsNamed();
    void badParameterIsNamed_data();
    void badParameterIsNamed();
    void onlyJsonIsTaken();
    void bodyOverTheLimitIsRefused();
    void unknownAddressAndMethod();
    void conflictNamesTheState();
    void unknownThingsAreNotFound();
    void everyRouteChecksTheRole();
    void workerTokenActsForItsOwnWorkerOnly();
    void badTokensAreRefused_data();
    void badTokensAreRefused();
    void badTokenIsRefusedBeforeTheBodyIsSent();
    void expiredTokenIsRefused();
    void tooManyRequestsAreRefused();
    void strangersAreLimitedBeforeTheirWorkIsDone();
    void fuzzedJsonNeverCausesADefect();
};

namespace {

QStringList pointers(const RawAnswer &answer)
{
    QStringList all;
    for (const QJsonValue &error : answer.json()[u"errors"].toArray())
        all.append(error[u"pointer"].toString());
    all.sort();
    return all;
}

// Who may what, written down beside the program's own table: the lowest role of each route. Paths as everyRouteChecksTheRole
// reads them: below /api/v1, or from the root behind “//”.
const std::array<QString, 5> lowestRole{
    // viewer
    uR"(get /activities, get /activities/{id}, get /activities/{id}/events, get /activities/{id}/sla,
    get /activities/{id}/tasks, get /activities/{id}/tasks/{name}, get /activities/{id}/tasks/{name}/artefacts/{file},
    get /activities/{id}/tasks/{name}/links, get /activities/{id}/tasks/{name}/sla, get /alerts, get /alerts/{id},
    get /calendars, get /calendars/{name}, post /calendars/{name}/preview, post /escalations/lint,
    get /escalations/rules, get /escalations/rules/{id}, get /escalations/rules/{id}/firings,
    get /escalations/rules/{id}/versions, get /escalations/rules/{id}/versions/{version}, get /intents,
    get /intents/{name}, get /queue, get /staffing, get /stats, get /stream, get /workers, get /workers/{id},
    get //metrics, get //open311/v2/requests.json, get //open311/v2/requests.xml, get //open311/v2/requests/{id}.json,
    get //open311/v2/requests/{id}.xml, get //open311/v2/services.json, get //open311/v2/services.xml,
    get //open311/v2/services/{code}.json, get //open311/v2/services/{code}.xml, get //open311/v2/tokens/{id}.json,
    get //open311/v2/tokens/{id}.xml)"_s,
    // worker
    uR"(put /activities/{id}/tasks/{name}/artefacts/{file}, post /activities/{id}/tasks/{name}/complete,
    post /activities/{id}/tasks/{name}/fail, post /activities/{id}/tasks/{name}/heartbeat,
    post /activities/{id}/tasks/{name}/release, post /activities/{id}/tasks/{name}/undo, post /queue/complete,
    post /queue/reserve, patch /workers/{id})"_s,
    // clerk
    uR"(post /activities/{id}/tasks/{name}/approve, post /activities/{id}/tasks/{name}/comment,
    post /activities/{id}/tasks/{name}/decline, post /activities/{id}/tasks/{name}/hold,
    post /activities/{id}/tasks/{name}/opt-in, post /activities/{id}/tasks/{name}/reassign,
    post /activities/{id}/tasks/{name}/resume, post /activities/{id}/tasks/{name}/send-back,
    post /workers/{id}/absence-drill)"_s,
    // supervisor
    uR"(post /activities, post /activities/{id}/cancel, post /activities/{id}/fail, post /activities/{id}/tasks,
    post /activities/{id}/tasks/{name}/retry, post /activities/{id}/tasks/{name}/skip, post /alerts/{id}/ack,
    post /alerts/{id}/snooze, post /escalations/dry-run, get /notifications, post /notifications/{id}/resend,
    post /workers, delete /workers/{id}, post //open311/v2/requests.json, post //open311/v2/requests.xml)"_s,
    // admin
    uR"(get /audit/verify, post /calendars, delete /calendars/{name}, put /calendars/{name}, post /calendars/{name}/import,
    post /db/archive, post /db/backup, get /db/status, get /db/verify, post /escalations/rules,
    delete /escalations/rules/{id}, put /escalations/rules/{id}, post /intents, delete /intents/{name},
    put /intents/{name}, post /notifications/test, get /tokens, post /tokens, delete /tokens/{id}, get /users,
    delete /users/{login}, get /users/{login}, put /users/{login})"_s,
};
const QStringList openToAll{u"get /openapi.json"_s, u"get //healthz"_s, u"get //readyz"_s, u"get //t/{signed}"_s,
                            u"post //t/{signed}"_s};

QString pathOf(const QString &written) { return written.startsWith(u"//") ? written.mid(1) : u"/api/v1"_s + written; }
QString nameOf(const QString &path) { return path.startsWith(u"/api/v1/") ? path.mid(7) : u'/' + path; }

} // namespace

void TestRefusals::badBodyIsNamed_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("pointer");
    const QByteArray a = "/activities";
    QTest::newRow("not JSON") << a << QByteArray("{") << 400 << QString();
    QTest::newRow("an array") << a << QByteArray("[]") << 400 << QString();
    QTest::newRow("empty") << a << QByteArray("") << 400 << QString();
    QTest::newRow("bad UTF-8") << a << QByteArray("{\"intent\": \"\xff\"}") << 400 << QString();
    QTest::newRow("too deep") << a << QByteArray("[").repeated(10'000) << 400 << QString();
    QTest::newRow("twice") << a << QByteArray(R"({"citizen_id": "c", "intent": "i", "sla": "1h", "s\u006ca": "2h"})") << 400
                           << u"/sla"_s;
    QTest::newRow("twice in a payload")
        << a << QByteArray(R"({"citizen_id": "c", "intent": "i", "sla": "1h", "metadata": {"n": [{"k": 1, "k": 1}]}})")
        << 400 << u"/metadata/n/0/k"_s;
    QTest::newRow("nothing") << a << QByteArray("{}") << 422 << u"/citizen_id /intent /sla"_s;
    QTest::newRow("unknown field") << a << QByteArray(R"({"citizen_id": "c", "intent": "i", "sla": "1h", "prio": 3})") << 422
                                   << u"/prio"_s;
    QTest::newRow("template") << a << QByteArray(R"({"citizen_id": "c", "intent": "i", "sla": "1h", "from_template": "x"})")
                              << 422 << u"/from_template"_s;
    QTest::newRow("zero") << a << QByteArray(R"({"citizen_id": "c", "intent": "i", "sla": "0s"})") << 422 << u"/sla"_s;
    QTest::newRow("negative") << a << QByteArray(R"({"citizen_id": "c", "intent": "i", "sla": "-1h"})") << 422 << u"/sla"_s;
    QTest::newRow("overflow") << a << QByteArray(R"({"citizen_id": "c", "intent": "i", "sla": "99999999999999999999w"})")
                              << 422 << u"/sla"_s;
    QTest::newRow("more than 64 bits")
        << a << QByteArray(R"({"citizen_id": "c", "intent": "i", "sla": "1h", "metadata": {"n": [9223372036854775808]}})")
        << 422 << u"/metadata/n/0"_s;
    QTest::newRow("number for text") << a << QByteArray(R"({"citizen_id": 7, "intent": "i", "sla": "1h"})") << 422
                                     << u"/citizen_id"_s;
    QTest::newRow("priority") << a << QByteArray(R"({"citizen_id": "c", "intent": "i", "sla": "1h", "priority": 10})") << 422
                              << u"/priority"_s;
    const auto tasks = [](const QByteArray &list) {
        return R"({"citizen_id": "c", "intent": "i", "sla": "1h", "tasks": [)" + list + "]}";
    };
    QTest::newRow("unknown need") << a << tasks(R"({"name": "x", "sla": "1h", "needs": ["y"]})") << 422
                                  << u"/tasks/0/needs/0"_s;
    QTest::newRow("cycle")
        << a << tasks(R"({"name": "x", "sla": "1h", "needs": ["y"]}, {"name": "y", "sla": "1h", "needs": ["x"]})") << 422
        << u"/tasks/0/needs"_s;
    QTest::newRow("name twice") << a << tasks(R"({"name": "x", "sla": "1h"}, {"name": "x", "sla": "1h"})") << 422
                                << u"/tasks/1/name"_s;
    QTest::newRow("task without sla") << a << tasks(R"({"name": "x"})") << 422 << u"/tasks/0/sla"_s;
    QTest::newRow("reserve without worker") << QByteArray("/queue/reserve") << QByteArray("{}") << 422 << u"/worker_id"_s;
    QTest::newRow("reserve too many") << QByteArray("/queue/reserve") << QByteArray(R"({"worker_id": "x", "max": 1001})")
                                      << 422 << u"/max"_s;
    QTest::newRow("wait too long") << QByteArray("/queue/reserve") << QByteArray(R"({"worker_id": "x", "wait_s": 61})")
                                   << 422 << u"/wait_s"_s;
    QTest::newRow("skill level") << QByteArray("/workers") << QByteArray(R"({"name": "x", "skills": {"s": 9}})") << 422
                                 << u"/skills/s"_s;
    QTest::newRow("acknowledgement with a word")
        << QByteArray("/alerts/alr-0000000000001/ack") << QByteArray(R"({"comment": "x"})") << 422 << u"/comment"_s;
    QTest::newRow("resending with a word")
        << QByteArray("/notifications/ntf-0000000000001/resend") << QByteArray(R"({"to": "x"})") << 422 << u"/to"_s;
    QTest::newRow("role") << QByteArray("/tokens") << QByteArray(R"({"name": "x", "role": "king"})") << 422 << u"/role"_s;
    QTest::newRow("token in the past") << QByteArray(
        "/tokens") << QByteArray(R"({"name": "x", "role": "viewer", "expires_at": "2001-01-01T00:00:00Z"})")
                                       << 422 << u"/expires_at"_s;
}

void TestRefusals::badBodyIsNamed()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, pointer);
    static ApiFixture api;
    const qint64 before = api.get("/db/status")[u"events"].toInteger();
    const RawAnswer answer = api.call("POST", path, "admin-token", body);
    QCOMPARE(answer.status, status);
    const QStringList found = pointers(answer);
    QVERIFY2(found == pointer.split(u' ', Qt::SkipEmptyParts) || (!pointer.isEmpty() && found.value(0).startsWith(pointer)),
             answer.body.constData());
    QCOMPARE(api.get("/db/status")[u"events"].toInteger(), before);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRefusals::badParameterIsNamed_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("unknown") << QByteArray("/activities?stat=OPEN") << u"/stat"_s;
    QTest::newRow("none declared") << QByteArray("/stats?x=1") << u"/x"_s;
    QTest::newRow("twice") << QByteArray("/activities?state=OPEN&state=FAILED") << u"/state"_s;
    QTest::newRow("state") << QByteArray("/activities?state=open") << u"/state"_s;
    QTest::newRow("one of a list") << QByteArray("/queue?state=PENDING,NONE") << u"/state"_s;
    QTest::newRow("boolean") << QByteArray("/activities?overdue=yes") << u"/overdue"_s;
    QTest::newRow("limit 0") << QByteArray("/queue?limit=0") << u"/limit"_s;
    QTest::newRow("limit 1001") << QByteArray("/queue?limit=1001") << u"/limit"_s;
    QTest::newRow("limit text") << QByteArray("/workers?limit=ten") << u"/limit"_s;
    QTest::newRow("limit behind a blank") << QByteArray("/queue?limit=%205") << u"/limit"_s;
    QTest::newRow("limit with a plus") << QByteArray("/queue?limit=%2B5") << u"/limit"_s;
    QTest::newRow("limit of other digits") << QByteArray("/queue?limit=%D9%A5") << u"/limit"_s;
    QTest::newRow("sort") << QByteArray("/queue?sort=colour") << u"/sort"_s;
    QTest::newRow("sla_state") << QByteArray("/queue?sla_state=late") << u"/sla_state"_s;
    QTest::newRow("cursor") << QByteArray("/queue?cursor=%27%3Bdrop") << u"/cursor"_s;
    const QByteArray zero("queue name up\na\0b\n1", 19);
    QTest::newRow("cursor with a zero byte") << "/queue?sort=name&cursor=" + zero.toBase64() << u"/cursor"_s;
    QTest::newRow("cursor of alerts") << QByteArray("/alerts?cursor=x") << u"/cursor"_s;
    QTest::newRow("cursor behind a blank") << QByteArray("/alerts?cursor=%201") << u"/cursor"_s;
    QTest::newRow("cursor of users with a plus") << QByteArray("/users?cursor=%2B0.x") << u"/cursor"_s;
}

void TestRefusals::badParameterIsNamed()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, pointer);
    static ApiFixture api;
    const RawAnswer answer = api.call("GET", path, "admin-token");
    QCOMPARE(answer.status, 422);
    QCOMPARE(pointers(answer), QStringList(pointer));
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRefusals::onlyJsonIsTaken()
{
    ApiFixture api;
    const QByteArray body = R"({"citizen_id": "c", "intent": "i", "sla": "1h"})";
    const auto status = [&](const QByteArray &fields) {
        return api.call("POST", "/activities", "admin-token", body, fields).status;
    };
    QCOMPARE(status(""), 415);
    QCOMPARE(status("Content-Type: text/plain\r\n"), 415);
    QCOMPARE(status("Content-Type: application/json; charset=latin1\r\n"), 415);
    QCOMPARE(status("Content-Type: application/jsonx\r\n"), 415);
    QCOMPARE(status("Content-Type: Application/JSON; Charset=\"UTF-8\"\r\n"), 201);
    QCOMPARE(status("Content-Type: application/json\r\nContent-Encoding: gzip\r\n"), 415);
    QCOMPARE(status("Content-Type: application/json\r\nContent-Encoding: identity\r\n"), 201);
    const QByteArray file = "/activities/" + api.makeActivity({u"a"_s}) + "/tasks/a/artefacts/f.txt";
    const RawAnswer coded =
        api.call("PUT", file, "admin-token", "x", "Content-Encoding: br\r\nContent-Type: text/plain\r\n");
    QCOMPARE(coded.status, 415);
    QCOMPARE(coded.fields.value("accept-encoding"), QByteArray("identity"));
    QVERIFY2(coded.json()[u"detail"].toString().contains(u"Content-Encoding"), coded.body.constData());
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRefusals::bodyOverTheLimitIsRefused()
{
    ApiFixture api;
    const RawAnswer answer = api.call("POST", "/activities", "admin-token", QByteArray(1024 * 1024 + 1, ' '));
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.json()[u"status"].toInt(), 413);
    QCOMPARE(api.call("POST", "/activities", "admin-token", QByteArray(1024 * 1024, ' ')).status, 400); // read, and no JSON
    RawClient client(api.port()); // announced only: refused before a byte of it is read
    client.send("PUT /api/v1/activities/x/tasks/y/artefacts/z HTTP/1.1\r\nHost: a\r\nContent-Length: 26214401\r\n"
                "Authorization: Bearer admin-token\r\n\r\n");
    QCOMPARE(client.read()->status, 413);
    const RawAnswer needless = api.call("GET", "/queue", "admin-token", "{}");
    QCOMPARE(needless.status, 413);
    QCOMPARE(needless.json()[u"detail"].toString(), u"No body is taken here with this method"_s);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRefusals::unknownAddressAndMethod()
{
    ApiFixture api;
    QCOMPARE(api.call("GET", "/nothing", "admin-token").status, 404);
    QCOMPARE(api.call("GET", "/activities/", "admin-token").status, 404);
    QCOMPARE(api.call("GET", "//", "").status, 404);
    const RawAnswer answer = api.call("DELETE", "/activities", "admin-token");
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.fields.value("allow"), QByteArray("POST, GET, HEAD"));
    QCOMPARE(answer.fields.value("content-type"), QByteArray("application/problem+json"));
    QCOMPARE(api.call("HEAD", "/stats", "viewer-token").status, 200);
}

void TestRefusals::conflictNamesTheState()
{
    ApiFixture api;
    const QByteArray id = api.makeActivity({u"a"_s});
    api.post("/activities/" + id + "/tasks/a/complete", {{u"worker_id"_s, u"bot-1"_s}});
    const RawAnswer answer =
        api.call("POST", "/activities/" + id + "/tasks/a/complete", "admin-token", R"({"worker_id": "bot-2"})");
    QCOMPARE(answer.status, 409);
    QVERIFY(answer.json()[u"detail"].toString().contains(u"bot-1"));
    const RawAnswer ended =
        api.call("POST", "/activities/" + id + "/tasks", "admin-token", R"({"tasks": [{"name": "b", "sla": "1h"}]})");
    QCOMPARE(ended.status, 409);
    QVERIFY(ended.json()[u"detail"].toString().contains(u"COMPLETED"));
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRefusals::unknownThingsAreNotFound()
{
    ApiFixture api;
    const QByteArray id = api.makeActivity();
    for (const char *path : {"/activities/act-0000000000001", "/activities/x", "/activities/x/tasks", "/activities/x/events",
                             "/workers/nobody", "/activities/x/tasks/y"})
        QCOMPARE(api.call("GET", path, "admin-token").status, 404);
    QCOMPARE(api.call("GET", "/activities/" + id + "/tasks/none", "admin-token").status, 404);
    QCOMPARE(api.call("POST", "/alerts/alr-0000000000001/ack", "admin-token").status, 404);
    QCOMPARE(api.call("POST", "/alerts/x/ack", "admin-token").status, 404);
    QCOMPARE(api.call("GET", "/alerts/x", "admin-token").status, 404);
    QCOMPARE(api.call("DELETE", "/workers/nobody", "admin-token").status, 404);
    QCOMPARE(api.call("POST", "/queue/reserve", "admin-token", R"({"worker_id": "nobody"})").status, 404);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRefusals::everyRouteChecksTheRole()
{
    ApiFixture api;
    const QStringList roles{u"viewer"_s, u"worker"_s, u"clerk"_s, u"supervisor"_s, u"admin"_s};
    QStringList written = openToAll;
    const QJsonObject paths = api.description()[u"paths"].toObject();
    for (qsizetype role = 0; role < roles.size(); ++role) {
        for (const QString &route : lowestRole[role].simplified().split(u", "_s)) {
            written.append(route);
            const QString method = route.section(u' ', 0, 0);
            const QString path = pathOf(route.section(u' ', 1));
            const QJsonValue operation = paths[path][method];
            const QString first = operation[u"description"].toString().section(u'.', 0, 0);
            QCOMPARE(route + first, route + u"Role %1 or above"_s.arg(roles[role]));
            if (role == 0)
                continue; // every token
            QString example = path;
            if (path == u"/api/v1/workers/{id}")
                example.replace(u"{id}"_s, u"bot-1"_s); // what a worker says there it says of itself
            example.replace(QRegularExpression(u"\\{\\w+\\}"_s), u"x"_s);
            const QByteArray body = operation[u"requestBody"].isObject() ? QByteArray("{}") : QByteArray();
            const auto status = [&](const QString &name) {
                return api.call(method.toUpper().toLatin1(), '/' + example.toLatin1(), name.toLatin1() + "-token", body)
                    .status;
            };
            QVERIFY2(status(roles[role - 1]) == 403, qPrintable(route));
            QVERIFY2(status(roles[role]) != 403, qPrintable(route));
        }
    }
    for (const QString &path : paths.keys()) {
        for (const QString &method : paths[path].toObject().keys())
            QVERIFY2(written.removeOne(method + u' ' + nameOf(path)), qPrintable(method + u' ' + path));
    }
    QCOMPARE(written, QStringList());
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRefusals::workerTokenActsForItsOwnWorkerOnly()
{
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    api.makeWorker(u"bot-2"_s, {u"s"_s});
    const QByteArray id = api.makeActivity({u"a"_s, u"b"_s}, u"s"_s);
    QCOMPARE(api.call("POST", "/queue/reserve", "worker-token", R"({"worker_id": "bot-2"})").status, 403);
    const RawAnswer leased = api.call("POST", "/queue/reserve", "worker-token", R"({"worker_id": "bot-1"})");
    QCOMPARE(leased.status, 200);
    const QJsonObject lease = leased.json()[u"items"][0].toObject();
    const QByteArray task = "/activities/" + id + "/tasks/" + lease[u"name"].toString().toLatin1();
    QCOMPARE(api.call("POST", task + "/complete", "worker-token", R"({"worker_id": "bot-2"})").status, 403);
    const QJsonObject item{
        {u"task_id"_s, lease[u"task_id"]}, {u"worker_id"_s, u"bot-2"_s}, {u"lease_token"_s, lease[u"lease_token"]}};
    const RawAnswer many = api.call("POST", "/queue/complete", "worker-token", jsonText({{u"items"_s, QJsonArray{item}}}));
    QCOMPARE(many.json()[u"items"][0][u"error"][u"status"].toInt(), 403);
    QCOMPARE(api.call("POST", task + "/complete", "worker-token", R"({"worker_id": "bot-1"})").status, 200);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRefusals::badTokensAreRefused_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("none") << QByteArray("");
    QTest::newRow("unknown") << QByteArray("Authorization: Bearer nonsense\r\n");
    QTest::newRow("empty") << QByteArray("Authorization: Bearer \r\n");
    QTest::newRow("basic") << QByteArray("Authorization: Basic YTpi\r\n");
    QTest::newRow("no scheme") << QByteArray("Authorization: admin-token\r\n");
    QTest::newRow("two") << QByteArray("Authorization: Bearer admin-token\r\nAuthorization: Bearer admin-token\r\n");
    QTest::newRow("SQL") << QByteArray("Authorization: Bearer ' or 1=1 --\r\n");
    QTest::newRow("almost the operator's") << QByteArray("Authorization: Bearer operator-secre\r\n");
}

void TestRefusals::badTokensAreRefused()
{
    QFETCH(QByteArray, field);
    static ApiFixture api;
    RawClient client(api.port());
    client.send(request("GET", "/api/v1/stats", {}, field));
    const auto answer = client.read();
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
    QVERIFY(answer->fields.value("www-authenticate").startsWith("Bearer"));
    QCOMPARE(answer->fields.value("content-type"), QByteArray("application/problem+json"));
}

// An artefact may have 25 MiB; nobody has them read without a token.
void TestRefusals::badTokenIsRefusedBeforeTheBodyIsSent()
{
    ApiFixture api;
    const QByteArray id = api.makeActivity({u"a"_s});
    RawClient client(api.port());
    client.send("PUT /api/v1/activities/" + id
                + "/tasks/a/artefacts/x HTTP/1.1\r\nHost: a\r\nContent-Length: 20000000\r\n"
                  "Authorization: Bearer guess\r\n\r\n");
    const auto answer = client.read(); // not a byte of the body was sent
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
    QVERIFY(answer->fields.contains("www-authenticate"));
}

void TestRefusals::expiredTokenIsRefused()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    const QString now = api.get("/stats")[u"now"].toString();
    const QString soon = QDateTime::fromString(now, Qt::ISODateWithMs).addSecs(60).toString(Qt::ISODateWithMs);
    const QByteArray secret =
        api.post("/tokens", {{u"name"_s, u"short"_s}, {u"role"_s, u"viewer"_s}, {u"expires_at"_s, soon}})[u"token"]
            .toString()
            .toLatin1();
    QCOMPARE(api.call("GET", "/stats", secret).status, 200);
    api.post("/sandbox/advance", {{u"by"_s, u"1m"_s}});
    QCOMPARE(api.call("GET", "/stats", secret).status, 401); // though it is still remembered
}

static ApiSettings ofFiveRequests() // for each caller
{
    ApiSettings settings;
    settings.limits.loopback = {1000, 1000, 0.001, 5};
    return settings;
}

void TestRefusals::tooManyRequestsAreRefused()
{
    ApiFixture api(ApiFixture::ClockKind::Real, ofFiveRequests());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(api.call("GET", "/stats", "viewer-token").status, 200);
    const RawAnswer answer = api.call("GET", "/stats", "viewer-token");
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.fields.contains("retry-after"));
    QCOMPARE(api.call("GET", "/stats", "clerk-token").status, 200); // others are not concerned
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRefusals::strangersAreLimitedBeforeTheirWorkIsDone()
{
    ApiFixture api(ApiFixture::ClockKind::Real, ofFiveRequests());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(api.call("GET", "//readyz", "").status, 200);
    QCOMPARE(api.call("GET", "//readyz", "").status, 429);
    QCOMPARE(api.call("GET", "//healthz", "").status, 200); // who looks in is counted by what is looked at
    for (int i = 0; i < 5; ++i)
        QCOMPARE(api.call("GET", "//t/guess", "").status, 404);
    const RawAnswer page = api.call("GET", "//t/guess", ""); // read by people
    QCOMPARE(page.status, 429);
    QVERIFY(page.fields["content-type"].startsWith("text/html"));
    QCOMPARE(api.call("GET", "/stats", "viewer-token").status, 200);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(api.call("GET", "/stats", "guess").status, 401);
    QCOMPARE(api.call("GET", "/stats", "guess").status, 429);
    QCOMPARE(api.call("GET", "/stats", "clerk-token").status, 429); // not known yet, and not looked up
    QCOMPARE(api.call("GET", "/stats", "viewer-token").status, 200);
    QCOMPARE(api.call("GET", "/stats", "operator-secret").status, 200);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestRefusals::fuzzedJsonNeverCausesADefect()
{
    // Valid bodies with pieces replaced; the seed is fixed: a failure can be repeated.
    std::mt19937 random(311);
    const QByteArrayList pieces{"null",          "-1",          "1e999",
                                "\"\"",          "[]",          "{}",
                                "true",          "\"\\ud800\"", "99999999999999999999",
                                "\"a\\u0000b\"", "\"';--\"",    "\"\xff\"",
                                "[[[[]]]]",      "0.5",         "\"" + QByteArray(5000, 'x') + '"'};
    const QByteArrayList wholes{
        R"({"citizen_id": "c", "intent": "i", "sla": "1h", "priority": 5, "metadata": {"k": [1]}, "tasks": [{"name": "t", "sla": "1h", "needs": []}]})",
        R"({"worker_id": "bot-1", "max": 3, "wait_s": 0, "lease_s": 60})",
        R"({"items": [{"task_id": "tsk-0000000000001", "lease_token": 1, "worker_id": "bot-1", "result": {}}]})",
        R"({"name": "w", "id": "w", "kind": "bot", "skills": {"s": 3}, "channel": "email:a@b.c", "pools": ["p"], "capacity": 3})"};
    const QByteArrayList paths{"/activities", "/queue/reserve", "/queue/complete", "/workers"};
    ApiFixture api;
    api.makeWorker(u"bot-1"_s, {u"s"_s});
    for (int round = 0; round < 400; ++round) {
        const auto which = static_cast<qsizetype>(random() % 4);
        QByteArray body = wholes[which];
        for (int changes = 1 + static_cast<int>(random() % 2); changes > 0; --changes) {
            const auto from = static_cast<qsizetype>(random() % static_cast<unsigned>(body.size()));
            const qsizetype value = body.indexOf(": ", from);
            const qsizetype end = body.indexOf(", ", value);
            if (random() % 4 == 0 || value < 0 || end < 0)
                body.remove(from, 1 + static_cast<qsizetype>(random() % 5));
            else
                body.replace(value + 2, end - value - 2,
                             pieces[static_cast<qsizetype>(random() % static_cast<unsigned>(pieces.size()))]);
        }
        const int status = api.call("POST", paths[which], "admin-token", body).status;
        QVERIFY2(status == 200 || status == 201 || (status >= 400 && status < 500), body.constData());
    }
    QCOMPARE(api.get("/audit/verify")[u"ok"].toBool(), true);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestRefusals)

} // namespace hmsact::refusals_test

#include "refusals.moc"
