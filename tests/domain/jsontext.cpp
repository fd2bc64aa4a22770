// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "support/testprogram.h"

#include <QTest>

namespace hmsact::jsontext_test {

using namespace hmsact::domain;

// What a body must be before anything is read from it.
class JsonTextTest : public QObject
{
    Q_OBJECT

private slots:
    void bodiesThatAreNoObjectAreMalformed_data();
    void bodiesThatAreNoObjectAreMalformed();
    void depthIsCountedOutsideTexts();
};

void JsonTextTest::bodiesThatAreNoObjectAreMalformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const QString noJson = QStringLiteral("is not JSON");
    const QString noObject = QStringLiteral("is not a JSON object");
    const QString noUtf8 = QStringLiteral("UTF-8");
    const QString tooDeep = QStringLiteral("levels deep");
    QTest::newRow("nothing") << QByteArray() << noJson;
    QTest::newRow("no JSON") << QByteArray("hello") << noJson;
    QTest::newRow("cut off") << QByteArray(R"({"a": )") << noJson;
    QTest::newRow("trailing") << QByteArray(R"({} {})") << noJson;
    QTest::newRow("list") << QByteArray("[]") << noObject;
    QTest::newRow("text") << QByteArray("\"a\"") << noObject;
    QTest::newRow("null") << QByteArray("null") << noObject;
    QTest::newRow("two numbers") << QByteArray("1, 2") << noJson;
    QTest::newRow("NaN") << QByteArray(R"({"a": NaN})") << noJson;
    QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xff\xfe\"}") << noUtf8;
    QTest::newRow("overlong UTF-8") << QByteArray("{\"a\": \"\xc0\xaf\"}") << noUtf8;
    QTest::newRow("surrogate in UTF-8") << QByteArray("{\"a\": \"\xed\xa0\x80\"}") << noUtf8;
    QTest::newRow("deep list") << "{\"a\": " + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}" << tooDeep;
    QTest::newRow("deep and never closed") << QByteArray(100'000, '[') << tooDeep;
    QTest::newRow("deep objects") << QByteArray(R"({"a":)").repeated(200) + "1" + QByteArray(200, '}') << tooDeep;
}

void JsonTextTest::bodiesThatAreNoObjectAreMalformed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto parsed = parseObject(body);
    QVERIFY(!parsed.ok());
    QVERIFY(parsed.error().code == ErrorCode::Malformed);
    const QString said = parsed.error().detail.english();
    QVERIFY2(said.contains(detail), qPrintable(said));
    QVERIFY(said.size() < 200);
}

void JsonTextTest::depthIsCountedOutsideTexts()
{
    const auto parsed = parseObject(R"({"a": "\"[[[[\\", "b": ")" + QByteArray(1000, '[') + "\"}");
    QVERIFY(parsed.ok());
    QCOMPARE(parsed->value(QStringLiteral("a")).toString(), QStringLiteral("\"[[[[\\"));
}

HMSACT_TEST(JsonTextTest)

} // namespace hmsact::jsontext_test

#include "jsontext.moc"
