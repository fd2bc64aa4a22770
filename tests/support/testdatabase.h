// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QTemporaryDir>
#include <QUuid>

// A fresh, empty database for one test: a SQLite file, or with HMSACT_TEST_DATABASE=postgresql one on the
// server that HMSACT_TEST_POSTGRESQL names. hmsact_test(… ON sqlite postgresql) runs a program on both. Destroy it after
// everything that is connected to it.
namespace hmsact::test {

class TestDatabase
{
public:
    explicit TestDatabase(bool postgreSql = onPostgreSql())
        : url(postgreSql ? onServer() : store::DatabaseUrl::forFile(file("test.db")))
    {
    }

    ~TestDatabase()
    {
        if (url.dialect == store::Dialect::PostgreSql)
            idle().push_back(url);
    }
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    // PostgreSQL: throws everybody out and lets nobody in, as if the server were gone; and lets them in again.
    void shut() const { shutFor(QStringLiteral("%")); }
    // The same for those whose application has a name like that; nobody else can connect anew.
    void shutFor(const QString &application) const
    {
        const QByteArray name = url.text.section(u'/', -1).toUtf8();
        execute(*store::DatabaseUrl::parse(server()),
                "ALTER DATABASE " + name
                    + " ALLOW_CONNECTIONS false; SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                      "WHERE datname = '"
                    + name + "' AND application_name LIKE '" + application.toUtf8() + "'");
    }
    void reopen() const
    {
        execute(*store::DatabaseUrl::parse(server()),
                "ALTER DATABASE " + url.text.section(u'/', -1).toUtf8() + " ALLOW_CONNECTIONS true");
    }

    [[nodiscard]] static bool onPostgreSql() { return qEnvironmentVariable("HMSACT_TEST_DATABASE") == u"postgresql"; }
    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

private:
    const QTemporaryDir m_folder;

public:
    const store::DatabaseUrl url;

private:
    static void execute(const store::DatabaseUrl &where, const QByteArray &sql)
    {
        store::Connection::open(where, store::Access::ReadWrite)->script(sql);
    }
    static QString server()
    {
        const QString text = qEnvironmentVariable("HMSACT_TEST_POSTGRESQL");
        if (text.isEmpty())
            qFatal("HMSACT_TEST_POSTGRESQL names no server: write tests/support/postgres.py before the command");
        return text;
    }
    static store::DatabaseUrl makeDatabase()
    {
        const QString name = QStringLiteral("test_") + QUuid::createUuid().toString(QUuid::Id128);
        execute(*store::DatabaseUrl::parse(server()), "CREATE DATABASE " + name.toUtf8());
        return *store::DatabaseUrl::parse(server().section(u'/', 0, -2) + u'/' + name);
    }
    // Making one, and dropping it, costs a second: they are emptied and used again, and go with their server.
    static std::vector<store::DatabaseUrl> &idle()
    {
        static std::vector<store::DatabaseUrl> databases;
        return databases;
    }
    static store::DatabaseUrl onServer()
    {
        if (idle().empty())
            return makeDatabase();
        const store::DatabaseUrl database = idle().back();
        idle().pop_back();
        execute(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        return database;
    }
};

} // namespace hmsact::test
