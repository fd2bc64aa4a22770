// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ruleform.h"

#include "console/actionform.h"
#include "console/firingmodel.h"
#include "console/part.h"
#include "console/rulemodel.h"
#include "console/signlabel.h"
#include "domain/fielderrors.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

namespace hmsact::ruleform_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The fields of a rule and the tables about it, without a core.
class RuleFormTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_form = std::make_unique<RuleForm>(); }
    void cleanupTestCase() { m_form.reset(); }
    void everyPartOfARuleIsThereAndComesBack_data();
    void everyPartOfARuleIsThereAndComesBack();
    void itSaysEveryFieldThatTheApiTakes();
    void onlyTheFittingThresholdIsShown();
    void durationsAreJudgedByTheDomain();
    void errorsStandAtTheirFields();
    void stepsComeGoAndChangePlaces();
    void addressesAreSplitAtBlanks();
    void namesAreNotFilledInUnderTheHand();
    void readOnlyIsToRead();
    void everyModelIsSound();
    void theSumsStandBesideThoseOfTheSavedRule();
    void aQuestionIsAnsweredOnce();

private:
    template <class W>
    W *find(QWidget &in, const char *name)
    {
        return partOf<W>(&in, name);
    }

    std::unique_ptr<RuleForm> m_form;
};

static constexpr qint64 nowMs = 1'795'600'000'000;

static Rule rule(const QByteArray &text)
{
    const Result<Rule> read = ruleFrom(QJsonDocument::fromJson(text).object());
    if (!read)
        qFatal("%s", qPrintable(read.error().fields.front().detail.english()));
    return *read;
}

void RuleFormTest::everyPartOfARuleIsThereAndComesBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("short") << QByteArray(R"({"when": "task_failed", "then": "skip"})");
    QTest::newRow("unassigned") << QByteArray(
        R"({"when": "unassigned", "threshold": "2h", "then": "raise_priority", "to": "8", "grace": "5m"})");
    QTest::newRow("stalled") << QByteArray(R"({"when": "stalled", "threshold": 3, "then": "hold"})");
    QTest::newRow("share") << QByteArray(R"({"when": "sla_warning", "threshold": "35%", "then": "fail"})");
    QTest::newRow("before") << QByteArray(R"({"when": "activity_sla_warning", "threshold": "1h30m", "then": "cancel"})");
    QTest::newRow("queue") << QByteArray(
        R"({"when": "queue_depth", "threshold": 1000000, "scope": {"skill": "dig"}, "then": "notify", "notify": ["slack:#a"]})");
    QTest::newRow("everything") << QByteArray(R"({"name": "late", "enabled": false, "when": "sla_breach",
        "scope": {"intent": "hole", "skill": "dig", "pool": "crew", "priority": 0}, "grace": "10m",
        "steps": [{"then": "notify", "notify": ["email:a@b.org", "webhook:https://example.org/x?a,b;c"]},
                  {"after": "1h", "then": "reassign", "to": "crew", "only": "unclaimed"},
                  {"after": "2h", "then": "raise_priority", "only": "claimed"},
                  {"after": "3h", "then": "hold"}],
        "repeat_every": "1d", "max_repeats": 3, "digest": "15m", "acknowledged_for": "4h", "restart_sla": true,
        "shadow_until": "2026-12-24T18:00:30.250Z"})");
}

// One form for all of them: what was shown before leaves nothing behind.
void RuleFormTest::everyPartOfARuleIsThereAndComesBack()
{
    QFETCH(QByteArray, text);
    const Rule shown = rule(text);
    m_form->show(shown, nowMs);
    const Result<Rule> read = ruleFrom(m_form->body());
    QVERIFY(read);
    QCOMPARE(bodyOf(*read), bodyOf(shown));
}

// Field by field against the description of the API; the short form's own fields are those of its one step.
void RuleFormTest::itSaysEveryFieldThatTheApiTakes()
{
    QFile file(QStringLiteral(HMSACT_SCHEMAS));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject schemas = QJsonDocument::fromJson(file.readAll()).object();
    const auto fieldsOf = [&schemas](const char *schema) {
        const QJsonObject one = schemas.value(QLatin1String(schema)).toObject();
        return one.value(QLatin1String("properties")).toObject().keys();
    };
    QStringList ofARule = fieldsOf("NewRule");
    QVERIFY(ofARule.size() > 10);
    for (const char *shortly : {"then", "to", "notify"})
        ofARule.removeOne(QString::fromLatin1(shortly));
    m_form->show(rule(R"({"when": "sla_breach", "steps": [{"after": "1h", "then": "reassign", "to": "crew"}]})"), nowMs);
    const QJsonObject said = m_form->body();
    QCOMPARE(said.keys(), ofARule);
    QCOMPARE(said.value(QLatin1String("scope")).toObject().keys(), fieldsOf("RuleScope"));
    QCOMPARE(said.value(QLatin1String("steps")).toArray().at(0).toObject().keys(), fieldsOf("RuleStep"));
    const auto choicesOf = [&schemas](const char *schema) {
        const QJsonObject one = schemas.value(QLatin1String(schema)).toObject();
        return int(one.value(QLatin1String("enum")).toArray().size());
    };
    QCOMPARE(find<QComboBox>(*m_form, "whenCombo")->count(), choicesOf("RuleTrigger"));
    QCOMPARE(find<QComboBox>(*m_form, "thenCombo")->count(), choicesOf("RuleAction"));
}

void RuleFormTest::onlyTheFittingThresholdIsShown()
{
    RuleForm form;
    const auto shown = [&] {
        QStringList names;
        for (const char *name : {"thresholdKindCombo", "thresholdTimeEdit", "thresholdPercentSpin", "thresholdCountSpin"})
            if (!find<QWidget>(form, name)->isHidden())
                names << QString::fromLatin1(name);
        return names.join(u' ');
    };
    form.show(rule(R"({"when": "sla_breach", "then": "hold"})"), nowMs);
    QCOMPARE(shown(), QString());
    QVERIFY(form.body().value(QLatin1String("threshold")).isNull());
    auto *when = find<QComboBox>(form, "whenCombo");
    const auto choose = [&](const char *trigger) {
        when->setCurrentIndex(when->findData(QString::fromLatin1(trigger)));
    };
    choose("unassigned");
    QCOMPARE(shown(), QStringLiteral("thresholdTimeEdit"));
    choose("stalled");
    QCOMPARE(shown(), QStringLiteral("thresholdCountSpin"));
    QCOMPARE(find<QSpinBox>(form, "thresholdCountSpin")->maximum(), limits::attemptsMax);
    choose("sla_warning");
    QCOMPARE(shown(), QStringLiteral("thresholdKindCombo thresholdPercentSpin"));
    find<QComboBox>(form, "thresholdKindCombo")->setCurrentIndex(1);
    QCOMPARE(shown(), QStringLiteral("thresholdKindCombo thresholdTimeEdit"));
}

void RuleFormTest::durationsAreJudgedByTheDomain()
{
    RuleForm form;
    form.show(rule(R"({"when": "sla_breach", "then": "hold"})"), nowMs);
    QSignalSpy edited(&form, &RuleForm::edited);
    auto *grace = find<QLineEdit>(form, "graceEdit");
    QTest::keyClicks(grace, QStringLiteral("90"));
    QVERIFY(edited.count() > 0);
    const Result<Rule> refused = ruleFrom(form.body());
    QVERIFY(!refused);
    QCOMPARE(refused.error().fields.front().pointer, QStringLiteral("/grace"));
    QTest::keyClicks(grace, QStringLiteral("m "));
    QCOMPARE(ruleFrom(form.body())->graceMs, 90 * limits::msPerMinute);
}

void RuleFormTest::errorsStandAtTheirFields()
{
    RuleForm form;
    form.show(rule(R"({"when": "sla_breach", "then": "hold"})"), nowMs);
    const auto note = [&](const char *name) {
        return find<SignLabel>(form, name);
    };
    QVERIFY(note("graceNote")->isHidden());
    form.setNotes({{RuleNote::Kind::Error, QStringLiteral("/grace"), QStringLiteral("too long")},
                   {RuleNote::Kind::Doubt, QStringLiteral("/scope/skill"), QStringLiteral("nobody has it")},
                   {RuleNote::Kind::Problem, QStringLiteral("/scope"), QStringLiteral("another rule")},
                   {RuleNote::Kind::Error, QStringLiteral("/max_repeats"), QStringLiteral("belong together")},
                   {RuleNote::Kind::Error, QStringLiteral("/steps/0/notify/2"), QStringLiteral("no address")},
                   {RuleNote::Kind::Error, QStringLiteral("/steps"), QStringLiteral("too many")}});
    QCOMPARE(note("graceNote")->text(), QStringLiteral("too long"));
    QVERIFY(!note("graceNote")->isHidden());
    QCOMPARE(note("skillNote")->text(), QStringLiteral("nobody has it"));
    QCOMPARE(note("intentNote")->text(), QStringLiteral("another rule"));
    QCOMPARE(note("repeatNote")->text(), QStringLiteral("belong together"));
    QCOMPARE(note("stepNote")->text(), QStringLiteral("tell: no address"));
    QCOMPARE(note("stepsNote")->text(), QStringLiteral("too many"));
    QCOMPARE(find<QLineEdit>(form, "graceEdit")->accessibleDescription(), QStringLiteral("too long"));
    form.setNotes({});
    QVERIFY(note("graceNote")->isHidden() && note("stepNote")->isHidden());
    QVERIFY(find<QLineEdit>(form, "graceEdit")->accessibleDescription().isEmpty());
}

void RuleFormTest::stepsComeGoAndChangePlaces()
{
    RuleForm form;
    form.show(rule(R"({"when": "sla_breach", "steps": [{"after": "5m", "then": "hold"}]})"), nowMs);
    const auto steps = [&] {
        QStringList said;
        const Result<Rule> made = ruleFrom(form.body());
        for (const RuleStep &step : made->steps)
            said << QStringLiteral("%1 %2").arg(step.afterMs / limits::msPerMinute).arg(toString(step.then));
        return said.join(u',');
    };
    const auto press = [&](const char *step, const char *button) {
        find<QToolButton>(*find<QWidget>(form, step), button)->click();
    };
    QVERIFY(!find<QToolButton>(form, "removeButton")->isEnabled()); // a rule has a step
    find<QPushButton>(form, "addStepButton")->click();
    QCOMPARE(steps(), QStringLiteral("5 hold,35 notify"));
    press("step2", "upButton"); // the times stay in order
    QCOMPARE(steps(), QStringLiteral("5 notify,35 hold"));
    press("step1", "downButton");
    QCOMPARE(steps(), QStringLiteral("5 hold,35 notify"));
    QVERIFY(!find<QToolButton>(*find<QWidget>(form, "step2"), "downButton")->isEnabled());
    press("step1", "removeButton");
    QCOMPARE(steps(), QStringLiteral("35 notify"));
    for (int i = 1; i < limits::ruleStepsMax; ++i)
        find<QPushButton>(form, "addStepButton")->click();
    QVERIFY(!find<QPushButton>(form, "addStepButton")->isEnabled());
}

void RuleFormTest::addressesAreSplitAtBlanks()
{
    RuleStepForm step;
    step.show({{QStringLiteral("then"), QStringLiteral("notify")}});
    find<QLineEdit>(step, "notifyEdit")->setText(QStringLiteral(" email:a@b.org, slack:#x;  webhook:https://e.org/?a,b ; "));
    QStringList read;
    for (const QJsonValue &address : step.body().value(QLatin1String("notify")).toArray())
        read << address.toString();
    QCOMPARE(read,
             QStringList({QStringLiteral("email:a@b.org"), QStringLiteral("slack:#x"),
                          QStringLiteral("webhook:https://e.org/?a,b")}));
}

// Each sign of life of a worker brings all of them again.
void RuleFormTest::namesAreNotFilledInUnderTheHand()
{
    RuleForm form;
    form.show(rule(R"({"when": "stalled", "threshold": 3, "then": "reassign"})"), nowMs);
    form.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&form));
    const RuleChoices choices{
        {QStringLiteral("dig"), QStringLiteral("ship")}, {QStringLiteral("crew")}, {QStringLiteral("bob")}};
    RuleChoices others = choices;
    others.skills << QStringLiteral("weld");
    others.pools << QStringLiteral("desk");
    for (const char *name : {"skillCombo", "poolCombo", "toCombo"}) {
        form.setChoices(choices);
        auto *combo = find<QComboBox>(form, name);
        combo->setEditText(QStringLiteral("abc"));
        combo->lineEdit()->setCursorPosition(1);
        form.setChoices(choices);
        form.setChoices(others);
        QTest::keyClicks(combo->lineEdit(), QStringLiteral("X"));
        QCOMPARE(combo->currentText(), QStringLiteral("aXbc"));
        combo->showPopup();
        QTRY_VERIFY(combo->view()->isVisible());
        combo->view()->setCurrentIndex(combo->model()->index(0, 0));
        form.setChoices(others);
        form.setChoices(choices);
        QTest::keyClick(combo->view(), Qt::Key_Return);
        QCOMPARE(combo->currentText(), combo->itemText(0));
        QTRY_VERIFY(!combo->view()->isVisible());
    }
}

void RuleFormTest::readOnlyIsToRead()
{
    RuleForm form;
    form.setReadOnly();
    form.show(
        rule(R"({"when": "unassigned", "threshold": "2h", "steps": [{"then": "hold"}, {"after": "1h", "then": "skip"}]})"),
        nowMs);
    QSignalSpy edited(&form, &RuleForm::edited);
    for (QLineEdit *edit : form.findChildren<QLineEdit *>())
        QTest::keyClicks(edit, QStringLiteral("x"));
    for (QAbstractButton *button : form.findChildren<QAbstractButton *>())
        button->click();
    for (QComboBox *combo : form.findChildren<QComboBox *>())
        QVERIFY(!combo->isEnabled());
    QCOMPARE(edited.count(), 0);
    QCOMPARE(find<QLineEdit>(form, "thresholdTimeEdit")->text(), QStringLiteral("2h"));
}

template <class Model, class Row>
static void check(Model &model, const Row &row)
{
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.merge({row});
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        QVERIFY(!model.index(0, column).data().toString().isEmpty());
    }
    model.merge({});
    QCOMPARE(model.rowCount(), 0);
}

void RuleFormTest::everyModelIsSound()
{
    const auto now = [] {
        return nowMs;
    };
    RuleModel rules(now);
    rules.setSwitchable(true);
    check(rules, rule(R"({"when": "sla_breach", "then": "hold"})"));
    FiringModel firings(now);
    Firing fired;
    fired.activity = ActivityId{1};
    fired.outcome = QJsonObject{{QStringLiteral("then"), QStringLiteral("hold")}};
    fired.values = QJsonObject{{QStringLiteral("priority"), 5}};
    check(firings, fired);
    WouldFireModel would;
    DryRunReport report;
    report.rule = rule(R"({"when": "sla_breach", "then": "hold"})");
    would.show(report);
    check(would, WouldFire{nowMs, ActivityId{1}, TaskId{2}, QStringLiteral("dig"), 0, false});
    TrialSumModel sums;
    check(sums, TrialSum{QStringLiteral("Firings"), 3, 1});
    RuleNoteModel notes;
    check(notes, RuleNote{RuleNote::Kind::Doubt, QStringLiteral("/grace"), QStringLiteral("too long")});
}

void RuleFormTest::theSumsStandBesideThoseOfTheSavedRule()
{
    DryRunReport report;
    report.rule = rule(R"({"when": "sla_breach", "then": "hold"})");
    report.would = {2, 3, 4, {4}, {{QStringLiteral("slack:#a"), 4}}};
    const auto said = [&] {
        TrialSumModel model;
        model.merge(sumsOf(report));
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells << model.index(row, column).data().toString();
            lines << cells.join(u'|');
        }
        return lines.join(u'\n');
    };
    QCOMPARE(said(),
             QStringLiteral("Activities hit|2|–|–\nTasks hit|3|–|–\nFirings|4|–|–\nStep 1: put on hold|4|–|–\n"
                            "Messages to slack:#a|4|–|–"));
    report.does = DryRunSum{3, 3, 5, {2, 3}, {{QStringLiteral("sms:+15551234"), 1}}};
    QCOMPARE(said(),
             QStringLiteral("Activities hit|2|3|−1\nTasks hit|3|3|0\nFirings|4|5|−1\nStep 1: put on hold|4|2|+2\n"
                            "Step 2 of the saved rule|0|3|−3\nMessages to slack:#a|4|0|+4\n"
                            "Messages to sms:+15551234|0|1|−1"));
}

void RuleFormTest::aQuestionIsAnsweredOnce()
{
    ActionForm form;
    QStringList said;
    const auto answer = [&](const char *name) {
        return [&said, name] {
            said << QString::fromLatin1(name);
        };
    };
    auto *yes = find<QPushButton>(form, "confirmButton");
    auto *other = find<QPushButton>(form, "otherButton");
    for (QPushButton *button : {yes, other}) {
        form.ask(QStringLiteral("Well?"), {}, QStringLiteral("Yes"), answer("yes"));
        QVERIFY(form.isOpen() && !form.isHidden() && other->isHidden());
        form.orElse(QStringLiteral("Neither"), answer("neither"));
        QVERIFY(!other->isHidden());
        button->click();
        QVERIFY(!form.isOpen() && form.isHidden());
        button->click(); // on its way out
    }
    QCOMPARE(said, QStringList({QStringLiteral("yes"), QStringLiteral("neither")}));
    form.ask(QStringLiteral("Well?"), {}, QStringLiteral("Yes"), answer("yes"));
    QTest::keyClick(&form, Qt::Key_Escape);
    QVERIFY(!form.isOpen());
    QCOMPARE(said.size(), 2);
    form.ask(QStringLiteral("Well?"), {}, QStringLiteral("Yes"), answer("yes"));
    QTest::keyClick(find<QPushButton>(form, "cancelButton"), Qt::Key_Return, Qt::ControlModifier); // it has the focus
    QCOMPARE(said.back(), QStringLiteral("yes"));
}

HMSACT_TEST(RuleFormTest)

} // namespace hmsact::ruleform_test

#include "ruleform.moc"
