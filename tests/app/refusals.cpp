// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>

namespace hmsact::refusals_test {

namespace {

QByteArray fingerprint(const QString &fileName)
{
    QFile file(fileName);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (file.open(QIODevice::ReadOnly))
        hash.addData(&file);
    return hash.result();
}

QString sqliteUrl(const QString &fileName) { return QStringLiteral("sqlite://") + fileName; }

} // namespace

// What cannot work is said in one line, with exit status 2, and leaves
// everything as it was: the real programs, run.
class RefusalsTest : public QObject
{
    Q_OBJECT

private slots:
    void wrongUsage_data();
    void wrongUsage();
    void wrongDatabase_data();
    void wrongDatabase();
    void newerDatabase();
    void heldDatabase();
    void somebodysRealDatabaseIsNoSandbox();
    void portInUse();
    void certificateThatIsNone();
    void noDisplay();
    void helpNeedsNoDisplay_data();
    void helpNeedsNoDisplay();

private:
    static void verifyRefused(Program &program, const QString &mentions);
};

void RefusalsTest::verifyRefused(Program &program, const QString &mentions)
{
    QCOMPARE(program.exitCode(), 2);
    const QStringList lines = program.complaints();
    QVERIFY2(lines.size() == 1, qPrintable(lines.join(u'|')));
    QVERIFY2(lines.constFirst().contains(mentions), qPrintable(lines.constFirst()));
    QCOMPARE(program.process.readAllStandardOutput(), QByteArray());
}

void RefusalsTest::wrongUsage_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentions");
    for (const QString &program : {QStringLiteral("hms-actd"), QStringLiteral("hms-act-console")}) {
        const auto row = [&](const char *name) -> QTestData & {
            return QTest::newRow(qPrintable(program + u' ' + QLatin1String(name))) << program;
        };
        row("unknown option") << QStringList{QStringLiteral("--frobnicate")} << "frobnicate";
        row("bad url") << QStringList{QStringLiteral("--db"), QStringLiteral("nonsense://x")} << "nonsense";
        row("bad port") << QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:http")} << "http";
        row("no server") << QStringList{QStringLiteral("--db"), QStringLiteral("postgresql://a:secret@127.0.0.1:1/b")}
                         << "postgresql://a@127.0.0.1:1/b cannot be opened";
        row("open without TLS") << QStringList{QStringLiteral("--listen"), QStringLiteral("0.0.0.0:0")} << "--insecure";
    }
}

void RefusalsTest::wrongUsage()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QFETCH(QString, mentions);
    Program refused(program);
    refused.start(arguments);
    verifyRefused(refused, mentions);
    QVERIFY(!QDir(refused.home(QStringLiteral("data"))).exists());
}

void RefusalsTest::wrongDatabase_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("content");
    for (const QString &program : {QStringLiteral("hms-actd"), QStringLiteral("hms-act-console")}) {
        QTest::newRow(qPrintable(program + QStringLiteral(" a letter")))
            << program << QByteArray("Dear county,\n").repeated(500);
        QTest::newRow(qPrintable(program + QStringLiteral(" cut short"))) << program << QByteArray("SQLite format 3\0", 16);
    }
}

void RefusalsTest::wrongDatabase()
{
    QFETCH(QString, program);
    QFETCH(QByteArray, content);
    Program refused(program);
    const QString fileName = refused.home(QStringLiteral("not-a-database"));
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const QByteArray before = fingerprint(fileName);

    refused.start({QStringLiteral("--db"), sqliteUrl(fileName)});
    verifyRefused(refused, QStringLiteral("not-a-database"));
    QCOMPARE(fingerprint(fileName), before);

    // A folder that is not there, and a folder where the file should be.
    Program lost(program);
    lost.start({QStringLiteral("--db"), sqliteUrl(lost.home(QStringLiteral("missing/x.db")))});
    verifyRefused(lost, lost.home(QStringLiteral("missing")));
    Program folder(program);
    folder.start({QStringLiteral("--db"), sqliteUrl(QDir(folder.home({})).absolutePath())});
    verifyRefused(folder, QDir(folder.home({})).absolutePath());
}

void RefusalsTest::newerDatabase()
{
    Program program(QStringLiteral("hms-actd"));
    const QString fileName = program.home(QStringLiteral("newer.db"));
    QVERIFY(program.serve({QStringLiteral("--db"), sqliteUrl(fileName)}));
    QCOMPARE(program.stop(), 0);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("future"));
        database.setDatabaseName(fileName);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("INSERT INTO schema_migration VALUES (9999, 'future', 0)")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("future"));
    const QByteArray before = fingerprint(fileName);

    Program refused(QStringLiteral("hms-actd"));
    refused.start({QStringLiteral("--db"), sqliteUrl(fileName)});
    verifyRefused(refused, QStringLiteral("newer"));
    QCOMPARE(fingerprint(fileName), before);
}

void RefusalsTest::heldDatabase()
{
    Program holder(QStringLiteral("hms-actd"));
    const QString fileName = holder.home(QStringLiteral("held.db"));
    QVERIFY(holder.serve({QStringLiteral("--db"), sqliteUrl(fileName)}));
    for (const QString &name : {QStringLiteral("hms-actd"), QStringLiteral("hms-act-console")}) {
        Program second(name);
        second.start(
            {QStringLiteral("--db"), sqliteUrl(fileName), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        verifyRefused(second, QString::number(holder.process.processId()));
    }
    QCOMPARE(holder.stop(), 0);
}

void RefusalsTest::somebodysRealDatabaseIsNoSandbox()
{
    // Whatever leaves a trace makes it real: here a sandbox whose known token was
    // taken away again.
    Program real(QStringLiteral("hms-actd"));
    const QString fileName = real.home(QStringLiteral("real.db"));
    const QStringList arguments{QStringLiteral("--sandbox"), QStringLiteral("--no-sample"), QStringLiteral("--db"),
                                sqliteUrl(fileName)};
    QVERIFY(real.serve(arguments));
    QCOMPARE(real.stop(), 0);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("real"));
        database.setDatabaseName(fileName);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("DELETE FROM token")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("real"));
    Program refused(QStringLiteral("hms-actd"));
    refused.start(arguments + QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    verifyRefused(refused, QStringLiteral("real.db"));
}

void RefusalsTest::portInUse()
{
    QTcpServer occupant;
    QVERIFY(occupant.listen(QHostAddress::LocalHost));
    for (const QString &name : {QStringLiteral("hms-actd"), QStringLiteral("hms-act-console")}) {
        Program refused(name);
        refused.start({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(occupant.serverPort())});
        verifyRefused(refused, QString::number(occupant.serverPort()));
        QVERIFY(!QDir(refused.home(QStringLiteral("data"))).exists()); // nothing half started
    }
}

void RefusalsTest::certificateThatIsNone()
{
    Program refused(QStringLiteral("hms-actd"));
    const QString missing = refused.home(QStringLiteral("missing.pem"));
    refused.start({QStringLiteral("--sandbox"), QStringLiteral("--no-sample"), QStringLiteral("--listen"),
                   QStringLiteral("127.0.0.1:0"), QStringLiteral("--tls-cert"), missing, QStringLiteral("--tls-key"),
                   missing});
    verifyRefused(refused, QStringLiteral("missing.pem"));
}

void RefusalsTest::noDisplay()
{
    Program refused(QStringLiteral("hms-act-console"));
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        refused.setVariable(QLatin1String(variable), {});
    refused.start({QStringLiteral("--sandbox")});
    verifyRefused(refused, QStringLiteral("display"));

    Program unreachable(QStringLiteral("hms-act-console"));
    unreachable.setVariable(QStringLiteral("DISPLAY"), QStringLiteral(":9753"));
    unreachable.setVariable(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    unreachable.start({QStringLiteral("--sandbox")});
    verifyRefused(unreachable, QStringLiteral("display"));

    Program empty(QStringLiteral("hms-act-console"));
    empty.setVariable(QStringLiteral("DISPLAY"), QString::fromLatin1(""));
    for (const char *variable : {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        empty.setVariable(QLatin1String(variable), {});
    empty.start({QStringLiteral("--sandbox")});
    verifyRefused(empty, QStringLiteral("display"));
}

void RefusalsTest::helpNeedsNoDisplay_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("daemon") << "hms-actd";
    QTest::newRow("console") << "hms-act-console";
}

void RefusalsTest::helpNeedsNoDisplay()
{
    QFETCH(QString, program);
    for (const QString &option : {QStringLiteral("--help"), QStringLiteral("--version")}) {
        Program asked(program);
        for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            asked.setVariable(QLatin1String(variable), {});
        asked.start({option});
        QCOMPARE(asked.exitCode(), 0);
        QVERIFY(asked.process.readAllStandardOutput().contains(program.toUtf8()));
        QCOMPARE(asked.complaints(), QStringList());
    }
}

HMSACT_TEST(RefusalsTest)

} // namespace hmsact::refusals_test

#include "refusals.moc"
