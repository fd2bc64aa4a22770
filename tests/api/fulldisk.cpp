// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fulldisk.h"

#include "api/apifixture.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::fulldisk_test {

using namespace hmsact::api::test;

// A disk that is full: whoever watches over the program is told, and told when it is well again.
class FullDiskTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsNotReadyUntilItCanWriteAgain();
};

void FullDiskTest::itIsNotReadyUntilItCanWriteAgain()
{
    ApiFixture api;
    const QByteArray body = R"({"name": "ann", "skills": ["dig"]})";
    {
        const test::FullDisk full({});
        const RawAnswer refused = api.call("POST", "/workers", "admin-token", body);
        QCOMPARE(refused.status, 503);
        QVERIFY2(!refused.body.contains("INSERT") && !refused.body.contains(" in: "), refused.body.constData());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(api.call("GET", "//readyz", "").status, 503);
        QCOMPARE(api.call("GET", "/workers", "admin-token").status, 200);
    }
    QCOMPARE(api.call("GET", "//readyz", "").status, 200);
    QCOMPARE(api.call("POST", "/workers", "admin-token", body).status, 201);
}

HMSACT_TEST(FullDiskTest)

} // namespace hmsact::fulldisk_test

#include "fulldisk.moc"
