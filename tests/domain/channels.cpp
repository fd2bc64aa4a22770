// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::channels_test {

using namespace hmsact::domain;

// What is an address that something can be sent to, and what only looks like one.
class ChannelsTest : public QObject
{
    Q_OBJECT

private slots:
    void addresses_data();
    void addresses();
    void oneReceiverHasOneForm();
};

void ChannelsTest::addresses_data()
{
    QTest::addColumn<bool>("good");
    for (const char *good :
         {"email:o'brien@x.org", "email:a.b-c_d@x-y.example.org", "email:a!#$%&*+/=?^`{|}~@x", "email:maría@condado.es",
          "email:-a@1.2", "sms:+1-202-555-0123", "sms:+34 600 000 000", "webhook:https://example.org",
          "webhook:https://example.org:8443/in?x=1,2;y#z", "webhook:https://example.org:65535",
          "webhook:https://localhost:1/", "webhook:https://127.0.0.1/", "webhook:https://[::1]:8443/",
          "webhook:https://a_b.example.org./", "webhook:https://ayuntamiento-ñ.es/", "webhook:https://x/?a[]=1"})
        QTest::newRow(good) << true;
    for (const char *bad : {"email:a@b..c",
                            "email:.@.",
                            "email:a@.",
                            "email:a@b.",
                            "email:.a@b",
                            "email:a.@b",
                            "email:a..b@c",
                            "email:a@-",
                            "email:a@-b",
                            "email:a@b-",
                            "email:a@b.-c",
                            "email:a@b-.c",
                            "email:a@b_c",
                            "email:\"a\"@b",
                            "email:a\\@b",
                            "email:a@[127.0.0.1]",
                            "email:a\u0001@b",
                            "email:a@b\u200b",
                            "sms:+00000000",
                            "sms:+0123456789",
                            "webhook:https://[::1/",
                            "webhook:https://[::1]x/",
                            "webhook:https://x:99999999/",
                            "webhook:https://x:65536/",
                            "webhook:https://x:0/",
                            "webhook:https://x:-1/",
                            "webhook:https://x:y/",
                            "webhook:https://\\evil",
                            "webhook:https://.",
                            "webhook:https://-",
                            "webhook:https://a..b/",
                            "webhook:https://-a/",
                            "webhook:https://a-/",
                            "webhook:https:///x",
                            "webhook:https://?x",
                            "webhook:https://:443/",
                            "webhook:https://a%/",
                            "webhook:https://u:p@x/",
                            "webhook:https://@x/"})
        QTest::newRow(bad) << false;
}

void ChannelsTest::addresses()
{
    QFETCH(bool, good);
    QCOMPARE(isChannel(QString::fromUtf8(QTest::currentDataTag())), good);
}

void ChannelsTest::oneReceiverHasOneForm()
{
    QCOMPARE(uniform(QStringLiteral("sms:+1-202-555-0123")), QStringLiteral("sms:+12025550123"));
    QCOMPARE(uniform(QStringLiteral("hitl:supervisor")), QStringLiteral("console:supervisor"));
    for (const char *same : {"console:supervisor", "email:a@b.org", "slack:#a-b", "webhook:https://a.gov/"})
        QCOMPARE(uniform(QString::fromLatin1(same)), QString::fromLatin1(same));
}

HMSACT_TEST(ChannelsTest)

} // namespace hmsact::channels_test

#include "channels.moc"
