// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/clerkdesk.h"
#include "console/emptystate.h"
#include "console/filetoattach.h"
#include "console/keysheet.h"
#include "console/mainwindow.h"
#include "console/messagebar.h"
#include "console/resulttext.h"
#include "console/signlabel.h"
#include "console/workhead.h"
#include "console/workmodel.h"
#include "console/wraplabel.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>

namespace hmsact::mywork_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// A clerk's day on a real core, by keyboard alone: the mouse is never used, and after each action the list has the focus.
class MyWorkTest : public QObject, private ClerkDesk
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }
    void aWholeDayByKeyboard();
    void theNextIsTakenWhenTheHandIsEmpty();
    void choicesKeepNobodyFromTheNext();
    void whatIsOnHoldIsTakenBackByCtrlZ();
    void aCompletionIsTakenBackWhileItIsEarlyEnough();
    void whatWasTakenByMistakeGoesBack();
    void aTaskIsHandedOver();
    void optionsAreChosenAndDeclined();
    void oneCitizenIsAskedAfterTheOther();
    void aKeyThatIsHeldActsOnce();
    void lettersAreTextInsideAForm();
    void aFileIsAttachedUnderAFreeName();
    void whoActsForAnyoneSaysWhoHeIs();
    void nothingToDoIsExplained();
    void theSheetShowsTheKeysThatThereAre();
    void hostileWordsStayWords();
    void theModelIsSound();
    void whatIsDueTodayIsCounted();
    void resultsAreReadAsTheyAreMeant();
};

void MyWorkTest::aWholeDayByKeyboard()
{
    open(alice());
    const ActivityId later = openTask(QStringLiteral("later"), QStringLiteral("5h"));
    const ActivityId soon = openTask(QStringLiteral("soon"), QStringLiteral("1h"));
    const ActivityId third = openTask(QStringLiteral("third"), QStringLiteral("9h"));
    QTRY_COMPARE(rows().size(), 4); // a heading and three that wait for anyone
    press(Qt::Key_N); // what is most urgent
    QTRY_VERIFY(stateOf(soon, QStringLiteral("soon")) == TaskState::InProgress);
    QTRY_VERIFY(said().startsWith(QStringLiteral("soon is yours"))); // one at a time
    press(Qt::Key_N);
    QTRY_VERIFY(said().startsWith(QStringLiteral("later is yours")));
    QTRY_COMPARE(chosen(), QStringLiteral("later"));
    press(Qt::Key_N);
    QTRY_COMPARE(chosen(), QStringLiteral("third"));
    QTRY_COMPARE(rows().front(), QStringLiteral("In hand"));
    press(Qt::Key_K);
    press(Qt::Key_K);
    QCOMPARE(chosen(), QStringLiteral("soon"));
    QTRY_COMPARE(find<QLabel>("nameLabel")->text(), QStringLiteral("soon"));

    QTRY_VERIFY(find<QAction>("commentAction")->isEnabled());
    press(Qt::Key_M); // a comment, then done with a result
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("called the citizen"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(find<QLabel>("history")->text().contains(QStringLiteral("called the citizen")));
    QTRY_VERIFY(list()->hasFocus());
    QCOMPARE(chosen(), QStringLiteral("soon"));
    press(Qt::Key_C);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("dug a hole"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(soon, QStringLiteral("soon")) == TaskState::Completed);
    QCOMPARE(taskOf(soon, QStringLiteral("soon")).result.toString(), QStringLiteral("dug a hole"));
    QTRY_COMPARE(chosen(), QStringLiteral("later"));
    QTRY_VERIFY(list()->hasFocus());
    QTRY_VERIFY(find<SignLabel>("progressLabel")->text().contains(QStringLiteral("today: 1")));

    QTRY_VERIFY(find<QAction>("failAction")->isEnabled());
    press(Qt::Key_F); // with the second of the usual reasons
    press(Qt::Key_2, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(taskOf(later, QStringLiteral("later")).reason, QStringLiteral("Another system does not answer"));
    QTRY_COMPARE(chosen(), QStringLiteral("third"));
    QTRY_VERIFY(list()->hasFocus());
    QTRY_VERIFY(find<QAction>("completeAction")->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier); // done, without a word
    QTRY_VERIFY(stateOf(third, QStringLiteral("third")) == TaskState::Completed);
    QTRY_VERIFY(find<SignLabel>("progressLabel")->text().contains(QStringLiteral("today: 2")));
}

void MyWorkTest::theNextIsTakenWhenTheHandIsEmpty()
{
    open(alice());
    const ActivityId first = openTask(QStringLiteral("first"), QStringLiteral("1h"));
    const ActivityId second = openTask(QStringLiteral("second"), QStringLiteral("2h"));
    QTRY_COMPARE(rows().size(), 3);
    press(Qt::Key_N);
    QTRY_COMPARE(chosen(), QStringLiteral("first"));
    QTRY_VERIFY(find<QAction>("completeAction")->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(first, QStringLiteral("first")) == TaskState::Completed);
    QTRY_VERIFY(stateOf(second, QStringLiteral("second")) == TaskState::InProgress);
    QTRY_COMPARE(chosen(), QStringLiteral("second"));
}

// A list of citizens to be asked stands there all day.
void MyWorkTest::choicesKeepNobodyFromTheNext()
{
    open(alice());
    TaskSpec option;
    option.optional = true;
    option.skill = QStringLiteral("ship");
    openTask(QStringLiteral("ask"), QStringLiteral("1h"), option);
    const ActivityId first = openTask(QStringLiteral("first"), QStringLiteral("1h"));
    const ActivityId second = openTask(QStringLiteral("second"), QStringLiteral("2h"));
    QTRY_COMPARE(rows().size(), 5);
    press(Qt::Key_N);
    QTRY_COMPARE(chosen(), QStringLiteral("first"));
    QTRY_VERIFY(may("completeAction"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(first, QStringLiteral("first")) == TaskState::Completed);
    QTRY_VERIFY(stateOf(second, QStringLiteral("second")) == TaskState::InProgress);
    QTRY_COMPARE(chosen(), QStringLiteral("second"));
}

void MyWorkTest::whatIsOnHoldIsTakenBackByCtrlZ()
{
    open(alice());
    const ActivityId one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
    QTRY_COMPARE(rows().size(), 2);
    press(Qt::Key_N);
    QTRY_COMPARE(chosen(), QStringLiteral("one"));
    QTRY_VERIFY(find<QAction>("holdAction")->isEnabled());
    press(Qt::Key_H);
    press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(find<QPlainTextEdit>("wordsEdit")->toPlainText(), QStringLiteral("Waiting for the citizen"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, QStringLiteral("one")) == TaskState::OnHold);
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("On hold"), QStringLiteral("one")}));
    QTRY_VERIFY(list()->hasFocus());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, QStringLiteral("one")) == TaskState::InProgress);
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("In hand"), QStringLiteral("one")}));
    press(Qt::Key_Z, Qt::ControlModifier); // no further than the last one
    QTRY_COMPARE(find<MessageBar>("messageBar")->text(), QStringLiteral("There is nothing to take back."));
}

void MyWorkTest::aCompletionIsTakenBackWhileItIsEarlyEnough()
{
    open(alice());
    const ActivityId one = openTask(QStringLiteral("one"), QStringLiteral("5h"));
    QTRY_COMPARE(rows().size(), 2);
    press(Qt::Key_N);
    QTRY_VERIFY(find<QAction>("completeAction")->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, QStringLiteral("one")) == TaskState::Completed);
    QTRY_COMPARE(said(), QStringLiteral("one is done. There is nothing more that you could take now."));
    QTRY_VERIFY(find<SignLabel>("progressLabel")->text().contains(QStringLiteral("today: 1")));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, QStringLiteral("one")) == TaskState::InProgress);
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("In hand"), QStringLiteral("one")}));
    QCOMPARE(chosen(), QStringLiteral("one"));
    QTRY_VERIFY(find<SignLabel>("progressLabel")->text().contains(QStringLiteral("today: 0")));
    QTRY_VERIFY(find<QAction>("completeAction")->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, QStringLiteral("one")) == TaskState::Completed);
    QTRY_COMPARE(list()->model()->rowCount(), 0);
    m_county->advance(QStringLiteral("16m"));
    press(Qt::Key_Z, Qt::ControlModifier); // too late, and it is said
    QTRY_VERIFY(find<MessageBar>("messageBar")->kind() == MessageBar::Kind::Error);
    QVERIFY(stateOf(one, QStringLiteral("one")) == TaskState::Completed);
    QVERIFY(find<SignLabel>("progressLabel")->text().contains(QStringLiteral("today: 1")));
}

void MyWorkTest::whatWasTakenByMistakeGoesBack()
{
    open(alice());
    const ActivityId one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
    QTRY_COMPARE(rows().size(), 2);
    press(Qt::Key_N);
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("In hand"), QStringLiteral("one")}));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, QStringLiteral("one")) == TaskState::Pending);
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("Waiting for anyone"), QStringLiteral("one")}));
    QVERIFY(taskOf(one, QStringLiteral("one")).worker.isNull());
}

void MyWorkTest::aTaskIsHandedOver()
{
    open(alice());
    const ActivityId one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
    QTRY_COMPARE(rows().size(), 2);
    press(Qt::Key_N);
    QTRY_COMPARE(chosen(), QStringLiteral("one"));
    QTRY_VERIFY(find<QAction>("reassignAction")->isEnabled());
    press(Qt::Key_G);
    auto *target = find<QComboBox>("targetCombo");
    QTRY_VERIFY(target->hasFocus());
    for (int choice = 0; choice < 3; ++choice) // past two pools
        press(Qt::Key_Down);
    QVERIFY(target->currentText().startsWith(QStringLiteral("bob")));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(taskOf(one, QStringLiteral("one")).worker.value, QStringLiteral("bob"));
    QTRY_COMPARE(list()->model()->rowCount(), 0);
    QTRY_VERIFY(list()->hasFocus());
}

void MyWorkTest::optionsAreChosenAndDeclined()
{
    open(alice());
    TaskSpec option;
    option.optional = true;
    option.skill = QStringLiteral("ship");
    const ActivityId yes = openTask(QStringLiteral("yes"), QStringLiteral("1h"), option);
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("The citizen’s choice"), QStringLiteral("yes")}));
    QTRY_VERIFY(find<QAction>("opt-inAction")->isEnabled());
    press(Qt::Key_I);
    QTRY_VERIFY(stateOf(yes, QStringLiteral("yes")) == TaskState::Pending);
    const ActivityId no = openTask(QStringLiteral("no"), QStringLiteral("1h"), option);
    QTRY_VERIFY(rows().contains(QStringLiteral("no")));
    press(Qt::Key_K);
    QTRY_COMPARE(chosen(), QStringLiteral("no"));
    QTRY_VERIFY(find<QAction>("declineAction")->isEnabled());
    press(Qt::Key_D);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(no, QStringLiteral("no")) == TaskState::Skipped);
}

void MyWorkTest::oneCitizenIsAskedAfterTheOther()
{
    open(alice());
    TaskSpec option;
    option.optional = true;
    option.skill = QStringLiteral("ship");
    for (const char *name : {"a", "b", "c"})
        openTask(QString::fromLatin1(name), QStringLiteral("1h"), option);
    QTRY_COMPARE(rows().size(), 4);
    list()->setFocus();
    const QString first = chosen();
    QTRY_VERIFY(may("opt-inAction"));
    press(Qt::Key_I);
    QTRY_VERIFY(chosen() != first);
    QTRY_COMPARE(rows().size(), 5); // it waits for anyone now
    QTRY_VERIFY(may("declineAction") && list()->hasFocus());
    press(Qt::Key_D);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(rows().size(), 4);
    QTRY_VERIFY(list()->hasFocus());
    QVERIFY(rows().indexOf(chosen()) == 1); // the last that is to be asked
}

// What it comes to while it repeats nobody has looked at.
void MyWorkTest::aKeyThatIsHeldActsOnce()
{
    open(alice());
    const ActivityId first = openTask(QStringLiteral("first"), QStringLiteral("1h"));
    const ActivityId second = openTask(QStringLiteral("second"), QStringLiteral("2h"));
    const ActivityId third = openTask(QStringLiteral("third"), QStringLiteral("3h"));
    const auto hold = [this](Qt::Key key, Qt::KeyboardModifiers with) {
        QTest::simulateEvent(QApplication::focusWidget(), true, key, with, {}, true);
        (void)openTask(QStringLiteral("more"), QStringLiteral("9h")); // done after what the key has said
    };
    QTRY_COMPARE(rows().size(), 4);
    press(Qt::Key_N);
    QTRY_VERIFY(said().startsWith(QStringLiteral("first is yours")));
    hold(Qt::Key_N, Qt::NoModifier);
    QVERIFY(stateOf(second, QStringLiteral("second")) == TaskState::Pending);
    press(Qt::Key_N);
    QTRY_COMPARE(chosen(), QStringLiteral("second"));
    press(Qt::Key_K);
    QTRY_VERIFY(may("completeAction"));
    QTRY_COMPARE(find<QLabel>("nameLabel")->text(), QStringLiteral("first"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(first, QStringLiteral("first")) == TaskState::Completed);
    QTRY_COMPARE(find<QLabel>("nameLabel")->text(), QStringLiteral("second"));
    QTRY_VERIFY(may("completeAction"));
    hold(Qt::Key_Return, Qt::ControlModifier);
    hold(Qt::Key_R, Qt::NoModifier); // gives it back
    QVERIFY(stateOf(second, QStringLiteral("second")) == TaskState::InProgress);
    QVERIFY(stateOf(third, QStringLiteral("third")) == TaskState::Pending);
    const QString before = chosen();
    QTest::simulateEvent(QApplication::focusWidget(), true, Qt::Key_J, Qt::NoModifier, QStringLiteral("j"), true);
    QVERIFY(chosen() != before); // where it only leads on it may be held
}

void MyWorkTest::lettersAreTextInsideAForm()
{
    open(alice());
    const ActivityId one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
    QTRY_COMPARE(rows().size(), 2);
    press(Qt::Key_N);
    QTRY_VERIFY(find<QAction>("failAction")->isEnabled());
    press(Qt::Key_M);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("fhnbgcu"));
    QCOMPARE(find<QPlainTextEdit>("wordsEdit")->toPlainText(), QStringLiteral("fhnbgcu"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(list()->hasFocus());
    press(Qt::Key_G); // in the list of people letters search, they do not fail tasks
    QTRY_VERIFY(find<QComboBox>("targetCombo")->hasFocus());
    press(Qt::Key_B);
    ActionInput comment; // told after whatever the letter did
    comment.action = TaskAction::Comment;
    comment.text = QStringLiteral("x");
    QVERIFY(m_county->act(one, QStringLiteral("one"), comment)->task.state == TaskState::InProgress);
    QVERIFY(find<QComboBox>("targetCombo")->isVisible());
}

void MyWorkTest::aFileIsAttachedUnderAFreeName()
{
    open(alice());
    const ActivityId one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
    QTRY_COMPARE(rows().size(), 2);
    QFile file(m_folder.filePath(QStringLiteral("scan.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("abc") == 3);
    file.close();
    for (const size_t files : {size_t(1), size_t(2)}) {
        QTRY_VERIFY(find<QAction>("attachAction")->isEnabled());
        press(Qt::Key_A);
        auto *dialog = m_window->findChild<QFileDialog *>(QStringLiteral("attachDialog"));
        QVERIFY(dialog);
        dialog->selectFile(file.fileName());
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
        QTRY_COMPARE(m_county->ask(GetTask{{one, QStringLiteral("one"), {}}})->artefacts.size(), files);
        QTRY_VERIFY(!m_window->findChild<QFileDialog *>(QStringLiteral("attachDialog")));
        QTRY_VERIFY(find<QLabel>("fact17Label")->text().count(QStringLiteral("scan")) >= int(files));
        m_window->activateWindow();
        QTRY_VERIFY(list()->hasFocus());
    }
    const auto detail = m_county->ask(GetTask{{one, QStringLiteral("one"), {}}});
    QStringList names;
    for (const Artefact &artefact : detail->artefacts)
        names << artefact.fileName;
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("scan (2).txt"), QStringLiteral("scan.txt")}));
    QCOMPARE(detail->artefacts[0].mediaType, QStringLiteral("text/plain"));
    const QStringList taken{QStringLiteral("a"), QStringLiteral("a (2)")};
    QCOMPARE(freeName(QStringLiteral("a"), taken), QStringLiteral("a (3)"));
}

void MyWorkTest::whoActsForAnyoneSaysWhoHeIs()
{
    open({QStringLiteral("Maria"), Role::Supervisor, {}});
    const ActivityId one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
    auto *who = find<QComboBox>("whoCombo");
    QTRY_COMPARE(who->count(), 3); // nobody yet, and the people; no bots
    QVERIFY(!find<QAction>("takeNextAction")->isEnabled());
    who->setFocus();
    press(Qt::Key_Down);
    QTRY_COMPARE(m_county->client().actor().worker.value, QStringLiteral("alice"));
    QTRY_VERIFY(rows().contains(QStringLiteral("one")));
    QVERIFY(m_window->findChild<SignLabel *>(QStringLiteral("actorLabel"))->text().contains(QStringLiteral("alice")));
    QTRY_VERIFY(list()->hasFocus());
    press(Qt::Key_N);
    QTRY_COMPARE(taskOf(one, QStringLiteral("one")).worker.value, QStringLiteral("alice"));
    m_window->close();
    m_county->client().speakFor({});
    m_window = std::make_unique<MainWindow>(m_county->client(), *m_settings); // it is remembered
    QCOMPARE(m_county->client().actor().worker.value, QStringLiteral("alice"));
}

void MyWorkTest::nothingToDoIsExplained()
{
    open(alice());
    for (const char *name : {"one", "two"}) {
        openTask(QString::fromLatin1(name), QStringLiteral("1h"));
        Reserve reserve;
        reserve.worker = WorkerId{QStringLiteral("bob")};
        QVERIFY(m_county->say(reserve));
    }
    auto *empty = list()->viewport()->findChild<EmptyState *>();
    if (!empty)
        empty = list()->findChild<EmptyState *>();
    QVERIFY(empty);
    QTRY_COMPARE(empty->title(), QStringLiteral("Nothing is waiting for you"));
    QTRY_COMPARE(empty->advice(), QStringLiteral("2 task(s) of the skill dig are held by others."));
    press(Qt::Key_N);
    QTRY_COMPARE(find<MessageBar>("messageBar")->text(), QStringLiteral("There is nothing more that you could take now."));
}

void MyWorkTest::theSheetShowsTheKeysThatThereAre()
{
    open(alice());
    press(Qt::Key_F1);
    auto *sheet = m_window->findChild<KeySheet *>();
    QVERIFY(sheet && QTest::qWaitForWindowActive(sheet));
    QStringList said;
    for (const QLabel *label : sheet->findChildren<QLabel *>())
        said << label->text();
    for (const QAction *action :
         find<QWidget>("taskPane")->findChildren<QAction *>(QRegularExpression(QStringLiteral("Action$"))))
        QVERIFY2(said.contains(QString(action->text()).remove(u'…').remove(u'&')), qPrintable(action->text()));
    QVERIFY(said.contains(QStringLiteral("N  ·  Ctrl+Shift+N")));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<KeySheet *>());
}

void MyWorkTest::hostileWordsStayWords()
{
    open(alice());
    TaskSpec hostile;
    const QString words = QStringLiteral("<img src=x> %1 <b>bold</b>");
    hostile.payload = QJsonObject{{QStringLiteral("note"), words}};
    const ActivityId one = openTask(QStringLiteral("one"), QStringLiteral("1h"), hostile);
    ActionInput comment;
    comment.action = TaskAction::Comment;
    comment.text = words;
    QVERIFY(m_county->act(one, QStringLiteral("one"), comment));
    QTRY_VERIFY(find<QLabel>("history")->text().contains(words.toHtmlEscaped()));
    QVERIFY(!find<QLabel>("history")->text().contains(QStringLiteral("<img")));
    QVERIFY(find<WrapLabel>("fact12Label")->words().contains(words));
}

void MyWorkTest::theModelIsSound()
{
    WorkModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto view = [](qint64 id) {
        TaskView one;
        one.task.id = TaskId{id};
        one.task.name = QString::number(id);
        return one;
    };
    Workday day;
    day.held = {view(1), view(2)};
    day.open = {view(3)};
    model.merge(WorkModel::rowsOf(day));
    QCOMPARE(model.rowCount(), 5);
    QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
    QCOMPARE(model.rowAfter(1), 2);
    QCOMPARE(model.rowAfter(2), 1); // what waits for anyone is not at hand
    QCOMPARE(model.rowOfTask(TaskId{3}), 4);
    day.held.clear();
    model.merge(WorkModel::rowsOf(day));
    QCOMPARE(model.rowAfter(1), -1);
    model.merge({});
    QCOMPARE(model.rowCount(), 0);
}

void MyWorkTest::whatIsDueTodayIsCounted()
{
    const auto at = [](int hour) {
        return QDateTime(QDate(2026, 11, 23), QTime(hour, 0)).toMSecsSinceEpoch();
    };
    const auto due = [&at](int hour) {
        TaskView one;
        one.task.dueAtMs = at(hour);
        return one;
    };
    Workday day;
    day.held = {due(8), due(10), due(11), due(15)};
    day.offered = {due(12), due(23)};
    day.open = {due(10)};
    QCOMPARE(dueText(day, at(9)), QStringLiteral("2 due before noon · 1 late"));
    QCOMPARE(dueText(day, at(14)), QStringLiteral("2 due before the day ends · 4 late"));
    QCOMPARE(dueText({}, at(9)), QString());
}

void MyWorkTest::resultsAreReadAsTheyAreMeant()
{
    const auto typed = [](const char *words) {
        return *resultFrom(QString::fromUtf8(words), QJsonValue());
    };
    QCOMPARE(typed("dug"), QJsonValue(QStringLiteral("dug")));
    QCOMPARE(typed("{\"a\": 1}"), QJsonValue(QJsonObject{{QStringLiteral("a"), 1}}));
    QCOMPARE(typed("17"), QJsonValue(QStringLiteral("17"))); // as it was typed
}

HMSACT_TEST(MyWorkTest)

} // namespace hmsact::mywork_test

#include "mywork.moc"
