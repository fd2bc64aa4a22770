// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/migrator.h"

#include <QTemporaryDir>
#include <QUuid>

// A fresh database for one test, with nothing in it but the schema: a SQLite file, or with HMSACT_TEST_DATABASE=postgresql one
// on the server that HMSACT_TEST_POSTGRESQL names. hmsact_test(… ON sqlite postgresql) runs a program on both. Destroy it
// after everything that is connected to it.
namespace hmsact::test {

class TestDatabase
{
public:
    enum class Schema { Current, None };

    explicit TestDatabase(Schema schema = Schema::Current, bool postgreSql = onPostgreSql())
        : url(postgreSql ? onServer(schema) : inFile(schema, file("test.db")))
    {
    }

    ~TestDatabase()
    {
        if (url.dialect == store::Dialect::PostgreSql)
            used().push_back(nameOf(url));
    }
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    // PostgreSQL: throws everybody out and lets nobody in, as if the server were gone; and lets them in again.
    void shut() const { shutFor(QStringLiteral("%")); }
    // The same for those whose application has a name like that; nobody else can connect anew.
    void shutFor(const QString &application) const
    {
        const QByteArray name = nameOf(url);
        connect()->script(
            "ALTER DATABASE " + name
            + " ALLOW_CONNECTIONS false; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name
            + "' AND application_name LIKE '" + application.toUtf8() + "'");
    }
    void reopen() const { connect()->script("ALTER DATABASE " + nameOf(url) + " ALLOW_CONNECTIONS true"); }

    [[nodiscard]] static bool onPostgreSql() { return qEnvironmentVariable("HMSACT_TEST_DATABASE") == u"postgresql"; }
    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

private:
    const QTemporaryDir m_folder;

public:
    const store::DatabaseUrl url;

private:
    static QByteArray nameOf(const store::DatabaseUrl &url) { return url.text.section(u'/', -1).toUtf8(); }
    static void migrate(const store::DatabaseUrl &url)
    {
        const auto database = store::Database::open(url, store::Access::ReadWrite);
        if (const domain::Status done = database ? store::migrate(**database, 1) : database.error(); !done)
            qFatal("%s", qUtf8Printable(done.error().detail.english()));
    }

    // To migrate costs several times as much as a copy of what was migrated once in this program.
    static store::DatabaseUrl inFile(Schema schema, const QString &file)
    {
        static const QTemporaryDir folder;
        static const QString migrated = [] {
            const QString made = folder.filePath(QStringLiteral("migrated.db"));
            migrate(store::DatabaseUrl::forFile(made));
            return made;
        }();
        if (schema == Schema::Current && !QFile::copy(migrated, file))
            qFatal("%s cannot be written", qUtf8Printable(file));
        return store::DatabaseUrl::forFile(file);
    }

    static QString server()
    {
        const QString text = qEnvironmentVariable("HMSACT_TEST_POSTGRESQL");
        if (text.isEmpty())
            qFatal("HMSACT_TEST_POSTGRESQL names no server: write tests/support/postgres.py before the command");
        return text;
    }
    static std::unique_ptr<store::Connection> connect()
    {
        return store::Connection::open(*store::DatabaseUrl::parse(server()), store::Access::ReadWrite);
    }
    static store::DatabaseUrl copyOf(const QByteArray &original)
    {
        const QString name = QStringLiteral("test_") + QUuid::createUuid().toString(QUuid::Id128);
        const auto connection = connect();
        connection->script("CREATE DATABASE " + name.toUtf8() + " TEMPLATE " + original + " STRATEGY file_copy");
        for (const QByteArray &over : std::exchange(used(), {}))
            connection->script("DROP DATABASE " + over + " WITH (FORCE)");
        return *store::DatabaseUrl::parse(server().section(u'/', 0, -2) + u'/' + name);
    }
    static store::DatabaseUrl onServer(Schema schema)
    {
        static const QByteArray empty = "template1";
        static const QByteArray migrated = [] {
            const store::DatabaseUrl made = copyOf(empty);
            migrate(made);
            return nameOf(made);
        }();
        return copyOf(schema == Schema::Current ? migrated : empty);
    }
    // Those whose tests are over: dropped when the next one is made, when nobody is on his way out any more. The last ones go
    // with their server.
    static std::vector<QByteArray> &used()
    {
        static std::vector<QByteArray> names;
        return names;
    }
};

} // namespace hmsact::test
