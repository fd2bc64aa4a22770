// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/limits.h"
#include "store/rulestore.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>

namespace hmsact::rules_test {

using domain::Done;
using domain::Rule;
using domain::Status;
using store::RuleStore;

// Rules come back as they were written, whatever is refused today.
class Rules : public QObject
{
    Q_OBJECT

private slots:
    void anAddressThatIsRefusedTodayComesBack();
};

void Rules::anAddressThatIsRefusedTodayComesBack()
{
    const test::TestDatabase testDatabase;
    const auto database = std::move(store::Database::open(testDatabase.url, store::Access::ReadWrite).value());
    Rule rule;
    rule.id = {7};
    rule.name = QStringLiteral("late");
    rule.steps.resize(1);
    rule.steps.front().notify = QStringList{QStringLiteral("email:a@b..c"), QStringLiteral("sms:+00000000")};
    QVERIFY(database->transact<Done>([&]() -> Status {
        RuleStore(*database).insert(rule, QStringLiteral("ann"));
        return Done{};
    }));
    const auto rules = database->read<std::vector<Rule>>([&] { return RuleStore(*database).all(); });
    QVERIFY(rules);
    const auto back = std::ranges::find(*rules, rule.name, &Rule::name);
    QVERIFY(back != rules->end());
    QCOMPARE(back->steps.front().notify, rule.steps.front().notify);
}

HMSACT_TEST(Rules)

} // namespace hmsact::rules_test

#include "rules.moc"
