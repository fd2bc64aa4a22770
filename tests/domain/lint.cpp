// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rulelint.h"

#include <QJsonDocument>
#include <QTest>

using namespace hmsact::domain;

// What is remarked upon of a rule among others, in a county of four people: all of it, and nothing of what is as it should be.
class LintTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsRemarkedUpon_data();
    void whatIsRemarkedUpon();
    void theSavedVersionIsNoOtherRule();
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
         {s("problem /steps/1 is never reached: step 1 restarts the clock")}},
        {"after it was given to somebody",
         after(R"(unassigned", "threshold": "1h")", R"("reassign", "to": "crew")"),
         {s("problem /steps/1 is never reached: step 1 gives the task to somebody, and it waits anew")}},
        {"after what stops the clock",
         after(R"(unassigned", "threshold": "1h")", R"("hold")"),
         {s("problem /steps/1 is never reached: step 1 stops the clock")}},
        {"a hold that does not matter", after(R"(sla_breach")", R"("hold")"), {}},
        {"for whoever has what nobody has",
         R"({"name": "r", "when": "unassigned", "threshold": "1h",
             "steps": [{"only": "claimed", "notify": ["slack:#ops"]}]})",
         {s("problem /steps/0/only is never reached: a task that somebody works on is solved for this rule")}},
        {"a repetition of the end",
         onBreach(R"("then": "skip", "repeat_every": "1h", "max_repeats": 2)"),
         {s("problem /repeat_every never happens: the last step ends what the rule follows")}},
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

Q_DECLARE_METATYPE(std::vector<Rule>)

void LintTest::whatIsRemarkedUpon_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("remarks");
    QTest::addColumn<std::vector<Rule>>("others");
    for (const auto &cases : {ofPeople(), ofSteps(), ofOtherRules()}) {
        for (const Case &one : cases)
            QTest::newRow(one.name) << one.rule << one.remarks << one.others;
    }
}

void LintTest::whatIsRemarkedUpon()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, remarks);
    QFETCH(const std::vector<Rule>, others);
    QStringList found;
    for (const Remark &remark : lint(ruleOf(text, idOfTheRule), others, county(), reached))
        found << QString(toString(remark.severity)) + u' ' + remark.pointer + u' ' + remark.text.english();
    QCOMPARE(found, remarks);
}

// Else what it was before would make a circle with what it becomes.
void LintTest::theSavedVersionIsNoOtherRule()
{
    const Rule saved = ruleOf(onBreach(R"("then": "reassign", "to": "backup", "scope": {"pool": "crew"})"), 9);
    Rule edited = ruleOf(onBreach(R"("then": "reassign", "to": "crew", "scope": {"pool": "backup"})"), 0);
    QVERIFY(lint(edited, {saved}, county(), reached).empty()); // of that name
    edited.id = saved.id;
    edited.name = s("renamed");
    QVERIFY(lint(edited, {saved}, county(), reached).empty());
    edited.id = {};
    QCOMPARE(lint(edited, {saved}, county(), reached).size(), size_t(1)); // another one
}

QTEST_APPLESS_MAIN(LintTest)
#include "lint.moc"
