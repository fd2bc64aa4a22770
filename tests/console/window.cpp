// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/county.h"
#include "console/mainwindow.h"
#include "console/messagebar.h"
#include "console/needsview.h"
#include "console/part.h"
#include "console/queuemodel.h"
#include "console/signlabel.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

namespace hmsact::window_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The whole window on a real core, as people use it.
class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theQueueFollowsTheCore();
    void filtersAndOrderGoToTheDatabase();
    void aSupervisorHoldsAndResumes();
    void aRefusalIsShownInline();
    void anOpenFormSurvivesChanges();
    void aTaskIsCompletedOnSomebodysBehalf();
    void aViewerCanOnlyLook();
    void anActivityIsShownAndCancelled();
    void workersLeadToTheirTasks();
    void alertsAreAcknowledged();
    void whatWasGivenUpIsSentAgain();
    void theDatabaseIsJudgedAndChecked();
    void keysReachEveryPage();
    void theWindowComesBackAsItWas();
    void everythingHasAName();
    void aLostDatabaseIsSaidAndTheRowsStay();
    void itFitsASmallScreen_data();
    void itFitsASmallScreen();

private:
    template <class W>
    W *find(const char *name, const char *pageName = nullptr)
    {
        return partOf<W>(m_window.get(), name, pageName);
    }
    void openWindow(Role role = Role::Supervisor, const QString &databaseUrl = {});
    void chooseTask(const QString &name);
    void trigger(const char *action, const char *pageName = "queuePage")
    {
        auto *found = find<QAction>(action, pageName);
        QTRY_VERIFY2(found->isEnabled(), action);
        found->trigger();
    }
    QString cell(QTableView &table, int row, int column) { return table.model()->index(row, column).data().toString(); }
    TaskState stateOf(ActivityId activity, const QString &name);

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<County> m_county;
    std::unique_ptr<MainWindow> m_window;
};

void WindowTest::init()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())),
                                             QSettings::IniFormat);
}

void WindowTest::cleanup()
{
    m_window.reset();
    m_county.reset();
    m_settings.reset();
}

void WindowTest::openWindow(Role role, const QString &databaseUrl)
{
    m_county = std::make_unique<County>(Actor{QStringLiteral("Maria Ortega"), role, {}}, databaseUrl);
    m_window = std::make_unique<MainWindow>(m_county->client(), *m_settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowTest::chooseTask(const QString &name)
{
    auto *table = find<QTableView>("queueTable");
    const auto row = [&] {
        for (int i = 0; i < table->model()->rowCount(); ++i)
            if (cell(*table, i, 1) == name)
                return i;
        return -1;
    };
    QTRY_VERIFY(row() >= 0);
    table->setCurrentIndex(table->model()->index(row(), 0));
    QTRY_COMPARE(find<QLabel>("nameLabel", "queuePage")->text(), name);
}

TaskState WindowTest::stateOf(ActivityId activity, const QString &name)
{
    return m_county->ask(GetTask{{activity, name, {}}})->view.task.state;
}

static std::vector<TaskSpec> twoTasks()
{
    return {County::task(QStringLiteral("verify"), QStringLiteral("2h")),
            County::task(QStringLiteral("print"), QStringLiteral("1h"))};
}

void WindowTest::theQueueFollowsTheCore()
{
    openWindow();
    auto *table = find<QTableView>("queueTable");
    QTRY_VERIFY(find<QLabel>("countLabel", "queuePage")->text().contains(u'0'));
    const auto made = m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), twoTasks());
    QTRY_COMPARE(table->model()->rowCount(), 2);
    chooseTask(QStringLiteral("verify"));
    ActionInput done;
    done.action = TaskAction::Complete;
    done.worker = WorkerId{QStringLiteral("bot-1")};
    QVERIFY(m_county->act(made.activity.id, QStringLiteral("verify"), done));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(cell(*table, 0, 1), QStringLiteral("print"));
    QTRY_COMPARE(cell(*table, 0, 2), QStringLiteral("Pending"));
}

void WindowTest::filtersAndOrderGoToTheDatabase()
{
    openWindow();
    m_county->open(QStringLiteral("alpha"), QStringLiteral("kim"), QStringLiteral("1d"),
                   {County::task(QStringLiteral("aa"), QStringLiteral("3h")),
                    County::task(QStringLiteral("cc"), QStringLiteral("1h"), QStringList())});
    m_county->open(QStringLiteral("beta"), QStringLiteral("sam"), QStringLiteral("1d"),
                   {County::task(QStringLiteral("bb"), QStringLiteral("2h"))});
    auto *table = find<QTableView>("queueTable");
    QTRY_COMPARE(table->model()->rowCount(), 3);
    table->horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
    QTRY_COMPARE(cell(*table, 0, 1), QStringLiteral("cc"));
    table->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    QTRY_COMPARE(cell(*table, 0, 1), QStringLiteral("aa"));
    QTest::keyClicks(find<QLineEdit>("searchEdit", "queuePage"), QStringLiteral("beta"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(cell(*table, 0, 1), QStringLiteral("bb"));
    find<QToolButton>("clearButton", "queuePage")->click();
    QTRY_COMPARE(table->model()->rowCount(), 3);
    find<QToolButton>("failedChip", "queuePage")->click();
    QTRY_COMPARE(table->model()->rowCount(), 0);
}

void WindowTest::aSupervisorHoldsAndResumes()
{
    openWindow();
    const auto made = m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), twoTasks());
    chooseTask(QStringLiteral("verify"));
    trigger("holdAction");
    auto *form = find<QWidget>("actionForm", "queuePage");
    QTRY_VERIFY(form->isVisible());
    QTest::keyClicks(find<QPlainTextEdit>("wordsEdit", "queuePage"), QStringLiteral("papers missing"));
    find<QPushButton>("confirmButton", "queuePage")->click();
    QTRY_VERIFY(stateOf(made.activity.id, QStringLiteral("verify")) == TaskState::OnHold);
    QTRY_VERIFY(!form->isVisible());
    QTRY_VERIFY(find<QAction>("resumeAction", "queuePage")->isEnabled());
    QVERIFY(!find<QAction>("holdAction", "queuePage")->isEnabled());
    trigger("resumeAction");
    QTRY_VERIFY(stateOf(made.activity.id, QStringLiteral("verify")) == TaskState::Pending);
}

void WindowTest::aRefusalIsShownInline()
{
    openWindow();
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("verify")});
    const auto made = m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), twoTasks());
    chooseTask(QStringLiteral("verify"));
    trigger("holdAction");
    auto *words = find<QPlainTextEdit>("wordsEdit", "queuePage");
    QTest::keyClicks(words, QStringLiteral("why"));
    ActionInput done; // somebody else was faster
    done.action = TaskAction::Complete;
    done.worker = WorkerId{QStringLiteral("bot-1")};
    QVERIFY(m_county->act(made.activity.id, QStringLiteral("verify"), done));
    find<QPushButton>("confirmButton", "queuePage")->click();
    const auto *bar = find<QWidget>("taskPane", "queuePage")->findChild<MessageBar *>();
    QTRY_VERIFY(bar->isVisible() && bar->kind() == MessageBar::Kind::Error);
    QVERIFY(bar->text().contains(QStringLiteral("completed")));
    QCOMPARE(words->toPlainText(), QStringLiteral("why")); // nothing typed is lost
}

void WindowTest::anOpenFormSurvivesChanges()
{
    openWindow();
    const auto made = m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), twoTasks());
    chooseTask(QStringLiteral("verify"));
    trigger("commentAction");
    auto *words = find<QPlainTextEdit>("wordsEdit", "queuePage");
    QTest::keyClicks(words, QStringLiteral("half a sen"));
    const int rows = find<QTableView>("queueTable")->model()->rowCount();
    m_county->open(QStringLiteral("urgent"), QStringLiteral("sam"), QStringLiteral("1h"), twoTasks(), 9);
    ActionInput hold;
    hold.action = TaskAction::Hold;
    hold.reason = QStringLiteral("x");
    QVERIFY(m_county->act(made.activity.id, QStringLiteral("verify"), hold));
    QTRY_COMPARE(find<QTableView>("queueTable")->model()->rowCount(), rows + 2);
    QTRY_VERIFY(find<QAction>("resumeAction", "queuePage")->isEnabled());
    QCOMPARE(words->toPlainText(), QStringLiteral("half a sen"));
    QVERIFY(words->isVisible());
    QCOMPARE(cell(*find<QTableView>("queueTable"), find<QTableView>("queueTable")->currentIndex().row(), QueueModel::Intent),
             QStringLiteral("card"));
}

void WindowTest::aTaskIsCompletedOnSomebodysBehalf()
{
    openWindow();
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("verify")});
    const auto made = m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), twoTasks());
    Reserve reserve;
    reserve.worker = WorkerId{QStringLiteral("bot-1")};
    QVERIFY(m_county->say(reserve));
    chooseTask(QStringLiteral("verify"));
    QTRY_VERIFY(find<QAction>("releaseAction", "queuePage")->isEnabled());
    trigger("completeAction");
    auto *who = find<QComboBox>("targetCombo", "queuePage");
    QTRY_VERIFY(who->isVisible());
    QCOMPARE(who->currentText(), QStringLiteral("bot-1"));
    find<QPushButton>("confirmButton", "queuePage")->click();
    QTRY_VERIFY(stateOf(made.activity.id, QStringLiteral("verify")) == TaskState::Completed);
}

void WindowTest::aViewerCanOnlyLook()
{
    openWindow(Role::Viewer);
    m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), twoTasks());
    chooseTask(QStringLiteral("verify"));
    for (const QAction *action : find<QWidget>("taskPane", "queuePage")->findChildren<QAction *>())
        if (action->objectName().endsWith(QStringLiteral("Action")))
            QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
}

void WindowTest::anActivityIsShownAndCancelled()
{
    openWindow();
    const auto made = m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), twoTasks());
    chooseTask(QStringLiteral("print"));
    QTest::keyClick(find<QTableView>("queueTable"), Qt::Key_Return);
    QTRY_COMPARE(find<QStackedWidget>("pages")->currentIndex(), 2);
    QTRY_COMPARE(find<QLabel>("intentLabel")->text(), QStringLiteral("card"));
    QTRY_VERIFY(
        find<NeedsView>("needsView")->spoken(find<NeedsView>("needsView")->current()).startsWith(QStringLiteral("print")));
    QTRY_COMPARE(find<QLabel>("nameLabel", "activitiesPage")->text(), QStringLiteral("print"));
    auto *events = find<QTableView>("eventTable");
    QTRY_VERIFY(events->model()->rowCount() >= 2);
    find<QPushButton>("cancelButton", "activityView")->click();
    auto *form = find<QWidget>("activityView")->findChild<QFrame *>(QStringLiteral("actionForm"));
    QTRY_VERIFY(form->isVisible());
    QTest::keyClicks(form->findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit")), QStringLiteral("withdrawn"));
    form->findChild<QPushButton *>(QStringLiteral("confirmButton"))->click();
    QTRY_VERIFY(stateOf(made.activity.id, QStringLiteral("print")) == TaskState::Cancelled);
    QTRY_VERIFY(!find<QPushButton>("cancelButton", "activityView")->isEnabled());
    const auto told = [&] {
        for (int row = 0; row < events->model()->rowCount(); ++row)
            if (cell(*events, row, 1).contains(QStringLiteral("withdrawn")))
                return true;
        return false;
    };
    QTRY_VERIFY(told());
}

void WindowTest::workersLeadToTheirTasks()
{
    openWindow();
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("verify")});
    m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), twoTasks());
    Reserve reserve;
    reserve.worker = WorkerId{QStringLiteral("bot-1")};
    QVERIFY(m_county->say(reserve));
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    auto *workers = find<QTableView>("workerTable");
    QTRY_COMPARE(workers->model()->rowCount(), 1);
    find<QPushButton>("availableButton")->click();
    QTRY_VERIFY(cell(*workers, 0, 2).contains(QStringLiteral("away")));
    QTest::keyClick(workers, Qt::Key_Return);
    QTRY_COMPARE(find<QStackedWidget>("pages")->currentIndex(), 0);
    QTRY_COMPARE(find<QTableView>("queueTable")->model()->rowCount(), 1);
}

void WindowTest::alertsAreAcknowledged()
{
    openWindow();
    m_county->hire(QStringLiteral("bot-1"), WorkerKind::Bot, {QStringLiteral("verify")}); // takes over what is late
    m_county->open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), twoTasks());
    m_county->advance(QStringLiteral("3h"));
    auto *bar = find<MessageBar>("alertBar");
    QTRY_VERIFY(bar->isVisible());
    bar->findChild<QPushButton *>(QStringLiteral("messageActionButton"))->click();
    auto *alerts = find<QTableView>("alertTable");
    QTRY_COMPARE(alerts->model()->rowCount(), 1);
    QVERIFY(!bar->isVisible());
    alerts->setFocus();
    QTest::keyClick(alerts, Qt::Key_Space);
    QTRY_COMPARE(alerts->model()->rowCount(), 0);
}

void WindowTest::whatWasGivenUpIsSentAgain()
{
    openWindow();
    QVERIFY(m_county->say(SendTest{QStringLiteral("email:ann@county.gov")}));
    QVERIFY(m_county->say(SendTest{QStringLiteral("sms:+15551234")}));
    m_county->deliver({QStringLiteral("email:ann@county.gov")});
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    auto *table = find<QTableView>("outboxTable");
    QTRY_COMPARE(table->model()->rowCount(), 1); // what was given up comes first
    QCOMPARE(cell(*table, 0, 1), QStringLiteral("sms:+15551234"));
    QCOMPARE(cell(*table, 0, 5), QStringLiteral("unknown number"));
    auto *resend = find<QPushButton>("resendButton");
    QTRY_VERIFY(resend->isEnabled());
    resend->click();
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(!resend->isEnabled());
    auto *states = find<QComboBox>("stateCombo", "outboxPage");
    states->setCurrentIndex(states->count() - 1); // all
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(cell(*table, 0, 0), QStringLiteral("Waiting"));
    QCOMPARE(cell(*table, 1, 0), QStringLiteral("Sent"));
}

void WindowTest::theDatabaseIsJudgedAndChecked()
{
    openWindow();
    QTest::keyClick(m_window.get(), Qt::Key_9, Qt::ControlModifier);
    auto *table = find<QTableView>("findingTable");
    QTRY_COMPARE(table->model()->rowCount(), 3); // of SQLite
    QVERIFY(table->hasFocus());
    QVERIFY(find<QLabel>("fact0Label", "healthPage")->text().startsWith(QStringLiteral("sqlite:///")));
    QVERIFY(find<QLabel>("fact1Label", "healthPage")->text().startsWith(QStringLiteral("SQLite 3.")));
    QVERIFY(find<QLabel>("whyLabel")->text().startsWith(cell(*table, 0, 1)));
    const QString before = find<QLabel>("fact4Label", "healthPage")->text();
    QVERIFY(m_county->say(
        CreateActivity{QStringLiteral("jordan"), QStringLiteral("card"), limits::msPerDay, 5, {}, twoTasks()}));
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_VERIFY(find<QLabel>("fact4Label", "healthPage")->text() != before);
    find<QPushButton>("verifyButton")->click();
    auto *bar = find<MessageBar>("messageBar", "healthPage");
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->kind(), MessageBar::Kind::Confirmation);
    QVERIFY(find<QPushButton>("verifyButton")->isEnabled());
}

void WindowTest::keysReachEveryPage()
{
    openWindow();
    auto *pages = find<QStackedWidget>("pages");
    const QString keys = QStringLiteral("12345678I9");
    QCOMPARE(pages->count(), keys.size());
    for (int i = 0; i < pages->count(); ++i) {
        QTest::keyClick(m_window.get(), Qt::Key(keys[i].unicode()), Qt::ControlModifier);
        QCOMPARE(pages->currentIndex(), i);
    }
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *search = find<QLineEdit>("searchEdit", "queuePage");
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("abc"));
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(search->text().isEmpty());
}

void WindowTest::theWindowComesBackAsItWas()
{
    openWindow();
    m_window->resize(1111, 633);
    find<QListWidget>("navList")->setCurrentRow(2);
    auto *header = find<QTableView>("queueTable")->horizontalHeader();
    header->moveSection(header->visualIndex(1), 0);
    header->resizeSection(1, 333);
    header->setSortIndicator(1, Qt::DescendingOrder);
    m_window->close();
    m_window = std::make_unique<MainWindow>(m_county->client(), *m_settings);
    m_window->show();
    QCOMPARE(m_window->height(), 633);
    QCOMPARE(m_window->width(), std::max(m_window->screen()->availableSize().width(), m_window->minimumSizeHint().width()));
    QCOMPARE(find<QStackedWidget>("pages")->currentIndex(), 2);
    header = find<QTableView>("queueTable")->horizontalHeader();
    QCOMPARE(header->visualIndex(1), 0);
    QCOMPARE(header->sectionSize(1), 333);
    QCOMPARE(header->sortIndicatorSection(), 1);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
}

// What can take the focus is read out by name.
void WindowTest::everythingHasAName()
{
    openWindow();
    QCOMPARE(m_window->windowIcon().cacheKey(), QApplication::windowIcon().cacheKey()); // the program's own
    const auto *pages = find<QStackedWidget>("pages");
    for (int i = 0; i < pages->count(); ++i)
        for (QWidget *part : pages->widget(i)->findChildren<QWidget *>()) {
            const bool reachable = part->isVisibleTo(pages->widget(i)) && (part->focusPolicy() & Qt::TabFocus);
            if (!reachable || part->inherits("QScrollArea") || part->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(part);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), qPrintable(part->objectName()));
        }
}

void WindowTest::aLostDatabaseIsSaidAndTheRowsStay()
{
    const test::TestDatabase database(test::TestDatabase::Schema::Current, true);
    openWindow(Role::Supervisor, database.url.text);
    const auto *table = find<QTableView>("queueTable");
    QVERIFY(m_county->say(
        CreateActivity{QStringLiteral("jordan"), QStringLiteral("card"), limits::msPerDay, 5, {}, twoTasks()}));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    auto *bar = find<MessageBar>("connectionBar");
    QVERIFY(!bar->isVisible());

    database.shut();
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->kind(), MessageBar::Kind::Error);
    QCOMPARE(find<SignLabel>("freshLabel")->text(), QStringLiteral("Reconnecting to the database"));
    QVERIFY(find<QLabel>("fact7Label", "healthPage")->text().startsWith(QStringLiteral("lost at ")));
    QVERIFY(find<QLabel>("fact8Label", "healthPage")->text().startsWith(QStringLiteral("not known")));
    auto *refusedBar = find<MessageBar>("messageBar", "myWorkPage");
    refusedBar->say(MessageBar::Kind::Error, QStringLiteral("the database does not answer"));
    const auto refused =
        m_county->say(CreateActivity{QStringLiteral("jordan"), QStringLiteral("card"), limits::msPerDay, 5, {}, twoTasks()});
    QVERIFY(!refused);
    const ErrorCode why = refused.error().code; // which depends on what it was at when the database was lost
    QVERIFY(why == ErrorCode::Busy || why == ErrorCode::Unavailable); // may be said again
    QCOMPARE(table->model()->rowCount(), 2);

    database.reopen();
    QTRY_COMPARE_WITH_TIMEOUT(bar->kind(), MessageBar::Kind::Confirmation, 15'000);
    QVERIFY(refusedBar->text().isEmpty());
    QTRY_VERIFY(find<QLabel>("fact8Label", "healthPage")->text().startsWith(QStringLiteral("this program, since ")));
    QVERIFY(m_county->say(
        CreateActivity{QStringLiteral("jordan"), QStringLiteral("card"), limits::msPerDay, 5, {}, twoTasks()}));
    QTRY_COMPARE(table->model()->rowCount(), 4);
    cleanup(); // before its database
}

// A screen of 1920 × 1080 at 200 %.
void WindowTest::itFitsASmallScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Spanish") << QStringLiteral("es");
}

void WindowTest::itFitsASmallScreen()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/i18n/hms-act_%1.qm").arg(language)));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    openWindow();
    m_window->resize(1480, 880);
    m_window->resize(980, 540); // as far as the names of the pages leave room; then they are signs only
    QTRY_COMPARE((m_window->resize(960, 540), m_window->size()), QSize(960, 540));
    for (int i = 0; i < find<QStackedWidget>("pages")->count(); ++i) {
        find<QListWidget>("navList")->setCurrentRow(i);
        const QSize least = m_window->minimumSizeHint();
        QVERIFY2(least.width() <= 960 && least.height() <= 540,
                 qPrintable(QStringLiteral("page %1: %2 × %3, of it %4")
                                .arg(i)
                                .arg(least.width())
                                .arg(least.height())
                                .arg(find<QStackedWidget>("pages")->widget(i)->minimumSizeHint().width())));
    }
}

HMSACT_TEST(WindowTest)

} // namespace hmsact::window_test

#include "window.moc"
