// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/world.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QProcess>

namespace hmsact::county_test {

using simulation::World;

// Whatever happens to a county, nothing is lost, nothing is done twice, and everything comes to an end. HMSACT_SEED=N repeats one.
class County : public QObject
{
    Q_OBJECT

private slots:
    void whateverHappensThePromisesHold();

private:
    static QString live(quint32 seed);
};

static constexpr int stepsOfOne = 200;

static QString checked(const store::DatabaseUrl &url)
{
    const bool isFile = url.dialect == store::Dialect::Sqlite;
    QProcess checker;
    checker.start(QStringLiteral(HMSACT_PYTHON),
                  {QStringLiteral("-B"), QStringLiteral(HMSACT_CHECKER), isFile ? url.file : url.text});
    if (!checker.waitForFinished() || checker.exitStatus() != QProcess::NormalExit)
        return QStringLiteral("the checker cannot be run");
    const QString said = QString::fromUtf8(checker.readAllStandardOutput() + checker.readAllStandardError());
    return checker.exitCode() == 0 ? QString() : said;
}

// What went wrong in it; empty: nothing.
QString County::live(quint32 seed)
{
    const test::TestDatabase database;
    int step = 0;
    QString wrong;
    {
        World world(seed, database.url);
        for (; step < stepsOfOne && world.wrong().isEmpty(); ++step)
            world.step();
        if (world.wrong().isEmpty())
            world.settle();
        wrong = world.wrong();
        if (!wrong.isEmpty())
            qWarning("%s", qPrintable(world.story().join(u'\n')));
    }
    if (wrong.isEmpty())
        wrong = checked(database.url);
    return wrong.isEmpty() ? QString()
                           : QStringLiteral("seed %1, step %2: %3").arg(QString::number(seed), QString::number(step), wrong);
}

void County::whateverHappensThePromisesHold()
{
    if (const int seed = qEnvironmentVariableIntValue("HMSACT_SEED"); seed > 0) {
        const QString wrong = live(static_cast<quint32>(seed));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        return;
    }
    const bool isFull = qEnvironmentVariableIsSet("HMSACT_FULL");
    const bool isPostgreSql = test::TestDatabase::onPostgreSql();
    const quint32 seeds = isFull ? (isPostgreSql ? 300 : 2'000) : (isPostgreSql ? 6 : 30);
    for (quint32 seed = 1; seed <= seeds; ++seed) {
        const QString wrong = live(seed);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

HMSACT_TEST(County)

} // namespace hmsact::county_test

#include "county.moc"
