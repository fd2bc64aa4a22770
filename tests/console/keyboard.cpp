// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/keysheet.h"
#include "console/messagebar.h"
#include "console/settling.h"
#include "console/taskfacts.h"
#include "console/tray.h"
#include "console/windowdesk.h"
#include "support/testprogram.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTranslator>

namespace hmsact::keyboard_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// Every page and every form, without a mouse and without eyes: what can have the focus is reached by the Tab key and has a
// name, and no letter leads to two places.
class KeyboardTest : public QObject, private WindowDesk
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyView_data() { languages(); }
    void everyView();
    void forms_data() { languages(); }
    void forms();
    void menus_data() { languages(); }
    void menus();
    void theTabKeyGoesDownARule();
    void aKeyLeadsFromPartToPart();
    void returnLeadsIntoTheTask();
    void onlyWhatWalksMayBeHeld();
    void whoHasSavedStaysOnThePage_data();
    void whoHasSavedStaysOnThePage();
    void whatCannotBeCompletedSaysWhy();
    void theSheetTellsOfTheKeysOfAList_data();
    void theSheetTellsOfTheKeysOfAList();

private:
    static void languages();
    [[nodiscard]] QList<QWidget *> reachable() const; // of the window as it is
    QList<QWidget *> walk(); // by the Tab key, until it is where it began
    void check(const char *view);

    QTranslator m_translator;
    QStringList m_faults;
};

void KeyboardTest::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Spanish") << QStringLiteral("es");
}

void KeyboardTest::init()
{
    const QVariant language = QTest::currentDataTag() == QByteArray("Spanish") ? QStringLiteral("es") : QStringLiteral("en");
    QVERIFY(m_translator.load(QStringLiteral(":/i18n/hms-act_%1.qm").arg(language.toString())));
    QVERIFY(QCoreApplication::installTranslator(&m_translator));
    m_faults.clear();
}

void KeyboardTest::cleanup()
{
    closeWindow();
    QCoreApplication::removeTranslator(&m_translator);
}

QList<QWidget *> KeyboardTest::reachable() const
{
    QList<QWidget *> all;
    for (QWidget *part : m_window->findChildren<QWidget *>()) {
        const bool isThere = part->isVisible() && part->isEnabled() && (part->focusPolicy() & Qt::TabFocus);
        if (isThere && !part->focusProxy() && !part->objectName().startsWith(QStringLiteral("qt_")))
            all << part;
    }
    return all;
}

QList<QWidget *> KeyboardTest::walk()
{
    constexpr int stepsMax = 400;
    constexpr int staysMax = 20;
    QList<QWidget *> way;
    int stays = 0; // from link to link in a label
    for (int i = 0; i < stepsMax; ++i) {
        QWidget *now = m_window->focusWidget();
        stays = !way.isEmpty() && way.last() == now ? stays + 1 : 0;
        if (!now || stays > staysMax || (stays == 0 && way.contains(now)))
            break;
        if (stays == 0)
            way << now;
        QTest::keyClick(now, Qt::Key_Tab);
    }
    return way;
}

// One of several that exclude each other: the chosen one has the Tab key, from there the arrows lead on.
static bool isByArrows(const QWidget &part)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&part);
    return button && !button->isChecked() && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
}

static QString described(const QWidget *widget)
{
    return QStringLiteral("%1 (%2)").arg(widget->objectName(), QString::fromLatin1(widget->metaObject()->className()));
}

// Which letter leads where: Alt with it does the same wherever the focus is.
static void noteLetter(QMap<QString, QStringList> &letters, const QString &words)
{
    if (const QKeySequence keys = QKeySequence::mnemonic(words); !keys.isEmpty())
        letters[keys.toString()] << words;
}

static QStringList doubled(const QMap<QString, QStringList> &letters)
{
    QStringList faults;
    for (auto it = letters.cbegin(); it != letters.cend(); ++it)
        if (it->size() > 1)
            faults << QStringLiteral("%1: %2").arg(it.key(), it->join(QStringLiteral(" / ")));
    return faults;
}

static QStringList doubledLetters(const MainWindow &window)
{
    QMap<QString, QStringList> letters;
    for (const QAction *action : window.menuBar()->actions())
        noteLetter(letters, action->text());
    for (const QWidget *part : window.findChildren<QWidget *>()) {
        if (!part->isVisible())
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(part))
            noteLetter(letters, button->text());
        else if (const auto *label = qobject_cast<const QLabel *>(part); label && label->buddy())
            noteLetter(letters, label->text());
        else if (const auto *box = qobject_cast<const QGroupBox *>(part))
            noteLetter(letters, box->title());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(part))
            for (int i = 0; i < tabs->count(); ++i)
                noteLetter(letters, tabs->tabText(i));
    }
    return doubled(letters);
}

void KeyboardTest::check(const char *view)
{
    settle(m_county->client());
    const auto fault = [&](const QString &what) {
        m_faults << QStringLiteral("%1: %2").arg(QString::fromLatin1(view), what);
    };
    const QList<QWidget *> parts = reachable();
    for (QWidget *part : parts) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(part);
        if (!part->inherits("QScrollArea") && (!face || face->text(QAccessible::Name).isEmpty()))
            fault(QStringLiteral("no name: ") + described(part));
    }
    const QList<QWidget *> way = walk();
    for (QWidget *part : parts)
        if (!way.contains(part) && !isByArrows(*part) && part->isVisible())
            fault(QStringLiteral("not reached: %1, the keys end at %2").arg(described(part), described(way.last())));
    for (const QString &letter : doubledLetters(*m_window))
        fault(QStringLiteral("one letter for two: ") + letter);
}

void KeyboardTest::everyView()
{
    openWindow();
    const auto *pages = find<QStackedWidget>("pages");
    for (int i = 0; i < pages->count(); ++i) {
        auto *page = pages->widget(i);
        const QByteArray name = page->objectName().toLatin1();
        show(name.constData());
        const auto tables = page->findChildren<QTableView *>();
        const auto isFilled = [&] {
            return tables.isEmpty() || tables.front()->model()->rowCount() > 0;
        };
        (void)QTest::qWaitFor(isFilled, 1000); // an administrator's own work is none
        tables.isEmpty() ? page->setFocus() : tables.front()->setFocus();
        check(name.constData());
        for (auto *tabs : page->findChildren<QTabWidget *>()) {
            for (int tab = 1; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                check((name + ", tab " + QByteArray::number(tab)).constData());
            }
        }
    }
    for (const QString &each : m_faults)
        qWarning("%s", qPrintable(each));
    QVERIFY(m_faults.isEmpty());
}

void KeyboardTest::forms()
{
    openWindow();
    auto *queue = find<QTableView>("queueTable");
    QTRY_VERIFY(queue->model()->rowCount() > 20);
    for (const char *name : {"holdAction", "reassignAction", "commentAction", "skipAction"}) {
        auto *action = find<QAction>(name, "queuePage");
        for (int row = 0; row < queue->model()->rowCount() && !action->isEnabled(); ++row) {
            queue->setCurrentIndex(queue->model()->index(row, 0));
            settle(m_county->client());
        }
        QTRY_VERIFY(action->isEnabled());
        action->trigger();
        QTRY_VERIFY(find<QWidget>("actionForm", "queuePage")->isVisible());
        check(name);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
    }
    show("activitiesPage");
    QTRY_VERIFY(find<QPushButton>("cancelButton", "activityView")->isEnabled());
    find<QPushButton>("cancelButton", "activityView")->click();
    check("cancel an activity");
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    find<QPushButton>("newButton", "activitiesPage")->click();
    find<QPushButton>("addButton", "activityForm")->click();
    check("a new activity");
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    show("intentsPage");
    find<QPushButton>("newButton", "intentsPage")->click();
    find<QPushButton>("addButton", "intentsPage")->click();
    check("a new intent");
    show("activitiesPage");
    check("an intent that is not saved");
    find<QPushButton>("confirmButton", "intentsPage")->click();
    show("alertsPage");
    QTRY_VERIFY(find<QPushButton>("ackAllButton")->isEnabled());
    find<QPushButton>("ackAllButton")->click();
    check("acknowledge all");
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    show("rulesPage");
    auto *rules = find<QTableView>("ruleTable");
    QTRY_COMPARE(rules->model()->rowCount(), 3);
    find<QPushButton>("newButton", "rulesPage")->click();
    find<QPushButton>("addStepButton")->click();
    check("a new rule");
    rules->setCurrentIndex(rules->model()->index(0, 0));
    check("a rule that is not saved");
    find<QPushButton>("confirmButton", "rulesPage")->click();
    show("calendarsPage");
    QTRY_VERIFY(!find<QLineEdit>("mondayEdit")->text().isEmpty());
    find<QLineEdit>("mondayEdit")->setText(QStringLiteral("10–16"));
    check("a calendar that is not saved");
    find<QAbstractButton>("saveButton", "calendarsPage")->click();
    check("saving a calendar");
    for (const QString &each : m_faults)
        qWarning("%s", qPrintable(each));
    QVERIFY(m_faults.isEmpty());
}

static void noteMenu(const QMenu &menu, QStringList &faults)
{
    QMap<QString, QStringList> letters;
    for (const QAction *action : menu.actions()) {
        if (action->isVisible())
            noteLetter(letters, action->text());
        if (action->menu())
            noteMenu(*action->menu(), faults);
    }
    for (const QString &letter : doubled(letters))
        faults << QStringLiteral("%1: %2").arg(menu.objectName() + menu.title(), letter);
}

void KeyboardTest::menus()
{
    openWindow();
    const Tray tray(m_county->client(), *m_settings, *m_window, QDBusConnection(QString()));
    auto *queue = find<QTableView>("queueTable");
    QTRY_VERIFY(queue->model()->rowCount() > 20);
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *menu = qobject_cast<QMenu *>(widget);
        if (!menu || menu->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        emit menu->aboutToShow();
        noteMenu(*menu, m_faults);
    }
    m_faults.removeDuplicates();
    for (const QString &each : m_faults)
        qWarning("%s", qPrintable(each));
    QVERIFY(m_faults.isEmpty());
}

// Its steps are made later than the buttons below them.
void KeyboardTest::theTabKeyGoesDownARule()
{
    openWindow();
    show("rulesPage");
    QTRY_COMPARE(find<QTableView>("ruleTable")->model()->rowCount(), 3);
    find<QPushButton>("newButton", "rulesPage")->click();
    find<QPushButton>("addStepButton")->click();
    QTRY_VERIFY(find<QWidget>("step2")->isVisible());
    find<QLineEdit>("nameEdit", "ruleEditor")->setFocus();
    QStringList way;
    for (const QWidget *part : walk()) {
        const QString parent = part->parentWidget()->objectName();
        way << (parent.startsWith(QStringLiteral("step")) ? parent + u'.' + part->objectName() : part->objectName());
    }
    qsizetype last = -1;
    for (const char *name : {"nameEdit", "whenCombo", "intentEdit", "poolCombo", "step1.afterEdit", "step1.thenCombo",
                             "step1.notifyEdit", "step2.afterEdit", "step2.onlyCombo", "step2.notifyEdit", "addStepButton",
                             "repeatEdit", "digestEdit", "revertButton", "saveButton"}) {
        const qsizetype at = way.indexOf(QString::fromLatin1(name));
        QVERIFY2(at > last, qPrintable(QStringLiteral("%1 in %2").arg(QString::fromLatin1(name), way.join(u' '))));
        last = at;
    }
}

void KeyboardTest::aKeyLeadsFromPartToPart()
{
    openWindow();
    auto *table = find<QTableView>("queueTable");
    QTRY_VERIFY(table->model()->rowCount() > 20);
    table->setFocus();
    const auto *pane = find<QWidget>("taskPane", "queuePage");
    QTRY_VERIFY(find<QWidget>("scrollArea", pane)->isVisible()); // a task is shown
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QWidget *inPane = m_window->focusWidget();
    QVERIFY(pane->isAncestorOf(inPane));
    QTest::keyClick(inPane, Qt::Key_Tab);
    QWidget *left = m_window->focusWidget();
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(find<QListWidget>("navList")->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(m_window->focusWidget(), left); // where it was left
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(table->hasFocus());
    show("alertsPage"); // a page that is not divided
    find<QTableView>("alertTable")->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(find<QListWidget>("navList")->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(find<QTableView>("alertTable")->hasFocus());
}

void KeyboardTest::returnLeadsIntoTheTask()
{
    openWindow();
    show("activitiesPage");
    auto *graph = find<QWidget>("needsView", "activitiesPage");
    QTRY_VERIFY(graph->isVisible());
    graph->setFocus();
    const auto *pane = find<QWidget>("taskPane", "activitiesPage");
    QTRY_VERIFY(!find<QLabel>("nameLabel", pane)->text().isEmpty());
    QTest::keyClick(graph, Qt::Key_Return);
    QVERIFY(pane->isAncestorOf(m_window->focusWidget()));
    find<QTabWidget>("tabs", "activityView")->setCurrentIndex(1); // the line of time
    auto *lanes = find<QWidget>("laneView", "activitiesPage");
    lanes->setFocus();
    QTest::keyClick(lanes, Qt::Key_Home);
    QTest::keyClick(lanes, Qt::Key_Return); // of the activity itself
    QVERIFY(lanes->hasFocus());
    QTest::keyClick(lanes, Qt::Key_Down);
    QTest::keyClick(lanes, Qt::Key_Return);
    QVERIFY(pane->isAncestorOf(m_window->focusWidget()));
}

// Of what the pages do by keys; the window's own lead to places.
void KeyboardTest::onlyWhatWalksMayBeHeld()
{
    openWindow();
    QStringList held;
    for (const QAction *action : m_window->findChildren<QAction *>())
        if (!action->shortcut().isEmpty() && action->shortcutContext() != Qt::WindowShortcut && action->autoRepeat())
            held << action->objectName();
    held.sort();
    QCOMPARE(held, (QStringList{QStringLiteral("nextTaskAction"), QStringLiteral("taskBeforeAction")}));
}

void KeyboardTest::whoHasSavedStaysOnThePage_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("edit");
    QTest::newRow("rules") << QByteArray("rulesPage") << QByteArray("nameEdit");
    QTest::newRow("intents") << QByteArray("intentsPage") << QByteArray("titleEdit");
}

// The button that was clicked cannot be used any more.
void KeyboardTest::whoHasSavedStaysOnThePage()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, edit);
    openWindow([](County &county) {
        Intent lamp;
        lamp.name = lamp.title = QStringLiteral("lamp");
        lamp.slaMs = limits::msPerDay;
        QVERIFY(county.say(SaveIntent{lamp}));
    });
    show(page.constData());
    auto *words = find<QLineEdit>(edit.constData(), page.constData());
    QTRY_VERIFY(words->isVisible() && !words->text().isEmpty());
    words->setFocus();
    QTest::keyClicks(words, QStringLiteral("x"));
    auto *save = find<QPushButton>("saveButton", page.constData());
    QTRY_VERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY(!save->isEnabled());
    QVERIFY2(words->hasFocus(), qPrintable(m_window->focusWidget()->objectName()));
}

using Keys = QList<std::pair<QString, QString>>; // what it does, and which

void KeyboardTest::whatCannotBeCompletedSaysWhy()
{
    ActivityId activity;
    openWindow([&](County &county) {
        activity = county
                       .open(QStringLiteral("street"), QStringLiteral("kim"), QStringLiteral("1d"),
                             {County::task(QStringLiteral("a_weld"), QStringLiteral("2h"))})
                       .activity.id;
        ActionInput hold;
        hold.action = TaskAction::Hold;
        hold.reason = QStringLiteral("parts");
        QVERIFY(county.act(activity, QStringLiteral("a_weld"), hold));
    });
    show("queuePage");
    auto *table = find<QTableView>("queueTable");
    find<QLineEdit>("searchEdit", "queuePage")->setText(QStringLiteral("a_weld"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(find<QAction>("resumeAction", "queuePage")->isEnabled());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
    const auto *bar = find<QWidget>("taskPane", "queuePage")->findChild<MessageBar *>();
    QCOMPARE(find<QStackedWidget>("pages")->currentWidget(), find<QWidget>("queuePage"));
    QVERIFY2(bar->text().contains(QStringLiteral("on hold")), qPrintable(bar->text()));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(find<QStackedWidget>("pages")->currentWidget(), find<QWidget>("activitiesPage"));
}

void KeyboardTest::theSheetTellsOfTheKeysOfAList_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<Keys>("keys");
    const auto row = [](const char *page, std::initializer_list<std::pair<const char *, const char *>> all) {
        Keys keys{{QStringLiteral("Next part of the window"), QStringLiteral("F6")}};
        for (const auto &[words, key] : all)
            keys.emplaceBack(QString::fromLatin1(words), QString::fromLatin1(key));
        QTest::newRow(page) << QByteArray(page) << keys;
    };
    row("alertsPage", {{"Acknowledge", "Space"}, {"Snooze", "S"}});
    row("rulesPage", {{"Switch on or off", "Space"}, {"Remove", "Del"}});
}

void KeyboardTest::theSheetTellsOfTheKeysOfAList()
{
    QFETCH(QByteArray, page);
    QFETCH(Keys, keys);
    openWindow();
    show(page.constData());
    find<QAction>("keysAction")->trigger();
    QStringList said;
    for (const QLabel *label : m_window->findChild<KeySheet *>()->findChildren<QLabel *>())
        said << label->text();
    for (const auto &[words, key] : keys)
        QVERIFY2(said.contains(words) && said.contains(key), qPrintable(words));
}

HMSACT_TEST(KeyboardTest)

} // namespace hmsact::keyboard_test

#include "keyboard.moc"
