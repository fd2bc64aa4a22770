// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rulelint.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QTest>

namespace hmsact::lint_test {

using namespace hmsact::domain;

// What is remarked upon of a rule among others, in a county of four people: all of it, and nothing of what is as it should be.
class LintTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsRemarkedUpon_data();
    void whatIsRemarkedUpon();
    void theSavedVersionIsNoOtherRule();
    void whereNobodyWorksYetNoNameIsWrong();
};

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

Rule ruleOf(const QByteArray &text, int id)
{
    Rule rule = ruleFrom(QJsonDocument::fromJson(text).object()).value();
    rule.id = {id};
    return rule;
}

Worker person(const char *id, const char *skill, const char *pool, bool available = true)
{
    Worker worker;
    worker.id = {s(id)};
    worker.skills = {{s(skill), 3}};
    worker.pools = QStringList{s(pool)};
    worker.available = available;
    return worker;
}

const std::vector<Worker> &county()
{
    static const std::vector<Worker> workers{person("ann", "dig", "crew"), person("bob", "fill", "crew"),
                                             person("cat", "fill", "backup"), person("dan", "dig", "night", false)};
    return workers;
}

const QSet<QString> reached{s("email:ann@county.gov"), s("slack:#ops")};
constexpr int idOfTheRule = 5;

struct Case {
    const char *name;
    QByteArray rule;
    QStringList remarks;
    std::vector<Rule> others = {};
    bool knowsIntent = true;
};

QByteArray onBreach(const char *rest) { return R"({"name": "r", "when": "sla_breach", )" + QByteArray(rest) + '}'; }

std::vector<Case> ofPeople()
{
    return {
        {"as it should be",
         onBreach(R"("scope": {"skill": "dig", "pool": "backup"}, "steps": [
             {"then": "notify", "notify": ["email:ann@county.gov", "slack:#ops", "console:desk", "hitl:desk"]},
             {"after": "1h", "then": "reassign", "to": "crew"}, {"after": "2h", "then": "reassign", "to": "ann"},
             {"after": "3h", "then": "raise_priority"}, {"after": "4h", "then": "reassign"}])"),
         {}},
        {"a skill of nobody",
         onBreach(R"("then": "hold", "scope": {"skill": "fly"})"),
         {s("doubt /scope/skill nobody has the skill “fly”")}},
        {"a scope of an empty pool",
         onBreach(R"("then": "hold", "scope": {"pool": "moon"})"),
         {s("doubt /scope/pool nobody is in the pool “moon”")}},
        {"to an empty pool",
         onBreach(R"("then": "reassign", "to": "moon")"),
         {s("problem /steps/0/to “moon” is no worker, and nobody is in a pool of that name")}},
        {"to who is away",
         onBreach(R"("then": "reassign", "to": "night")"),
         {s("doubt /steps/0/to nobody there is available now")}},
        {"to a pool without the skill",
         onBreach(R"("then": "reassign", "to": "backup", "scope": {"skill": "dig"})"),
         {s("problem /steps/0/to nobody there has the skill “dig”")}},
        {"to a worker without the skill",
         onBreach(R"("then": "reassign", "to": "bob", "scope": {"skill": "dig"})"),
         {s("problem /steps/0/to nobody there has the skill “dig”")}},
        {"to whoever has a skill that nobody has",
         onBreach(R"("then": "reassign", "scope": {"skill": "fly"})"),
         {s("doubt /scope/skill nobody has the skill “fly”"), s("problem /steps/0/to nobody there has the skill “fly”")}},
        {"addresses that nothing has arrived at",
         onBreach(R"("steps": [{"then": "notify", "notify": ["slack:#ops", "slack:#new", "console:new"]},
             {"after": "1h", "then": "hold", "notify": ["sms:+15551234567", "webhook:https://a.gov/", "email:b@county.gov"]}])"),
         {s("doubt /steps/0/notify/1 nothing has arrived at “slack:#new” yet: send it a test"),
          s("doubt /steps/1/notify/0 nothing has arrived at “sms:+15551234567” yet: send it a test"),
          s("doubt /steps/1/notify/1 nothing has arrived at “webhook:https://a.gov/” yet: send it a test"),
          s("doubt /steps/1/notify/2 nothing has arrived at “email:b@county.gov” yet: send it a test")}},
    };
}

std::vector<Case> ofSteps()
{
    const auto after = [](const char *trigger, const char *first, const char *more = "") {
        return R"({"name": "r", "when": ")" + QByteArray(trigger) + R"(, "steps": [{"then": )" + first
            + R"(}, {"after": "1h", "then": "notify", "notify": ["slack:#ops"]}])" + more + '}';
    };
    return {
        {"after the end of the task",
         after(R"(sla_breach")", R"("skip")"),
         {s("problem /steps/1 is never reached: step 1 ends the task")}},
        {"after the end of the activity",
         after(R"(sla_breach")", R"("cancel")"),
         {s("problem /steps/1 is never reached: step 1 ends the task")}},
        {"after it was given up",
         after(R"(sla_breach")", R"("fail")"),
         {s("problem /steps/1 is never reached: step 1 ends the task")}},
        {"after what ends it for some", after(R"(sla_breach")", R"("skip", "only": "claimed")"), {}},
        {"after a restart of the clock",
         after(R"(sla_breach")", R"("reassign", "to": "crew")", R"(, "restart_sla": true)"),
         {s("doubt /steps/1 is reached only where step 1 finds nobody")}},
        {"after it was given to somebody",
         after(R"(unassigned", "threshold": "1h")", R"("reassign", "to": "crew")"),
         {s("doubt /steps/1 is reached only where step 1 finds nobody")}},
        {"after it was given to somebody who can",
         after(R"(no_eligible_worker")", R"("reassign", "to": "crew")"),
         {s("doubt /steps/1 is reached only where step 1 finds nobody")}},
        {"after it was given to somebody, of the same run of the clock",
         after(R"(stalled", "threshold": 2)", R"("reassign", "to": "crew")"),
         {}},
        {"after what stops the clock",
         after(R"(unassigned", "threshold": "1h")", R"("hold")"),
         {s("problem /steps/1 is never reached: step 1 stops the clock")}},
        {"a hold that does not matter", after(R"(sla_breach")", R"("hold")"), {}},
        {"for whoever has what nobody has",
         R"({"name": "r", "when": "unassigned", "threshold": "1h",
             "steps": [{"only": "claimed", "then": "notify", "notify": ["slack:#ops"]}]})",
         {s("problem /steps/0/only is never reached: a task that somebody works on is solved for this rule")}},
        {"a repetition of the end",
         onBreach(R"("then": "skip", "repeat_every": "1h", "max_repeats": 2)"),
         {s("problem /repeat_every never happens: the last step ends what the rule follows")}},
    };
}

// What can never be, whoever is there.
std::vector<Case> ofTime()
{
    const auto with = [](const char *trigger, const char *steps) {
        return R"({"name": "r", "when": ")" + QByteArray(trigger) + R"(, "steps": [)" + steps + "]}";
    };
    const QString late = s("is never reached: by then it is late, and nothing to warn of");
    return {
        {"a warning after the due time",
         with(R"(sla_warning", "threshold": "2h")", R"({"then": "hold"}, {"after": "119m", "then": "raise_priority"},
             {"after": "2h", "then": "hold"})"),
         {s("problem /steps/2 ") + late}},
        {"a warning whose grace is too long",
         with(R"(activity_sla_warning", "threshold": "1h", "grace": "1h")",
              R"({"then": "notify", "notify": ["slack:#ops"]})"),
         {s("problem /steps/0 ") + late}},
        {"a warning at a share of the SLA, of which nobody knows how long it is",
         with(R"(sla_warning", "threshold": "90%")", R"({"after": "9h", "then": "notify", "notify": ["slack:#ops"]})"),
         {}},
        {"for whoever has what has failed",
         with(R"(task_failed")", R"({"only": "claimed", "then": "notify", "notify": ["slack:#ops"]})"),
         {s("problem /steps/0/only is never reached: nobody works on a task that has failed")}},
        {"for whoever has an activity",
         with(R"(activity_sla_breach")", R"({"only": "claimed", "then": "notify", "notify": ["slack:#ops"]})"),
         {s("problem /steps/0/only is never reached: nobody claims a whole activity")}},
        {"done to what has failed",
         with(R"(task_failed")", R"({"then": "hold"}, {"after": "1h", "then": "raise_priority"},
             {"after": "2h", "then": "skip"})"),
         {s("problem /steps/0/then does nothing: the task has failed already"),
          s("problem /steps/1/then does nothing: the task has failed already")}},
        {"a failure of what nobody has",
         with(R"(unassigned", "threshold": "1h")", R"({"then": "fail"}, {"after": "1h", "then": "raise_priority"})"),
         {s("problem /steps/0/then does nothing: only what somebody works on can fail")}},
        {"a failure where nobody has it",
         with(R"(sla_breach")", R"({"only": "unclaimed", "then": "fail"})"),
         {s("problem /steps/0/then does nothing: only what somebody works on can fail")}},
        {"a new clock for nobody",
         onBreach(R"("then": "hold", "restart_sla": true)"),
         {s("doubt /restart_sla does nothing: no step reassigns")}},
        {"the skill of an activity",
         with(R"(activity_sla_breach", "scope": {"skill": "dig", "pool": "moon"})",
              R"({"then": "notify", "notify": ["slack:#ops"]})"),
         {s("problem /scope/skill fits nothing: this rule is about whole activities"),
          s("problem /scope/pool fits nothing: this rule is about whole activities")}},
        {"an intent that nobody knows",
         onBreach(R"("then": "hold", "scope": {"intent": "fly_away"})"),
         {s("doubt /scope/intent no activity has the intent “fly_away” yet, and there is no template for it")},
         {},
         false},
    };
}

std::vector<Case> ofOtherRules()
{
    const auto to = [](const char *pool, const char *scope, int id, const char *more = "") {
        return ruleOf(R"({"name": "other)" + QByteArray::number(id)
                          + R"(", "when": "sla_breach", "then": "reassign", "to": ")" + pool + R"(", "scope": )" + scope
                          + more + '}',
                      id);
    };
    const QByteArray diggers = onBreach(R"("then": "reassign", "to": "crew", "scope": {"skill": "dig"})");
    const QByteArray fromCrew = onBreach(R"("then": "reassign", "to": "backup", "scope": {"pool": "crew"})");
    const QStringList circle{s("problem /scope/pool the rules hand tasks of the pool “crew” on in a circle")};
    return {
        {"the same scope in a later one",
         diggers,
         {s("problem /scope rule “other9” has the same scope and is later: it reassigns, this one does not")},
         {to("backup", R"({"skill": "dig"})", 9)}},
        {"the same scope in an earlier one", diggers, {}, {to("backup", R"({"skill": "dig"})", 2)}},
        {"the same scope in one that is off",
         diggers,
         {},
         {to("backup", R"({"skill": "dig"})", 9, R"(, "enabled": false)")}},
        {"another scope", diggers, {}, {to("backup", R"({"skill": "fill"})", 9), to("backup", "{}", 8)}},
        {"the same scope, and only told",
         onBreach(R"("then": "hold", "scope": {"skill": "dig"})"),
         {},
         {to("backup", R"({"skill": "dig"})", 9)}},
        {"a circle of two", fromCrew, circle, {to("crew", R"({"pool": "backup"})", 2)}},
        {"a circle of three",
         fromCrew,
         circle,
         {to("crew", R"({"pool": "night"})", 2), to("night", R"({"pool": "backup"})", 9)}},
        {"a circle that is open",
         fromCrew,
         {},
         {to("crew", R"({"pool": "night"})", 2), to("ann", R"({"pool": "backup"})", 9)}},
        {"a circle with one that is off", fromCrew, {}, {to("crew", R"({"pool": "backup"})", 2, R"(, "enabled": false)")}},
        {"a circle of others",
         fromCrew,
         {},
         {to("night", R"({"pool": "backup"})", 2), to("backup", R"({"pool": "night"})", 9)}},
    };
}

} // namespace

void LintTest::whatIsRemarkedUpon_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("remarks");
    QTest::addColumn<std::vector<Rule>>("others");
    QTest::addColumn<bool>("knowsIntent");
    for (const auto &cases : {ofPeople(), ofSteps(), ofTime(), ofOtherRules()}) {
        for (const Case &one : cases)
            QTest::newRow(one.name) << one.rule << one.remarks << one.others << one.knowsIntent;
    }
}

void LintTest::whatIsRemarkedUpon()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, remarks);
    QFETCH(const std::vector<Rule>, others);
    QFETCH(const bool, knowsIntent);
    QStringList found;
    for (const Remark &remark : lint(ruleOf(text, idOfTheRule), {others, county(), reached, knowsIntent}))
        found << QString(toString(remark.severity)) + u' ' + remark.pointer + u' ' + remark.text.english();
    QCOMPARE(found, remarks);
}

// Else what it was before would make a circle with what it becomes.
// As a new installation is, with the rule that it comes with.
void LintTest::whereNobodyWorksYetNoNameIsWrong()
{
    const auto remarks = lint(ruleOf(onBreach(R"("then": "reassign")"), idOfTheRule), {{}, {}, {}});
    QCOMPARE(remarks.size(), size_t(1));
    QVERIFY(remarks.front().severity == Severity::Doubt);
}

void LintTest::theSavedVersionIsNoOtherRule()
{
    const Rule saved = ruleOf(onBreach(R"("then": "reassign", "to": "backup", "scope": {"pool": "crew"})"), 9);
    Rule edited = ruleOf(onBreach(R"("then": "reassign", "to": "crew", "scope": {"pool": "backup"})"), 0);
    QVERIFY(lint(edited, {{saved}, county(), reached}).empty()); // of that name
    edited.id = saved.id;
    edited.name = s("renamed");
    QVERIFY(lint(edited, {{saved}, county(), reached}).empty());
    edited.id = {};
    QCOMPARE(lint(edited, {{saved}, county(), reached}).size(), size_t(1)); // another one
}

HMSACT_TEST(LintTest)

} // namespace hmsact::lint_test

#include "lint.moc"
