// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/absencepanel.h"
#include "console/emptystate.h"
#include "console/messagebar.h"
#include "console/pagedesk.h"
#include "console/signlabel.h"
#include "console/waitingmodel.h"
#include "console/waitingtext.h"
#include "console/workermodel.h"
#include "console/workmodel.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace hmsact::staffing_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// Who is there, what waits for whom and why, and what a leave would do, on a real core.
class StaffingTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_desk.reset(); }
    void whoIsThereIsSaid();
    void whatWaitsIsGroupedAndSaysWhy();
    void theListOfWhatWaitsSaysWhereItEnds();
    void theWaitingModelIsSound();
    void timesInAReasonAreThoseOfTheDesk();
    void whoeverIsSearchedForTheGapsAreThoseOfAll();
    void whatWaitsIsNotSearchedForWorkers();
    void whereNobodyWorksThatIsSaid();
    void aLeaveShowsWhereEachTaskGoes();
    void theLeaveThatOthersPlannedStays();
    void onlyWhatIsShownIsConfirmed();
    void theLeaveOfAnotherStaysOpen();
    void whatIsWrongWithALeaveIsSaid();
    void aLeaveIsTakenBack();
    void whoMayNotEditPlansNoLeave();
    void whoIsNotReadYetIsNotCounted();

private:
    template <class W>
    W *find(const char *name)
    {
        return m_desk->find<W>(name);
    }
    void openPage(Role role = Role::Supervisor);
    void give(const char *name, const char *worker, const char *skill = "dig"); // it holds one more task
    void planLeaveOf(const char *worker);
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    QTableView *table() { return find<QTableView>("workerTable"); }
    QPushButton *confirmLeave() { return m_desk->find<QPushButton>("confirmButton", "absencePanel"); }
    QTableView *drill() { return find<QTableView>("drillTable"); }
    QString goesTo(const char *task);
    Worker worker(const char *id) { return m_desk->county.ask(GetWorker{WorkerId{QString::fromLatin1(id)}})->worker; }
    int rowOf(const char *id);

    std::unique_ptr<PageDesk> m_desk;
};

void StaffingTest::openPage(Role role)
{
    m_desk = std::make_unique<PageDesk>("workersPage", role);
    m_desk->county.hire(QStringLiteral("ann"), WorkerKind::Human, {QStringLiteral("dig"), QStringLiteral("seal")});
    m_desk->county.hire(QStringLiteral("bob"), WorkerKind::Human, {QStringLiteral("dig")}, {}, 1);
    m_desk->county.hire(QStringLiteral("cleo"), WorkerKind::Human, {QStringLiteral("dig")});
    QVERIFY(m_desk->open(Qt::Key_4));
    QTRY_COMPARE(table()->model()->rowCount(), 3);
}

void StaffingTest::give(const char *name, const char *worker, const char *skill)
{
    TaskSpec task = County::task(QString::fromLatin1(name), QStringLiteral("2h"));
    task.skill = QString::fromLatin1(skill);
    const ActivityId id =
        m_desk->county.open(QStringLiteral("street"), QStringLiteral("kim"), QStringLiteral("1d"), {task}).activity.id;
    ActionInput assign;
    assign.action = TaskAction::Reassign;
    assign.worker = WorkerId{QString::fromLatin1(worker)};
    QVERIFY(m_desk->county.act(id, task.name, assign));
    Reserve reserve;
    reserve.worker = assign.worker;
    QCOMPARE(m_desk->county.say(reserve)->size(), size_t(1));
}

int StaffingTest::rowOf(const char *id)
{
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        if (cell(row, WorkerModel::Name) == QString::fromLatin1(id))
            return row;
    return -1;
}

void StaffingTest::planLeaveOf(const char *worker)
{
    table()->setCurrentIndex(table()->model()->index(rowOf(worker), 0));
    QTRY_COMPARE(find<QLabel>("workerTitle")->text(), QString::fromLatin1(worker));
    find<QPushButton>("planLeaveButton")->click();
    QTRY_VERIFY(drill()->isVisible());
    QTRY_VERIFY(confirmLeave()->isEnabled());
}

QString StaffingTest::goesTo(const char *task)
{
    for (int row = 0; row < drill()->model()->rowCount(); ++row)
        if (drill()->model()->index(row, DrillModel::Name).data().toString() == QString::fromLatin1(task))
            return drill()->model()->index(row, DrillModel::GoesTo).data().toString();
    return QStringLiteral("not there");
}

void StaffingTest::whoIsThereIsSaid()
{
    openPage();
    SaveWorker away;
    away.spec.id = WorkerId{QStringLiteral("ann")};
    away.spec.available = false;
    QVERIFY(m_desk->county.say(away));
    SaveWorker leave;
    leave.spec.id = WorkerId{QStringLiteral("cleo")};
    const qint64 nowMs = m_desk->county.client().nowMs();
    leave.spec.leave = std::vector<Leave>{{nowMs - 1, nowMs + limits::msPerHour, {}, false}};
    QVERIFY(m_desk->county.say(leave));
    give("hole", "bob");
    m_desk->county.hire(QStringLiteral("robot"), WorkerKind::Bot, {QStringLiteral("weld")});
    m_desk->county.advance(QStringLiteral("20m"));
    QTRY_COMPARE(table()->model()->rowCount(), 4);
    QTRY_COMPARE(cell(rowOf("ann"), WorkerModel::Presence), QStringLiteral("Marked as away"));
    QTRY_VERIFY(cell(rowOf("cleo"), WorkerModel::Presence).startsWith(QStringLiteral("On leave until ")));
    QTRY_COMPARE(cell(rowOf("bob"), WorkerModel::Presence), QStringLiteral("Here"));
    QTRY_COMPARE(cell(rowOf("bob"), WorkerModel::Load), QStringLiteral("1 of 1"));
    QCOMPARE(table()->model()->index(rowOf("bob"), WorkerModel::Load).data(WorkerModel::LoadRole).toInt(),
             1000); // a full bar
    QTRY_COMPARE(cell(rowOf("robot"), WorkerModel::Presence), QStringLiteral("Silent"));
}

void StaffingTest::whatWaitsIsGroupedAndSaysWhy()
{
    openPage();
    for (const char *name : {"weld", "weld", "seal"})
        m_desk->county.open(QStringLiteral("street"), QStringLiteral("kim"), QStringLiteral("1d"),
                            {County::task(QString::fromLatin1(name), QStringLiteral("2h"))});
    QTest::keyClick(&m_desk->window(), Qt::Key_W, Qt::AltModifier);
    auto *list = find<QListView>("waitingList");
    QTRY_VERIFY(list->hasFocus());
    QTRY_COMPARE(list->model()->rowCount(), 5);
    const auto row = [list](int at) {
        return list->model()->index(at, 0);
    };
    QCOMPARE(row(0).data().toString(), QStringLiteral("weld · nobody has it")); // before what somebody is there for
    QCOMPARE(row(0).data(WorkModel::HeadingRole).toInt(), 2);
    QVERIFY(row(0).data(Qt::DecorationRole).isValid()); // a sign, not a colour
    QVERIFY(row(1).data(WorkModel::DetailRole).toString().startsWith(QStringLiteral("nobody has the skill weld")));
    QCOMPARE(row(3).data().toString(), QStringLiteral("seal · 1 could take it now"));
    QVERIFY(!(list->model()->flags(row(0)) & Qt::ItemIsSelectable));
    list->setCurrentIndex(row(1));
    QTest::keyClick(list, Qt::Key_Return);
    const auto *pages = m_desk->window().findChild<QStackedWidget *>(QStringLiteral("pages"));
    QTRY_COMPARE(pages->currentWidget()->objectName(), QStringLiteral("activitiesPage"));
}

void StaffingTest::theListOfWhatWaitsSaysWhereItEnds()
{
    openPage();
    const auto makeWait = [this](int tasks) {
        std::vector<TaskSpec> specs;
        for (int i = 0; i < tasks; ++i)
            specs.push_back(County::task(QStringLiteral("weld-%1").arg(i), QStringLiteral("2h"), QStringList()));
        for (TaskSpec &spec : specs)
            spec.skill = QStringLiteral("weld");
        m_desk->county.open(QStringLiteral("street"), QStringLiteral("kim"), QStringLiteral("1d"), specs);
    };
    makeWait(2);
    find<QToolButton>("waitingButton")->click();
    auto *count = find<QLabel>("countLabel");
    QTRY_COMPARE(count->text(), QStringLiteral("2 task(s) waiting")); // as it stands without a catalogue
    makeWait(1000);
    QTRY_COMPARE(count->text(), QStringLiteral("The first 1,000 of 1,002 tasks waiting: those that come next in the queue"));
    QCOMPARE(find<QListView>("waitingList")->model()->rowCount(), 1001); // with its heading
    find<QToolButton>("listButton")->click();
    QCOMPARE(count->text(), QStringLiteral("3 worker(s)"));
}

void StaffingTest::theWaitingModelIsSound()
{
    WaitingModel model([] { return qint64(0); });
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto task = [](qint64 id, const char *skill) {
        TaskView view;
        view.task.id = TaskId{id};
        view.task.name = view.task.skill = QString::fromLatin1(skill);
        view.waiting = WaitingReason{WaitingCause::Ready, {"why", {}}, {}};
        return view;
    };
    TaskView taken = task(9, "dig");
    taken.waiting.reset();
    const std::vector<SkillRow> skills{{QStringLiteral("dig"), 2, 1, 2}, {QStringLiteral("seal"), 3, 0, 1}};
    model.merge(WaitingModel::rowsOf({task(1, "dig"), task(2, "seal"), taken, task(3, "dig")}, skills));
    QCOMPARE(model.rowCount(), 5); // nothing of what does not wait
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("seal · 3 have it, all away or full"));
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("seal · 3 have it, all away or full, 1 waiting"));
    model.merge(WaitingModel::rowsOf({task(3, "dig")}, skills));
    QCOMPARE(model.rowCount(), 2);
    model.merge({});
    QCOMPARE(model.rowCount(), 0);
}

void StaffingTest::timesInAReasonAreThoseOfTheDesk()
{
    const QDateTime until(QDate(2026, 11, 26), QTime(14, 10));
    const WaitingReason reason{
        WaitingCause::Needs,
        {QT_TRANSLATE_NOOP("Error", "waits for %1, held by %2 until %3"),
         {QStringLiteral("inspect"), QStringLiteral("ann"), until.toUTC().toString(Qt::ISODateWithMs)}},
        {}};
    QCOMPARE(text(reason, until.addSecs(-60).toMSecsSinceEpoch()),
             QStringLiteral("waits for inspect, held by ann until 14:10"));
}

void StaffingTest::whoeverIsSearchedForTheGapsAreThoseOfAll()
{
    openPage();
    m_desk->county.hire(QStringLiteral("dan"), WorkerKind::Human, {QStringLiteral("weld")}, {}, 1);
    give("bridge", "dan", "weld");
    for (const char *skill : {"seal", "weld"})
        m_desk->county.open(QStringLiteral("street"), QStringLiteral("kim"), QStringLiteral("1d"),
                            {County::task(QString::fromLatin1(skill), QStringLiteral("2h"))});
    const auto *gaps = find<SignLabel>("gapLabel");
    QTRY_COMPARE(gaps->text(), QStringLiteral("Tasks waiting – all away or full: weld (1)"));
    find<QLineEdit>("searchEdit")->setText(QStringLiteral("bob")); // who can do neither
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(gaps->text(), QStringLiteral("Tasks waiting – all away or full: weld (1)"));
}

void StaffingTest::whatWaitsIsNotSearchedForWorkers()
{
    openPage();
    find<QToolButton>("waitingButton")->click();
    QVERIFY(!find<QLineEdit>("searchEdit")->isEnabled());
    QTest::keyClick(&m_desk->window(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(table()->isVisible());
    QVERIFY(find<QLineEdit>("searchEdit")->hasFocus());
}

void StaffingTest::whereNobodyWorksThatIsSaid()
{
    m_desk = std::make_unique<PageDesk>("workersPage");
    QVERIFY(m_desk->open(Qt::Key_4));
    const QScrollBar *bar = find<QScrollArea>("formArea")->verticalScrollBar();
    m_desk->window().resize(1000, 500);
    QVERIFY(!bar->isVisible()); // there is nothing to scroll to
    find<QPushButton>("newButton")->click();
    QTRY_VERIFY(bar->isVisible());
    QTest::keyClick(&m_desk->window(), Qt::Key_2, Qt::ControlModifier);
    const auto title = [this] {
        return m_desk->window().findChild<QListView *>(QStringLiteral("workList"))->findChild<EmptyState *>()->title();
    };
    QTRY_COMPARE(title(), QStringLiteral("Nobody works here yet"));
    m_desk->county.hire(QStringLiteral("ann"), WorkerKind::Human, {QStringLiteral("dig")});
    QTRY_COMPARE(title(), QStringLiteral("Who are you?"));
}

void StaffingTest::aLeaveShowsWhereEachTaskGoes()
{
    openPage();
    give("hole", "ann");
    give("stamp", "ann", "seal");
    planLeaveOf("ann");
    QTRY_COMPARE(drill()->model()->rowCount(), 2);
    QVERIFY(goesTo("hole").contains(QStringLiteral("cleo")) || goesTo("hole").contains(QStringLiteral("bob")));
    QVERIFY(goesTo("stamp").startsWith(QStringLiteral("nobody can take it")));
    QCOMPARE(find<SignLabel>("summaryLabel")->text(), QStringLiteral("Nobody can take 1 of 2"));
    QVERIFY(drill()->model()->index(0, DrillModel::Activity).data().toString().startsWith(QStringLiteral("street · ")));
    QCOMPARE(drill()->model()->index(0, DrillModel::Citizen).data().toString(), QStringLiteral("kim"));
    QVERIFY(worker("ann").leave.empty()); // nothing has happened yet

    auto *substitute = find<QComboBox>("substituteCombo");
    substitute->setCurrentIndex(substitute->findData(QStringLiteral("cleo")));
    QVERIFY(!confirmLeave()->isEnabled());
    QTRY_COMPARE(goesTo("hole"), QStringLiteral("cleo, who stands in"));
    confirmLeave()->click();
    QTRY_COMPARE(worker("ann").leave.size(), size_t(1));
    QCOMPARE(worker("ann").leave[0].substitute.value, QStringLiteral("cleo"));
    QTRY_VERIFY(table()->isVisible());
    QTRY_VERIFY(find<QListWidget>("leaveList")->count() == 1);
    QVERIFY(find<QListWidget>("leaveList")->item(0)->text().endsWith(QStringLiteral(", cleo stands in")));
    m_desk->county.advance(QStringLiteral("1d")); // what was shown is what happens
    ListQueue ofCleo;
    ofCleo.worker = WorkerId{QStringLiteral("cleo")};
    const auto held = m_desk->county.ask(ofCleo);
    QCOMPARE(held->items.size(), size_t(1));
    QCOMPARE(held->items[0].task.name, QStringLiteral("hole"));
}

void StaffingTest::theLeaveThatOthersPlannedStays()
{
    openPage();
    planLeaveOf("ann");
    SaveWorker other;
    other.spec.id = WorkerId{QStringLiteral("ann")};
    const qint64 nowMs = m_desk->county.client().nowMs();
    const Leave theirs{nowMs + 5 * limits::msPerDay, nowMs + 6 * limits::msPerDay, {}, false};
    other.spec.leave = std::vector<Leave>{theirs};
    QVERIFY(m_desk->county.say(other));
    auto *confirm = confirmLeave();
    confirm->click();
    auto *bar = find<MessageBar>("messageBar");
    QTRY_COMPARE(bar->text(),
                 QStringLiteral("Somebody else has changed the leave of ann meanwhile. Look again, and confirm."));
    QCOMPARE(worker("ann").leave, std::vector<Leave>{theirs});
    QTRY_VERIFY(confirm->isEnabled());
    confirm->click();
    QTRY_COMPARE(worker("ann").leave.size(), size_t(2));
    QVERIFY(std::ranges::count(worker("ann").leave, theirs) == 1);
    QTRY_COMPARE(bar->text(), QStringLiteral("The leave of ann is planned."));
    QTRY_VERIFY(table()->isVisible());
}

void StaffingTest::onlyWhatIsShownIsConfirmed()
{
    openPage();
    planLeaveOf("ann");
    auto *confirm = confirmLeave();
    find<QDateTimeEdit>("toEdit")->setDateTime(find<QDateTimeEdit>("toEdit")->dateTime().addDays(3));
    QVERIFY(!confirm->isEnabled()); // the table is about a shorter leave
    QTRY_VERIFY(confirm->isEnabled());
    QTest::keyClick(confirm, Qt::Key_Escape); // and nothing happened
    QTRY_VERIFY(table()->isVisible());
    QVERIFY(worker("ann").leave.empty());
}

void StaffingTest::theLeaveOfAnotherStaysOpen()
{
    openPage();
    planLeaveOf("ann");
    confirmLeave()->click();
    auto *panel = find<AbsencePanel>("absencePanel");
    panel->cancel();
    panel->open(worker("bob"), {}); // before ann's is stored
    const auto *bar = find<MessageBar>("messageBar");
    QTRY_COMPARE(bar->text(), QStringLiteral("The leave of ann is planned."));
    QVERIFY(panel->isOpen());
}

void StaffingTest::whatIsWrongWithALeaveIsSaid()
{
    openPage();
    planLeaveOf("ann");
    find<QDateTimeEdit>("toEdit")->setDateTime(find<QDateTimeEdit>("fromEdit")->dateTime().addDays(-1));
    auto *summary = find<SignLabel>("summaryLabel");
    const QString before = summary->text();
    QTRY_VERIFY(summary->text() != before);
    QVERIFY(!confirmLeave()->isEnabled());
}

void StaffingTest::aLeaveIsTakenBack()
{
    openPage();
    SaveWorker leave;
    leave.spec.id = WorkerId{QStringLiteral("ann")};
    const qint64 nowMs = m_desk->county.client().nowMs();
    const Leave first{nowMs + limits::msPerDay, nowMs + 2 * limits::msPerDay, {}, false};
    const Leave second{nowMs + 5 * limits::msPerDay, nowMs + 6 * limits::msPerDay, {}, false};
    leave.spec.leave = std::vector<Leave>{first, second};
    QVERIFY(m_desk->county.say(leave));
    auto *list = find<QListWidget>("leaveList");
    QTRY_COMPARE(list->count(), 2);
    QVERIFY(!find<QPushButton>("endLeaveButton")->isEnabled());
    list->setCurrentRow(0);
    const Leave third{nowMs + 8 * limits::msPerDay, nowMs + 9 * limits::msPerDay, {}, false};
    leave.spec.leave->push_back(third);
    QVERIFY(m_desk->county.say(leave));
    find<QPushButton>("endLeaveButton")->click(); // of a list that is not it any more
    QTRY_COMPARE(find<MessageBar>("messageBar")->text(), QStringLiteral("somebody else has changed worker ann meanwhile"));
    QTRY_COMPARE(list->count(), 3);
    QCOMPARE(worker("ann").leave.size(), size_t(3));
    leave.spec.leave->pop_back();
    QVERIFY(m_desk->county.say(leave));
    QTRY_COMPARE(list->count(), 2);
    list->setCurrentRow(0);
    find<QPushButton>("endLeaveButton")->click();
    QTRY_COMPARE(worker("ann").leave.size(), size_t(1));
    QCOMPARE(worker("ann").leave[0].fromMs, second.fromMs);
    QTRY_COMPARE(list->count(), 1);
}

void StaffingTest::whoMayNotEditPlansNoLeave()
{
    openPage(Role::Clerk);
    QVERIFY(!find<QPushButton>("planLeaveButton")->isVisible());
    QVERIFY(!find<QPushButton>("endLeaveButton")->isVisible());
}

// “0 workers” would be said of a database that is away.
void StaffingTest::whoIsNotReadYetIsNotCounted()
{
    m_desk = std::make_unique<PageDesk>("workersPage");
    m_desk->county.hire(QStringLiteral("ann"), WorkerKind::Human, {QStringLiteral("dig")});
    m_desk->county.core().stop();
    QVERIFY(m_desk->open(Qt::Key_4));
    QVERIFY(find<QWidget>("workerTable")->isVisible());
    QTRY_VERIFY(
        !m_desk->window().findChild<QWidget *>(QStringLiteral("workersPage"))->findChild<MessageBar *>()->text().isEmpty());
    QCOMPARE(find<QLabel>("countLabel")->text(), QString());
}

HMSACT_TEST(StaffingTest)

} // namespace hmsact::staffing_test

#include "staffing.moc"
