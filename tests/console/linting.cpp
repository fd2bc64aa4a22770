// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/county.h"
#include "console/ruleeditor.h"
#include "console/whenready.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace hmsact::linting_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The linter looks at a rule again when the rule, the others or those who work have changed, and not at each sign of life.
class LintingTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsAsItWasIsLookedAtOnce();
};

void LintingTest::whatIsAsItWasIsLookedAtOnce()
{
    County county({QStringLiteral("Ada"), Role::Admin, {}});
    RuleEditor editor(county.client());
    RuleChoices choices;
    choices.pools << QStringLiteral("crew");
    editor.setChoices(choices);
    const auto rule = ruleFrom({{QStringLiteral("when"), QStringLiteral("sla_breach")},
                                {QStringLiteral("then"), QStringLiteral("reassign")},
                                {QStringLiteral("to"), QStringLiteral("nowhere")}});
    QVERIFY(rule);
    editor.show(*rule);
    editor.setActive(true);
    auto *remarks = editor.findChild<QTableView *>(QStringLiteral("remarkTable"))->model();
    QTRY_VERIFY(remarks->rowCount() > 0);
    const QSignalSpy told(remarks, &QAbstractItemModel::dataChanged); // each time the linter has spoken
    editor.setChoices(choices);
    editor.setActive(true);
    QTimer pause; // longer than the one after which it is asked
    pause.setSingleShot(true);
    pause.start(500);
    QTRY_VERIFY(!pause.isActive());
    bool isAnswered = false; // and with it whatever was asked before
    whenReady(county.client().ask(ListRules{}), &editor, [&isAnswered](const auto &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(told.count(), 0);
    choices.pools << QStringLiteral("north");
    editor.setChoices(choices);
    QTRY_COMPARE(told.count(), 1);
    editor.lintAgain();
    QTRY_COMPARE(told.count(), 2);
}

HMSACT_TEST(LintingTest)

} // namespace hmsact::linting_test

#include "linting.moc"
