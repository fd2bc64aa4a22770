// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/userstore.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::users_test {

using domain::Done;
using domain::Role;
using domain::Status;
using domain::User;
using store::UserStore;
using namespace Qt::StringLiterals;

// People at consoles come back as they were written.
class Users : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theyComeBackByLogin();
    void aSecondSavingKeepsTheFirstInstant();
    void aWorkerWithoutOneIsRefused();

private:
    Status write(const std::function<void(UserStore &)> &what)
    {
        return m_database->transact<Done>([&]() -> Status {
            UserStore store(*m_database);
            what(store);
            return Done{};
        });
    }
    std::vector<User> all()
    {
        const auto users = m_database->read<std::vector<User>>([&] { return UserStore(*m_database).all(); });
        return users ? *users : std::vector<User>();
    }

    std::unique_ptr<test::TestDatabase> m_testDatabase;
    std::unique_ptr<store::Database> m_database;
};

void Users::init()
{
    m_testDatabase = std::make_unique<test::TestDatabase>();
    m_database = std::move(store::Database::open(m_testDatabase->url, store::Access::ReadWrite).value());
}

void Users::cleanup()
{
    m_database.reset();
    m_testDatabase.reset();
}

void Users::theyComeBackByLogin()
{
    QVERIFY(write([](UserStore &store) {
        store.save({u"çelik"_s, Role::Viewer, {}, 1, 1});
        store.save({u"dana"_s, Role::Admin, {}, 2, 2});
        store.save({u"alice"_s, Role::Worker, {u"alice-county-clerk"_s}, 3, 4});
    }));
    const std::vector<User> users = all();
    QCOMPARE(users.size(), 3u);
    QCOMPARE(users[0].login, u"alice"_s);
    QVERIFY(users[0].role == Role::Worker);
    QCOMPARE(users[0].worker.value, u"alice-county-clerk"_s);
    QCOMPARE(users[0].createdAtMs, 3);
    QCOMPARE(users[0].updatedAtMs, 4);
    QCOMPARE(users[1].login, u"dana"_s);
    QCOMPARE(users[2].login, u"çelik"_s);
    QVERIFY(write([](UserStore &store) {
        store.remove(u"dana"_s);
        QVERIFY(!store.byLogin(u"dana"_s));
        QVERIFY(!store.byLogin(u"Alice"_s));
        QCOMPARE(store.byLogin(u"alice"_s)->worker.value, u"alice-county-clerk"_s);
    }));
    QCOMPARE(all().size(), 2u);
}

void Users::aSecondSavingKeepsTheFirstInstant()
{
    QVERIFY(write([](UserStore &store) { store.save({u"dana"_s, Role::Clerk, {u"dana"_s}, 5, 5}); }));
    QVERIFY(write([](UserStore &store) { store.save({u"dana"_s, Role::Supervisor, {}, 9, 9}); }));
    const std::vector<User> users = all();
    QCOMPARE(users.size(), 1u);
    QVERIFY(users[0].role == Role::Supervisor);
    QVERIFY(users[0].worker.isNull());
    QCOMPARE(users[0].createdAtMs, 5);
    QCOMPARE(users[0].updatedAtMs, 9);
}

// The database has the last word.
void Users::aWorkerWithoutOneIsRefused()
{
    QVERIFY(!write([](UserStore &store) { store.save({u"alice"_s, Role::Worker, {}, 1, 1}); }));
    QVERIFY(all().empty());
}

HMSACT_TEST(Users)

} // namespace hmsact::users_test

#include "users.moc"
