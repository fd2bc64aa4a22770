// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/activityform.h"
#include "console/emptystate.h"
#include "console/messagebar.h"
#include "console/pagedesk.h"
#include "console/signlabel.h"
#include "support/testprogram.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

namespace hmsact::newactivity_test {

using namespace hmsact::console;
using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// The form of a new activity: what its intent says is filled in and taken from there, everything else can be said, what is
// wrong stands at its field, and nothing that was typed is lost.
class NewActivityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void whatIsLikeTheTemplateIsTakenFromIt();
    void byKeyboardFromTheTemplate();
    void withTasksOfItsOwn();
    void whatIsWrongStandsAtItsField();
    void whatTheCoreRefusesStandsAtItsField();
    void theTemplateNeverReplacesWhatWasTyped();
    void closingKeepsWhatWasTyped();
    void closingTheWindowAsksFirst();
    void whatWasPutAsideIsAskedForToo();
    void theListOfIntentsGoesWithItsForm();
    void whatIsHiddenHasNoKeys();
    void theTaskMenuLeavesNoKeysBehind();
    void anEmptyListOffersOne();
    void whoMayNotIsNotOffered();

private:
    static Intent card()
    {
        Intent intent;
        intent.name = u"card"_s;
        intent.title = u"Replace a card"_s;
        intent.slaMs = 2 * limits::msPerDay;
        intent.tasks = {County::task(u"verify"_s, u"2h"_s), County::task(u"print"_s, u"1h"_s, QStringList{u"verify"_s})};
        intent.tasks[0].payload = {{u"form"_s, 7}};
        return intent;
    }
    struct Desk : PageDesk {
        explicit Desk(Role role = Role::Supervisor) : PageDesk("activitiesPage", role)
        {
            if (!county.say(SaveIntent{card()}))
                qFatal("the county takes no intents");
        }
        void start() // opens the form
        {
            QVERIFY(open(Qt::Key_3));
            find<QPushButton>("newButton")->click();
            QTRY_COMPARE(intent()->count(), 1);
        }
        static void type(QWidget *into, const QString &text)
        {
            into->setFocus();
            QTest::keyClicks(into, text);
            if (QWidget *popup = QApplication::activePopupWidget()) // of what can be completed
                QTest::keyClick(popup, Qt::Key_Tab);
        }
        ActivityForm *form() { return find<ActivityForm>("activityForm"); }
        QComboBox *intent() { return find<QComboBox>("intentCombo"); }
        QLineEdit *edit(const char *name) { return find<QLineEdit>(name, "activityForm"); }
        SignLabel *error(const char *field)
        {
            return find<SignLabel>((QByteArray(field) + "Error").constData(), "activityForm");
        }
        QTableView *tasks() { return find<QTableView>("taskTable", "activityForm"); }
        void press(const char *name)
        {
            find<QPushButton>((QByteArray(name) + "Button").constData(), "activityForm")->click();
        }
        ActivityView newest()
        {
            const auto all = county.ask(ListActivities{});
            return all->items.empty() ? ActivityView() : *county.ask(GetActivity{all->items.front().activity.id});
        }
        QString shown() { return find<QLabel>("citizenLabel")->text(); }
    };
};

void NewActivityTest::whatIsLikeTheTemplateIsTakenFromIt()
{
    const Intent intent = card();
    ActivityDraft draft{u"jordan"_s, u"card"_s, u"2d"_s, 5, draftsOf(intent.tasks)};
    auto said = activityOf(draft, &intent);
    QVERIFY(said && said->templateOf == u"card"_s && said->slaMs == 0 && said->tasks.empty());
    draft.sla = u"48h"_s; // the same
    QCOMPARE(activityOf(draft, &intent)->slaMs, 0);
    draft.sla = u"3d"_s;
    said = activityOf(draft, &intent);
    QVERIFY(said && said->templateOf == u"card"_s && said->slaMs == 3 * limits::msPerDay && said->tasks.empty());
    draft.sla.clear();
    draft.tasks[1].sla = u"5h"_s;
    said = activityOf(draft, &intent);
    QVERIFY(said && said->templateOf == u"card"_s && said->slaMs == 0 && said->tasks.size() == 2);
    QCOMPARE(said->tasks[0].payload, intent.tasks[0].payload); // what the form does not show
    draft.tasks.clear(); // none is meant, not those of the template
    said = activityOf(draft, &intent);
    QVERIFY(said && said->templateOf.isEmpty() && said->slaMs == intent.slaMs && said->tasks.empty());
    said = activityOf(draft, nullptr);
    QVERIFY(!said);
    QCOMPARE(said.error().fields.front().pointer, u"/sla"_s);
}

void NewActivityTest::byKeyboardFromTheTemplate()
{
    Desk desk;
    QVERIFY(desk.open(Qt::Key_1)); // from another page
    QTest::keyClick(&desk.window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(desk.intent()->count(), 1);
    QVERIFY(desk.edit("citizenEdit")->hasFocus());
    Desk::type(QApplication::focusWidget(), u"jordan-77"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    Desk::type(QApplication::focusWidget(), u"card"_s);
    QCOMPARE(desk.edit("slaEdit")->text(), u"2d"_s);
    QCOMPARE(desk.tasks()->model()->rowCount(), 2);
    QVERIFY(desk.find<SignLabel>("templateLabel")->text().startsWith(u"“Replace a card” has a template"_s));
    QTest::keyClick(desk.edit("slaEdit"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!desk.form()->isVisible());
    const ActivityView made = desk.newest();
    QCOMPARE(made.activity.citizenId, u"jordan-77"_s);
    QCOMPARE(made.activity.slaMs, 2 * limits::msPerDay);
    QCOMPARE(made.tasks.size(), size_t(2));
    QCOMPARE(made.tasks[0].task.payload, card().tasks[0].payload);
    QTRY_VERIFY(desk.shown().contains(u"jordan-77"_s));
    QTRY_COMPARE(desk.find<QTableView>("activityTable")->currentIndex().row(), 0); // and it is the chosen one
    QCOMPARE(desk.find<MessageBar>("messageBar", "listSide")->text(), u"“card” for jordan-77 is made."_s);
}

void NewActivityTest::withTasksOfItsOwn()
{
    Desk desk;
    for (int i = 0; i < 3; ++i)
        desk.county.open(u"lamp"_s, u"kim"_s, u"2d"_s, {});
    desk.start();
    desk.find<QLineEdit>("searchEdit")->setText(u"kim"_s); // which would hide it
    Desk::type(desk.edit("citizenEdit"), u"rosa"_s);
    Desk::type(desk.edit("intentEdit"), u"bench"_s);
    QVERIFY(desk.find<SignLabel>("templateLabel")->text().startsWith(u"No template"_s));
    Desk::type(desk.edit("slaEdit"), u"3d"_s);
    desk.find<QComboBox>("priorityCombo")->setCurrentIndex(desk.find<QComboBox>("priorityCombo")->findData(8));
    for (const QString &name : {u"saw"_s, u"paint"_s}) {
        desk.press("add");
        QVERIFY(desk.edit("nameEdit")->hasFocus());
        QTest::keyClicks(desk.edit("nameEdit"), name);
    }
    desk.find<QCheckBox>("optionalBox")->setChecked(true);
    desk.press("create");
    QTRY_VERIFY(!desk.form()->isVisible());
    const ActivityView made = desk.newest();
    QCOMPARE(made.activity.intent, u"bench"_s);
    QCOMPARE(made.activity.priority, 8);
    QCOMPARE(made.activity.slaMs, 3 * limits::msPerDay);
    QCOMPARE(made.tasks.size(), size_t(2));
    QVERIFY(made.tasks[1].task.optional);
    QCOMPARE(made.tasks[1].needs, QStringList{u"saw"_s});
    QTRY_COMPARE(desk.find<QTableView>("activityTable")->model()->rowCount(), 4); // the search is gone
    QTRY_VERIFY(desk.shown().contains(u"rosa"_s));
}

void NewActivityTest::whatIsWrongStandsAtItsField()
{
    Desk desk;
    desk.start();
    for (const char *field : {"citizen", "intent", "sla", "priority", "other"})
        QVERIFY2(desk.error(field)->isHidden(), field);
    desk.press("add");
    QVERIFY(desk.error("name")->isHidden()); // there was no time yet
    desk.press("create");
    for (const char *field : {"citizen", "intent", "sla", "name"})
        QVERIFY2(desk.error(field)->isVisible(), field);
    QVERIFY(desk.edit("citizenEdit")->hasFocus()); // the first that is wrong
    Desk::type(desk.edit("citizenEdit"), u"kim"_s);
    QVERIFY(desk.error("citizen")->isHidden());
    auto *sla =
        desk.find<QWidget>("content", "activityForm")->findChild<QLineEdit *>(u"slaEdit"_s, Qt::FindDirectChildrenOnly);
    Desk::type(sla, u"soon"_s);
    QVERIFY(desk.error("sla")->text().contains(u"soon"_s));
    QVERIFY(desk.newest().activity.id.isNull());
}

// What only the core can know: the needs of tasks, and the bounds of an activity.
void NewActivityTest::whatTheCoreRefusesStandsAtItsField()
{
    Desk desk;
    desk.start();
    Desk::type(desk.edit("citizenEdit"), u"kim"_s);
    desk.intent()->setEditText(u"card"_s); // offscreen, a list of completions takes the focus once more when it is gone
    desk.tasks()->setCurrentIndex(desk.tasks()->model()->index(1, 0));
    desk.edit("needsEdit")->setText(u"nobody"_s);
    desk.tasks()->setCurrentIndex(desk.tasks()->model()->index(0, 0));
    desk.press("create");
    QTRY_VERIFY(desk.error("needs")->isVisible()); // it went to the second
    QCOMPARE(desk.edit("nameEdit")->text(), u"print"_s);
    QCOMPARE(desk.window().focusWidget(), desk.edit("needsEdit"));
    QVERIFY(desk.form()->isVisible());
    QVERIFY(desk.newest().activity.id.isNull());
    desk.edit("needsEdit")->setText(u"verify"_s);
    QVERIFY(desk.county.say(RemoveIntent{u"card"_s}));
    QTRY_VERIFY(desk.find<SignLabel>("templateLabel")->text().startsWith(u"No template"_s));
    desk.press("create"); // what was filled in from it is still there
    QTRY_VERIFY(!desk.form()->isVisible());
    QCOMPARE(desk.newest().activity.slaMs, card().slaMs);
    QCOMPARE(desk.newest().tasks.size(), size_t(2));
}

void NewActivityTest::theTemplateNeverReplacesWhatWasTyped()
{
    Desk desk;
    Intent lamp = card();
    lamp.name = u"lamp"_s;
    lamp.slaMs = limits::msPerHour;
    lamp.tasks = {County::task(u"climb"_s, u"1h"_s)};
    QVERIFY(desk.county.say(SaveIntent{lamp}));
    QVERIFY(desk.open(Qt::Key_3));
    desk.find<QPushButton>("newButton")->click();
    QTRY_COMPARE(desk.intent()->count(), 2);
    auto *sla =
        desk.find<QWidget>("content", "activityForm")->findChild<QLineEdit *>(u"slaEdit"_s, Qt::FindDirectChildrenOnly);
    desk.intent()->setEditText(u"card"_s);
    desk.intent()->setEditText(u"lamp"_s);
    QCOMPARE(sla->text(), u"1h"_s); // nobody had touched it
    QCOMPARE(desk.tasks()->model()->rowCount(), 1);
    sla->setText(u"9h"_s);
    desk.intent()->setEditText(u"card"_s);
    QCOMPARE(sla->text(), u"9h"_s);
    QCOMPARE(desk.tasks()->model()->rowCount(), 2);
    desk.press("removeTask");
    desk.intent()->setEditText(u"lamp"_s);
    QCOMPARE(desk.edit("nameEdit")->text(), u"print"_s);
    desk.intent()->setEditText(u"another"_s);
    QCOMPARE(desk.tasks()->model()->rowCount(), 1);
}

void NewActivityTest::closingKeepsWhatWasTyped()
{
    Desk desk;
    desk.county.open(u"lamp"_s, u"kim"_s, u"2d"_s, {});
    desk.start();
    Desk::type(desk.edit("citizenEdit"), u"rosa"_s);
    QTest::keyClick(desk.edit("citizenEdit"), Qt::Key_Escape);
    QVERIFY(!desk.form()->isVisible());
    QVERIFY(desk.find<QWidget>("activityView")->isVisible() && desk.find<QWidget>("taskPane")->isVisible());
    auto *table = desk.find<QTableView>("activityTable");
    QTRY_VERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(desk.form()->isVisible());
    QCOMPARE(desk.edit("citizenEdit")->text(), u"rosa"_s);
    desk.press("cancel");
    desk.find<QPushButton>("newButton")->click();
    QCOMPARE(desk.edit("citizenEdit")->text(), QString());
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    QVERIFY(!desk.form()->isVisible()); // who clicks an activity wants to see it
}

// What was typed on any page goes with the window, but not with the page.
void NewActivityTest::closingTheWindowAsksFirst()
{
    Desk desk;
    desk.county.open(u"lamp"_s, u"kim"_s, u"2d"_s, {County::task(u"dig"_s, u"2h"_s)});
    desk.start();
    Desk::type(desk.edit("citizenEdit"), u"rosa"_s);
    QTest::keyClick(&desk.window(), Qt::Key_1, Qt::ControlModifier);
    auto *question = desk.window().findChild<ActionForm *>(u"closeQuestion"_s);
    QVERIFY(!desk.form()->isVisible() && !question->isVisible());
    QVERIFY(!desk.window().close());
    QVERIFY(desk.form()->isVisible() && question->isVisible());
    QVERIFY2(question->accessibleName().contains(u"Activities"_s), qPrintable(question->accessibleName()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!question->isVisible());
    QCOMPARE(desk.edit("citizenEdit")->text(), u"rosa"_s);
    desk.press("cancel");
    auto *pane = desk.find<QWidget>("taskPane");
    QTRY_VERIFY(desk.find<QAction>("commentAction")->isEnabled());
    desk.find<QAction>("commentAction")->trigger();
    auto *words = pane->findChild<QPlainTextEdit *>(u"wordsEdit"_s);
    QTRY_VERIFY(words->hasFocus());
    QTest::keyClicks(words, u"called"_s);
    QVERIFY(!desk.window().close());
    QVERIFY(!desk.window().close()); // asked again
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(words->hasFocus()); // and the form is still there
    QCOMPARE(words->toPlainText(), u"called"_s);
    QVERIFY(!desk.window().close());
    question->confirm();
    QVERIFY(!desk.window().isVisible());
}

// Esc keeps it, and so does the window.
void NewActivityTest::whatWasPutAsideIsAskedForToo()
{
    Desk desk;
    desk.start();
    Desk::type(desk.edit("citizenEdit"), u"rosa"_s);
    QTest::keyClick(desk.edit("citizenEdit"), Qt::Key_Escape);
    QVERIFY(!desk.form()->isVisible());
    QVERIFY(!desk.window().close());
    auto *question = desk.window().findChild<ActionForm *>(u"closeQuestion"_s);
    QVERIFY2(question->accessibleName().contains(u"Activities"_s), qPrintable(question->accessibleName()));
    question->confirm();
    QVERIFY(!desk.window().isVisible());
}

void NewActivityTest::theListOfIntentsGoesWithItsForm()
{
    Desk desk;
    desk.start();
    Desk::type(desk.edit("citizenEdit"), u"rosa"_s);
    auto *intent = desk.edit("intentEdit");
    intent->setFocus();
    QTest::keyClicks(intent, u"car"_s);
    const QWidget *names = desk.intent()->completer()->popup();
    QTRY_VERIFY(names->isVisible());
    QTest::keyClick(intent, Qt::Key_Return, Qt::ControlModifier); // there is no template of this name
    QVERIFY(desk.form()->isVisible());
    QVERIFY(!names->isVisible());
    intent->setFocus();
    QTest::keyClicks(intent, u"d"_s);
    QTRY_VERIFY(names->isVisible());
    QTest::keyClick(intent, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!desk.form()->isVisible());
    QVERIFY(!names->isVisible());
}

// Ctrl+Return creates; it must not complete the task that was shown before.
void NewActivityTest::whatIsHiddenHasNoKeys()
{
    Desk desk;
    desk.county.hire(u"kim"_s, WorkerKind::Human, {u"dig"_s});
    const ActivityId id = desk.county.open(u"lamp"_s, u"kim"_s, u"2d"_s, {County::task(u"dig"_s, u"2h"_s)}).activity.id;
    QVERIFY(desk.open(Qt::Key_3));
    auto *skip = desk.find<QAction>("skipAction");
    QTRY_VERIFY(skip->isEnabled());
    desk.find<QPushButton>("newButton")->click();
    QVERIFY(desk.edit("citizenEdit")->hasFocus());
    QSignalSpy triggered(skip, &QAction::triggered);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(triggered.count(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.error("citizen")->isVisible());
    QVERIFY(desk.county.ask(GetTask{{id, u"dig"_s, {}}})->view.task.state != TaskState::Completed);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(triggered.count(), 1);
}

// It lists what the page can do with its task only while it is open: on the next page these keys must do nothing.
void NewActivityTest::theTaskMenuLeavesNoKeysBehind()
{
    Desk desk;
    desk.county.open(u"lamp"_s, u"kim"_s, u"2d"_s, {County::task(u"dig"_s, u"2h"_s)});
    QVERIFY(desk.open(Qt::Key_3));
    auto *skip = desk.find<QAction>("skipAction");
    QTRY_VERIFY(skip->isEnabled());
    auto *menu = desk.window().findChild<QMenu *>(u"taskMenu"_s);
    menu->popup(desk.window().mapToGlobal(QPoint(40, 40)));
    QTRY_VERIFY(menu->actions().contains(skip));
    menu->hide();
    QTRY_VERIFY(!menu->actions().contains(skip));
    QTest::keyClick(&desk.window(), Qt::Key_7, Qt::ControlModifier);
    QSignalSpy triggered(skip, &QAction::triggered);
    QTest::keyClick(&desk.window(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(triggered.count(), 0);
}

void NewActivityTest::anEmptyListOffersOne()
{
    Desk desk;
    QVERIFY(desk.open(Qt::Key_3));
    auto *offer = desk.find<QPushButton>("offerButton", "activityTable");
    QTRY_VERIFY(offer->isVisible());
    QTest::mouseClick(offer, Qt::LeftButton);
    QVERIFY(desk.form()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    desk.find<QLineEdit>("searchEdit")->setText(u"x"_s);
    QTRY_VERIFY(!offer->isVisible()); // there may be some that are only not found
    desk.find<QLineEdit>("searchEdit")->clear();
    desk.county.open(u"lamp"_s, u"kim"_s, u"2d"_s, {});
    QTRY_COMPARE(desk.find<QTableView>("activityTable")->model()->rowCount(), 1);
    QVERIFY(!offer->isVisible());
}

void NewActivityTest::whoMayNotIsNotOffered()
{
    Desk desk(Role::Clerk);
    QVERIFY(desk.open(Qt::Key_3));
    QVERIFY(!desk.find<QPushButton>("newButton")->isEnabled());
    QVERIFY(!desk.window().findChild<QAction *>(u"newActivityAction"_s)->isEnabled());
    QTRY_COMPARE(desk.find<QTableView>("activityTable")->findChild<EmptyState *>()->title(), u"No activities yet"_s);
    QVERIFY(!desk.find<QPushButton>("offerButton", "activityTable")->isVisible());
    QTest::keyClick(desk.find<QTableView>("activityTable"), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!desk.form()->isVisible());
}

HMSACT_TEST(NewActivityTest)

} // namespace hmsact::newactivity_test

#include "newactivity.moc"
