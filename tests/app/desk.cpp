// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "support/testprogram.h"

namespace hmsact::desk_test {

// hms-act-console as a process: the same core and API as hms-actd, with a
// window in front.
class DeskTest : public QObject
{
    Q_OBJECT

private slots:
    void servesAndEndsOnTermination();
    void servesNobodyWithoutTheApi();
    void keepsItsWindowsStateForTheNextStart();
};

void DeskTest::servesAndEndsOnTermination()
{
    Program console(QStringLiteral("hms-act-console"));
    QVERIFY(console.serve({QStringLiteral("--sandbox"), QStringLiteral("--no-sample")}));
    QCOMPARE(console.ask("GET", QStringLiteral("/queue")).status, 200);
    QCOMPARE(console.stop(), 0);
    QCOMPARE(console.process.readAllStandardOutput(), QByteArray());
}

void DeskTest::servesNobodyWithoutTheApi()
{
    Program console(QStringLiteral("hms-act-console"));
    const QString fileName = console.home(QStringLiteral("desk.db"));
    console.start({QStringLiteral("--no-api"), QStringLiteral("--db"), QStringLiteral("sqlite://") + fileName});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fileName), 30'000);
    QCOMPARE(console.stop(), 0);
    QCOMPARE(console.process.readAllStandardOutput(), QByteArray());
}

void DeskTest::keepsItsWindowsStateForTheNextStart()
{
    Program console(QStringLiteral("hms-act-console"));
    QVERIFY(console.serve({QStringLiteral("--sandbox"), QStringLiteral("--no-sample")}));
    QCOMPARE(console.stop(), 0);
    QVERIFY(QFile::exists(console.home(QStringLiteral("config/hms-act/console.ini"))));
}

HMSACT_TEST(DeskTest)

} // namespace hmsact::desk_test

#include "desk.moc"
