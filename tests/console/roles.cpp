// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/clerkdesk.h"
#include "console/emptystate.h"
#include "console/signlabel.h"
#include "support/testprogram.h"

#include <QAction>
#include <QComboBox>
#include <QListWidget>
#include <QStackedWidget>

namespace hmsact::roles_test {

using namespace hmsact::console;
using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// The window of each role: it says who one is, every page opens, and what one may not is not offered.
class RolesTest : public QObject, private ClerkDesk
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }
    void eachRoleHasItsWindow_data();
    void eachRoleHasItsWindow();
    void whoIsNoWorkerIsToldSo();
};

void RolesTest::eachRoleHasItsWindow_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("worker");
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("work");
    QTest::addColumn<bool>("mayTake");
    const auto row = [](Role role, const QString &worker, const QString &who, const QString &work, bool mayTake) {
        QTest::newRow(qPrintable(who)) << role << worker << who << work << mayTake;
    };
    const QString nobody = u"You are no worker here"_s;
    row(Role::Viewer, {}, u"dana · viewer"_s, nobody, false);
    row(Role::Viewer, u"alice"_s, u"dana · viewer · works as alice"_s, u"You work as alice"_s, false);
    row(Role::Worker, u"alice"_s, u"dana · worker · works as alice"_s, u"You work as alice"_s, true);
    row(Role::Clerk, {}, u"dana · clerk"_s, nobody, false);
    row(Role::Clerk, u"alice"_s, u"dana · clerk · works as alice"_s, u"You work as alice"_s, true);
    row(Role::Supervisor, {}, u"dana · supervisor"_s, u"&I am"_s, false); // until somebody is chosen
    row(Role::Admin, {}, u"dana · administrator"_s, u"&I am"_s, false);
}

void RolesTest::eachRoleHasItsWindow()
{
    QFETCH(Role, role);
    QFETCH(QString, worker);
    QFETCH(QString, who);
    QFETCH(QString, work);
    QFETCH(bool, mayTake);
    open({u"dana"_s, role, {worker}});
    openTask(u"one"_s, u"1h"_s);
    QCOMPARE(m_window->findChild<SignLabel *>(u"actorLabel"_s)->text(), who);
    QTRY_COMPARE(find<QLabel>("whoLabel")->text(), work);
    QTRY_COMPARE(rows().isEmpty(), worker.isEmpty()); // by then the day is shown
    for (const char *action : {"takeNextAction", "presenceAction"})
        QCOMPARE(may(action), mayTake);
    QCOMPARE(m_window->findChild<QAction *>(u"newActivityAction"_s)->isEnabled(), role >= Role::Supervisor);
    auto *nav = m_window->findChild<QListWidget *>(u"navList"_s);
    auto *pages = m_window->findChild<QStackedWidget *>(u"pages"_s);
    for (int page = 0; page < nav->count(); ++page) {
        nav->setCurrentRow(page);
        QCOMPARE(pages->currentIndex(), page);
        QTRY_VERIFY(pages->currentWidget()->isVisible());
    }
}

void RolesTest::whoIsNoWorkerIsToldSo()
{
    open({u"eve"_s, Role::Viewer, {}});
    const auto *empty = list()->viewport()->findChild<EmptyState *>();
    if (!empty)
        empty = list()->findChild<EmptyState *>();
    QVERIFY(empty);
    QTRY_COMPARE(empty->title(), u"You are no worker here"_s);
    QVERIFY(empty->advice().contains(u"hms-act user set"_s));
    QVERIFY(!find<QComboBox>("whoCombo")->isVisible());
}

HMSACT_TEST(RolesTest)

} // namespace hmsact::roles_test

#include "roles.moc"
