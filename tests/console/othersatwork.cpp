// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/clerkdesk.h"
#include "console/messagebar.h"
#include "console/queuemodel.h"
#include "console/signlabel.h"
#include "console/taskpane.h"
#include "console/words.h"
#include "support/testprogram.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <array>
#include <functional>
#include <future>

namespace hmsact::othersatwork_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// What somebody else does meanwhile takes no text from who is typing, and turns no key to another task.
class OthersAtWork : public QObject, private ClerkDesk
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }
    void whatIsTypedStaysWhenItsTaskIsTakenAway();
    void nothingIsChosenWhereATaskWasTakenAway();
    void whatIsGoneHasNoLinks();
    void whatIsDoneHereIsNotTheDeedOfOthers();
    void whoGoesOnMeanwhileIsToldAndStays();
    void theFormOfTheQueueStays();
    void theQueueTurnsNoKeyToANeighbour();
    void whatIsDoneInTheQueueLeadsOn();
    void theAlertsTurnNoKeyToANeighbour();
    void theActivityThatIsShownStays();
    void arrowsPassOverHeadings();
    void theListOfNamesStaysUnderTheHand();
    void aStepThereAndBackActsOnWhatIsChosen();
    void whatChangesWhileATaskIsOnItsWayIsSeen();
    void whoIsRemovedIsTold();

private:
    void takeAway(ActivityId activity, const QString &name)
    {
        ActionInput input;
        input.action = TaskAction::Reassign;
        input.worker = {QStringLiteral("bob")};
        QVERIFY(m_county->act(activity, name, input));
    }
    void takeBoth()
    {
        m_one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
        m_two = openTask(QStringLiteral("two"), QStringLiteral("2h"));
        QTRY_COMPARE(rows().size(), 3);
        press(Qt::Key_N);
        QTRY_VERIFY(said().startsWith(QStringLiteral("one is yours")));
        press(Qt::Key_N);
        QTRY_COMPARE(chosen(), QStringLiteral("two"));
        press(Qt::Key_K);
        QCOMPARE(chosen(), QStringLiteral("one"));
        QTRY_COMPARE(find<QLabel>("nameLabel")->text(), QStringLiteral("one"));
        QTRY_VERIFY(may("holdAction"));
    }

    void skip(ActivityId activity, const QString &name)
    {
        ActionInput input;
        input.action = TaskAction::Skip;
        input.reason = QStringLiteral("not needed");
        QVERIFY(m_county->act(activity, name, input));
    }
    struct Queue {
        QWidget *page;
        QTableView *table;
        QLabel *name;
        QAction *complete;
        [[nodiscard]] QString said() const // below the list
        {
            return page->findChild<QWidget *>(QStringLiteral("listSide"))
                ->findChild<MessageBar *>(QStringLiteral("messageBar"))
                ->text();
        }
    };
    Queue openQueue(int rows)
    {
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        auto *page = m_window->findChild<QWidget *>(QStringLiteral("queuePage"));
        const Queue queue{page, page->findChild<QTableView *>(QStringLiteral("queueTable")),
                          page->findChild<QLabel *>(QStringLiteral("nameLabel")),
                          page->findChild<QAction *>(QStringLiteral("completeAction"))};
        [&] {
            QTRY_COMPARE(queue.table->model()->rowCount(), rows);
            QTRY_COMPARE(queue.name->text(), QStringLiteral("one"));
        }();
        return queue;
    }

    ActivityId m_one, m_two;
};

void OthersAtWork::whatIsTypedStaysWhenItsTaskIsTakenAway()
{
    open(alice());
    takeBoth();
    press(Qt::Key_H);
    auto *words = find<QPlainTextEdit>("wordsEdit");
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("waits for a pa"));
    takeAway(m_one, QStringLiteral("one"));
    QTRY_COMPARE(rows().size(), 2);
    QVERIFY2(said().contains(QStringLiteral("one is no longer in your list")), qPrintable(said()));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("per"));
    QCOMPARE(words->toPlainText(), QStringLiteral("waits for a paper"));
    press(Qt::Key_Return, Qt::ControlModifier); // refused, and said to nobody else's task
    QTRY_VERIFY(taskOf(m_one, QStringLiteral("one")).worker.value == QStringLiteral("bob"));
    QVERIFY(stateOf(m_two, QStringLiteral("two")) == TaskState::InProgress);
    press(Qt::Key_Escape);
    QTRY_VERIFY(list()->hasFocus());
    press(Qt::Key_J);
    QCOMPARE(chosen(), QStringLiteral("two"));
    QTRY_COMPARE(find<QLabel>("nameLabel")->text(), QStringLiteral("two"));
}

void OthersAtWork::nothingIsChosenWhereATaskWasTakenAway()
{
    open(alice());
    takeBoth();
    press(Qt::Key_M); // which takes nothing away
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("called"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(list()->hasFocus());
    takeAway(m_one, QStringLiteral("one"));
    QTRY_COMPARE(rows().size(), 2);
    QVERIFY(!list()->currentIndex().isValid());
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!may("completeAction"));
    press(Qt::Key_J);
    QCOMPARE(chosen(), QStringLiteral("two"));
    QTRY_VERIFY(may("completeAction"));
    QVERIFY(stateOf(m_two, QStringLiteral("two")) == TaskState::InProgress);
}

// What it said of the task is covered then, and the Tab key leads to nothing of it.
void OthersAtWork::whatIsGoneHasNoLinks()
{
    open(alice());
    takeBoth();
    auto *pane = find<TaskPane>("taskPane");
    press(Qt::Key_Return); // to read it
    QVERIFY(pane->isAncestorOf(QApplication::focusWidget()));
    takeAway(m_one, QStringLiteral("one"));
    QTRY_COMPARE(rows().size(), 2);
    QVERIFY(list()->hasFocus());
    do {
        press(Qt::Key_Tab);
        QVERIFY2(!pane->isAncestorOf(QApplication::focusWidget()), qPrintable(QApplication::focusWidget()->objectName()));
    } while (!list()->hasFocus());
}

// Though the list shows that the task is gone before the answer says that it is done.
void OthersAtWork::whatIsDoneHereIsNotTheDeedOfOthers()
{
    open(alice());
    m_one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
    QTRY_COMPARE(chosen(), QStringLiteral("one"));
    QTRY_VERIFY(may("completeAction"));
    // The core waits while it answers the first, so it executes the second and what alice does together, and answers in order.
    std::promise<void> waits;
    std::array<std::promise<void>, 2> goOn;
    const auto say = [this](std::function<void()> whenAnswered) {
        m_county->core().submit({RemoveWorker{{QStringLiteral("nobody")}}, {QStringLiteral("county"), Role::Admin, {}}, {}},
                                [whenAnswered](const Reply &) { whenAnswered(); });
    };
    say([&] {
        waits.set_value();
        goOn[0].get_future().wait();
    });
    waits.get_future().wait();
    say([&] { goOn[1].get_future().wait(); });
    press(Qt::Key_Return, Qt::ControlModifier);
    goOn[0].set_value();
    QTRY_VERIFY(stateOf(m_one, QStringLiteral("one")) == TaskState::Completed);
    emit m_county->client().changed(ChangeSet::everything());
    QTRY_COMPARE(rows().size(), 0);
    QCOMPARE(said(), QString());
    goOn[1].set_value();
    QTRY_COMPARE(said(), QStringLiteral("one is done. There is nothing more that you could take now."));
}

void OthersAtWork::whoGoesOnMeanwhileIsToldAndStays()
{
    open(alice());
    takeBoth();
    press(Qt::Key_Return, Qt::ControlModifier); // and before there is an answer
    press(Qt::Key_J);
    QTRY_COMPARE(said(), QStringLiteral("one is done."));
    QTRY_COMPARE(rows().size(), 2);
    QCOMPARE(chosen(), QStringLiteral("two"));
    QTRY_COMPARE(find<QLabel>("nameLabel")->text(), QStringLiteral("two"));
}

void OthersAtWork::theFormOfTheQueueStays()
{
    open(alice(Role::Supervisor));
    takeBoth();
    const auto [page, table, name, complete] = openQueue(2);
    auto *hold = page->findChild<QAction *>(QStringLiteral("holdAction"));
    QTRY_VERIFY(hold->isEnabled());
    hold->trigger();
    auto *words = page->findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit"));
    QTRY_VERIFY(words->isVisible());
    words->setPlainText(QStringLiteral("waits"));
    skip(m_one, QStringLiteral("one"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(words->toPlainText(), QStringLiteral("waits"));
    QCOMPARE(name->text(), QStringLiteral("one"));
    QTest::keyClick(words, Qt::Key_Escape);
    QTRY_VERIFY(!name->isVisible());
    QVERIFY(!table->currentIndex().isValid());
    QTest::keyClick(table, Qt::Key_Down);
    QTRY_COMPARE(name->text(), QStringLiteral("two"));
}

void OthersAtWork::theQueueTurnsNoKeyToANeighbour()
{
    open(alice(Role::Supervisor));
    takeBoth();
    const ActivityId three = openTask(QStringLiteral("three"), QStringLiteral("3h"));
    const Queue queue = openQueue(3);
    QTest::keyClick(queue.table, Qt::Key_Down);
    QTRY_COMPARE(queue.name->text(), QStringLiteral("two"));
    QTRY_VERIFY(queue.complete->isEnabled());
    skip(m_two, QStringLiteral("two"));
    QTRY_COMPARE(queue.table->model()->rowCount(), 2);
    QVERIFY(!queue.complete->isEnabled());
    QVERIFY(!queue.table->currentIndex().isValid());
    QVERIFY(!queue.name->isVisible());
    QVERIFY2(queue.said().contains(QStringLiteral("two (kim) has left the list")), qPrintable(queue.said()));
    QTest::keyClick(queue.table, Qt::Key_Down); // from where it was
    QTRY_COMPARE(queue.name->text(), QStringLiteral("three"));
    skip(three, QStringLiteral("three"));
    QTRY_COMPARE(queue.table->model()->rowCount(), 1);
    QVERIFY(!queue.table->currentIndex().isValid());
    QTest::keyClick(queue.table, Qt::Key_Up);
    QTRY_COMPARE(queue.name->text(), QStringLiteral("one"));
}

// A comment, or a hold that is seen in the list, is no reason to think that the task was taken away here.
void OthersAtWork::whatIsDoneInTheQueueLeadsOn()
{
    open(alice(Role::Supervisor));
    takeBoth();
    openTask(QStringLiteral("three"), QStringLiteral("3h"));
    const Queue queue = openQueue(3);
    const auto say = [&queue](TaskAction action) {
        auto *item = queue.page->findChild<QAction *>(wordsFor(action).name + QStringLiteral("Action"));
        QTRY_VERIFY(item->isEnabled());
        item->trigger();
        auto *words = queue.page->findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit"));
        QTRY_VERIFY(words->isVisible());
        words->setPlainText(QStringLiteral("why"));
        QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!words->isVisible());
    };
    say(TaskAction::Skip);
    QTRY_COMPARE(queue.table->model()->rowCount(), 2);
    QTRY_COMPARE(queue.name->text(), QStringLiteral("two"));
    QCOMPARE(queue.table->currentIndex().row(), 0);
    say(TaskAction::Comment);
    say(TaskAction::Hold);
    QTRY_COMPARE(queue.table->currentIndex().siblingAtColumn(QueueModel::Status).data().toString(), text(TaskState::OnHold));
    skip(m_two, QStringLiteral("two"));
    QTRY_COMPARE(queue.table->model()->rowCount(), 1);
    QVERIFY(!queue.table->currentIndex().isValid());
}

void OthersAtWork::theAlertsTurnNoKeyToANeighbour()
{
    open(alice(Role::Supervisor));
    for (const char *name : {"one", "two", "three"})
        openTask(QString::fromLatin1(name), QStringLiteral("1h"));
    m_county->advance(QStringLiteral("61m"));
    m_window->openAlerts();
    auto *page = m_window->findChild<QWidget *>(QStringLiteral("alertsPage"));
    auto *table = page->findChild<QTableView *>(QStringLiteral("alertTable"));
    auto *told = page->findChild<QLabel *>(QStringLiteral("followersLabel"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QTest::keyClick(table, Qt::Key_Down);
    const auto open = [this] {
        return m_county->ask(ListAlerts{true, 9, {}})->items;
    };
    const std::vector<Alert> before = open();
    QVERIFY(m_county->say(AcknowledgeAlert{before[1].id}));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(!table->currentIndex().isValid());
    QVERIFY(!told->isVisible());
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_S);
    QVERIFY(!page->findChild<QWidget *>(QStringLiteral("snoozeMenu"))->isVisible());
    QTest::keyClick(table, Qt::Key_Down); // from where it was
    QCOMPARE(table->currentIndex().row(), 1);
    QTest::keyClick(table, Qt::Key_Space);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(open().front().id, before[0].id);
    QCOMPARE(table->currentIndex().row(), 0); // what is done here leads on
}

void OthersAtWork::theActivityThatIsShownStays()
{
    open(alice(Role::Supervisor));
    for (const char *name : {"one", "two", "three"})
        openTask(QString::fromLatin1(name), QStringLiteral("1h"));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    auto *page = m_window->findChild<QWidget *>(QStringLiteral("activitiesPage"));
    auto *states = page->findChild<QComboBox *>(QStringLiteral("stateCombo"));
    states->setCurrentIndex(states->findData(static_cast<int>(ActivityState::Open)));
    auto *table = page->findChild<QTableView *>(QStringLiteral("activityTable"));
    auto *name = page->findChild<QLabel *>(QStringLiteral("nameLabel"));
    auto *comment = page->findChild<QAction *>(QStringLiteral("commentAction"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QTest::keyClick(table, Qt::Key_Down);
    QTRY_COMPARE(name->text(), QStringLiteral("two"));
    QTRY_VERIFY(comment->isEnabled());
    comment->trigger();
    auto *words = page->findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit"));
    QTest::keyClicks(words, QStringLiteral("called, w"));
    const ActivityId two = m_county->ask(ListActivities{})->items[1].activity.id;
    QVERIFY(m_county->say(EndActivity{two, EndKind::Cancel, QStringLiteral("twice")}));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(!table->currentIndex().isValid());
    QCOMPARE(name->text(), QStringLiteral("two"));
    QVERIFY(words->hasFocus());
    QCOMPARE(words->toPlainText(), QStringLiteral("called, w"));
    states->setCurrentIndex(0); // where it stands again
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->currentIndex().row(), 1);
    QCOMPARE(words->toPlainText(), QStringLiteral("called, w"));
    states->setCurrentIndex(1);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTest::keyClick(table, Qt::Key_Down); // on from its place
    QTRY_COMPARE(name->text(), QStringLiteral("one"));
}

void OthersAtWork::arrowsPassOverHeadings()
{
    open(alice());
    takeBoth();
    openTask(QStringLiteral("three"), QStringLiteral("3h"));
    QTRY_COMPARE(rows(),
                 QStringList({QStringLiteral("In hand"), QStringLiteral("one"), QStringLiteral("two"),
                              QStringLiteral("Waiting for anyone"), QStringLiteral("three")}));
    press(Qt::Key_Down);
    QCOMPARE(chosen(), QStringLiteral("two"));
    press(Qt::Key_Down);
    QCOMPARE(chosen(), QStringLiteral("three"));
    press(Qt::Key_Up);
    QCOMPARE(chosen(), QStringLiteral("two"));
}

void OthersAtWork::theListOfNamesStaysUnderTheHand()
{
    open({QStringLiteral("boss"), Role::Supervisor, {}});
    auto *names = find<QComboBox>("whoCombo");
    QTRY_COMPARE(names->count(), 3); // a word, alice, bob
    names->setFocus();
    press(Qt::Key_Down);
    emit names->activated(names->currentIndex());
    QTRY_COMPARE(names->count(), 2);
    names->showPopup();
    QTRY_VERIFY(names->view()->isVisible());
    names->view()->setCurrentIndex(names->model()->index(1, 0));
    m_county->hire(QStringLiteral("carol"), WorkerKind::Human, {QStringLiteral("dig")});
    openTask(QStringLiteral("one"), QStringLiteral("1h"));
    QTRY_COMPARE(rows().size(), 2); // which is read after the people
    QCOMPARE(names->view()->currentIndex().row(), 1);
    QCOMPARE(names->count(), 2);
    names->hidePopup();
    m_county->hire(QStringLiteral("dave"), WorkerKind::Human, {QStringLiteral("dig")});
    QTRY_COMPARE(names->count(), 4);
}

// Faster than the core answers: what comes late is not what is chosen.
void OthersAtWork::aStepThereAndBackActsOnWhatIsChosen()
{
    open(alice());
    takeBoth();
    QTRY_COMPARE(find<QLabel>("nameLabel")->text(), QStringLiteral("one"));
    press(Qt::Key_J);
    press(Qt::Key_K);
    QCOMPARE(chosen(), QStringLiteral("one"));
    QTRY_VERIFY(may("holdAction"));
    QCOMPARE(find<QLabel>("nameLabel")->text(), QStringLiteral("one"));
    press(Qt::Key_H);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("waits"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(m_one, QStringLiteral("one")) == TaskState::OnHold);
    QVERIFY(stateOf(m_two, QStringLiteral("two")) == TaskState::InProgress);
}

// The task was read before the change, and its answer comes after the news of that.
void OthersAtWork::whatChangesWhileATaskIsOnItsWayIsSeen()
{
    open(alice());
    m_one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
    m_two = openTask(QStringLiteral("two"), QStringLiteral("2h"));
    QTRY_COMPARE(rows().size(), 3);
    QTRY_COMPARE(find<QLabel>("nameLabel")->text(), QStringLiteral("one"));
    QWidget *pane = find<QLabel>("nameLabel");
    while (!qobject_cast<TaskPane *>(pane))
        pane = pane->parentWidget();
    const auto *pause = pane->findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    QTRY_VERIFY(!pause->isActive()); // what was done before makes it read nothing again
    press(Qt::Key_J);
    QCOMPARE(chosen(), QStringLiteral("two"));
    const TaskId two = taskOf(m_two, QStringLiteral("two")).id; // one question after the other: that of the pane was read
    Reserve reserve;
    reserve.worker = WorkerId{QStringLiteral("alice")};
    reserve.max = 2;
    QCOMPARE(m_county->say(reserve)->size(), size_t(2));
    ChangeSet news;
    news.tasks = {two};
    emit m_county->client().changed(news);
    const QSignalBlocker nothingMore(m_county->client());
    QTRY_COMPARE(find<QLabel>("nameLabel")->text(), QStringLiteral("two"));
    QTRY_VERIFY(may("failAction"));
}

void OthersAtWork::whoIsRemovedIsTold()
{
    open({QStringLiteral("Maria"), Role::Supervisor, {}});
    auto *who = find<QComboBox>("whoCombo");
    QTRY_COMPARE(who->count(), 3);
    who->setCurrentIndex(1);
    emit who->activated(1);
    QTRY_COMPARE(m_county->client().actor().worker.value, QStringLiteral("alice"));
    QVERIFY(m_county->say(RemoveWorker{alice().worker}));
    QTRY_VERIFY(m_county->client().actor().worker.isNull());
    QTRY_VERIFY(said().contains(QStringLiteral("alice")));
}

HMSACT_TEST(OthersAtWork)

} // namespace hmsact::othersatwork_test

#include "othersatwork.moc"
