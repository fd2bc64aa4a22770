// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"
#include "support/testdatabase.h"
#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

namespace hmsact::dangers_test {

// A server whose settings put data at risk: everything works there, and whoever starts is told.
class DangersTest : public QObject
{
    Q_OBJECT

private slots:
    void areSaidAtStart();
};

void DangersTest::areSaidAtStart()
{
    const test::TestDatabase database;
    const auto connection = store::Connection::open(database.url, store::Access::ReadWrite);
    connection->script("ALTER SYSTEM SET full_page_writes = off");
    connection->script("SELECT pg_reload_conf()");
    const auto isOff = [&] {
        const auto fresh = store::Connection::open(database.url, store::Access::ReadOnly);
        const auto setting = fresh->prepare({QStringLiteral("SELECT current_setting('full_page_writes')"), {}});
        return setting->next() && setting->bytes(0) == QByteArrayView("off");
    };
    QTRY_VERIFY(isOff());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^full_page_writes is off: .*power cut")));
    QVERIFY(store::inspect(database.url)); // fails as well where the warning is missing
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    QVERIFY(store::inspect(database.url)); // it has been said
    const test::TestDatabase another(test::TestDatabase::Schema::None);
    store::Connection::open(another.url, store::Access::ReadWrite)->script("CREATE TABLE recipe (name TEXT)");
    QVERIFY(!store::inspect(another.url)); // that is said, and nothing before it
}

HMSACT_TEST(DangersTest)

} // namespace hmsact::dangers_test

#include "dangers.moc"
