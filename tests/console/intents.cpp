// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/emptystate.h"
#include "console/formdesk.h"
#include "console/intentspage.h"
#include "console/signlabel.h"
#include "support/testprogram.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTest>

namespace hmsact::intents_test {

using namespace hmsact::console;
using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// The intents page: what people type is what is meant, what the form does not show of a task stays, and nothing is lost or
// written over unasked.
class IntentsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void aDraftComesBackAsItWas();
    void sharesAndNeedsAsPeopleTypeThem_data();
    void sharesAndNeedsAsPeopleTypeThem();
    void withoutAnyItSaysWhatTheyAreFor();
    void errorsStandAtTheirFields();
    void whatIsStillEmptyIsNotWrongYet();
    void tasksComeGoAndMove();
    void savingKeepsWhatIsNotShown();
    void whatSomebodyElseSavedIsNotOverwritten();
    void aNewOneTakesNobodysName();
    void unsavedChangesAreAskedAbout();
    void aSearchAsksNothingOfWhatIsTyped();
    void whatIsTypedWhileItIsSavedStays();
    void aNewOneKeepsItsNameWhileItIsSaved();
    void whatIsSavedLateIsNotShownOverAnother();
    void whatSomebodyElseRemovedIsMadeAnew();
    void whoOnlyReadsIsLedOn();
    void aQuestionAboutAnotherIsOver();
    void othersRead();

private:
    static Intent card()
    {
        return *intentFrom(QJsonDocument::fromJson(R"({"name": "card", "title": "Replace a card", "sla": "2d",
            "thresholds": {"due_soon": 0.5, "at_risk": 0.655}, "confirmation": "button",
            "tasks": [{"name": "verify", "sla": "2h", "needs": [], "priority": 7, "pools": ["desk"]},
                      {"name": "print", "sla": "1h", "skill": "printing", "review": "human", "payload": {"form": 7}},
                      {"name": "ship", "sla": "1d", "needs": ["verify", "print"], "optional": true}]})")
                               .object());
    }
    struct Desk : FormDesk<IntentsPage> {
        explicit Desk(Role role = Role::Admin, const std::vector<QString> &names = {u"card"_s, u"lamp"_s}) : FormDesk(role)
        {
            for (const QString &name : names) {
                Intent intent = card();
                intent.name = name;
                if (!county.say(SaveIntent{intent}))
                    qFatal("the county takes no intents");
            }
            open({1400, 800});
        }
        QLineEdit *edit(const char *name) { return find<QLineEdit>(name); }
        QLineEdit *ofTask(const char *name) { return find<QLineEdit>(name, "taskForm"); }
        SignLabel *taskError(const char *field)
        {
            return find<SignLabel>((QByteArray(field) + "Error").constData(), "taskForm");
        }
        QLineEdit *own(const char *name) // of the intent, not of its tasks
        {
            return find<QWidget>("content")->findChild<QLineEdit *>(QLatin1String(name), Qt::FindDirectChildrenOnly);
        }
        SignLabel *error(const char *field)
        {
            return find<QWidget>("content")->findChild<SignLabel *>(QLatin1String(field) + u"Error"_s,
                                                                    Qt::FindDirectChildrenOnly);
        }
        void click(const char *name) { button(name)->click(); }
        QTableView *table() { return find<QTableView>("intentTable"); }
        QTableView *tasks() { return find<QTableView>("taskTable"); }
        QStringList taskNames()
        {
            QStringList names;
            for (int row = 0; row < tasks()->model()->rowCount(); ++row)
                names << tasks()->model()->index(row, 0).data().toString();
            return names;
        }
        Intent stored(const QString &name = u"card"_s)
        {
            const auto found = county.ask(GetIntent{name});
            return found ? *found : Intent();
        }
        bool isShown(const QString &wanted) { return own("nameEdit")->text() == wanted; }
    };
};

void IntentsTest::aDraftComesBackAsItWas()
{
    const auto again = intentOf(draftOf(card()));
    QVERIFY(again && *again == card());
    QCOMPARE(draftOf(card()).atRisk, u"65.5"_s);
    IntentDraft named = newIntent();
    QVERIFY(!intentOf(named));
    named.name = u" lamp "_s;
    QCOMPARE(intentOf(named)->name, u"lamp"_s);
}

void IntentsTest::sharesAndNeedsAsPeopleTypeThem_data()
{
    QTest::addColumn<QString>("share");
    QTest::addColumn<int>("ppm"); // 0: refused
    QTest::addColumn<QString>("needs");
    QTest::addColumn<QString>("meant"); // "?": the one before; "!": refused
    const auto row = [](const char *share, int ppm, const char *needs, const char *meant) {
        QTest::newRow(share) << QString::fromUtf8(share) << ppm << QString::fromUtf8(needs) << QString::fromUtf8(meant);
    };
    row("50", 500'000, "", "?");
    row(" 50 %", 500'000, " – ", "");
    row("33.25%", 332'500, "-", "");
    row("0", 0, "verify", "verify");
    row("ninety", 0, "verify ; ", "verify");
    row("100", 0, "verify, print", "!"); // itself
    row("-5", 0, "nobody", "!");
}

void IntentsTest::sharesAndNeedsAsPeopleTypeThem()
{
    QFETCH(QString, share);
    QFETCH(int, ppm);
    QFETCH(QString, needs);
    QFETCH(QString, meant);
    IntentDraft draft = draftOf(card());
    draft.dueSoon = share;
    const auto shared = intentOf(draft);
    QCOMPARE(shared ? shared->thresholds.dueSoonPpm : 0, ppm);
    draft = draftOf(card());
    draft.tasks[1].needs = needs;
    const auto intent = intentOf(draft);
    QCOMPARE(!intent ? u"!"_s : !intent->tasks[1].needs ? u"?"_s : intent->tasks[1].needs->join(u','), meant);
}

void IntentsTest::withoutAnyItSaysWhatTheyAreFor()
{
    Desk desk(Role::Admin, {});
    auto *empty = desk.table()->findChild<EmptyState *>();
    QTRY_COMPARE(empty->title(), u"No intents yet"_s);
    QVERIFY(desk.find<QWidget>("form")->isHidden());
    desk.find<QAbstractButton>("offerButton", "intentTable")->click();
    QVERIFY(!desk.find<QWidget>("form")->isHidden());
    QTRY_VERIFY(desk.own("nameEdit")->hasFocus());
}

void IntentsTest::errorsStandAtTheirFields()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    for (const char *field : {"sla", "thresholds", "tasks"})
        QVERIFY2(desk.error(field)->isHidden(), field);
    desk.own("slaEdit")->setText(u"soon"_s);
    QVERIFY(!desk.error("sla")->isHidden());
    desk.edit("atRiskEdit")->setText(u"40"_s);
    QVERIFY(desk.error("thresholds")->text().startsWith(u"Two shares"_s));
    Desk::choose(desk.tasks(), 2);
    QCOMPARE(desk.ofTask("nameEdit")->text(), u"ship"_s);
    desk.ofTask("slaEdit")->setText(u"never"_s);
    QVERIFY(!desk.taskError("sla")->isHidden() && desk.taskError("name")->isHidden());
    QVERIFY(!desk.tasks()->model()->index(2, 0).data(Qt::DecorationRole).isNull());
    Desk::choose(desk.tasks(), 0);
    QVERIFY(desk.taskError("sla")->isHidden()); // that one is fine
    desk.click("save");
    QCOMPARE(desk.stored().version, 1);
    desk.own("slaEdit")->setText(u"2d"_s);
    desk.edit("atRiskEdit")->setText(u"80"_s);
    desk.click("save"); // goes to what is wrong
    QCOMPARE(desk.ofTask("nameEdit")->text(), u"ship"_s);
    desk.ofTask("slaEdit")->setText(u"1d"_s);
    desk.ofTask("needsEdit")->setText(u"nobody"_s);
    QVERIFY(desk.taskError("needs")->text().contains(u"nobody"_s));
}

// Nobody is told that a task has no name before there was time to type one.
void IntentsTest::whatIsStillEmptyIsNotWrongYet()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    desk.click("new");
    QVERIFY(desk.error("name")->isHidden());
    desk.click("add");
    QVERIFY(desk.taskError("name")->isHidden());
    desk.click("save");
    QVERIFY(!desk.error("name")->isHidden() && !desk.taskError("name")->isHidden());
}

void IntentsTest::tasksComeGoAndMove()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    Desk::choose(desk.tasks(), 0);
    desk.click("add");
    desk.ofTask("nameEdit")->setText(u"call"_s);
    QCOMPARE(desk.taskNames(), QStringList({u"verify"_s, u"call"_s, u"print"_s, u"ship"_s}));
    desk.click("up");
    QCOMPARE(desk.taskNames(), QStringList({u"call"_s, u"verify"_s, u"print"_s, u"ship"_s}));
    QVERIFY(!desk.button("up")->isEnabled());
    QCOMPARE(desk.ofTask("nameEdit")->text(), u"call"_s); // stays the chosen one
    desk.click("down");
    desk.click("down");
    QCOMPARE(desk.taskNames(), QStringList({u"verify"_s, u"print"_s, u"call"_s, u"ship"_s}));
    desk.click("removeTask");
    QCOMPARE(desk.ofTask("nameEdit")->text(), u"ship"_s);
    QVERIFY(!desk.button("save")->isEnabled()); // all is as it was
}

void IntentsTest::savingKeepsWhatIsNotShown()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    Desk::choose(desk.tasks(), 1);
    desk.ofTask("slaEdit")->setText(u"3h"_s);
    desk.find<QCheckBox>("reviewBox")->setChecked(false);
    desk.find<QComboBox>("confirmationCombo")->setCurrentIndex(0);
    desk.click("save");
    QTRY_COMPARE(desk.stored().version, 2);
    Intent wanted = card();
    wanted.tasks[1].slaMs = 3 * limits::msPerHour;
    wanted.tasks[1].review = Review::None;
    wanted.confirmation = Confirmation::Code;
    wanted.version = 2;
    wanted.updatedAtMs = desk.stored().updatedAtMs;
    QVERIFY(desk.stored() == wanted);
    QTRY_VERIFY(!desk.button("save")->isEnabled());
}

void IntentsTest::whatSomebodyElseSavedIsNotOverwritten()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    desk.page->setActive(false); // does not hear of it
    desk.edit("titleEdit")->setText(u"Mine"_s);
    Intent theirs = card();
    theirs.title = u"Theirs"_s;
    QVERIFY(desk.county.say(SaveIntent{theirs, true, 1}));
    desk.click("save");
    QTRY_VERIFY(desk.question()->isOpen());
    QCOMPARE(desk.stored().title, u"Theirs"_s);
    QCOMPARE(desk.edit("titleEdit")->text(), u"Mine"_s); // what was typed is still there
    desk.answer("cancel");
    desk.click("save");
    QTRY_VERIFY(desk.question()->isOpen());
    desk.answer("confirm"); // mine over it
    QTRY_COMPARE(desk.stored().title, u"Mine"_s);
    QCOMPARE(desk.stored().version, 3);
    QTRY_VERIFY(!desk.button("save")->isEnabled());
    desk.edit("titleEdit")->setText(u"Mine again"_s);
    QVERIFY(desk.county.say(SaveIntent{theirs, true, 3}));
    desk.click("save");
    QTRY_VERIFY(desk.question()->isOpen());
    desk.answer("other"); // theirs
    QTRY_COMPARE(desk.edit("titleEdit")->text(), u"Theirs"_s);
    desk.page->setActive(true);
    desk.edit("titleEdit")->setText(u"Mine"_s);
    QVERIFY(desk.county.say(SaveIntent{card(), true, 4}));
    QTRY_VERIFY(desk.bar().contains(u"saving asks which to keep"_s));
    emit desk.page->findChild<MessageBar *>()->actionTriggered();
    QTRY_COMPARE(desk.edit("titleEdit")->text(), card().title);
}

void IntentsTest::aNewOneTakesNobodysName()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    desk.click("duplicate");
    QCOMPARE(desk.own("nameEdit")->text(), u"card_copy"_s);
    desk.own("nameEdit")->setText(u"lamp"_s);
    desk.click("save");
    QTRY_VERIFY(desk.error("name")->text().contains(u"that name already"_s));
    QCOMPARE(desk.stored(u"lamp"_s).version, 1);
    desk.own("nameEdit")->setText(u"pass"_s);
    desk.click("save");
    QTRY_COMPARE(desk.stored(u"pass"_s).tasks.size(), size_t(3));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 3);
    desk.click("removeIntent");
    desk.answer("confirm");
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QVERIFY(desk.table()->hasFocus());
    QVERIFY(desk.stored(u"pass"_s).name.isEmpty());
}

void IntentsTest::unsavedChangesAreAskedAbout()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    desk.edit("titleEdit")->setText(u"Mine"_s);
    Desk::choose(desk.table(), 1);
    QVERIFY(desk.question()->isOpen());
    QTRY_COMPARE(desk.table()->currentIndex().row(), 0); // stays where it is
    desk.answer("cancel");
    QCOMPARE(desk.edit("titleEdit")->text(), u"Mine"_s);
    bool left = false;
    desk.page->leave([&left] { left = true; });
    QVERIFY(!left);
    desk.answer("confirm");
    QVERIFY(left);
    QCOMPARE(desk.edit("titleEdit")->text(), u"Replace a card"_s);
    desk.edit("titleEdit")->setText(u"Mine"_s);
    Desk::choose(desk.table(), 1);
    desk.answer("other"); // saves it, then goes on
    QTRY_VERIFY(desk.isShown(u"lamp"_s));
    QCOMPARE(desk.stored().title, u"Mine"_s);
}

void IntentsTest::aSearchAsksNothingOfWhatIsTyped()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    desk.edit("titleEdit")->setText(u"Mine"_s);
    desk.edit("searchEdit")->setFocus();
    QTest::keyClicks(desk.edit("searchEdit"), u"lamp"_s);
    QVERIFY(!desk.question()->isOpen());
    QCOMPARE(desk.edit("searchEdit")->text(), u"lamp"_s);
    QCOMPARE(desk.table()->model()->rowCount(), 1);
    QVERIFY(!desk.table()->currentIndex().isValid());
    QCOMPARE(desk.edit("titleEdit")->text(), u"Mine"_s);
    desk.edit("searchEdit")->clear();
    QCOMPARE(desk.table()->currentIndex().row(), 0);
    desk.click("revert");
    desk.edit("searchEdit")->setText(u"lamp"_s); // nothing is lost: the form follows
    QVERIFY(desk.isShown(u"lamp"_s));
}

void IntentsTest::whatIsTypedWhileItIsSavedStays()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    desk.edit("titleEdit")->setText(u"Mine"_s);
    desk.click("save");
    desk.edit("titleEdit")->setText(u"Mine, too"_s);
    QTRY_COMPARE(desk.bar(), u"“card” is saved."_s);
    QCOMPARE(desk.stored().title, u"Mine"_s);
    QCOMPARE(desk.edit("titleEdit")->text(), u"Mine, too"_s);
    desk.click("save");
    QTRY_COMPARE(desk.stored().title, u"Mine, too"_s);
    QCOMPARE(desk.stored().version, 3);
    QTRY_VERIFY(!desk.button("save")->isEnabled());
}

void IntentsTest::aNewOneKeepsItsNameWhileItIsSaved()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    desk.click("duplicate");
    desk.own("nameEdit")->setText(u"pass"_s);
    desk.click("save");
    desk.own("nameEdit")->setText(u"passport"_s);
    desk.edit("titleEdit")->setText(u"Mine"_s);
    QTRY_COMPARE(desk.bar(), u"“pass” is saved."_s);
    QVERIFY(desk.own("nameEdit")->isReadOnly());
    QTRY_COMPARE(desk.table()->currentIndex().row(), 2);
    desk.click("save");
    QTRY_COMPARE(desk.stored(u"pass"_s).title, u"Mine"_s);
    QVERIFY(desk.stored(u"passport"_s).name.isEmpty());
}

void IntentsTest::whatIsSavedLateIsNotShownOverAnother()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    desk.edit("titleEdit")->setText(u"Mine"_s);
    desk.click("save");
    Desk::choose(desk.table(), 1);
    QCoreApplication::sendPostedEvents(desk.page.get()); // and not the answer
    desk.answer("confirm");
    QVERIFY(desk.isShown(u"lamp"_s));
    QTRY_COMPARE(desk.bar(), u"“card” is saved."_s);
    QVERIFY(desk.isShown(u"lamp"_s));
}

void IntentsTest::whatSomebodyElseRemovedIsMadeAnew()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    desk.edit("titleEdit")->setText(u"Mine"_s);
    QVERIFY(desk.county.say(RemoveIntent{u"card"_s}));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    QTRY_COMPARE(desk.bar(), u"Somebody else has removed “card” meanwhile. Saving makes it anew."_s);
    QVERIFY(!desk.question()->isOpen());
    desk.edit("titleEdit")->insert(u" still"_s);
    QVERIFY(!desk.bar().isEmpty()); // whoever is typing can read it
    desk.click("save");
    QTRY_COMPARE(desk.stored().title, u"Mine still"_s);
    QCOMPARE(desk.stored().version, 1);
    QTRY_COMPARE(desk.table()->currentIndex().row(), 0);
}

void IntentsTest::whoOnlyReadsIsLedOn()
{
    Desk desk(Role::Admin, {u"card"_s});
    QTRY_VERIFY(desk.isShown(u"card"_s));
    QVERIFY(desk.county.say(RemoveIntent{u"card"_s}));
    QTRY_VERIFY(desk.find<QWidget>("form")->isHidden()); // there is no other
    QVERIFY(!desk.button("duplicate")->isEnabled());
}

void IntentsTest::aQuestionAboutAnotherIsOver()
{
    Desk desk;
    QTRY_VERIFY(desk.isShown(u"card"_s));
    for (const char *next : {"new", "duplicate"}) {
        desk.button("removeIntent")->click();
        QVERIFY(desk.question()->isOpen());
        desk.button(next)->click();
        QVERIFY2(!desk.question()->isOpen(), next); // its yes would take away what is begun now
        Desk::choose(desk.table(), 0);
        QTRY_COMPARE(desk.table()->currentIndex().row(), -1);
        desk.answer("confirm"); // whether that may be lost
        QTRY_VERIFY(desk.isShown(u"card"_s));
    }
}

void IntentsTest::othersRead()
{
    Desk desk(Role::Supervisor);
    QTRY_VERIFY(desk.isShown(u"card"_s));
    QVERIFY(desk.edit("titleEdit")->isReadOnly() && desk.ofTask("nameEdit")->isReadOnly());
    QVERIFY(!desk.button("new")->isEnabled());
    QVERIFY(!desk.button("save")->isVisible() && !desk.button("add")->isVisible());
    QVERIFY(desk.find<SignLabel>("readOnlyLabel")->text().contains(u"supervisor"_s));
}

HMSACT_TEST(IntentsTest)

} // namespace hmsact::intents_test

#include "intents.moc"
