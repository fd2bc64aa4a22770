// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

namespace hmsact::description_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// openapi.json says what is there, all of it and nothing else; and what was promised to those outside is there.
class TestDescription : public QObject
{
    Q_OBJECT

private slots:
    void whatIsDescribedIsServed();
    void whatIsTooLongIsDescribed();
    void whatIsPromisedIsDescribed_data();
    void whatIsPromisedIsDescribed();
    void whatIsNotDescribedIsNotServed_data();
    void whatIsNotDescribedIsNotServed();
    void everyReferenceAndFieldIsExplained();
    void whatMayBeSaidOtherwiseIsDescribed_data();
    void whatMayBeSaidOtherwiseIsDescribed();
    void whatMakesSomethingTakesAKeyOrSaysWhyNot();
};

void TestDescription::whatIsDescribedIsServed()
{
    ApiFixture api;
    int operations = 0;
    const QJsonObject paths = api.description()[u"paths"].toObject();
    for (const QString &path : paths.keys()) {
        const QJsonObject methods = paths[path].toObject();
        for (const QString &method : methods.keys()) {
            ++operations;
            // Whatever is wrong with such a call, it is not the address. Without a token the answer is 401, where there is
            // no need of one 200.
            QString example = path;
            example.replace(u"{id}"_s, u"x"_s)
                .replace(u"{name}"_s, u"x"_s)
                .replace(u"{file}"_s, u"x"_s)
                .replace(u"{code}"_s, u"x"_s);
            const QByteArray body = methods[method][u"requestBody"].isObject() ? QByteArray("{}") : QByteArray();
            const RawAnswer answer = api.call(method.toUpper().toLatin1(), '/' + example.toLatin1(), "", body);
            const bool isOpen = methods[method][u"security"].isArray();
            int expected = isOpen ? 200 : 401;
            if (path == u"/t/{signed}") // open to who has a link, which this is not; and an answer is a form, not JSON
                expected = method == u"get" ? 404 : 415;
            QVERIFY2(answer.status == expected, qPrintable(method + path + u' ' + QString::number(answer.status)));
        }
    }
    QVERIFY(operations > 60);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestDescription::whatIsTooLongIsDescribed()
{
    ApiFixture api;
    QCOMPARE(api.call("GET", "/activities?q=" + QByteArray(9000, 'a'), "admin-token").status, 414);
    QCOMPARE(api.call("GET", "/activities", QByteArray(40'000, 't')).status, 431);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

// The table that clients are written against.
void TestDescription::whatIsPromisedIsDescribed_data()
{
    QTest::addColumn<QByteArrayList>("methods");
    const auto path = [](const QByteArray &text, const QByteArrayList &methods) {
        QTest::newRow(text.constData()) << methods;
    };
    path("/activities", {"post", "get"});
    path("/activities/{id}", {"get"});
    path("/activities/{id}/cancel", {"post"});
    path("/activities/{id}/fail", {"post"});
    path("/activities/{id}/tasks", {"post", "get"});
    path("/activities/{id}/tasks/{name}", {"get"});
    for (const char *action : {"complete", "fail", "heartbeat", "release", "opt-in", "decline", "hold", "resume", "retry",
                               "skip", "reassign", "approve", "send-back", "comment"})
        path(QByteArray("/activities/{id}/tasks/{name}/") + action, {"post"});
    path("/activities/{id}/tasks/{name}/artefacts/{file}", {"put", "get"});
    path("/activities/{id}/events", {"get"});
    path("/queue", {"get"});
    path("/queue/reserve", {"post"});
    path("/queue/complete", {"post"});
    path("/workers", {"post", "get"});
    path("/workers/{id}", {"get", "patch", "delete"});
    path("/escalations/rules", {"get", "post"});
    path("/escalations/rules/{id}", {"get", "put", "delete"});
    path("/escalations/dry-run", {"post"});
    path("/alerts", {"get"});
    path("/alerts/{id}/ack", {"post"});
    path("/intents", {"get", "post"});
    path("/intents/{name}", {"get", "put", "delete"});
    path("/calendars", {"get", "post"});
    path("/users", {"get"});
    path("/users/{login}", {"get", "put", "delete"});
    path("/notifications", {"get"});
    path("/notifications/{id}/resend", {"post"});
    path("/stats", {"get"});
    path("/stream", {"get"});
    path("/openapi.json", {"get"});
    path("//metrics", {"get"});
    path("//healthz", {"get"});
    path("//readyz", {"get"});
    path("//t/{signed}", {"get", "post"});
    for (const QByteArray &ending : {QByteArray(".json"), QByteArray(".xml")}) {
        path("//open311/v2/services" + ending, {"get"});
        path("//open311/v2/services/{code}" + ending, {"get"});
        path("//open311/v2/requests" + ending, {"get", "post"});
        path("//open311/v2/requests/{id}" + ending, {"get"});
        path("//open311/v2/tokens/{id}" + ending, {"get"});
    }
}

void TestDescription::whatIsPromisedIsDescribed()
{
    QFETCH(QByteArrayList, methods);
    static ApiFixture api;
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QString path = name.startsWith(u"//") ? name.mid(1) : u"/api/v1"_s + name;
    const QJsonObject described = api.description()[u"paths"].toObject()[path].toObject();
    for (const QByteArray &method : methods)
        QVERIFY2(described.contains(QString::fromLatin1(method)), method.constData());
}

// What comes one day, what there is only in a sandbox, and the neighbours of what there is.
void TestDescription::whatIsNotDescribedIsNotServed_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    const auto row = [](const char *path, const char *method = "GET", int status = 404) {
        QTest::newRow(path) << QByteArray(method) << status;
    };
    row("//open311/v2/services");
    row("//open311/v2/requests/x");
    row("/sandbox/advance", "POST");
    row("/people");
    row("/users/x/role");
    row("//");
    row("//t");
    row("//t/");
    row("//docs");
    row("//api/v2/activities");
    row("/activities/x/tasks/y/explode", "POST");
    row("/activities/x", "PATCH", 405);
    row("/queue/reserve", "GET", 405);
    row("//metrics", "POST", 405);
    row("//t/x", "DELETE", 405);
}

void TestDescription::whatIsNotDescribedIsNotServed()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    static ApiFixture api;
    const QByteArray name = QTest::currentDataTag();
    const QString path = QString::fromLatin1(name.startsWith("//") ? name.mid(1) : "/api/v1" + name);
    QVERIFY(!api.description()[u"paths"].toObject()[path].toObject().contains(QString::fromLatin1(method.toLower())));
    QCOMPARE(api.call(method, name, "admin-token").status, status);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

// Every reference leads somewhere (an unknown one ends the test), and each operation has a name of its own.
void TestDescription::everyReferenceAndFieldIsExplained()
{
    ApiFixture api;
    const SchemaValidator validator(api.description());
    QSet<QString> names;
    for (const QJsonValue &methods : api.description()[u"paths"].toObject()) {
        for (const QJsonValue &operation : methods.toObject()) {
            QVERIFY(!operation[u"summary"].toString().isEmpty());
            const QString name = operation[u"operationId"].toString();
            QVERIFY2(!name.isEmpty() && !names.contains(name), qPrintable(name));
            names.insert(name);
            for (const QJsonValue &response : operation[u"responses"].toObject())
                QVERIFY(!validator.resolved(response.toObject())[u"description"].toString().isEmpty());
        }
    }
}

// Filters and fields of the header, as they are promised.
void TestDescription::whatMayBeSaidOtherwiseIsDescribed_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::newRow("get /activities") << u"state intent citizen_id overdue q limit cursor"_s;
    QTest::newRow("post /activities") << u"Idempotency-Key"_s;
    QTest::newRow("post /activities/{id}/tasks") << u"Idempotency-Key"_s;
    QTest::newRow("get /queue") << u"state skill worker_id pool intent sla_state q sort limit cursor"_s;
    QTest::newRow("post /workers") << u"Idempotency-Key"_s;
    QTest::newRow("post /escalations/rules") << u"Idempotency-Key"_s;
    QTest::newRow("post /intents") << u"Idempotency-Key"_s;
    QTest::newRow("post /calendars") << u"Idempotency-Key"_s;
    QTest::newRow("get /stream") << u"Last-Event-ID"_s;
    for (const char *list : {"activities/{id}/events", "activities/{id}/tasks", "workers", "alerts", "escalations/rules",
                             "intents", "calendars", "notifications", "tokens", "users"})
        QTest::newRow((QByteArray("get /") + list).constData()) << u"limit cursor"_s;
}

void TestDescription::whatMayBeSaidOtherwiseIsDescribed()
{
    QFETCH(QString, parameters);
    static ApiFixture api;
    const QStringList name = QString::fromLatin1(QTest::currentDataTag()).split(u' ');
    QSet<QString> described;
    for (const QJsonValue &one : api.description()[u"paths"][u"/api/v1"_s + name[1]][name[0]][u"parameters"].toArray())
        described.insert(one[u"name"].toString());
    for (const QString &wanted : parameters.split(u' '))
        QVERIFY2(described.contains(wanted), qPrintable(wanted));
}

// Elsewhere a key is passed over, and what becomes of a repetition is told.
void TestDescription::whatMakesSomethingTakesAKeyOrSaysWhyNot()
{
    ApiFixture api;
    const auto operations = api.description()[u"paths"].toObject();
    QStringList without;
    for (auto path = operations.begin(); path != operations.end(); ++path) {
        const QJsonObject post = path.value()[u"post"].toObject();
        const QJsonArray parameters = post[u"parameters"].toArray();
        const bool takesKey = std::ranges::any_of(
            parameters, [](const QJsonValue &parameter) { return parameter[u"name"].toString() == u"Idempotency-Key"_s; });
        const bool isSaid = post[u"description"].toString().contains(u"again"_s);
        if (!takesKey && (isSaid || post[u"responses"].toObject().contains(u"201"_s)))
            without.append(isSaid ? path.key() : path.key() + u" silently"_s);
    }
    QCOMPARE(without.join(u' '), u"/api/v1/db/backup /api/v1/queue/complete /api/v1/queue/reserve"_s);
}

HMSACT_TEST(TestDescription)

} // namespace hmsact::description_test

#include "description.moc"
