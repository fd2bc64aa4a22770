// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>
#include <QXmlStreamReader>

namespace hmsact::open311_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// GeoReport v2: intents are services, activities are requests, in JSON and in XML.
class TestOpen311 : public QObject
{
    Q_OBJECT

private slots:
    void intentsAreServices();
    void aReportBecomesAnActivity();
    void whoReportedIsToldToNobody();
    void requestsAreFound();
    void whatFailedIsNotDone();
    void longListsGoOn();
    void aKeyMayStandInTheForm();
    void badReportsChangeNothing_data();
    void badReportsChangeNothing();
    void refusalsAreGeoReports_data();
    void refusalsAreGeoReports();
    void saidTwiceItIsOneRequest();
    void hostileTextsStayText();
};

static const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n";

static void offerLamp(ApiFixture &api)
{
    api.post("/intents",
             {{u"name"_s, u"lamp"_s},
              {u"title"_s, u"A lamp is dark"_s},
              {u"description"_s, u"It flickers"_s},
              {u"sla"_s, u"2d"_s},
              {u"tasks"_s,
               QJsonArray{QJsonObject{{u"name"_s, u"look"_s}, {u"sla"_s, u"4h"_s}},
                          QJsonObject{{u"name"_s, u"mend"_s}, {u"sla"_s, u"1d"_s}}}}});
}

static RawAnswer report(ApiFixture &api, const QByteArray &body, const QByteArray &fields = form)
{
    return api.call("POST", "//open311/v2/requests.json", "supervisor-token", body, fields);
}

static QString idOf(const RawAnswer &received) { return received.list().at(0)[u"service_request_id"].toString(); }

static QJsonObject requestAt(ApiFixture &api, const QString &id)
{
    return api.call("GET", "//open311/v2/requests/" + id.toLatin1() + ".json", "viewer-token").list().at(0).toObject();
}

// Of a document whose elements hold texts: "services/service/service_code=lamp". Empty when it is not well-formed.
static QStringList leaves(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    QStringList path;
    QStringList found;
    QString text;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            path.append(reader.name().toString());
            text.clear();
            break;
        case QXmlStreamReader::Characters:
            text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            found.append(path.join(u'/') + u'=' + text);
            path.removeLast();
            text.clear();
            break;
        default:
            break;
        }
    }
    return reader.hasError() ? QStringList() : found;
}

void TestOpen311::intentsAreServices()
{
    ApiFixture api;
    QCOMPARE(api.call("GET", "//open311/v2/services.json", "viewer-token").body, QByteArray("[]"));
    offerLamp(api);
    const QJsonArray services = api.call("GET", "//open311/v2/services.json?jurisdiction_id=x", "viewer-token").list();
    QCOMPARE(services.size(), 1);
    QCOMPARE(services[0][u"service_code"].toString(), u"lamp"_s);
    QCOMPARE(services[0][u"service_name"].toString(), u"A lamp is dark"_s);
    QCOMPARE(services[0][u"metadata"], QJsonValue(false));
    const RawAnswer xml = api.call("GET", "//open311/v2/services.xml", "viewer-token");
    QCOMPARE(xml.fields.value("content-type"), QByteArray("text/xml; charset=utf-8"));
    QCOMPARE(
        leaves(xml.body).join(u' '),
        u"services/service/service_code=lamp services/service/service_name=A lamp is dark services/service/description=It "
        "flickers services/service/metadata=false services/service/type=realtime services/service/keywords= "
        "services/service/group= services/service= services="_s);
    QCOMPARE(api.call("GET", "//open311/v2/services/lamp.json", "viewer-token").body,
             QByteArray(R"({"attributes":[],"service_code":"lamp"})"));
    QCOMPARE(leaves(api.call("GET", "//open311/v2/services/lamp.xml", "viewer-token").body).join(u' '),
             u"service_definition/service_code=lamp service_definition/attributes= service_definition="_s);
    QCOMPARE(api.call("GET", "//open311/v2/services/moon.json", "viewer-token").status, 404);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOpen311::aReportBecomesAnActivity()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    offerLamp(api);
    const RawAnswer received = report(
        api,
        "service_code=lamp&description=It+is%0D%0Adark&lat=47.5&long=-122.25&address_string=5+Main+St&account_id=acc-7"
        "&email=&attribute[pole]=17&attribute[sides][]=left&attribute[sides][]=right&jurisdiction_id=here");
    QCOMPARE(received.status, 201);
    QCOMPARE(received.list().size(), 1);
    QCOMPARE(received.list().at(0)[u"account_id"].toString(), u"acc-7"_s);
    const QJsonObject activity = api.get("/activities/" + idOf(received).toLatin1());
    QCOMPARE(activity[u"citizen_id"].toString(), u"acc-7"_s);
    QCOMPARE(activity[u"intent"].toString(), u"lamp"_s);
    QCOMPARE(activity[u"tasks"].toArray().size(), 2);
    const QJsonValue said = activity[u"metadata"][u"open311"];
    QCOMPARE(said[u"attributes"][u"pole"].toString(), u"17"_s);
    QCOMPARE(said[u"attributes"][u"sides"].toArray().size(), 2);
    QVERIFY(said[u"email"].isUndefined());
    QVERIFY(received.list().at(0)[u"service_notice"].toString().endsWith(activity[u"due_at"].toString()));

    QJsonObject request = requestAt(api, idOf(received));
    QCOMPARE(request[u"status"].toString(), u"open"_s);
    QCOMPARE(request[u"status_notes"].toString(), u"0 of 2 steps done"_s);
    QCOMPARE(request[u"service_name"].toString(), u"A lamp is dark"_s);
    QCOMPARE(request[u"description"].toString(), u"It is\r\ndark"_s);
    QCOMPARE(request[u"expected_datetime"], activity[u"due_at"]);
    QCOMPARE(request[u"lat"].toDouble(), 47.5);
    QCOMPARE(request[u"long"].toDouble(), -122.25);
    QCOMPARE(request[u"address"].toString(), u"5 Main St"_s);
    QVERIFY(request[u"updated_datetime"].isNull());

    const QByteArray path = "/activities/" + idOf(received).toLatin1();
    QCOMPARE(api.call("POST", path + "/tasks/look/complete", "supervisor-token", R"({"worker_id": "bot"})").status, 200);
    api.post("/sandbox/advance", {{u"by"_s, u"3d"_s}});
    QCOMPARE(requestAt(api, idOf(received))[u"status_notes"].toString(), u"1 of 2 steps done; late"_s);
    QCOMPARE(api.call("POST", path + "/cancel", "supervisor-token", R"({"reason": "it glows again"})").status, 200);
    request = requestAt(api, idOf(received));
    QCOMPARE(request[u"status"].toString(), u"closed"_s);
    QCOMPARE(request[u"status_notes"].toString(), u"Cancelled: it glows again"_s);
    QVERIFY(!request[u"updated_datetime"].toString().isEmpty());
    const QString id = api.call("GET", "//open311/v2/tokens/" + idOf(received).toLatin1() + ".json", "viewer-token")
                           .list()
                           .at(0)[u"service_request_id"]
                           .toString();
    QCOMPARE(id, idOf(received));
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOpen311::whoReportedIsToldToNobody()
{
    ApiFixture api;
    offerLamp(api);
    const QString id = idOf(
        report(api, "service_code=lamp&email=jo%40example.org&first_name=Josephine&phone=555-0100&device_id=her-phone"));
    QCOMPARE(api.get("/activities/" + id.toLatin1())[u"citizen_id"].toString(), u"jo@example.org"_s);
    const QString again = idOf(report(api, "service_code=lamp&account_id=+&email=+jo%40example.org+"));
    QCOMPARE(api.get("/activities/" + again.toLatin1())[u"citizen_id"].toString(), u"jo@example.org"_s);
    QCOMPARE(api.get("/activities/" + idOf(report(api, "service_code=lamp")).toLatin1())[u"citizen_id"].toString(),
             u"anonymous"_s);
    for (const char *path : {"//open311/v2/requests.json", "//open311/v2/requests.xml"}) {
        const QByteArray told = api.call("GET", path, "viewer-token").body;
        QVERIFY(told.contains(id.toLatin1()));
        for (const char *secret : {"jo@", "Josephine", "555-0100", "her-phone", "anonymous"})
            QVERIFY2(!told.contains(secret), secret);
    }
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOpen311::requestsAreFound()
{
    ApiFixture api(ApiFixture::ClockKind::Virtual);
    offerLamp(api);
    api.post("/intents", {{u"name"_s, u"road"_s}, {u"sla"_s, u"300d"_s}});
    QStringList ids; // one each forty days
    QStringList times;
    for (const char *service : {"lamp", "road", "lamp", "road"}) {
        ids.append(idOf(report(api, QByteArray("service_code=") + service)));
        times.append(requestAt(api, ids.last())[u"requested_datetime"].toString());
        api.clock().set(api.clock().nowMs() + 40 * domain::limits::msPerDay);
    }
    api.post("/activities/" + ids[2].toLatin1() + "/cancel", {{u"reason"_s, u"x"_s}});
    const auto found = [&](const QString &query) {
        QString which;
        for (const QJsonValue &one : api.call("GET", "//open311/v2/requests.json" + query.toLatin1(), "viewer-token").list())
            which += QString::number(ids.indexOf(one[u"service_request_id"].toString()));
        return which;
    };
    QCOMPARE(found({}), u"32"_s); // of 90 days, the newest first
    const QString since = u"?start_date="_s + times[0];
    QCOMPARE(found(since), u"3210"_s);
    QCOMPARE(found(since + u"&status=open"_s), u"310"_s);
    QCOMPARE(found(since + u"&status=closed"_s), u"2"_s);
    QCOMPARE(found(since + u"&status=open,closed"_s), u"3210"_s);
    QCOMPARE(found(since + u"&service_code=road"_s), u"31"_s);
    QCOMPARE(found(since + u"&service_code=road,lamp"_s), u"3210"_s);
    QCOMPARE(found(since + u"&end_date="_s + times[1]), u"10"_s);
    QCOMPARE(found(u"?end_date="_s + times[2]), u"210"_s);
    const QString lastDay = times[3].left(10);
    QCOMPARE(found(u"?start_date="_s + lastDay), u"3"_s);
    QCOMPARE(found(u"?start_date="_s + lastDay + u"&end_date="_s + lastDay), u"3"_s);
    QCOMPARE(found(since + u"&end_date=2099-12-31"_s), u"3210"_s);
    QCOMPARE(found(u"?start_date=2099-12-31"_s), QString());
    QCOMPARE(found(u"?status=closed&service_request_id=act-9,x,"_s + ids[0] + u',' + ids[1]), u"10"_s);
    QCOMPARE(found(u"?service_request_id=x"_s), QString());
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOpen311::whatFailedIsNotDone()
{
    ApiFixture api;
    api.post("/intents",
             {{u"name"_s, u"a, b"_s},
              {u"sla"_s, u"2d"_s},
              {u"tasks"_s,
               QJsonArray{QJsonObject{{u"name"_s, u"look"_s}, {u"sla"_s, u"4h"_s}, {u"max_attempts"_s, 1}},
                          QJsonObject{{u"name"_s, u"mend"_s}, {u"sla"_s, u"1d"_s}}}}});
    const QString id = idOf(report(api, "service_code=a,+b"));
    const QByteArray task = "/activities/" + id.toLatin1() + "/tasks/look";
    api.makeWorker(u"bot"_s, {u"look"_s});
    api.post("/queue/reserve", {{u"worker_id"_s, u"bot"_s}});
    QCOMPARE(api.call("POST", task + "/fail", "supervisor-token", R"({"worker_id": "bot", "reason": "x"})").status, 200);
    QCOMPARE(requestAt(api, id)[u"status_notes"].toString(), u"0 of 2 steps done"_s);
    QCOMPARE(api.call("GET", "//open311/v2/requests.json?service_code=a,+b", "viewer-token").list().size(), 1);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOpen311::longListsGoOn()
{
    ApiFixture api;
    offerLamp(api);
    QSet<QString> ids;
    for (int i = 0; i < 5; ++i)
        ids.insert(idOf(report(api, "service_code=lamp")));
    QSet<QString> found;
    QByteArray path = "//open311/v2/requests.json?limit=2&service_code=lamp&api_key=viewer-token";
    int pages = 0;
    while (!path.isEmpty()) {
        const RawAnswer page = api.call("GET", path, "");
        QCOMPARE(page.status, 200);
        for (const QJsonValue &one : page.list())
            found.insert(one[u"service_request_id"].toString());
        const QByteArray link = page.fields.value("link");
        QVERIFY(!link.contains("api_key"));
        path = link.isEmpty() ? QByteArray() : '/' + link.mid(1, link.indexOf('>') - 1) + "&api_key=viewer-token";
        ++pages;
    }
    QCOMPARE(pages, 3);
    QCOMPARE(found, ids);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOpen311::aKeyMayStandInTheForm()
{
    ApiFixture api;
    offerLamp(api);
    const QByteArray path = "//open311/v2/requests.xml";
    const RawAnswer made = api.call("POST", path, "", "service_code=lamp&api_key=supervisor-token", form);
    QCOMPARE(made.status, 201);
    QVERIFY(leaves(made.body).first().startsWith(u"service_requests/request/service_request_id=act-"));
    const QByteArrayList before = api.rows();
    QCOMPARE(api.call("POST", path, "", "service_code=lamp", form).status, 401);
    QCOMPARE(api.call("POST", path, "", "service_code=lamp&api_key=wrong", form).status, 401);
    QCOMPARE(api.call("POST", path, "", "service_code=lamp&api_key=clerk-token", form).status, 403);
    QCOMPARE(api.call("POST", path, "clerk-token", "service_code=lamp&api_key=supervisor-token", form).status, 403);
    QCOMPARE(api.call("POST", path, "", "service_code=%zz", form).status, 401); // before anything else is said of it
    QCOMPARE(api.call("POST", path, "", "service_code=lamp&api_key=supervisor-token", form + "Authorization: Basic eA==\r\n")
                 .status,
             401);
    QCOMPARE(api.rows(), before);
    QCOMPARE(api.call("GET", "//open311/v2/services.json?api_key=viewer-token", "").status, 200);
    QCOMPARE(api.call("GET", "/activities?api_key=viewer-token", "").status, 401); // nowhere else
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOpen311::badReportsChangeNothing_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("description");
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &description, int status = 400) {
        QTest::newRow(name) << body << status << description;
    };
    row("no service", "description=x", "service_code: ");
    row("no such service", "service_code=moon", "service_code: there is no", 404);
    row("half a place", "service_code=lamp&lat=4", "long: ");
    row("no number", "service_code=lamp&lat=north&long=4", "lat: must be degrees");
    row("nan", "service_code=lamp&lat=nan&long=4", "lat: must be degrees");
    row("not on earth", "service_code=lamp&lat=91&long=4", "lat: must be degrees");
    row("unknown field", "service_code=lamp&colour=red", "colour: ");
    row("said twice", "service_code=lamp&description=a&description=b", "description: given twice");
    row("too long", "service_code=lamp&description=" + QByteArray(4001, 'x'), "description: ");
    row("two lines", "service_code=lamp&email=a%0Ab", "email: ");
    row("no address", "service_code=lamp&media_url=javascript:alert(1)", "media_url: ");
    row("broken escape", "service_code=%zz", "decoded");
    row("cut off", "service_code=lamp&description=x%e2%82", "decoded");
    row("not UTF-8", "service_code=lamp&description=%ff", "decoded");
    row("nul", "service_code=lamp&description=a%00b", "decoded");
    row("control", "service_code=lamp&description=%01", "description: ");
}

void TestOpen311::badReportsChangeNothing()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, description);
    static ApiFixture api;
    offerLamp(api);
    const QByteArrayList before = api.rows();
    const RawAnswer refused = report(api, body);
    QCOMPARE(refused.status, status);
    QCOMPARE(refused.list().at(0)[u"code"].toInt(), status);
    QVERIFY2(refused.list().at(0)[u"description"].toString().toUtf8().contains(description), refused.body.constData());
    QCOMPARE(api.rows(), before);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOpen311::refusalsAreGeoReports_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    const auto row = [](const char *method, const char *path, int status) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << status;
    };
    row("GET", "requests/act-1", 404); // no format
    row("GET", "nowhere", 404);
    row("GET", "requests/x", 404);
    row("GET", "tokens/x", 404);
    row("GET", "requests?status=half", 400);
    row("GET", "requests?start_date=yesterday", 400);
    row("GET", "requests?cursor=x", 400);
    row("GET", "requests?limit=0", 400);
    row("GET", "requests?limit=0&service_request_id=x", 400);
    row("GET", "requests?colour=red", 400);
    row("DELETE", "requests", 405);
    row("POST", "requests", 415);
}

void TestOpen311::refusalsAreGeoReports()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    static ApiFixture api;
    for (const QByteArray &ending : {QByteArray(".json"), QByteArray(".xml")}) {
        QByteArray full = "//open311/v2/" + path;
        if (path != "requests/act-1")
            full.insert(full.contains('?') ? full.indexOf('?') : full.size(), ending);
        const RawAnswer refused = api.call(method, full, "admin-token", method == "POST" ? "{}" : "");
        QCOMPARE(refused.status, status);
        if (full.contains(".xml"))
            QCOMPARE(leaves(refused.body).first(), u"errors/error/code=%1"_s.arg(status));
        else
            QCOMPARE(refused.list().at(0)[u"code"].toInt(), status);
    }
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOpen311::saidTwiceItIsOneRequest()
{
    ApiFixture api;
    offerLamp(api);
    const QByteArray fields = form + "Idempotency-Key: k1\r\n";
    const RawAnswer first = report(api, "service_code=lamp&account_id=a", fields);
    const RawAnswer second = report(api, "service_code=lamp&account_id=a", fields);
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QCOMPARE(first.body, second.body);
    QCOMPARE(api.call("GET", "//open311/v2/requests.json", "viewer-token").list().size(), 1);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestOpen311::hostileTextsStayText()
{
    ApiFixture api;
    offerLamp(api);
    const QByteArray text = "</description><status>closed</status> ]]> & <!--";
    QCOMPARE(report(api, "service_code=lamp&description=" + text.toPercentEncoding()).status, 201);
    // Metadata of other callers may hold what XML cannot.
    QJsonObject other{{u"citizen_id"_s, u"c"_s}, {u"intent"_s, u"lamp"_s}, {u"sla"_s, u"1h"_s}};
    for (const QJsonValue &odd : {QJsonValue(QJsonObject{{u"description"_s, 5}, {u"lat"_s, u"x"_s}}), QJsonValue(u"x"_s),
                                  QJsonValue(QJsonObject{{u"description"_s, u"a\u0001b"_s}})}) {
        other.insert(u"metadata"_s, QJsonObject{{u"open311"_s, odd}});
        api.post("/activities", other);
    }
    const QStringList found = leaves(api.call("GET", "//open311/v2/requests.xml", "viewer-token").body);
    QVERIFY(found.contains(u"service_requests/request/description="_s + QString::fromUtf8(text)));
    QCOMPARE(found.count(u"service_requests/request/description="_s), 2);
    QVERIFY(found.contains(u"service_requests/request/description=a\ufffdb"_s));
    QCOMPARE(found.filter(u"/status=closed"_s).size(), 0);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestOpen311)

} // namespace hmsact::open311_test

#include "open311.moc"
