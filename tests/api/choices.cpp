// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace hmsact::choices_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// Who says what is none of the choices hears which there are.
class TestChoices : public QObject
{
    Q_OBJECT

private slots:
    void inQueries();
    void inBodies_data();
    void inBodies();
};

// Of every parameter that has choices, as openapi.json says them.
void TestChoices::inQueries()
{
    ApiFixture api;
    int asked = 0;
    const QJsonObject paths = api.description()[u"paths"].toObject();
    for (const QString &path : paths.keys()) {
        if (!path.startsWith(u"/api/v1/"_s) || path.contains(u'{'))
            continue;
        for (const QJsonValue &parameter : paths[path][u"get"][u"parameters"].toArray()) {
            const QJsonObject schema = parameter[u"schema"].toObject();
            QStringList known = schema[u"type"] == u"boolean"_s ? QStringList{u"true"_s, u"false"_s} : QStringList();
            for (const QJsonValue &one : (schema.contains(u"items") ? schema[u"items"] : schema)[u"enum"].toArray()) {
                if (!one.toString().startsWith(u'-')) // the same the other way round
                    known << one.toString();
            }
            if (known.isEmpty())
                continue;
            ++asked;
            const QString name = parameter[u"name"].toString();
            const RawAnswer refused = api.call("GET", u"%1?%2=zeal"_s.arg(path.sliced(7), name).toLatin1(), "admin-token");
            QVERIFY2(refused.status == 422, qPrintable(path + name));
            QCOMPARE(refused.json()[u"errors"][0][u"pointer"].toString(), u'/' + name);
            QCOMPARE(refused.json()[u"errors"][0][u"detail"].toString(),
                     u"“zeal” is not one of the choices: "_s + known.join(u", "_s));
        }
    }
    QVERIFY(asked >= 10);
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

void TestChoices::inBodies_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("choices");
    const auto row = [](const char *pointer, const char *path, const char *body, const char *choices) {
        QTest::newRow(pointer) << QByteArray(path) << QByteArray(body) << QString::fromLatin1(choices);
    };
    row("/when", "/escalations/rules", R"({"when": "zeal", "then": "hold"})",
        "sla_breach, sla_warning, activity_sla_breach, activity_sla_warning, unassigned, stalled, task_failed, "
        "no_eligible_worker, queue_depth");
    row("/then", "/escalations/rules", R"({"when": "sla_breach", "then": "zeal", "notify": ["slack:#a"]})",
        "notify, reassign, raise_priority, hold, skip, cancel, fail");
    row("/steps/0/only", "/escalations/rules", R"({"when": "sla_breach", "steps": [{"then": "hold", "only": "zeal"}]})",
        "any, unclaimed, claimed");
    row("/kind", "/workers", R"({"name": "a", "skills": [], "kind": "zeal"})", "human, bot, agent");
    row("/role", "/tokens", R"({"name": "a", "role": "zeal"})", "viewer, worker, clerk, supervisor, admin");
    row("/confirmation", "/intents", R"({"name": "a", "sla": "1h", "confirmation": "zeal"})", "code, button");
    row("/tasks/0/review", "/intents",
        R"({"name": "a", "sla": "1h", "tasks": [{"name": "b", "sla": "1h", "review": "zeal"}]})", "none, human");
    row("/tasks/0/on_failure", "/intents",
        R"({"name": "a", "sla": "1h", "tasks": [{"name": "b", "sla": "1h", "on_failure": "zeal"}]})", "block, continue");
    row("/outcome", "/activities/act-0000000000001/tasks/a/fail", R"({"worker_id": "w", "reason": "r", "outcome": "zeal"})",
        "failed, abstained");
}

void TestChoices::inBodies()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, choices);
    static ApiFixture api;
    const RawAnswer refused = api.call("POST", path, "admin-token", body);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json()[u"errors"].toArray().size(), 1);
    QCOMPARE(refused.json()[u"errors"][0][u"pointer"].toString(), QString::fromLatin1(QTest::currentDataTag()));
    const QString detail = refused.json()[u"errors"][0][u"detail"].toString(); // names the task, if it is one's
    QVERIFY2(detail.endsWith(u"“zeal” is not one of the choices: "_s + choices), qPrintable(detail));
    QCOMPARE(api.misfits.join(u'\n'), QString());
}

HMSACT_TEST(TestChoices)

} // namespace hmsact::choices_test

#include "choices.moc"
