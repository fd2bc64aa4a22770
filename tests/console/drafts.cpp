// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/clerkdesk.h"
#include "console/messagebar.h"
#include "support/testprogram.h"

#include <QPlainTextEdit>

namespace hmsact::drafts_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// What was typed about a task waits for whoever looks at another one meanwhile.
class DraftsTest : public QObject, private ClerkDesk
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }
    void whatWasTypedIsThereAgain();
    void whatWasDroppedStaysAway();
    void theWindowAsksBeforeItIsLost();
    void whatCanNoLongerBeSentIsToldOnce();

private:
    QPlainTextEdit *words() { return find<QPlainTextEdit>("wordsEdit"); }
    void choose(int row)
    {
        list()->setFocus();
        const QModelIndex index = list()->model()->index(row, 0);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(index).center());
        QTRY_COMPARE(find<QLabel>("nameLabel")->text(), index.data().toString());
        QTRY_VERIFY(may("commentAction"));
    }
    void typeOfTheFirst() // and turns to the second
    {
        open(alice());
        m_one = openTask(QStringLiteral("one"), QStringLiteral("1h"));
        openTask(QStringLiteral("two"), QStringLiteral("2h"));
        QTRY_COMPARE(rows().size(), 3);
        choose(1);
        press(Qt::Key_M);
        QTRY_VERIFY(words()->hasFocus());
        QTest::keyClicks(words(), QStringLiteral("called"));
        choose(2);
        QVERIFY(!words()->isVisible());
    }

    ActivityId m_one;
};

void DraftsTest::whatWasTypedIsThereAgain()
{
    typeOfTheFirst();
    choose(1);
    QTRY_VERIFY(words()->isVisible());
    QCOMPARE(words()->toPlainText(), QStringLiteral("called"));
    QVERIFY(list()->hasFocus()); // whoever walks through the list goes on
    press(Qt::Key_M); // a letter meant for the list
    QCOMPARE(words()->toPlainText(), QStringLiteral("called"));
    QVERIFY(words()->hasFocus());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!words()->isVisible());
    ListEvents events;
    events.activity = m_one;
    const auto record = m_county->ask(events);
    QCOMPARE(std::ranges::count(record->items, QStringLiteral("task.commented"), &Event::kind), 1);
    choose(2);
    choose(1);
    QVERIFY(!words()->isVisible()); // it is said
}

void DraftsTest::whatWasDroppedStaysAway()
{
    typeOfTheFirst();
    choose(1);
    QTRY_VERIFY(words()->isVisible());
    words()->setFocus();
    press(Qt::Key_Escape);
    choose(2);
    choose(1);
    QVERIFY(!words()->isVisible());
    QVERIFY(m_window->close());
}

void DraftsTest::theWindowAsksBeforeItIsLost()
{
    typeOfTheFirst();
    QVERIFY(!m_window->close());
}

// Its task has ended, and is in no list any more: nobody could send it, or drop it.
void DraftsTest::whatCanNoLongerBeSentIsToldOnce()
{
    typeOfTheFirst();
    ActionInput skip;
    skip.action = TaskAction::Skip;
    skip.reason = QStringLiteral("not needed");
    QVERIFY(m_county->act(m_one, QStringLiteral("one"), skip));
    const auto *bar = find<QWidget>("taskPane")->findChild<MessageBar *>();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(QStringLiteral("called")), qPrintable(bar->text()));
    QVERIFY(m_window->close());
}

HMSACT_TEST(DraftsTest)

} // namespace hmsact::drafts_test

#include "drafts.moc"
