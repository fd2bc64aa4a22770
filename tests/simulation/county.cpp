// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/world.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QProcess>

namespace hmsact::county_test {

using simulation::World;

// Whatever happens to a county, nothing is lost, nothing is done twice, and everything comes to an end. HMSACT_SEED=N repeats
// one.
class County : public QObject
{
    Q_OBJECT

private slots:
    void whateverHappensThePromisesHold_data();
    void whateverHappensThePromisesHold();
};

void County::whateverHappensThePromisesHold_data()
{
    const bool isFull = qEnvironmentVariableIsSet("HMSACT_FULL");
    const bool isPostgreSql = test::TestDatabase::onPostgreSql();
    const int seeds = isFull ? (isPostgreSql ? 300 : 2'000) : (isPostgreSql ? 6 : 30);
    const int only = qEnvironmentVariableIntValue("HMSACT_SEED");
    QTest::addColumn<quint32>("seed");
    for (int seed = only > 0 ? only : 1; seed <= (only > 0 ? only : seeds); ++seed)
        QTest::addRow("%d", seed) << static_cast<quint32>(seed);
}

// What the checker says that shares no code with the program; empty: nothing.
static QString checked(const store::DatabaseUrl &url)
{
    const bool isFile = url.dialect == store::Dialect::Sqlite;
    QProcess checker;
    checker.start(QStringLiteral(HMSACT_PYTHON),
                  {QStringLiteral("-B"), QStringLiteral(HMSACT_CHECKER), isFile ? url.file : url.text});
    if (!checker.waitForFinished() || checker.exitStatus() != QProcess::NormalExit)
        return QStringLiteral("the checker cannot be run");
    const QByteArray said = checker.readAllStandardOutput() + checker.readAllStandardError();
    return checker.exitCode() == 0 ? QString() : QString::fromUtf8(said);
}

void County::whateverHappensThePromisesHold()
{
    constexpr int steps = 200;
    QFETCH(const quint32, seed);
    const test::TestDatabase database;
    {
        World world(seed, database.url);
        for (int step = 0; step < steps && world.wrong().isEmpty(); ++step)
            world.step();
        if (world.wrong().isEmpty())
            world.settle();
        if (!world.wrong().isEmpty())
            qWarning("%s", qPrintable(world.story().join(u'\n')));
        QVERIFY2(world.wrong().isEmpty(), qPrintable(world.wrong()));
    }
    const QString wrong = checked(database.url);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

HMSACT_TEST(County)

} // namespace hmsact::county_test

#include "county.moc"
