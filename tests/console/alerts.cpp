// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/alertmodel.h"
#include "console/county.h"
#include "console/mainwindow.h"
#include "console/messagebar.h"
#include "console/part.h"
#include "domain/rule.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QCheckBox>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace hmsact::alerts_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The alert inbox on a real core: what is put off, by mouse and by keys, and what is acknowledged; what their rules then do.
class AlertsTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void anAlertIsPutOffByKeys();
    void anAlertIsPutOffByTheMouse();
    void whatIsPutOffComesBack();
    void acknowledgedItsLaterStepsStop();
    void nobodyPutsOffWhatHeMayNot();
    void whatIsNewIsToldUntilItIsClosed();
    void theNextAlertIsLookedAtFirst();
    void theLongestAlertIsReadInFull();

private:
    template <class W>
    W *find(const char *name)
    {
        return partOf<W>(m_window.get(), name, "alertsPage");
    }
    void openPage(Role role = Role::Supervisor);
    QTableView *table() { return find<QTableView>("alertTable"); }
    QString told() { return find<QLabel>("followersLabel")->text(); } // what the rules do
    qint64 openAlerts() { return m_county->ask(GetStats{})->openAlerts; }
    TaskState dig() { return m_county->ask(GetTask{{m_activity, QStringLiteral("dig"), {}}})->view.task.state; }
    void showAll()
    {
        find<QCheckBox>("openCheck")->setChecked(false);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<County> m_county;
    std::unique_ptr<MainWindow> m_window;
    ActivityId m_activity;
};

void AlertsTest::cleanup()
{
    m_window.reset();
    m_county.reset();
    m_settings.reset();
}

// One task that is late; its rule tells at once and puts it on hold an hour later.
void AlertsTest::openPage(Role role)
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())),
                                             QSettings::IniFormat);
    m_county = std::make_unique<County>(Actor{QStringLiteral("Maria Ortega"), role, {}});
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("dig")});
    const auto rule =
        ruleFrom({{QStringLiteral("name"), QStringLiteral("Twice")},
                  {QStringLiteral("when"), QStringLiteral("sla_breach")},
                  {QStringLiteral("steps"),
                   QJsonArray{QJsonObject{{QStringLiteral("then"), QStringLiteral("notify")},
                                          {QStringLiteral("notify"), QJsonArray{QStringLiteral("console:supervisor")}}},
                              QJsonObject{{QStringLiteral("after"), QStringLiteral("1h")},
                                          {QStringLiteral("then"), QStringLiteral("hold")}}}}});
    QVERIFY(rule && m_county->say(SaveRule{*rule, {}}));
    m_activity = m_county
                     ->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("5d"),
                            {County::task(QStringLiteral("dig"), QStringLiteral("1h"))})
                     .activity.id;
    m_county->advance(QStringLiteral("61m"));
    m_window = std::make_unique<MainWindow>(m_county->client(), *m_settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openAlerts();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTRY_VERIFY(told().contains(QStringLiteral("Twice: step 1 at ")));
    QVERIFY(told().contains(QStringLiteral("step 2 comes at ")));
    table()->setFocus();
}

void AlertsTest::anAlertIsPutOffByKeys()
{
    openPage();
    QTest::keyClick(table(), Qt::Key_S);
    auto *menu = find<QMenu>("snoozeMenu");
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return); // for an hour
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    QCOMPARE(openAlerts(), 0);
    QVERIFY(find<MessageBar>("messageBar")->text().startsWith(QStringLiteral("Put off until ")));
    const auto alerts = m_county->ask(ListAlerts{{}, 1, {}});
    QCOMPARE(alerts->items[0].snoozedUntilMs - m_county->core().nowMs(), limits::msPerHour);
    QCOMPARE(alerts->items[0].snoozedBy, QStringLiteral("Maria Ortega"));
    QTRY_COMPARE(m_window->focusWidget(), static_cast<QWidget *>(table()));
}

void AlertsTest::anAlertIsPutOffByTheMouse()
{
    openPage();
    auto *menu = find<QMenu>("snoozeMenu");
    const auto choose = [menu] { // the button waits until its menu is closed
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().front()).center());
    };
    QObject::connect(menu, &QMenu::aboutToShow, menu, choose, Qt::QueuedConnection);
    QTest::mouseClick(find<QPushButton>("snoozeButton"), Qt::LeftButton);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    const auto alerts = m_county->ask(ListAlerts{{}, 1, {}});
    QCOMPARE(alerts->items[0].snoozedUntilMs - m_county->core().nowMs(), 15 * limits::msPerMinute);
}

void AlertsTest::whatIsPutOffComesBack()
{
    openPage();
    find<QMenu>("snoozeMenu")->actions()[1]->trigger(); // for an hour
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    showAll();
    QTRY_VERIFY(
        table()->model()->index(0, 4).data().toString().startsWith(QStringLiteral("put off by Maria Ortega until ")));
    m_county->advance(QStringLiteral("59m30s")); // step 2 would have come half a minute ago
    QVERIFY(dig() == TaskState::Pending);
    find<QCheckBox>("openCheck")->setChecked(true);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    m_county->advance(QStringLiteral("1m"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QVERIFY(dig() == TaskState::OnHold);
}

void AlertsTest::acknowledgedItsLaterStepsStop()
{
    openPage();
    QTest::keyClick(table(), Qt::Key_Space);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    QCOMPARE(find<MessageBar>("messageBar")->text(),
             QStringLiteral("Acknowledged: Task overdue, dig. The later steps of its rules stop."));
    showAll();
    QTRY_VERIFY(told().contains(QStringLiteral("stopped: it was acknowledged")));
    QVERIFY(!told().contains(QStringLiteral("step 2 comes")));
    QVERIFY(!find<QPushButton>("ackButton")->isEnabled());
    QVERIFY(!find<QPushButton>("snoozeButton")->isEnabled());
    m_county->advance(QStringLiteral("2h"));
    QVERIFY(dig() == TaskState::Pending); // nothing put it on hold
}

void AlertsTest::nobodyPutsOffWhatHeMayNot()
{
    openPage(Role::Viewer);
    QVERIFY(!find<QPushButton>("snoozeButton")->isEnabled());
    QTest::keyClick(table(), Qt::Key_S);
    QVERIFY(!find<QMenu>("snoozeMenu")->isVisible());
    find<QMenu>("snoozeMenu")->actions()[0]->trigger();
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(openAlerts(), 1);
}

// Those that are new, however many others were dealt with meanwhile; whoever closes it has seen them.
void AlertsTest::whatIsNewIsToldUntilItIsClosed()
{
    openPage();
    const auto fallLate = [this] {
        m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("5d"),
                       {County::task(QStringLiteral("dig"), QStringLiteral("20m"))});
        m_county->advance(QStringLiteral("21m"));
    };
    m_window->findChild<QListWidget *>(QStringLiteral("navList"))->setCurrentRow(0);
    const auto *bar = m_window->findChild<MessageBar *>(QStringLiteral("alertBar"));
    QVERIFY(!bar->isVisible());
    const auto old = m_county->ask(ListAlerts{true, 1, {}});
    fallLate();
    QVERIFY(m_county->say(AcknowledgeAlert{old->items.front().id}));
    QCOMPARE(openAlerts(), 1);
    QTRY_COMPARE(bar->text(), QStringLiteral("1 new alert(s)"));
    QTest::mouseClick(bar->findChild<QToolButton *>(QStringLiteral("messageCloseButton")), Qt::LeftButton);
    QVERIFY(!bar->isVisible());
    fallLate();
    QTRY_COMPARE(bar->text(), QStringLiteral("1 new alert(s)"));
    fallLate();
    QTRY_COMPARE(bar->text(), QStringLiteral("2 new alert(s)"));
    const auto open = m_county->ask(ListAlerts{true, 9, {}});
    for (const Alert &alert : open->items)
        QVERIFY(m_county->say(AcknowledgeAlert{alert.id}));
    QTRY_VERIFY(!bar->isVisible());
}

// A click twice is one click: what comes under the button by then nobody has read.
void AlertsTest::theNextAlertIsLookedAtFirst()
{
    openPage();
    const auto usual = qScopeGuard([ms = QApplication::doubleClickInterval()] { QApplication::setDoubleClickInterval(ms); });
    QApplication::setDoubleClickInterval(60'000);
    m_county->open(QStringLiteral("card"), QStringLiteral("lee"), QStringLiteral("5d"),
                   {County::task(QStringLiteral("dig"), QStringLiteral("20m"))});
    m_county->advance(QStringLiteral("21m"));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    auto *button = find<QPushButton>("ackButton");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    find<QMenu>("snoozeMenu")->actions()[0]->trigger();
    m_county->open(QStringLiteral("card"), QStringLiteral("max"), QStringLiteral("5d"), {}); // done after whatever was said
    QCOMPARE(openAlerts(), 1);
    QApplication::setDoubleClickInterval(0); // the time is over
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(openAlerts(), 0);
}

void AlertsTest::theLongestAlertIsReadInFull()
{
    openPage();
    QFont bold = table()->font();
    bold.setBold(true);
    const QString words = AlertModel::tr("%1 · solved").arg(alertText(QStringLiteral("stalled")));
    const int least = QFontMetrics(bold).horizontalAdvance(words) + table()->iconSize().width() + 8;
    m_window->resize(1024, 700);
    QTRY_VERIFY2(table()->columnWidth(AlertModel::What) >= least, qPrintable(QString::number(least)));
}

HMSACT_TEST(AlertsTest)

} // namespace hmsact::alerts_test

#include "alerts.moc"
