// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/activitymodel.h"
#include "console/pagedesk.h"
#include "support/testprogram.h"

#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

namespace hmsact::endings_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// An activity that is cancelled by hand: how it is asked, and what is told of it afterwards.
class EndingsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasCancelledIsNotDone();
    void theButtonThatKeepsItSaysSo();
    void theWindowAsksBeforeTheReasonIsLost();
};

// In the list, and of the one that is shown.
void EndingsTest::whatWasCancelledIsNotDone()
{
    PageDesk desk("activitiesPage");
    desk.county.hire(QStringLiteral("ann"), WorkerKind::Human, {QStringLiteral("dig")});
    const auto open = [&desk] {
        return desk.county
            .open(QStringLiteral("lamp"), QStringLiteral("kim"), QStringLiteral("2d"),
                  {County::task(QStringLiteral("dig"), QStringLiteral("1h")),
                   County::task(QStringLiteral("fill"), QStringLiteral("1h")),
                   County::task(QStringLiteral("pave"), QStringLiteral("1h"))})
            .activity.id;
    };
    const ActivityId one = open();
    ActionInput done;
    done.action = TaskAction::Complete;
    done.worker = WorkerId{QStringLiteral("ann")};
    QVERIFY(desk.county.act(one, QStringLiteral("dig"), done));
    QVERIFY(desk.county.say(EndActivity{one, EndKind::Cancel, QStringLiteral("withdrawn")}));
    QVERIFY(desk.open(Qt::Key_3));
    desk.window().openActivity(one, {});
    const auto *table = desk.find<QTableView>("activityTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, ActivityModel::Progress).data().toString(), QStringLiteral("cancelled"));
    QVERIFY(table->columnWidth(ActivityModel::Progress)
            >= table->fontMetrics().horizontalAdvance(QStringLiteral("cancelled")));
    const auto *bar = desk.find<QProgressBar>("progressBar");
    QTRY_COMPARE(bar->text(), QStringLiteral("1 of 3 done"));
    QCOMPARE(bar->value(), 1);
}

static void askWhyToCancel(PageDesk &desk) // an activity of one task, in its own form
{
    const ActivityId one = desk.county
                               .open(QStringLiteral("lamp"), QStringLiteral("kim"), QStringLiteral("2d"),
                                     {County::task(QStringLiteral("dig"), QStringLiteral("1h"))})
                               .activity.id;
    QVERIFY(desk.open(Qt::Key_3));
    desk.window().openActivity(one, {});
    auto *cancel = desk.find<QPushButton>("cancelButton", "activityView");
    QTRY_VERIFY(cancel->isEnabled());
    cancel->click();
}

void EndingsTest::theButtonThatKeepsItSaysSo()
{
    PageDesk desk("activitiesPage");
    askWhyToCancel(desk);
    QVERIFY(!QTest::currentTestFailed());
    auto *view = desk.find<QWidget>("activityView");
    auto *form = view->findChild<QWidget *>(QStringLiteral("actionForm"));
    QCOMPARE(form->findChild<QPushButton *>(QStringLiteral("cancelButton"))->text(), QStringLiteral("Keep it"));
    QTest::keyClicks(form->findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit")), QStringLiteral("withdrawn"));
    form->findChild<QPushButton *>(QStringLiteral("confirmButton"))->click();
    QTRY_VERIFY(!form->isVisible());
    auto *graph = view->findChild<QWidget *>(QStringLiteral("needsView"));
    QVERIFY(graph);
    QVERIFY2(graph->hasFocus(), qPrintable(desk.window().focusWidget()->objectName()));
}

void EndingsTest::theWindowAsksBeforeTheReasonIsLost()
{
    PageDesk desk("activitiesPage");
    askWhyToCancel(desk);
    QVERIFY(!QTest::currentTestFailed());
    QTest::keyClicks(desk.window().focusWidget(), QStringLiteral("withdrawn"));
    QVERIFY(!desk.window().close());
    QTest::keyClick(desk.window().focusWidget(), Qt::Key_Escape); // the question
    auto *words = desk.find<QPlainTextEdit>("wordsEdit", "activityView");
    QCOMPARE(words->toPlainText(), QStringLiteral("withdrawn"));
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(desk.window().close());
}

HMSACT_TEST(EndingsTest)

} // namespace hmsact::endings_test

#include "endings.moc"
