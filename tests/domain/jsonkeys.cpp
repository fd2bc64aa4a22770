// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/jsonkeys.h"

#include "support/testprogram.h"

#include <QTest>

namespace hmsact::jsonkeys_test {

using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// A field that is there twice is found wherever it is, and only that.
class JsonKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void aRepeatedFieldIsNamed_data();
    void aRepeatedFieldIsNamed();
    void aNumberThatWouldBeRoundedIsNamed_data();
    void aNumberThatWouldBeRoundedIsNamed();
};

void JsonKeysTest::aRepeatedFieldIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("pointer"); // empty: none is
    QTest::newRow("nothing") << QByteArray("{}") << QString();
    QTest::newRow("at the top") << QByteArray(R"({"a": 1, "b": 2, "a": 3})") << u"/a"_s;
    QTest::newRow("side by side") << QByteArray(R"({"a":1,"a":1})") << u"/a"_s;
    QTest::newRow("one in the other") << QByteArray(R"({"a": {"a": {"a": 1}}, "b": ["a", "a"]})") << QString();
    QTest::newRow("in each of a list") << QByteArray(R"([{"a": 1}, {"a": 2}])") << QString();
    QTest::newRow("in one of a list") << QByteArray(R"({"x": [{"a": 1}, [], {"b": [1, 2], "a": 2, "a": 3}]})")
                                      << u"/x/2/a"_s;
    QTest::newRow("behind an object") << QByteArray(R"({"a": {"b": 1}, "c": {}, "a": 2})") << u"/a"_s;
    QTest::newRow("values that look like fields") << QByteArray(R"({"a": "\"a\": 1, \"a\"", "b": ",\"b\":"})") << QString();
    QTest::newRow("written otherwise") << QByteArray(R"({"sla": 1, "\u0073la": 2})") << u"/sla"_s;
    QTest::newRow("with a quotation mark") << QByteArray(R"({"a\"": 1, "a": 2, "a\\": 3})") << QString();
    QTest::newRow("only in case") << QByteArray(R"({"a": 1, "A": 2})") << QString();
    QTest::newRow("empty") << QByteArray(R"({"": 1, "": 2})") << u"/"_s;
    QTest::newRow("escaped in the pointer") << QByteArray(R"({"a/b~": 1, "a/b~": 2})") << u"/a~1b~0"_s;
}

void JsonKeysTest::aRepeatedFieldIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, pointer);
    const std::optional<QString> found = repeatedField(json);
    QCOMPARE(found.has_value(), !pointer.isEmpty());
    QCOMPARE(found.value_or(QString()), pointer);
}

void JsonKeysTest::aNumberThatWouldBeRoundedIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("pointer"); // empty: none is
    QTest::newRow("the largest") << QByteArray(R"({"a": 9223372036854775807, "b": [-9223372036854775808]})") << QString();
    QTest::newRow("one more") << QByteArray(R"({"a": {"b": 9223372036854775808}})") << u"/a/b"_s;
    QTest::newRow("one less, in a list") << QByteArray(R"({"a": [1, -9223372036854775809]})") << u"/a/1"_s;
    QTest::newRow("last in an object") << QByteArray(R"({"a": 1, "b": 99999999999999999999})") << u"/b"_s;
    QTest::newRow("a text") << QByteArray(R"({"a": "99999999999999999999", "99999999999999999999": 1})") << QString();
    QTest::newRow("no whole number") << QByteArray(R"({"a": 1e20, "b": 99999999999999999999.5})") << QString();
}

void JsonKeysTest::aNumberThatWouldBeRoundedIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, pointer);
    const std::optional<QString> found = roundedInteger(json);
    QCOMPARE(found.has_value(), !pointer.isEmpty());
    QCOMPARE(found.value_or(QString()), pointer);
}

HMSACT_TEST(JsonKeysTest)

} // namespace hmsact::jsonkeys_test

#include "jsonkeys.moc"
