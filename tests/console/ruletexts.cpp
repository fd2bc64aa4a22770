// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ruletext.h"
#include "console/timetext.h"
#include "domain/limits.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>
#include <QTranslator>

#include <functional>

namespace hmsact::ruletexts_test {

using namespace hmsact::console;
using namespace hmsact::domain;
using namespace hmsact::domain::limits;

// A rule as a sentence, and what it did in words, in English and in Spanish.
class RuleTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void rulesAreSentences_data();
    void rulesAreSentences();
    void theListIsShort();
    void livenessIsSaid();
    void outcomesAreSaid_data();
    void outcomesAreSaid();
    void placesHaveNames();
    void lengthsAreExact();
};

static constexpr qint64 nowMs = 1'795'600'000'000;

void RuleTextsTest::init() { QLocale::setDefault(QLocale::c()); }

static QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

static Rule rule(const QByteArray &text)
{
    const Result<Rule> read = ruleFrom(json(text));
    if (!read)
        qFatal("%s", qPrintable(read.error().detail.english()));
    return *read;
}

// What `language` says; the translator is gone afterwards.
static QString inLanguage(const char *language, const std::function<QString()> &say)
{
    QTranslator translator;
    if (!translator.load(QStringLiteral(":/i18n/hms-act_%1.qm").arg(QLatin1String(language))))
        qFatal("there is no %s", language);
    QLocale::setDefault(QLocale(QLatin1String(language)));
    QCoreApplication::installTranslator(&translator);
    const QString said = say();
    QCoreApplication::removeTranslator(&translator);
    return said;
}

void RuleTextsTest::rulesAreSentences_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("spanish");
    QTest::newRow("breach") << QByteArray(R"({"when": "sla_breach", "then": "reassign"})")
                            << QStringLiteral("When a task is overdue: at once give it to somebody else with the skill.")
                            << QStringLiteral("Cuando una tarea está vencida: de inmediato se da a otro con la habilidad.");
    QTest::newRow("two steps")
        << QByteArray(R"({"when": "sla_breach", "grace": "10m", "scope": {"skill": "ship"}, "steps": [
               {"then": "reassign", "to": "backup", "notify": ["sms:+15551234"]},
               {"after": "30m", "then": "notify", "notify": ["slack:#a", "console:x"], "only": "unclaimed"}]})")
        << QStringLiteral("When a task of skill ship is overdue by 10 min: at once give it to backup and tell "
                          "sms:+15551234; after 30 min, if nobody works on it, tell slack:#a and console:x.")
        << QStringLiteral("Cuando una tarea de habilidad ship está vencida desde hace 10 min: de inmediato se da a backup "
                          "y se avisa a sms:+15551234; tras 30 min, si nadie trabaja en ella, se avisa a slack:#a y "
                          "console:x.");
    QTest::newRow("share of an activity")
        << QByteArray(R"({"when": "activity_sla_warning", "threshold": "80%", "scope": {"intent": "%1 %2", "priority": 7},
               "then": "cancel"})")
        << QStringLiteral("When an activity of “%1 %2” and with priority 7 or more has used up 80 % of its time: at once "
                          "cancel the activity.")
        << QStringLiteral("Cuando una actividad de «%1 %2» y con prioridad 7 o más ha gastado el 80 % de su tiempo: de "
                          "inmediato se cancela la actividad.");
    QTest::newRow("time before")
        << QByteArray(R"({"when": "sla_warning", "threshold": "1h30m", "then": "hold", "grace": "5m"})")
        << QStringLiteral("When a task is due in 1 h 30 min, and still so after 5 min: at once put it on hold.")
        << QStringLiteral("Cuando una tarea vence en 1 h 30 min, y sigue así tras 5 min: de inmediato se suspende.");
    QTest::newRow("nobody begins") << QByteArray(
        R"({"when": "unassigned", "threshold": "2h", "scope": {"pool": "crew"}, "then": "raise_priority", "to": "8"})")
                                   << QStringLiteral("When nobody has begun a task kept for pool crew for 2 h: at once "
                                                     "raise its priority to 8.")
                                   << QStringLiteral("Cuando nadie ha empezado una tarea del grupo crew en 2 h: de "
                                                     "inmediato su prioridad sube a 8.");
    QTest::newRow("once") << QByteArray(R"({"when": "stalled", "threshold": 1, "then": "fail"})")
                          << QStringLiteral("When a task was taken up and let go 1 time: at once let it fail.")
                          << QStringLiteral("Cuando una tarea se tomó y se soltó 1 vez: de inmediato se da por fallida.");
    QTest::newRow("often") << QByteArray(R"({"when": "stalled", "threshold": 3, "then": "skip"})")
                           << QStringLiteral("When a task was taken up and let go 3 times: at once skip it.")
                           << QStringLiteral("Cuando una tarea se tomó y se soltó 3 veces: de inmediato se omite.");
    QTest::newRow("failed") << QByteArray(R"({"when": "task_failed", "then": "notify", "notify": ["console:a"]})")
                            << QStringLiteral("When a task has failed: at once tell console:a.")
                            << QStringLiteral("Cuando una tarea ha fallado: de inmediato se avisa a console:a.");
    QTest::newRow("nobody can") << QByteArray(R"({"when": "no_eligible_worker", "then": "notify", "notify": ["console:a"]})")
                                << QStringLiteral("When nobody can do a task: at once tell console:a.")
                                << QStringLiteral("Cuando nadie puede hacer una tarea: de inmediato se avisa a console:a.");
    QTest::newRow("queue") << QByteArray(
        R"({"when": "queue_depth", "threshold": 100, "scope": {"skill": "dig"}, "then": "notify", "notify": ["console:a"]})")
                           << QStringLiteral("When more than 100 tasks of skill dig wait: at once tell console:a.")
                           << QStringLiteral(
                                  "Cuando esperan más de 100 tareas de habilidad dig: de inmediato se avisa a console:a.");
    QTest::newRow("everything else") << QByteArray(
        R"({"when": "activity_sla_breach", "then": "notify", "notify": ["console:a"], "enabled": false, "repeat_every": "1h",
               "max_repeats": 1, "digest": "15m", "acknowledged_for": "4h", "restart_sla": true})")
                                     << QStringLiteral("When an activity is overdue: at once tell console:a. The last step "
                                                       "comes again every 1 h, 1 "
                                                       "time at most. Reassigning restarts the clock. What one address is "
                                                       "told within 15 min comes as "
                                                       "one message. What is acknowledged and still unsolved 4 h later goes "
                                                       "on. It is switched off.")
                                     << QStringLiteral("Cuando una actividad está vencida: de inmediato se avisa a "
                                                       "console:a. El último paso se repite "
                                                       "cada 1 h, 1 vez como máximo. Al reasignar, el reloj empieza de "
                                                       "nuevo. Los avisos a una misma "
                                                       "dirección en 15 min llegan en un solo mensaje. Lo que se confirmó "
                                                       "y 4 h después sigue sin "
                                                       "resolverse continúa. Está desactivada.");
}

void RuleTextsTest::rulesAreSentences()
{
    QFETCH(QByteArray, text);
    const Rule read = rule(text);
    const auto say = [&] {
        return sentenceOf(read, nowMs);
    };
    QTEST(inLanguage("en", say), "english");
    QTEST(inLanguage("es", say), "spanish");
}

void RuleTextsTest::theListIsShort()
{
    const Rule read =
        rule(R"({"when": "unassigned", "threshold": "2h", "grace": "5m", "scope": {"skill": "ship", "priority": 7},
        "steps": [{"then": "reassign"}, {"after": "1d", "then": "notify", "notify": ["console:a"]}]})");
    QCOMPARE(conditionText(read), QStringLiteral("Nobody has begun, for 2 h, and still after 5 min"));
    QCOMPARE(scopeText(read.scope), QStringLiteral("skill ship, priority 7 or more"));
    QCOMPARE(scopeText({}), QStringLiteral("everything"));
    QCOMPARE(stepsText(read), QStringLiteral("reassign; 1 d: tell only"));
}

void RuleTextsTest::livenessIsSaid()
{
    Rule read = rule(R"({"when": "sla_breach", "then": "reassign"})");
    QCOMPARE(livenessText(read, nowMs), QStringLiteral("never fired yet"));
    read.lastFiredAtMs = nowMs - 4 * msPerMinute;
    read.nextDueAtMs = nowMs + msPerHour;
    QCOMPARE(livenessText(read, nowMs), QStringLiteral("next step in 1 h · fired 4 min ago"));
    read.nextDueAtMs = nowMs - 1;
    read.shadowUntilMs = nowMs + 1;
    QVERIFY(livenessText(read, nowMs).startsWith(QStringLiteral("shadow until ")));
    QVERIFY(livenessText(read, nowMs).contains(QStringLiteral("next step now")));
    QVERIFY(sentenceOf(read, nowMs).contains(QStringLiteral("only writes down what it would do")));
    QVERIFY(!sentenceOf(read, nowMs + 1).contains(QStringLiteral("only writes down"))); // it is over
    read.enabled = false;
    QVERIFY(livenessText(read, nowMs).startsWith(QStringLiteral("switched off")));
}

void RuleTextsTest::outcomesAreSaid_data()
{
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QString>("text");
    QTest::newRow("reassigned") << QByteArray(R"({"then": "reassign", "worker_id": "bot-7", "told": ["slack:#a"]})")
                                << QStringLiteral("given to bot-7 · told slack:#a");
    QTest::newRow("to nobody") << QByteArray(R"({"then": "reassign", "worker_id": null, "told": []})")
                               << QStringLiteral("nobody could take it");
    QTest::newRow("a shadow, to nobody") << QByteArray(R"({"then": "reassign", "worker_id": null, "would": true})")
                                         << QStringLiteral("would have: reassign, and found nobody");
    QTest::newRow("overtaken") << QByteArray(R"({"then": "notify", "passed_over": "overtaken"})")
                               << QStringLiteral("passed over: the next step was due already");
    QTest::newRow("another did") << QByteArray(
        R"({"then": "reassign", "left_to_another_rule": true, "told": ["console:a"]})")
                                 << QStringLiteral("reassigning left to another rule · told console:a");
    QTest::newRow("claimed") << QByteArray(R"({"then": "notify", "passed_over": "claimed"})")
                             << QStringLiteral("passed over: somebody works on it");
    QTest::newRow("unclaimed") << QByteArray(R"({"then": "notify", "passed_over": "unclaimed"})")
                               << QStringLiteral("passed over: nobody works on it");
    QTest::newRow("shadow") << QByteArray(R"({"then": "hold", "would": true, "told": ["console:a"]})")
                            << QStringLiteral("would have: put on hold · told nobody, would tell console:a");
    QTest::newRow("refused") << QByteArray(
        R"({"then": "hold", "not_possible": {"cause": "wrong_state", "state": "IN_REVIEW"}, "told": []})")
                             << QStringLiteral("put on hold was not possible: the task is in review");
    QTest::newRow("urgent already") << QByteArray(
        R"({"then": "raise_priority", "not_possible": {"cause": "as_urgent", "priority": 9}, "told": ["slack:#a"]})")
                                    << QStringLiteral("raise the priority was not possible: its priority is 9 already"
                                                      " · told slack:#a");
    QTest::newRow("told") << QByteArray(R"({"then": "notify", "told": ["console:a"]})") << QStringLiteral("told console:a");
}

void RuleTextsTest::outcomesAreSaid()
{
    QFETCH(QByteArray, outcome);
    Firing firing;
    firing.outcome = json(outcome);
    QTEST(outcomeText(firing), "text");
}

void RuleTextsTest::placesHaveNames()
{
    QCOMPARE(placeText(QStringLiteral("/steps/1/to")), QStringLiteral("Step 2, to"));
    QCOMPARE(placeText(QStringLiteral("/steps/0/notify/3")), QStringLiteral("Step 1, tell"));
    QCOMPARE(placeText(QStringLiteral("/steps/0")), QStringLiteral("Step 1"));
    QCOMPARE(placeText(QStringLiteral("/scope/skill")), QStringLiteral("Skill"));
    QCOMPARE(placeText(QStringLiteral("/scope")), QStringLiteral("Scope"));
    QCOMPARE(placeText(QStringLiteral("/max_repeats")), QStringLiteral("Repeat"));
    QCOMPARE(placeText(QString()), QString());
}

void RuleTextsTest::lengthsAreExact()
{
    QCOMPARE(lengthText(0), QStringLiteral("0 s"));
    QCOMPARE(lengthText(90 * msPerMinute), QStringLiteral("1 h 30 min"));
    QCOMPARE(lengthText(7 * msPerDay), QStringLiteral("7 d"));
    QCOMPARE(lengthText(msPerDay + 5 * msPerSecond), QStringLiteral("1 d 5 s"));
}

HMSACT_TEST(RuleTextsTest)

} // namespace hmsact::ruletexts_test

#include "ruletexts.moc"
