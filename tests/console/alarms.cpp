// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/alertbutton.h"
#include "console/alertwatch.h"
#include "console/county.h"
#include "console/mainwindow.h"
#include "console/messagebar.h"
#include "console/palette.h"
#include "console/part.h"
#include "console/tray.h"
#include "domain/rule.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QStackedWidget>
#include <QSystemTrayIcon>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace hmsact::alarms_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// What the console tells by itself: that nobody looks at the timers, and how many alerts are open, in the window and in the
// tray.
class AlarmsTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void anEngineThatIsSilentIsSaidUntilItTicks();
    void theTrayShowsHowManyAndTheWorst();
    void allThatIsShownIsAcknowledgedAtOnce();
    void whatCameMeanwhileIsNotAcknowledged();
    void theTrayLeadsToAcknowledgingAll();
    void moreThanAPageIsSaidAsMore();
    void whatIsAskedBeforeTheEndIsSeen();
    void whoOnlyLooksAcknowledgesNothing();
    void withoutATrayTheStatusBarLeadsToAll();
    void withoutATrayClosingEnds();
    void noAlertIsNoWhitePlate();
    void whatTheWindowConfirmsIsReadFirst();

private:
    template <class W>
    W *find(const char *name, const char *within = nullptr)
    {
        return partOf<W>(m_window.get(), name, within);
    }
    void open(Role role = Role::Supervisor);
    void makeLate(int count);
    QAction *trayAction(const char *name);
    const TrayFace &face() { return m_window->alertWatch().face(); }
    qint64 openAlerts() { return m_county->ask(GetStats{})->openAlerts; }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<County> m_county;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
};

void AlarmsTest::open(Role role)
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())),
                                             QSettings::IniFormat);
    m_county = std::make_unique<County>(Actor{QStringLiteral("Maria Ortega"), role, {}});
    m_window = std::make_unique<MainWindow>(m_county->client(), *m_settings);
    m_tray = std::make_unique<Tray>(m_county->client(), *m_settings, *m_window, QDBusConnection(QString()));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void AlarmsTest::cleanup()
{
    m_tray.reset();
    m_window.reset();
    m_county.reset();
    m_settings.reset();
}

void AlarmsTest::makeLate(int count)
{
    for (int i = 0; i < count; ++i)
        m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("5d"),
                       {County::task(QStringLiteral("dig"), QStringLiteral("1h"))});
    m_county->advance(QStringLiteral("61m"));
}

QAction *AlarmsTest::trayAction(const char *name)
{
    for (QWidget *widget : QApplication::allWidgets())
        if (widget->objectName() == QStringLiteral("trayMenu"))
            if (auto *action = widget->findChild<QAction *>(QString::fromLatin1(name)))
                return action;
    qFatal("there is no %s", name);
}

void AlarmsTest::anEngineThatIsSilentIsSaidUntilItTicks()
{
    open();
    auto *bar = find<MessageBar>("silenceBar");
    QTRY_VERIFY(face() == TrayFace());
    QVERIFY(!bar->isVisible());
    m_county->fallSilent(limits::engineSilentMs + 1000);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->kind(), MessageBar::Kind::Error);
    QVERIFY(bar->text().contains(QStringLiteral("1 min 1 s")));
    QTRY_VERIFY(face().isBlind);
    QVERIFY(trayAction("standAction")->text().startsWith(QStringLiteral("Nobody looks at the timers")));
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("dig")}); // which wakes it
    QTRY_VERIFY(!bar->isVisible());
    QTRY_VERIFY(!face().isBlind);
}

void AlarmsTest::theTrayShowsHowManyAndTheWorst()
{
    open();
    QTRY_VERIFY(face() == TrayFace());
    const auto warning = ruleFrom({{QStringLiteral("name"), QStringLiteral("Soon")},
                                   {QStringLiteral("when"), QStringLiteral("sla_warning")},
                                   {QStringLiteral("threshold"), QStringLiteral("50%")},
                                   {QStringLiteral("then"), QStringLiteral("notify")},
                                   {QStringLiteral("notify"), QJsonArray{QStringLiteral("console:supervisor")}}});
    QVERIFY(m_county->say(SaveRule{*warning, {}}));
    m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("5d"),
                   {County::task(QStringLiteral("dig"), QStringLiteral("4h"))});
    m_county->advance(QStringLiteral("3h"));
    QTRY_VERIFY(face().alerts > 0);
    QVERIFY(face().worst == SlaState::AtRisk);
    const qint64 before = face().alerts;
    m_county->advance(QStringLiteral("2h"));
    QTRY_VERIFY(face().worst == SlaState::Breached);
    QVERIFY(face().alerts > before);
    QCOMPARE(face().alerts, openAlerts());
    QVERIFY(trayAction("standAction")->text().contains(QStringLiteral("a promise is broken")));
}

void AlarmsTest::allThatIsShownIsAcknowledgedAtOnce()
{
    open();
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("dig")}, {}, 100);
    makeLate(40);
    m_window->openAlerts();
    auto *all = find<QPushButton>("ackAllButton");
    const auto *table = find<QTableView>("alertTable");
    QTRY_COMPARE(table->model()->rowCount(), 40);
    all->click();
    auto *question = find<ActionForm>("question", "alertsPage");
    QVERIFY(question->isVisible());
    QVERIFY(question->findChild<QLabel *>(QStringLiteral("titleLabel"))->text().contains(QStringLiteral("40")));
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!question->isVisible());
    QCOMPARE(openAlerts(), 40);
    all->click();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QCOMPARE(openAlerts(), 0);
    QVERIFY(table->hasFocus());
    const auto *bar = find<MessageBar>("messageBar", "alertsPage");
    QTRY_VERIFY(bar->isVisible() && bar->text().startsWith(QStringLiteral("40 ")));
    QVERIFY(!all->isEnabled());
    QTRY_VERIFY(face() == TrayFace());
}

void AlarmsTest::whatCameMeanwhileIsNotAcknowledged()
{
    open();
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("dig")}, {}, 100);
    makeLate(2);
    m_window->openAlerts();
    const auto *table = find<QTableView>("alertTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    find<QPushButton>("ackAllButton")->click();
    makeLate(1);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    find<ActionForm>("question", "alertsPage")->confirm();
    QTRY_COMPARE(table->model()->rowCount(), 1); // what nobody was asked about
    QCOMPARE(openAlerts(), 1);
}

void AlarmsTest::theTrayLeadsToAcknowledgingAll()
{
    open();
    auto *all = trayAction("acknowledgeAllAction");
    QTRY_VERIFY(face() == TrayFace());
    QVERIFY(!all->isEnabled());
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("dig")}, {}, 100);
    makeLate(3);
    QTRY_VERIFY(all->isEnabled());
    m_window->openAlerts();
    find<QCheckBox>("openCheck")->setChecked(false); // whatever the list showed before
    find<QListWidget>("navList")->setCurrentRow(0);
    m_window->hide();
    all->trigger();
    QVERIFY(m_window->isVisible());
    auto *question = find<ActionForm>("question", "alertsPage");
    QTRY_VERIFY(question->isVisible());
    QVERIFY(question->findChild<QLabel *>(QStringLiteral("titleLabel"))->text().contains(u'3'));
    QCOMPARE(openAlerts(), 3); // it only asks
    find<ActionForm>("question", "alertsPage")->confirm();
    QTRY_COMPARE(openAlerts(), 0);
    QTRY_VERIFY(!all->isEnabled());
}

void AlarmsTest::moreThanAPageIsSaidAsMore()
{
    open();
    constexpr int each = 520;
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("dig")}, {}, 100);
    std::vector<TaskSpec> tasks;
    for (int i = 0; i < each; ++i) {
        tasks.push_back(County::task(QStringLiteral("task_%1").arg(i), QStringLiteral("1h"), QStringList()));
        tasks.back().skill = QStringLiteral("dig");
    }
    for (int i = 0; i < 2; ++i)
        m_county->open(QStringLiteral("long"), QStringLiteral("kim"), QStringLiteral("5d"), tasks);
    m_county->advance(QStringLiteral("61m"));
    QCOMPARE(openAlerts(), 2 * each);
    QTRY_COMPARE(face().alerts, 2 * each);
    m_window->openAlerts();
    QTRY_COMPARE(find<QLabel>("countLabel", "alertsPage")->text(), QStringLiteral("100 alert(s), more follow"));
    m_window->acknowledgeAlerts();
    auto *question = find<ActionForm>("question", "alertsPage");
    QTRY_VERIFY(question->isVisible());
    QCOMPARE(question->findChild<QLabel *>(QStringLiteral("titleLabel"))->text(),
             QStringLiteral("Acknowledge the first %1 of %2 open alerts?")
                 .arg(QLocale().toString(limits::pageMax), QLocale().toString(2 * each)));
    question->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(openAlerts(), 2 * each - limits::pageMax, 60'000);
}

void AlarmsTest::whatIsAskedBeforeTheEndIsSeen()
{
    open(Role::Admin);
    auto *intents = find<QWidget>("intentsPage");
    auto *pages = find<QStackedWidget>("pages");
    find<QListWidget>("navList")->setCurrentRow(pages->indexOf(intents));
    find<QPushButton>("newButton", "intentsPage")->click();
    find<QLineEdit>("nameEdit", "intentsPage")->setText(QStringLiteral("lamp"));
    m_window->hide();
    trayAction("trayQuitAction")->trigger();
    QVERIFY(find<ActionForm>("question", "intentsPage")->isOpen());
    QVERIFY(m_window->isVisible());
}

void AlarmsTest::whoOnlyLooksAcknowledgesNothing()
{
    open(Role::Viewer);
    makeLate(1);
    QTRY_VERIFY(face().alerts > 0);
    QVERIFY(!trayAction("acknowledgeAllAction")->isEnabled());
    m_window->openAlerts();
    QTRY_VERIFY(find<QTableView>("alertTable")->model()->rowCount() > 0);
    QVERIFY(!find<QPushButton>("ackAllButton")->isEnabled());
    m_window->acknowledgeAlerts();
    QVERIFY(!find<ActionForm>("question", "alertsPage")->isVisible());
}

// The display of the tests has no tray.
void AlarmsTest::withoutATrayTheStatusBarLeadsToAll()
{
    open();
    m_tray.reset();
    QVERIFY(!QSystemTrayIcon::isSystemTrayAvailable());
    auto *button = find<AlertButton>("alertButton");
    QVERIFY(button->isVisible());
    QCOMPARE(button->text().trimmed(), QStringLiteral("No open alerts"));
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("dig")}, {}, 100);
    makeLate(3);
    QTRY_COMPARE(button->text().trimmed(), QStringLiteral("3 open alert(s)")); // as it stands without a catalogue
    QCOMPARE(button->toolTip(), QStringLiteral("3 open alert(s) – a promise is broken"));
    QCOMPARE(button->accessibleName(), button->toolTip());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    auto *menu = find<QMenu>("alertMenu");
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_C);
    auto *question = find<ActionForm>("question", "alertsPage");
    QTRY_VERIFY(question->isVisible()); // the page is there, and it only asks
    QCOMPARE(openAlerts(), 3);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(button->text().trimmed(), QStringLiteral("No open alerts"));
    QVERIFY(!menu->actions().back()->isEnabled());
    m_county->fallSilent(limits::engineSilentMs + 1000);
    QTRY_VERIFY(button->toolTip().startsWith(QStringLiteral("Nobody looks at the timers")));
}

void AlarmsTest::withoutATrayClosingEnds()
{
    open();
    m_settings->setValue(QStringLiteral("ui/keepInTray"), true); // from another desk
    auto *keep = find<QAction>("keepInTrayAction");
    for (QMenu *menu : m_window->findChildren<QMenu *>())
        emit menu->aboutToShow();
    QVERIFY(!keep->isEnabled());
    QVERIFY(keep->text().contains(QStringLiteral("no tray")));
    QVERIFY(m_window->close()); // not hidden where nothing leads back
}

// The tray's sign has a ground for panels of any colour; here it is known.
void AlarmsTest::noAlertIsNoWhitePlate()
{
    applyTheme(*qApp, Theme::Dark);
    const auto restored = qScopeGuard([] { applyTheme(*qApp, Theme::Light); });
    open();
    QTRY_VERIFY(face() == TrayFace());
    const QImage sign = find<QToolButton>("alertButton")->icon().pixmap(16, 16).toImage();
    int white = 0;
    for (int y = 0; y < sign.height(); ++y)
        for (int x = 0; x < sign.width(); ++x)
            white += sign.pixelColor(x, y).alpha() > 200 && sign.pixelColor(x, y).lightness() > 200 ? 1 : 0;
    QVERIFY2(white * 4 < sign.width() * sign.height(), qPrintable(QString::number(white)));
}

// New alerts wait until what somebody asked for was told.
void AlarmsTest::whatTheWindowConfirmsIsReadFirst()
{
    open();
    auto *bar = find<MessageBar>("alertBar");
    const QString words = QStringLiteral("What the window is");
    QTRY_VERIFY(face() == TrayFace());
    bar->say(MessageBar::Kind::Confirmation, words);
    makeLate(1);
    QTRY_VERIFY(m_window->alertWatch().unseen() > 0);
    QCOMPARE(bar->text(), words);
    bar->clear(); // as by its time
    QTRY_VERIFY2(bar->text().endsWith(QStringLiteral(" new alert(s)")), qPrintable(bar->text()));
}

HMSACT_TEST(AlarmsTest)

} // namespace hmsact::alarms_test

#include "alarms.moc"
