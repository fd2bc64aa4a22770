// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/jsonwriter.h"

#include "domain/codec.h"
#include "support/testprogram.h"

#include <QTest>

#include <rapidcheck.h>

namespace hmsact::jsonwriter_test {

using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// What is written by hand is what a JSON library reads.
class JsonWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void everyKindOfMember();
    void anyText();
};

void JsonWriterTest::everyKindOfMember()
{
    QCOMPARE(JsonWriter().json(), QByteArray("{}"));
    QVERIFY(JsonWriter().isEmpty());
    JsonWriter inner;
    inner.word("state"_L1, "OPEN"_L1).number("n"_L1, -5).boolean("b"_L1, true);
    JsonWriter outer;
    outer.object("after"_L1, inner).textOrNull("a"_L1, {}).textOrNull("w"_L1, u"José"_s).time("t"_L1, 0);
    outer.time("u"_L1, 1'795'363'200'000).object("none"_L1, {});
    QVERIFY(!outer.isEmpty());
    QCOMPARE(outer.json(),
             QByteArray("{\"after\":{\"state\":\"OPEN\",\"n\":-5,\"b\":true},\"a\":null,\"w\":\"José\",\"t\":null,"
                        "\"u\":\"2026-11-22T16:00:00.000Z\",\"none\":{}}"));
    QVERIFY(parseObject(outer.json()));
}

void JsonWriterTest::anyText()
{
    const bool holds = rc::check("comes back as it was", [](const std::u32string &codes) {
        QString text;
        for (const char32_t code : codes) {
            if (code < 0x110000 && (code < 0xd800 || code > 0xdfff)) {
                text += QString::fromUcs4(&code, 1);
            }
        }
        text += u"\"\\\n\t\x1f/é\u2028"_s;
        const auto object = parseObject(JsonWriter().text("t"_L1, text).json());
        RC_ASSERT(object.ok());
        RC_ASSERT(object->value(u"t").toString() == text);
    });
    QVERIFY(holds);
}

HMSACT_TEST(JsonWriterTest)

} // namespace hmsact::jsonwriter_test

#include "jsonwriter.moc"
