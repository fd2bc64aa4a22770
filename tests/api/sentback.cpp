// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace hmsact::sentback_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// What was read can be changed in one field and sent back, whole.
class TestSentBack : public QObject
{
    Q_OBJECT

private slots:
    void whatWasReadIsTaken_data();
    void whatWasReadIsTaken();
};

// Each is set by POST and has no null where it need not.
void TestSentBack::whatWasReadIsTaken_data()
{
    QTest::addColumn<QByteArray>("all");
    QTest::addColumn<QByteArray>("made"); // what POST says; without it the one of that key is made by the same PUT
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("key"); // the field that the path says
    QTest::addColumn<QString>("changed");
    QTest::addColumn<QJsonValue>("to");
    QTest::newRow("a rule") << QByteArray("/escalations/rules")
                            << QByteArray(
                                   R"({"name": "late", "when": "unassigned", "threshold": "2h", "scope": {"skill": "dig"},
                                   "steps": [{"then": "reassign", "to": "crew", "notify": ["slack:#a"]}]})")
                            << QByteArray("PUT") << u"/escalations/rules/{id}"_s << u"id"_s << u"name"_s
                            << QJsonValue(u"later"_s);
    QTest::newRow("an intent") << QByteArray("/intents")
                               << QByteArray(R"({"name": "lamp", "sla": "2d", "tasks": [{"name": "look", "sla": "4h"},
                                   {"name": "mend", "sla": "1d", "skill": "crew", "review": "human", "needs": ["look"]}]})")
                               << QByteArray("PUT") << u"/intents/{name}"_s << u"name"_s << u"title"_s
                               << QJsonValue(u"A lamp is dark"_s);
    QTest::newRow("a calendar") << QByteArray("/calendars")
                                << QByteArray(R"({"name": "office", "time_zone": "UTC", "hours": {"monday": ["09:00-17:00"]},
                                   "holidays": [{"date": "2026-12-25"}]})")
                                << QByteArray("PUT") << u"/calendars/{name}"_s << u"name"_s << u"time_zone"_s
                                << QJsonValue(u"Europe/Madrid"_s);
    QTest::newRow("a worker") << QByteArray("/workers")
                              << QByteArray(R"({"name": "Ann", "skills": ["dig"], "leave": [{"from": "2030-01-01T00:00:00Z",
                                   "to": "2030-01-08T00:00:00Z"}]})")
                              << QByteArray("PATCH") << u"/workers/{id}"_s << u"id"_s << u"capacity"_s << QJsonValue(7);
    QTest::newRow("a user") << QByteArray("/users") << QByteArray() << QByteArray("PUT") << u"/users/{login}"_s << u"login"_s
                            << u"role"_s << QJsonValue(u"clerk"_s);
}

void TestSentBack::whatWasReadIsTaken()
{
    QFETCH(const QByteArray, all);
    QFETCH(const QByteArray, made);
    QFETCH(const QByteArray, method);
    QFETCH(const QString, route);
    QFETCH(const QString, key);
    QFETCH(const QString, changed);
    QFETCH(const QJsonValue, to);
    ApiFixture api;
    const QByteArray name =
        made.isEmpty() ? "ann" : api.post(all, QJsonDocument::fromJson(made).object())[key].toString().toUtf8();
    const QByteArray one = all + '/' + name;
    const auto send = [&](const QJsonObject &body) {
        return api.call(method, one, "admin-token", jsonText(body));
    };
    if (made.isEmpty())
        QCOMPARE(send({{changed, u"viewer"_s}}).status, 200);
    QJsonObject read = api.get(one);
    read[changed] = to;
    const SchemaValidator validator(api.description());
    const QJsonValue operation = api.description()[u"paths"][u"/api/v1"_s + route][QString::fromLatin1(method.toLower())];
    const QJsonValue schema = operation[u"requestBody"][u"content"][u"application/json"][u"schema"];
    QCOMPARE(validator.validate(read, schema.toObject()).join(u'\n'), QString());
    const RawAnswer sent = send(read);
    QVERIFY2(sent.status == 200, sent.body.constData());
    const QJsonObject after = api.get(one);
    for (const QString &field : after.keys()) {
        if (field != u"version" && field != u"updated_at" && field != u"last_evaluated_at")
            QVERIFY2(after[field] == read[field], qPrintable(field));
    }
    if (method == "PUT" && read.contains(u"version")) // it was read before the change
        QCOMPARE(send(read).status, 409);
    if (!made.isEmpty()) // which makes one of that name, or changes it
        QCOMPARE(api.call("POST", all, "admin-token", jsonText(after)).status, 200);

    QJsonObject others = api.get(one);
    others[key] = u"another's"_s;
    others[u"zeal"_s] = 1;
    const RawAnswer refused = send(others);
    QCOMPARE(refused.status, 422);
    QStringList pointers;
    for (const QJsonValue &error : refused.json()[u"errors"].toArray())
        pointers << error[u"pointer"].toString();
    QCOMPARE(pointers, QStringList({u'/' + key, u"/zeal"_s}));
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestSentBack)

} // namespace hmsact::sentback_test

#include "sentback.moc"
