// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"
#include "store/migrator.h"
#include "store/processlock.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <latch>
#include <sys/file.h>
#include <thread>

namespace hmsact::opening_test {

using store::DatabaseUrl;

// What may be opened, and that what may not be is left as it was.
class Opening : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void urlsAreParsed_data();
    void urlsAreParsed();
    void aFileStaysInItsFolder();
    void aParameterThatIsNoneIsSaidToBeNone();
    void theDatabaseOfAServerIsNamed();
    void aPasswordIsNotShown();
    void refusesAndLeavesTheFileAlone_data();
    void refusesAndLeavesTheFileAlone();
    void theUrlSaysHowLongAServerIsWaitedFor();
    void aFreshFileIsSetUpOnceAndForAll();
    void theLockNamesItsHolder();
    void whoOnlyLooksKeepsNobodyOut();
    void aBackupIsWholeAndNeverOverwrites();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    static void execute(const QString &file, const QString &sql)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            database.setDatabaseName(file);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(sql));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
    }
    static QByteArray hashOf(const QString &file)
    {
        QFile f(file);
        return f.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(f.readAll(), QCryptographicHash::Sha256)
                                           : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void Opening::urlsAreParsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("file");
    QTest::newRow("three slashes") << QStringLiteral("sqlite:///var/lib/a.db") << QStringLiteral("/var/lib/a.db");
    QTest::newRow("four slashes") << QStringLiteral("sqlite:////var/lib/a.db") << QStringLiteral("/var/lib/a.db");
    QTest::newRow("blanks") << QStringLiteral("sqlite:///var/my lib/a.db") << QStringLiteral("/var/my lib/a.db");
    QTest::newRow("a colon in it") << QStringLiteral("sqlite:////var/lib/a:b.db") << QStringLiteral("/var/lib/a:b.db");
    QTest::newRow("a colon first") << QStringLiteral("sqlite:////var/lib/:a.db") << QString();
    QTest::newRow("of no disk") << QStringLiteral("sqlite:///:memory:") << QString();
    QTest::newRow("no file") << QStringLiteral("sqlite:///") << QString();
    QTest::newRow("a folder") << QStringLiteral("sqlite:///var/lib/") << QString();
    QTest::newRow("parameters") << QStringLiteral("sqlite:///var/lib/a.db?mode=ro") << QString();
    QTest::newRow("other scheme") << QStringLiteral("mysql://a/b") << QString();
    QTest::newRow("no scheme") << QStringLiteral("/var/lib/a.db") << QString();
}

void Opening::urlsAreParsed()
{
    QFETCH(QString, text);
    QFETCH(QString, file);
    const auto url = DatabaseUrl::parse(text);
    QCOMPARE(url.ok(), !file.isEmpty());
    if (url)
        QCOMPARE(url->file, file);
}

void Opening::aFileStaysInItsFolder()
{
    for (const char *name : {"/a.db", "/:a.db", "/:memory:"}) {
        const QString file = QFileInfo(m_folder->path()).canonicalFilePath() + QString::fromLatin1(name);
        QCOMPARE(DatabaseUrl::forFile(file).file, file);
    }
    QCOMPARE(DatabaseUrl::forFile(QStringLiteral("/a.db")).file, QStringLiteral("/a.db"));
}

void Opening::aParameterThatIsNoneIsSaidToBeNone()
{
    const auto said = [](const char *text) {
        const auto url = DatabaseUrl::parse(QString::fromLatin1(text));
        return url ? QString() : url.error().detail.english();
    };
    QCOMPARE(said("postgresql://h/x?sslmode=require&ssl=true&target_session_attrs=any"), QString());
    QVERIFY(said("postgresql://h/x?sslmoode=sekret").contains(QStringLiteral("parameter")));
    QVERIFY(!said("postgresql://h/x?sslmoode=sekret").contains(QStringLiteral("sekret")));
    QVERIFY(said("postgresql://h/x?sslmode=%zz").contains(QStringLiteral("percent")));
}

void Opening::theDatabaseOfAServerIsNamed()
{
    QCOMPARE(DatabaseUrl::parse(QStringLiteral("postgresql://ann@h1,h2:5433/county%20two?sslmode=require"))->databaseName(),
             QStringLiteral("county two"));
    QCOMPARE(DatabaseUrl::parse(QStringLiteral("postgresql://h1?dbname=county"))->databaseName(), QStringLiteral("county"));
    QCOMPARE(DatabaseUrl::parse(QStringLiteral("postgresql://h1"))->databaseName(), QString());
    QCOMPARE(DatabaseUrl::parse(QStringLiteral("sqlite:////var/lib/a.db"))->databaseName(), QString());
    const auto server = [](const char *url) {
        return DatabaseUrl::parse(QString::fromLatin1(url))->server();
    };
    for (const char *usual :
         {"postgresql:///county", "postgresql://ann@localhost/county", "postgresql://127.0.0.1:5432/county",
          "postgresql://%2Frun%2Fpostgresql/county", "sqlite:////var/lib/a.db"})
        QCOMPARE(server(usual), QString());
    QCOMPARE(server("postgresql://ann:secret@h1:5433,h2:5434/county"), QStringLiteral("h1,h2-5433,5434"));
    QCOMPARE(server("postgresql://h1/county"), QStringLiteral("h1"));
    QCOMPARE(server("postgresql://127.0.0.1:5433/county"), QStringLiteral("127.0.0.1-5433"));
    QCOMPARE(server("postgresql:///county?host=h1&port=5433"), QStringLiteral("h1-5433"));
}

void Opening::aPasswordIsNotShown()
{
    for (const char *bad :
         {"postgresql://u:sekret@[bad/x", "postgresql://u:sek@ret@127.0.0.1:1/x", "postgresql://u:sek/ret@h/x",
          "postgresql://u:sek%ret@h/x", "host=127.0.0.1 password=sekret", "mysql://u:sekret@h/x"}) {
        const auto url = DatabaseUrl::parse(QString::fromLatin1(bad));
        QVERIFY2(!url, bad);
        QVERIFY2(!url.error().detail.english().contains(QStringLiteral("sek")), qPrintable(url.error().detail.english()));
    }
    QCOMPARE(
        DatabaseUrl::parse(QStringLiteral("postgresql://ann:secret@h1,h2:5433/county?sslmode=require"))->withoutPassword(),
        QStringLiteral("postgresql://ann@h1,h2:5433/county?sslmode=require"));
    for (const char *told : {"postgresql://ann@h1/county", "postgresql://h1:5432/county?application_name=a@b"})
        QCOMPARE(DatabaseUrl::parse(QString::fromLatin1(told))->withoutPassword(), QString::fromLatin1(told));
    QCOMPARE(
        DatabaseUrl::parse(QStringLiteral("postgresql://h1/county?user=ann&password=secret&sslmode=require&sslpassword=x"))
            ->withoutPassword(),
        QStringLiteral("postgresql://h1/county?user=ann&password=&sslmode=require&sslpassword="));
}

void Opening::refusesAndLeavesTheFileAlone_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("no database") << QStringLiteral("text") << QStringLiteral("is not a database of this program");
    QTest::newRow("another program's") << QStringLiteral("foreign") << QStringLiteral("is not a database of this program");
    QTest::newRow("newer") << QStringLiteral("newer") << QStringLiteral("newer than this program's");
}

void Opening::refusesAndLeavesTheFileAlone()
{
    QFETCH(QString, kind);
    QFETCH(QString, says);
    const QString file = path("x.db");
    if (kind == QLatin1String("text")) {
        QFile f(file);
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write("this is a shopping list, and a long one at that");
    } else if (kind == QLatin1String("foreign")) {
        execute(file, QStringLiteral("CREATE TABLE recipe (name TEXT)"));
    } else {
        {
            auto database = store::Database::open(DatabaseUrl::forFile(file), store::Access::ReadWrite);
            QVERIFY(store::migrate(**database, 1));
        }
        execute(file, QStringLiteral("INSERT INTO schema_migration VALUES (999, 'later', 1)"));
    }
    const QByteArray before = hashOf(file);
    const domain::Status status = store::inspect(DatabaseUrl::forFile(file));
    QVERIFY(!status);
    QVERIFY2(status.error().detail.english().contains(says), qPrintable(status.error().detail.english()));
    QCOMPARE(hashOf(file), before);
}

// One that takes connections, and says nothing.
void Opening::theUrlSaysHowLongAServerIsWaitedFor()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const auto waitedMs = [&](const QString &parameters) {
        const QString text = QStringLiteral("postgresql://127.0.0.1:%1/county%2").arg(silent.serverPort()).arg(parameters);
        QElapsedTimer timer;
        timer.start();
        const bool isOpen = store::Database::open(*DatabaseUrl::parse(text), store::Access::ReadOnly).ok();
        return isOpen ? -1 : timer.elapsed();
    };
    const qint64 usualMs = waitedMs({});
    QVERIFY2(usualMs > 3'000, qPrintable(QString::number(usualMs)));
    const qint64 shortMs = waitedMs(QStringLiteral("?connect_timeout=2"));
    QVERIFY2(shortMs > 0 && shortMs < usualMs - 1'000, qPrintable(QString::number(shortMs)));
}

void Opening::aFreshFileIsSetUpOnceAndForAll()
{
    const DatabaseUrl url = DatabaseUrl::forFile(path("fresh.db"));
    QVERIFY(store::inspect(url));
    auto database = store::Database::open(url, store::Access::ReadWrite);
    QCOMPARE(*store::currentVersion(**database), 0);
    QVERIFY(store::migrate(**database, 1));
    QCOMPARE(*store::currentVersion(**database), store::schemaVersion);
    QVERIFY(store::migrate(**database, 2));
    QVERIFY(store::inspect(url));
}

void Opening::theLockNamesItsHolder()
{
    const QString file = path("l.db");
    QVERIFY(!store::ProcessLock::holder(file));
    {
        const auto lock = store::ProcessLock::take(file, QStringLiteral("hms-actd"));
        QVERIFY(lock);
        lock.value()->publish(QStringLiteral("http://127.0.0.1:1"), QStringLiteral("secret"));
        const auto holder = store::ProcessLock::holder(file);
        QVERIFY(holder);
        QCOMPARE(holder->pid, QCoreApplication::applicationPid());
        QCOMPARE(holder->url, QStringLiteral("http://127.0.0.1:1"));
        const auto second = store::ProcessLock::take(file, QStringLiteral("hms-act-console"));
        QVERIFY(!second);
        QVERIFY(second.error().detail.english().contains(QStringLiteral("hms-actd")));
        QCOMPARE(QFile(file + QStringLiteral(".lock")).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }
    QVERIFY(!store::ProcessLock::holder(file));
    QVERIFY(store::ProcessLock::take(file, QStringLiteral("next")));
}

// As holder() does, for a moment.
void Opening::whoOnlyLooksKeepsNobodyOut()
{
    const QString file = path("l.db");
    for (int i = 0; i < 20; ++i) {
        QFile looked(file + QStringLiteral(".lock"));
        QVERIFY(looked.open(QIODevice::ReadWrite));
        if (i % 2 == 1) { // who had it was killed
            QVERIFY(looked.resize(0));
            QVERIFY(looked.write(R"({"pid": 999999999, "program": "gone"})") > 0 && looked.flush());
        }
        QCOMPARE(::flock(looked.handle(), LOCK_SH | LOCK_NB), 0);
        std::latch starts(1);
        const std::jthread looker([&] {
            starts.wait();
            looked.close();
        });
        starts.count_down();
        const auto lock = store::ProcessLock::take(file, QStringLiteral("next"));
        QVERIFY2(lock, lock ? "" : qPrintable(lock.error().detail.english()));
    }
}

void Opening::aBackupIsWholeAndNeverOverwrites()
{
    const DatabaseUrl url = DatabaseUrl::forFile(path("b.db"));
    {
        auto writer = store::Database::open(url, store::Access::ReadWrite);
        QVERIFY(store::migrate(**writer, 1));
        auto reader = store::Database::open(url, store::Access::ReadOnly);
        const domain::Status done = store::backUp(**reader, path("copy.db"));
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail.english()));
        QVERIFY(!store::backUp(**reader, path("copy.db")));
        QVERIFY(!store::backUp(**reader, path("nowhere/copy.db")));
    }
    QVERIFY(store::inspect(DatabaseUrl::forFile(path("copy.db"))));
    auto copy = store::Database::open(DatabaseUrl::forFile(path("copy.db")), store::Access::ReadWrite);
    QCOMPARE(*store::currentVersion(**copy), store::schemaVersion);
}

HMSACT_TEST(Opening)

} // namespace hmsact::opening_test

#include "opening.moc"
