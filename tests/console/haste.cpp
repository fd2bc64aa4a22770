// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/clerkdesk.h"
#include "console/pagekey.h"
#include "console/signlabel.h"
#include "console/workhead.h"
#include "support/testprogram.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

namespace hmsact::haste_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// Who presses a key twice, or before there is an answer, has said it once; and the next key goes where it is looked for.
class HasteTest : public QObject, private ClerkDesk
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }
    void twiceAtOnceIsOnce();
    void theNextTaskIsLookedAtFirst();
    void aCommentIsMadeOnce();
    void oneIsTakenAtATime();
    void aPageThatIsHiddenTakesNoKeys();
    void afterAFormTheListHasTheKeys_data();
    void afterAFormTheListHasTheKeys();
    void aKeyThatIsHeldDownAsksOnce();

private:
    qint64 held() { return qint64(m_county->ask(GetWorkday{alice().worker})->held.size()); }
    QString tally() { return find<SignLabel>("progressLabel")->text(); }
};

void HasteTest::twiceAtOnceIsOnce()
{
    open(alice());
    for (const char *name : {"one", "two", "three"})
        openTask(QString::fromLatin1(name), QStringLiteral("1h"));
    QTRY_COMPARE(rows().size(), 4);
    press(Qt::Key_N);
    QTRY_VERIFY(may("completeAction"));
    QTRY_COMPARE(held(), 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(tally().contains(QStringLiteral("today: 1")), qPrintable(tally()));
    QTRY_COMPARE(chosen(), QStringLiteral("two"));
    QTRY_VERIFY(may("failAction"));
    QVERIFY2(tally().contains(QStringLiteral("today: 1")), qPrintable(tally()));
    QCOMPARE(held(), 1);
}

void HasteTest::theNextTaskIsLookedAtFirst()
{
    open(alice());
    QApplication::setDoubleClickInterval(60'000); // longer than any machine takes until the next one is there
    const ActivityId one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
    const ActivityId two = openTask(QStringLiteral("two"), QStringLiteral("2h"));
    QTRY_COMPARE(rows().size(), 3);
    press(Qt::Key_N);
    QTRY_COMPARE(chosen(), QStringLiteral("one"));
    QTRY_VERIFY(may("failAction"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(chosen(), QStringLiteral("two"));
    QTRY_VERIFY(may("failAction"));
    QVERIFY(stateOf(one, QStringLiteral("one")) == TaskState::Completed);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(held(), 1);
    QApplication::setDoubleClickInterval(0); // the time is over
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stateOf(two, QStringLiteral("two")) == TaskState::Completed);
}

void HasteTest::aCommentIsMadeOnce()
{
    open(alice());
    const ActivityId one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
    QTRY_VERIFY(may("commentAction"));
    press(Qt::Key_M);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("called"));
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!find<QPlainTextEdit>("wordsEdit")->isVisible());
    ListEvents events;
    events.activity = one;
    const auto record = m_county->ask(events);
    QCOMPARE(std::ranges::count(record->items, QStringLiteral("task.commented"), &Event::kind), 1);
}

void HasteTest::oneIsTakenAtATime()
{
    open(alice());
    QApplication::setDoubleClickInterval(60'000);
    for (const char *name : {"one", "two", "three"})
        openTask(QString::fromLatin1(name), QStringLiteral("1h"));
    QTRY_COMPARE(rows().size(), 4);
    press(Qt::Key_N);
    press(Qt::Key_N);
    QTRY_COMPARE(chosen(), QStringLiteral("one"));
    QTRY_VERIFY(may("failAction"));
    press(Qt::Key_N);
    m_county->open(QStringLiteral("card"), QStringLiteral("max"), QStringLiteral("5d"), {}); // done after whatever was said
    QCOMPARE(held(), 1);
    QApplication::setDoubleClickInterval(0); // the time is over
    press(Qt::Key_N);
    QTRY_COMPARE(held(), 2);
}

// Who the settings say one is has gone meanwhile, which is known only when the window is there.
void HasteTest::aPageThatIsHiddenTakesNoKeys()
{
    open({QStringLiteral("boss"), Role::Supervisor, {}});
    m_window.reset();
    m_settings->setValue(QStringLiteral("ui/mywork/worker"), QStringLiteral("gone"));
    m_settings->setValue(QStringLiteral("ui/page"), QStringLiteral("queuePage"));
    m_window = std::make_unique<MainWindow>(m_county->client(), *m_settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const auto *table = m_window->findChild<QTableView *>(QStringLiteral("queueTable"));
    QVERIFY(table->hasFocus());
    QTRY_VERIFY(m_county->client().actor().worker.isNull());
    QVERIFY(table->hasFocus());
}

void HasteTest::afterAFormTheListHasTheKeys_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("key");
    QTest::newRow("queue") << QStringLiteral("queuePage") << QStringLiteral("queueTable") << int(Qt::Key_1);
    QTest::newRow("activities") << QStringLiteral("activitiesPage") << QStringLiteral("activityTable") << int(Qt::Key_3);
}

void HasteTest::afterAFormTheListHasTheKeys()
{
    QFETCH(QString, page);
    QFETCH(QString, table);
    QFETCH(int, key);
    open(alice(Role::Supervisor));
    openTask(QStringLiteral("one"), QStringLiteral("1h"));
    openTask(QStringLiteral("two"), QStringLiteral("2h"));
    QTest::keyClick(m_window.get(), Qt::Key(key), Qt::ControlModifier);
    const auto *shown = m_window->findChild<QWidget *>(page);
    auto *list = shown->findChild<QTableView *>(table);
    QTRY_VERIFY(list->hasFocus() && list->model()->rowCount() == 2);
    QTRY_VERIFY(shown->findChild<QAction *>(QStringLiteral("holdAction"))->isEnabled());
    press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    const auto *words = shown->findChild<QPlainTextEdit *>(QStringLiteral("wordsEdit"));
    QTRY_VERIFY(words->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("waits"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!words->isVisible());
    QVERIFY2(list->hasFocus(), qPrintable(QApplication::focusWidget()->objectName()));
    press(Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
}

void HasteTest::aKeyThatIsHeldDownAsksOnce()
{
    open({QStringLiteral("boss"), Role::Supervisor, {}});
    QList<QKeySequence> asking{Qt::Key_F5, Qt::CTRL | Qt::SHIFT | Qt::Key_C, Qt::CTRL | Qt::Key_0};
    for (int i = 0; i < m_window->findChild<QStackedWidget *>(QStringLiteral("pages"))->count(); ++i)
        asking << pageKey(i);
    const auto look = [&asking](const QKeySequence &key, bool repeats) {
        QVERIFY2(!asking.removeOne(key) || !repeats, qPrintable(key.toString()));
    };
    for (const QAction *action : m_window->findChildren<QAction *>())
        look(action->shortcut(), action->autoRepeat());
    for (const QShortcut *shortcut : m_window->findChildren<QShortcut *>())
        look(shortcut->key(), shortcut->autoRepeat());
    QVERIFY2(asking.isEmpty(), qPrintable(QKeySequence::listToString(asking))); // they have other keys by now
}

HMSACT_TEST(HasteTest)

} // namespace hmsact::haste_test

#include "haste.moc"
