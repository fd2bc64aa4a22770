// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/messagebar.h"
#include "console/outboxmodel.h"
#include "console/windowdesk.h"
#include "console/wraplabel.h"
#include "support/testprogram.h"

#include <QPushButton>
#include <QTableView>

namespace hmsact::outbox_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// What a provider that was away for a day leaves behind.
class OutboxTest : public QObject, private WindowDesk
{
    Q_OBJECT

private slots:
    void cleanup() { closeWindow(); }
    void allThatWasGivenUpIsSentAgain();
    void whatHasGoneMeanwhileIsSaid();
    void noNeighbourIsChosenInItsPlace();

private:
    // → how many messages were given up; the page shows them.
    int openWithDeadLetters()
    {
        openWindow();
        for (const char *address : {"email:ann@county.gov", "email:bob@county.gov", "sms:+15551234"})
            (void)m_county->say(SendTest{QString::fromLatin1(address)});
        m_county->deliver({});
        show("outboxPage");
        return deadLetters();
    }
    int deadLetters()
    {
        const auto dead = m_county->ask(ListNotifications{NotificationState::Dead, {}, limits::pageMax, {}});
        return static_cast<int>(dead->items.size());
    }
};

void OutboxTest::allThatWasGivenUpIsSentAgain()
{
    const int count = openWithDeadLetters();
    QVERIFY(count >= 3);
    const auto *table = find<QTableView>("outboxTable");
    QTRY_COMPARE(table->model()->rowCount(), count);
    const auto *outcome = find<WrapLabel>("outcomeLabel"); // in full, of whichever is chosen
    for (const int row : {1, 0}) {
        table->selectionModel()->setCurrentIndex(table->model()->index(row, 0), QItemSelectionModel::SelectCurrent);
        for (const int column : {OutboxModel::To, OutboxModel::Outcome})
            QVERIFY(outcome->words().contains(table->model()->index(row, column).data().toString()));
    }
    auto *all = find<QPushButton>("resendAllButton");
    all->click();
    const auto *question = find<ActionForm>("question", "outboxPage");
    QVERIFY(question->findChild<QLabel *>(QStringLiteral("titleLabel"))->text().contains(QString::number(count)));
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!question->isVisible());
    QCOMPARE(deadLetters(), count);
    all->click();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QCOMPARE(deadLetters(), 0);
    QVERIFY(table->hasFocus());
    QVERIFY(!all->isEnabled());
    const auto *bar = find<MessageBar>("messageBar", "outboxPage");
    QVERIFY(bar->text().startsWith(QString::number(count) + u' '));
}

void OutboxTest::whatHasGoneMeanwhileIsSaid()
{
    const int count = openWithDeadLetters();
    const auto *table = find<QTableView>("outboxTable");
    QTRY_COMPARE(table->model()->rowCount(), count);
    find<QPushButton>("resendAllButton")->click();
    const auto dead = m_county->ask(ListNotifications{NotificationState::Dead, {}, 1, {}});
    QVERIFY(m_county->say(ResendNotification{dead->items.front().id}));
    QTRY_COMPARE(table->model()->rowCount(), count - 1);
    find<ActionForm>("question", "outboxPage")->confirm();
    const auto *bar = find<MessageBar>("messageBar", "outboxPage");
    QTRY_COMPARE(bar->kind(), MessageBar::Kind::Error);
    QVERIFY(bar->text().startsWith(QString::number(count - 1) + u' '));
    QCOMPARE(deadLetters(), 0);
}

// A press that was meant for one message would send another, whoever took the first away.
void OutboxTest::noNeighbourIsChosenInItsPlace()
{
    const int count = openWithDeadLetters();
    auto *table = find<QTableView>("outboxTable");
    QTRY_COMPARE(table->model()->rowCount(), count);
    QCOMPARE(table->currentIndex().row(), 0);
    auto *resend = find<QPushButton>("resendButton");
    resend->click();
    resend->click();
    QTRY_COMPARE(table->model()->rowCount(), count - 1);
    QVERIFY(!table->currentIndex().isValid());
    QVERIFY(!resend->isEnabled());
    const auto *bar = find<MessageBar>("messageBar", "outboxPage");
    QVERIFY2(bar->text().contains(QStringLiteral("is sent again")), qPrintable(bar->text()));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down); // from where it was
    QCOMPARE(table->currentIndex().row(), 0);
    QVERIFY(resend->isEnabled());
    const auto dead = m_county->ask(ListNotifications{NotificationState::Dead, {}, 1, {}});
    QVERIFY(m_county->say(ResendNotification{dead->items.front().id})); // by somebody else
    QTRY_COMPARE(table->model()->rowCount(), count - 2);
    QVERIFY(!table->currentIndex().isValid());
    QVERIFY2(bar->text().contains(QStringLiteral("has left the list")), qPrintable(bar->text()));
}

HMSACT_TEST(OutboxTest)

} // namespace hmsact::outbox_test

#include "outbox.moc"
