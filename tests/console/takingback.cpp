// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/clerkdesk.h"
#include "console/messagebar.h"
#include "console/signlabel.h"
#include "support/testprogram.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QTest>

namespace hmsact::takingback_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// What a clerk takes back by Ctrl+Z, and being away and back, by keyboard alone on a real core.
class TakingBackTest : public QObject, private ClerkDesk
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }
    void whatFailedIsInHandAgain();
    void whatWasHandedOverComesBack();
    void whatWasGivenBackIsInHandAgain();
    void aChoiceOfTheCitizenIsTakenBack();
    void whatSomebodyHasTakenUpIsNotTakenBack();
    void onlyTheLastIsTakenBack();
    void whatCannotBeTakenBackNowIsTriedAgain();
    void whatIsSaidStays();
    void awayAndBackByAKey();
    void whoSpeaksForSomebodyMarksHim();

private:
    ActivityId takeOne();
    void takeBack()
    {
        QTRY_VERIFY(!said().isEmpty()); // the window has heard what was done
        QTRY_VERIFY(list()->hasFocus());
        press(Qt::Key_Z, Qt::ControlModifier);
    }
    bool isAvailable() { return m_county->ask(GetWorker{WorkerId{QStringLiteral("alice")}})->worker.available; }

    const QString m_one = QStringLiteral("one");
};

// alice has it in hand.
ActivityId TakingBackTest::takeOne()
{
    const ActivityId one = openTask(m_one, QStringLiteral("1h"));
    [&] {
        QTRY_COMPARE(rows().size(), 2);
        press(Qt::Key_N);
        QTRY_COMPARE(chosen(), m_one);
        QTRY_VERIFY(may("failAction"));
    }();
    return one;
}

void TakingBackTest::whatFailedIsInHandAgain()
{
    open(alice());
    const ActivityId one = takeOne();
    press(Qt::Key_F);
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::Pending);
    QCOMPARE(taskOf(one, m_one).attempt, 2);
    takeBack();
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::InProgress);
    QCOMPARE(taskOf(one, m_one).attempt, 1);
    QCOMPARE(taskOf(one, m_one).worker.value, QStringLiteral("alice"));
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("In hand"), m_one}));
    QTRY_COMPARE(said(), QStringLiteral("one is as it was before."));
    QTRY_VERIFY(may("completeAction")); // and goes on
    QTRY_VERIFY(list()->hasFocus());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::Completed);
}

void TakingBackTest::whatWasHandedOverComesBack()
{
    open(alice());
    const ActivityId one = takeOne();
    press(Qt::Key_G);
    QTRY_VERIFY(find<QComboBox>("targetCombo")->hasFocus());
    for (int choice = 0; choice < 3; ++choice) // past two pools
        press(Qt::Key_Down);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(taskOf(one, m_one).worker.value, QStringLiteral("bob"));
    QTRY_COMPARE(list()->model()->rowCount(), 0);
    takeBack();
    QTRY_COMPARE(taskOf(one, m_one).worker.value, QStringLiteral("alice"));
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("In hand"), m_one}));
}

void TakingBackTest::whatWasGivenBackIsInHandAgain()
{
    open(alice());
    const ActivityId one = takeOne();
    QTRY_VERIFY(may("releaseAction"));
    press(Qt::Key_B);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::Pending);
    takeBack();
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::InProgress);
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("In hand"), m_one}));
}

void TakingBackTest::aChoiceOfTheCitizenIsTakenBack()
{
    open(alice());
    TaskSpec option;
    option.optional = true;
    option.skill = QStringLiteral("ship");
    const ActivityId one = openTask(m_one, QStringLiteral("1h"), option);
    QTRY_VERIFY(may("opt-inAction"));
    press(Qt::Key_I);
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::Pending);
    takeBack();
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::Optional);
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("The citizen’s choice"), m_one}));
    QTRY_VERIFY(may("declineAction"));
    QTRY_VERIFY(list()->hasFocus());
    press(Qt::Key_D);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::Skipped);
    QTRY_VERIFY(said() != QStringLiteral("one is as it was before.")); // of the first time
    takeBack();
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::Optional);
    QTRY_VERIFY(rows().contains(m_one));
}

void TakingBackTest::whatSomebodyHasTakenUpIsNotTakenBack()
{
    open(alice());
    const ActivityId one = takeOne();
    press(Qt::Key_G);
    QTRY_VERIFY(find<QComboBox>("targetCombo")->hasFocus());
    for (int choice = 0; choice < 3; ++choice) // past two pools
        press(Qt::Key_Down);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(taskOf(one, m_one).worker.value, QStringLiteral("bob"));
    Reserve reserve;
    reserve.worker = WorkerId{QStringLiteral("bob")};
    QCOMPARE(m_county->say(reserve)->size(), size_t(1));
    takeBack();
    QTRY_VERIFY(find<MessageBar>("messageBar")->kind() == MessageBar::Kind::Error); // and says why
    QCOMPARE(taskOf(one, m_one).worker.value, QStringLiteral("bob"));
    QVERIFY(stateOf(one, m_one) == TaskState::InProgress);
}

void TakingBackTest::onlyTheLastIsTakenBack()
{
    open(alice());
    const ActivityId one = takeOne();
    press(Qt::Key_F);
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::Pending);
    takeBack();
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::InProgress);
    QTRY_COMPARE(said(), QStringLiteral("one is as it was before."));
    takeBack();
    QTRY_COMPARE(said(), QStringLiteral("There is nothing to take back."));
    QVERIFY(stateOf(one, m_one) == TaskState::InProgress);
}

// Nobody took it up: the core was away.
void TakingBackTest::whatCannotBeTakenBackNowIsTriedAgain()
{
    open(alice());
    const ActivityId one = takeOne();
    press(Qt::Key_F);
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(one, m_one) == TaskState::Pending);
    QTRY_VERIFY(!said().isEmpty());
    m_county->core().stop();
    takeBack();
    const auto *bar = find<MessageBar>("messageBar");
    QTRY_VERIFY(bar->kind() == MessageBar::Kind::Error);
    list()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(said() != QStringLiteral("There is nothing to take back."), qPrintable(said()));
}

void TakingBackTest::whatIsSaidStays()
{
    open(alice());
    takeOne();
    press(Qt::Key_M);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("called"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), QStringLiteral("The comment on one is recorded."));
    takeBack();
    QTRY_COMPARE(said(), QStringLiteral("The comment on one is recorded. That cannot be taken back."));
}

void TakingBackTest::awayAndBackByAKey()
{
    open(alice());
    takeOne();
    QVERIFY(!find<SignLabel>("awayLabel")->isVisible());
    press(Qt::Key_W);
    QTRY_VERIFY(!isAvailable());
    QTRY_VERIFY(find<SignLabel>("awayLabel")->isVisible());
    QVERIFY(said().startsWith(QStringLiteral("You are away")));
    QCOMPARE(find<QPushButton>("presenceButton")->text(), QStringLiteral("I am back"));
    QTRY_COMPARE(rows(), (QStringList{QStringLiteral("In hand"), m_one})); // what she has stays
    QTRY_VERIFY(list()->hasFocus());
    press(Qt::Key_N);
    QTRY_COMPARE(said(), QStringLiteral("You are marked as away, so nothing new is offered to you."));
    press(Qt::Key_W);
    QTRY_VERIFY(isAvailable());
    QTRY_VERIFY(!find<SignLabel>("awayLabel")->isVisible());
    find<QPushButton>("presenceButton")->click(); // the same by mouse
    QTRY_VERIFY(!isAvailable());
}

void TakingBackTest::whoSpeaksForSomebodyMarksHim()
{
    open({QStringLiteral("Maria"), Role::Supervisor, {}});
    QVERIFY(!may("presenceAction")); // nobody is chosen
    find<QComboBox>("whoCombo")->setFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(may("presenceAction"));
    QTRY_VERIFY(list()->hasFocus());
    press(Qt::Key_W);
    QTRY_VERIFY(!isAvailable());
}

HMSACT_TEST(TakingBackTest)

} // namespace hmsact::takingback_test

#include "takingback.moc"
