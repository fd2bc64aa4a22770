// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/taskpane.h"

#include "console/messagebar.h"
#include "console/pagedesk.h"
#include "console/signlabel.h"
#include "console/words.h"
#include "domain/codec.h"
#include "support/testprogram.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

namespace hmsact::taskpane_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// What a supervisor does in the detail pane: done by its keys, refused by a click because somebody else was faster. Asked is
// the core, and what the pane says of it.
class TaskPaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_desk.reset(); }
    void aFailedTaskIsTriedAgain();
    void whatIsTriedAgainAlreadyIsNotTriedAgain();
    void aTaskIsSkippedWithItsReason();
    void whatIsDoneIsNotSkipped();
    void aTaskGoesToAPool();
    void aPoolThatNobodyIsInAnyMoreGetsNothing();
    void aTaskGoesToAWorker();
    void aWorkerWhoIsGoneGetsNothing();
    void workIsApproved();
    void whatWasSentBackIsNotApproved();
    void workIsSentBackWithItsReason();
    void whatIsApprovedIsNotSentBack();
    void aReasonThatIsTooLongIsSaid();
    void filesOfOneNameStandBesideEachOther();
    void ofTooManyFilesItIsSaid();
    void whatChangesMeanwhileKeepsNoFormFromOpening();
    void aLongNameLeavesTheActionsInSight();
    void whatWasDoneIsSaidThoughTheListGoesOn();

private:
    template <class W>
    W *find(const char *name)
    {
        return m_desk->find<W>(name, "taskPane");
    }
    void openTask(Review review = Review::None);
    void openFailed();
    void openInReview();
    void press(int key, Qt::KeyboardModifiers with) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), with); }
    void pressAction(const char *action, int key)
    {
        QTRY_VERIFY2(find<QAction>(action)->isEnabled(), action);
        press(key, Qt::ControlModifier | Qt::ShiftModifier);
    }
    void click(const char *button)
    {
        auto *found = find<QPushButton>(button);
        QVERIFY2(found->isVisible() && found->isEnabled(), button);
        QTest::mouseClick(found, Qt::LeftButton);
    }
    void type(const char *words)
    {
        auto *edit = find<QPlainTextEdit>("wordsEdit");
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QString::fromUtf8(words));
    }
    void choose(const QString &target);
    void drop(const QStringList &files); // on the pane
    QStringList fileNames();
    void say(TaskAction action, const QString &reason = {}, const char *worker = "");
    Task task() { return m_desk->county.ask(GetTask{m_task})->view.task; }
    // All that the core knows of it.
    QJsonObject known();
    void verifyRefused(const QJsonObject &before, const char *because);
    void verifySaid(const char *done, TaskState state);
    QString fact(int line) { return find<QLabel>(qPrintable(QStringLiteral("fact%1Label").arg(line)))->text(); }

    static constexpr int reasonLine = 1;
    static constexpr int citizenLine = 3;
    static constexpr int workerLine = 5;
    static constexpr int attemptLine = 8;
    static constexpr int reviewLine = 15;
    QTemporaryDir m_folder;
    std::unique_ptr<PageDesk> m_desk;
    TaskRef m_task;
};

void TaskPaneTest::init()
{
    m_desk = std::make_unique<PageDesk>("activitiesPage");
    const QStringList skill{QStringLiteral("verify")};
    m_desk->county.hire(QStringLiteral("ann"), WorkerKind::Human, skill, {QStringLiteral("front")});
    m_desk->county.hire(QStringLiteral("bob"), WorkerKind::Human, skill, {QStringLiteral("back")});
}

void TaskPaneTest::openTask(Review review)
{
    TaskSpec spec = County::task(QStringLiteral("verify"), QStringLiteral("2h"));
    spec.review = review;
    m_task = {m_desk->county
                  .open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"),
                        {spec, County::task(QStringLiteral("print"), QStringLiteral("1h"))})
                  .activity.id,
              spec.name,
              {}};
}

void TaskPaneTest::openFailed()
{
    openTask();
    for (const char *worker : {"ann", "bob"}) {
        Reserve reserve;
        reserve.worker = WorkerId{QString::fromLatin1(worker)};
        QCOMPARE(m_desk->county.say(reserve)->size(), size_t(1));
        ActionInput failed;
        failed.action = TaskAction::Fail;
        failed.worker = reserve.worker;
        failed.reason = QStringLiteral("photo unreadable");
        failed.mayRetry = task().attempt == 1;
        QVERIFY(m_desk->county.act(m_task.activity, m_task.name, failed));
        m_desk->county.advance(QStringLiteral("30m"));
    }
    QVERIFY(task().state == TaskState::Failed);
    choose({});
}

void TaskPaneTest::openInReview()
{
    openTask(Review::Human);
    say(TaskAction::Complete, {}, "ann");
    QVERIFY(task().state == TaskState::InReview);
    choose({});
}

// Chooses the task in the window or, in the form, who is to have it.
void TaskPaneTest::choose(const QString &target)
{
    if (target.isEmpty()) {
        QVERIFY(m_desk->open(Qt::Key_3));
        m_desk->window().openActivity(m_task.activity, m_task.name);
        QTRY_COMPARE(find<QLabel>("nameLabel")->text(), m_task.name);
        m_desk->find<QTableView>("activityTable")->setFocus();
        return;
    }
    auto *combo = find<QComboBox>("targetCombo");
    QTRY_VERIFY(combo->hasFocus());
    for (int step = 0; step < combo->count() && !combo->currentText().startsWith(target); ++step)
        QTest::keyClick(combo, Qt::Key_Down);
    QVERIFY2(combo->currentText().startsWith(target), qPrintable(combo->currentText()));
}

// Somebody else, elsewhere.
void TaskPaneTest::say(TaskAction action, const QString &reason, const char *worker)
{
    ActionInput input;
    input.action = action;
    input.reason = reason;
    input.worker = WorkerId{QString::fromLatin1(worker)};
    QVERIFY(m_desk->county.act(m_task.activity, m_task.name, input));
}

QJsonObject TaskPaneTest::known()
{
    QJsonObject all = toJson(QueryAnswer(*m_desk->county.ask(GetActivity{m_task.activity})));
    all.insert(QStringLiteral("task"), toJson(QueryAnswer(*m_desk->county.ask(GetTask{m_task}))));
    ListEvents events;
    events.activity = m_task.activity;
    all.insert(QStringLiteral("events"), toJson(QueryAnswer(*m_desk->county.ask(events))));
    return all;
}

void TaskPaneTest::verifyRefused(const QJsonObject &before, const char *because)
{
    auto *bar = find<MessageBar>("messageBar");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->kind() == MessageBar::Kind::Error, qPrintable(bar->text()));
    QVERIFY2(bar->text().contains(QString::fromUtf8(because), Qt::CaseInsensitive), qPrintable(bar->text()));
    QCOMPARE(known(), before);
    QTRY_COMPARE(find<SignLabel>("stateLabel")->text(), text(task().state)); // what the other made of it is shown
    QVERIFY(bar->isVisible()); // and the refusal stays
}

void TaskPaneTest::verifySaid(const char *done, TaskState state)
{
    QTRY_COMPARE(find<MessageBar>("messageBar")->text(), QString::fromUtf8(done));
    QVERIFY(find<MessageBar>("messageBar")->kind() == MessageBar::Kind::Confirmation);
    QVERIFY(task().state == state);
    QTRY_COMPARE(find<SignLabel>("stateLabel")->text(), text(state));
    QVERIFY(!find<QWidget>("actionForm")->isVisible());
}

void TaskPaneTest::aFailedTaskIsTriedAgain()
{
    openFailed();
    QTRY_VERIFY(find<QPushButton>("retryButton")->isVisible());
    QTRY_COMPARE(fact(attemptLine), QStringLiteral("2 of 3"));
    pressAction("retryAction", Qt::Key_T);
    verifySaid("verify (kim) will be tried again.", TaskState::Pending);
    QCOMPARE(task().attempt, 1); // counted anew
    QTRY_COMPARE(fact(attemptLine), QStringLiteral("1 of 3"));
    QVERIFY(!find<QPushButton>("retryButton")->isVisible());
}

void TaskPaneTest::whatIsTriedAgainAlreadyIsNotTriedAgain()
{
    openFailed();
    QTRY_VERIFY(find<QPushButton>("retryButton")->isVisible());
    say(TaskAction::Retry);
    const QJsonObject before = known();
    click("retryButton");
    verifyRefused(before, "pending");
    QTRY_VERIFY(!find<QPushButton>("retryButton")->isVisible());
}

void TaskPaneTest::aTaskIsSkippedWithItsReason()
{
    openTask();
    choose({});
    pressAction("skipAction", Qt::Key_K);
    QVERIFY(!find<QPushButton>("confirmButton")->isEnabled()); // not without a reason
    type("the clinic sent it");
    press(Qt::Key_Return, Qt::ControlModifier);
    verifySaid("verify (kim) was skipped.", TaskState::Skipped);
    QCOMPARE(task().reason, QStringLiteral("the clinic sent it"));
    QTRY_COMPARE(fact(reasonLine), QStringLiteral("the clinic sent it"));
    QTRY_VERIFY(find<QLabel>("history")->text().contains(QStringLiteral("the clinic sent it")));
    QVERIFY(!find<QPushButton>("skipButton")->isVisible());
}

void TaskPaneTest::whatIsDoneIsNotSkipped()
{
    openTask();
    choose({});
    pressAction("skipAction", Qt::Key_K);
    type("not needed");
    say(TaskAction::Complete, {}, "ann");
    const QJsonObject before = known();
    click("confirmButton");
    verifyRefused(before, "completed");
    QCOMPARE(find<QPlainTextEdit>("wordsEdit")->toPlainText(), QStringLiteral("not needed"));
}

void TaskPaneTest::aTaskGoesToAPool()
{
    openTask();
    choose({});
    pressAction("reassignAction", Qt::Key_R);
    choose(QStringLiteral("Anyone in pool front"));
    press(Qt::Key_Return, Qt::ControlModifier);
    verifySaid("verify (kim) was reassigned.", TaskState::Pending);
    QCOMPARE(task().pool, QStringLiteral("front"));
    QVERIFY(task().worker.isNull());
    QTRY_COMPARE(fact(workerLine), QStringLiteral("anyone in pool front"));
}

void TaskPaneTest::aPoolThatNobodyIsInAnyMoreGetsNothing()
{
    openTask();
    choose({});
    pressAction("reassignAction", Qt::Key_R);
    choose(QStringLiteral("Anyone in pool back"));
    QVERIFY(m_desk->county.say(RemoveWorker{WorkerId{QStringLiteral("bob")}}));
    const QJsonObject before = known();
    click("confirmButton");
    verifyRefused(before, "no worker is in the pool “back”");
    QVERIFY(find<QWidget>("actionForm")->isVisible());
}

void TaskPaneTest::aTaskGoesToAWorker()
{
    openTask();
    choose({});
    pressAction("reassignAction", Qt::Key_R);
    choose(QStringLiteral("bob"));
    press(Qt::Key_Return, Qt::ControlModifier);
    verifySaid("verify (kim) was reassigned.", TaskState::Pending);
    QCOMPARE(task().worker.value, QStringLiteral("bob"));
    QTRY_COMPARE(fact(workerLine), QStringLiteral("bob"));
}

void TaskPaneTest::aWorkerWhoIsGoneGetsNothing()
{
    openTask();
    choose({});
    pressAction("reassignAction", Qt::Key_R);
    choose(QStringLiteral("bob"));
    QVERIFY(m_desk->county.say(RemoveWorker{WorkerId{QStringLiteral("bob")}}));
    const QJsonObject before = known();
    click("confirmButton");
    verifyRefused(before, "there is no worker “bob”");
    QVERIFY(find<QWidget>("actionForm")->isVisible());
}

void TaskPaneTest::workIsApproved()
{
    openInReview();
    pressAction("approveAction", Qt::Key_A);
    verifySaid("verify (kim) was approved.", TaskState::Completed);
    QVERIFY(task().oversight.outcome == ReviewOutcome::Approved);
    QTRY_COMPARE(fact(reviewLine), QStringLiteral("work of ann · approved"));
    QVERIFY(!find<QPushButton>("approveButton")->isVisible());
    QVERIFY(m_desk->county.ask(GetTask{{m_task.activity, QStringLiteral("print"), {}}})->view.task.state
            == TaskState::Pending); // what waited for it goes on
}

void TaskPaneTest::whatWasSentBackIsNotApproved()
{
    openInReview();
    QTRY_VERIFY(find<QPushButton>("approveButton")->isVisible());
    say(TaskAction::SendBack, QStringLiteral("no stamp"));
    const QJsonObject before = known();
    click("approveButton");
    verifyRefused(before, "pending");
    QTRY_VERIFY(!find<QPushButton>("approveButton")->isVisible());
}

void TaskPaneTest::workIsSentBackWithItsReason()
{
    openInReview();
    pressAction("send-backAction", Qt::Key_B);
    QVERIFY(!find<QPushButton>("confirmButton")->isEnabled());
    type("the stamp is missing");
    press(Qt::Key_Return, Qt::ControlModifier);
    verifySaid("verify (kim) was sent back.", TaskState::Pending);
    QCOMPARE(task().reason, QStringLiteral("the stamp is missing"));
    QVERIFY(task().oversight.outcome == ReviewOutcome::Rejected);
    QTRY_COMPARE(fact(reasonLine), QStringLiteral("the stamp is missing"));
    QTRY_COMPARE(fact(reviewLine), QStringLiteral("work of ann · sent back"));
    QTRY_VERIFY(find<QLabel>("history")->text().contains(QStringLiteral("the stamp is missing")));
}

void TaskPaneTest::whatIsApprovedIsNotSentBack()
{
    openInReview();
    pressAction("send-backAction", Qt::Key_B);
    type("the stamp is missing");
    say(TaskAction::Approve);
    const QJsonObject before = known();
    click("confirmButton");
    verifyRefused(before, "completed");
    QCOMPARE(find<QPlainTextEdit>("wordsEdit")->toPlainText(), QStringLiteral("the stamp is missing"));
}

void TaskPaneTest::aReasonThatIsTooLongIsSaid()
{
    openTask();
    choose({});
    pressAction("skipAction", Qt::Key_K);
    type("why");
    find<QPlainTextEdit>("wordsEdit")->setPlainText(QString(limits::reasonMax + 1, u'x')); // as by the clipboard
    const QJsonObject before = known();
    click("confirmButton");
    verifyRefused(before, qPrintable(QString::number(limits::reasonMax)));
    QVERIFY(find<QWidget>("actionForm")->isVisible());
}

void TaskPaneTest::drop(const QStringList &files)
{
    QList<QUrl> urls;
    for (const QString &name : files) {
        const QString path = m_folder.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(name.toUtf8()) > 0);
        urls << QUrl::fromLocalFile(path);
    }
    QMimeData data;
    data.setUrls(urls);
    QTRY_VERIFY(find<QAction>("attachAction")->isEnabled());
    auto *pane = m_desk->find<QWidget>("taskPane");
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(pane, &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(pane, &drop);
}

QStringList TaskPaneTest::fileNames()
{
    QStringList names;
    const auto detail = m_desk->county.ask(GetTask{m_task});
    for (const Artefact &file : detail->artefacts)
        names << file.fileName;
    names.sort();
    return names;
}

void TaskPaneTest::filesOfOneNameStandBesideEachOther()
{
    openTask();
    choose({});
    drop({QStringLiteral("a/scan.txt"), QStringLiteral("b/scan.txt"), QStringLiteral("c/scan.txt")});
    QTRY_COMPARE(find<MessageBar>("messageBar")->text(), QStringLiteral("3 file(s) are attached."));
    QCOMPARE(fileNames(),
             (QStringList{QStringLiteral("scan (2).txt"), QStringLiteral("scan (3).txt"), QStringLiteral("scan.txt")}));
}

void TaskPaneTest::ofTooManyFilesItIsSaid()
{
    openTask();
    choose({});
    QStringList names;
    for (int i = 0; i < 25; ++i)
        names << QStringLiteral("%1.txt").arg(i);
    drop(names);
    QTRY_COMPARE(find<MessageBar>("messageBar")->text(),
                 QStringLiteral("Only the first 20 of 25 files were taken. Attach the others after them."));
    QCOMPARE(fileNames().size(), 20);
}

void TaskPaneTest::aLongNameLeavesTheActionsInSight()
{
    m_task.name = QStringLiteral("a_task_with_a_very_long_name_that_goes_on_and_on_and_on");
    m_task.activity = m_desk->county
                          .open(m_task.name + u'x', QStringLiteral("kim"), QStringLiteral("1d"),
                                {County::task(m_task.name, QStringLiteral("2h"))})
                          .activity.id;
    QVERIFY(m_desk->open(Qt::Key_3));
    m_desk->window().openActivity(m_task.activity, m_task.name);
    QTRY_VERIFY(find<QPushButton>("skipButton")->isVisible());
    auto *area = find<QScrollArea>("scrollArea");
    for (const QSize size : {QSize(1480, 900), QSize(1024, 700)}) {
        m_desk->window().resize(size);
        QTRY_COMPARE(area->widget()->width(), area->viewport()->width());
        for (const auto *button : area->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->mapTo(area, QPoint(button->width(), 0)).x() <= area->width(), qPrintable(button->text()));
        }
        auto *title = m_desk->find<QWidget>("intentLabel", "activityView");
        auto *cancel = m_desk->find<QWidget>("cancelButton", "activityView");
        QTRY_VERIFY2(title->width() >= cancel->width() && !title->geometry().intersects(cancel->geometry()),
                     qPrintable(QString::number(title->width())));
    }
}

void TaskPaneTest::whatChangesMeanwhileKeepsNoFormFromOpening()
{
    openTask();
    choose({});
    QTRY_VERIFY(find<QAction>("reassignAction")->isEnabled());
    find<QAction>("reassignAction")->trigger();
    m_desk->find<TaskPane>("taskPane")->refresh(); // before it is known who there is
    QTRY_VERIFY(find<QComboBox>("targetCombo")->hasFocus());
}

void TaskPaneTest::whatWasDoneIsSaidThoughTheListGoesOn()
{
    m_desk = std::make_unique<PageDesk>("queuePage");
    m_desk->county.hire(QStringLiteral("ann"), WorkerKind::Human, {QStringLiteral("verify")});
    openTask();
    m_desk->county.open(QStringLiteral("card"), QStringLiteral("lee"), QStringLiteral("1d"),
                        {County::task(QStringLiteral("verify"), QStringLiteral("3h"))});
    QVERIFY(m_desk->open(Qt::Key_1));
    QTRY_COMPARE(fact(citizenLine), QStringLiteral("kim"));
    QTRY_VERIFY(find<QAction>("completeAction")->isEnabled());
    QTest::keyClick(m_desk->find<QTableView>("queueTable"), Qt::Key_Return, Qt::ControlModifier);
    auto *who = find<QComboBox>("targetCombo");
    QTRY_VERIFY(who->isVisible());
    who->setCurrentText(QStringLiteral("ann"));
    click("confirmButton");
    QTRY_VERIFY(task().state == TaskState::Completed);
    QTRY_VERIFY(fact(citizenLine) != QStringLiteral("kim")); // what comes next is shown
    const auto *bar = find<MessageBar>("messageBar");
    QTRY_COMPARE(bar->text(), QStringLiteral("verify (kim) is done."));
    QVERIFY(bar->isVisible());
}

HMSACT_TEST(TaskPaneTest)

} // namespace hmsact::taskpane_test

#include "taskpane.moc"
