// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/pathtemplate.h"
#include "api/ratelimiter.h"
#include "api/schemavalidator.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace hmsact::parts_test {

using namespace hmsact::api;
using namespace hmsact::api::test;
using namespace Qt::StringLiterals;

// The small parts by themselves, and the validator that the other tests rely on.
class TestParts : public QObject
{
    Q_OBJECT

private slots:
    void targetIsCutBeforeItIsDecoded();
    void brokenTargetIsRefused_data();
    void brokenTargetIsRefused();
    void templateTakesWholeSegments();
    void bucketEmptiesAndRefills();
    void noLimitMeansNone();
    void validatorFindsWhatDoesNotFit_data();
    void validatorFindsWhatDoesNotFit();
};

void TestParts::targetIsCutBeforeItIsDecoded()
{
    const auto target = Target::parse("/a%2Fb/c+d?q=x+y%2B%26z&empty=&bare&r=a=b");
    QVERIFY(target);
    QCOMPARE(target->path, std::vector<QString>({u"a/b"_s, u"c+d"_s}));
    QCOMPARE(target->query, QueryValues({{u"q"_s, u"x y+&z"_s}, {u"empty"_s, {}}, {u"bare"_s, {}}, {u"r"_s, u"a=b"_s}}));
    QVERIFY(Target::parse("/a?")->query.empty());
    QCOMPARE(Target::parse("/a?&x=1&&")->query, QueryValues({{u"x"_s, u"1"_s}}));
}

void TestParts::brokenTargetIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("cut off") << QByteArray("/a%4");
    QTest::newRow("no hex") << QByteArray("/a%zz");
    QTest::newRow("NUL") << QByteArray("/a%00");
    QTest::newRow("not UTF-8") << QByteArray("/a%C3%28");
    QTest::newRow("overlong") << QByteArray("/a%C0%AF");
    QTest::newRow("surrogate") << QByteArray("/a%ED%A0%80");
    QTest::newRow("in the query") << QByteArray("/a?b=%F");
}

void TestParts::brokenTargetIsRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Target::parse(text));
}

void TestParts::templateTakesWholeSegments()
{
    const PathTemplate path(u"/x/{id}/y/{name}"_s);
    QCOMPARE(path.holes(), std::vector<QString>({u"id"_s, u"name"_s}));
    const auto values = path.match({u"x"_s, u"1/2"_s, u"y"_s, u"n"_s});
    QVERIFY(values);
    QCOMPARE(values->value(u"id"_s), u"1/2"_s);
    QVERIFY(!path.match({u"x"_s, {}, u"y"_s, u"n"_s}));
    QVERIFY(!path.match({u"x"_s, u"1"_s, u"z"_s, u"n"_s}));
    QVERIFY(!path.match({u"x"_s, u"1"_s, u"y"_s}));
    QVERIFY(!path.match({u"x"_s, u"1"_s, u"y"_s, u"n"_s, {}}));
}

void TestParts::bucketEmptiesAndRefills()
{
    const PeerLimits limits{0, 0, 20, 40};
    RateLimiter limiter;
    std::chrono::steady_clock::time_point now;
    const auto admitted = [&](int tries) {
        int count = 0;
        for (int i = 0; i < tries; ++i)
            count += limiter.admit(u"a"_s, limits, now) ? 1 : 0;
        return count;
    };
    QCOMPARE(admitted(100), 40);
    now += std::chrono::milliseconds(500);
    QCOMPARE(admitted(100), 10);
    now += std::chrono::hours(1);
    QCOMPARE(admitted(100), 40); // never more than the burst
    QVERIFY(limiter.admit(u"b"_s, limits, now));
}

void TestParts::noLimitMeansNone()
{
    RateLimiter limiter;
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(limiter.admit(u"a"_s, PeerLimits(), {}));
}

void TestParts::validatorFindsWhatDoesNotFit_data()
{
    QTest::addColumn<QJsonObject>("value");
    QTest::addColumn<int>("errors");
    const QJsonObject good{
        {u"n"_s, 3}, {u"t"_s, QJsonValue::Null}, {u"l"_s, QJsonArray{u"a"_s}}, {u"o"_s, QJsonObject{{u"k"_s, 1}}}};
    const auto with = [&](const QString &name, const QJsonValue &value) {
        QJsonObject changed = good;
        changed.insert(name, value);
        return changed;
    };
    QTest::newRow("good") << good << 0;
    QTest::newRow("good time") << with(u"t"_s, u"2026-11-22T16:00:00.000Z"_s) << 0;
    QTest::newRow("bad time") << with(u"t"_s, u"yesterday"_s) << 1;
    QTest::newRow("type") << with(u"n"_s, u"3"_s) << 1;
    QTest::newRow("fraction") << with(u"n"_s, 3.5) << 1;
    QTest::newRow("maximum") << with(u"n"_s, 10) << 1;
    QTest::newRow("enum in a list") << with(u"l"_s, QJsonArray{u"a"_s, u"c"_s}) << 1;
    QTest::newRow("undocumented") << with(u"x"_s, 1) << 1;
    QTest::newRow("too many") << with(u"l"_s, QJsonArray{u"a"_s, u"b"_s, u"a"_s}) << 1;
    QTest::newRow("a form") << with(u"f"_s, u"😀😀"_s) << 0;
    QTest::newRow("another form") << with(u"f"_s, QJsonValue::Null) << 0;
    QTest::newRow("no form") << with(u"f"_s, u"abc"_s) << 1;
    QTest::newRow("two forms") << with(u"f"_s, 1) << 1;
    QTest::newRow("values of a map") << with(u"o"_s, QJsonObject{{u"k"_s, u"one"_s}}) << 1;
    QTest::newRow("lacking") << QJsonObject{{u"l"_s, QJsonArray()}} << 1;
}

void TestParts::validatorFindsWhatDoesNotFit()
{
    QFETCH(QJsonObject, value);
    QFETCH(int, errors);
    const auto type = [](const QString &name) {
        return QJsonObject{{u"type"_s, name}};
    };
    const QJsonObject base{
        {u"type"_s, u"object"_s},
        {u"required"_s, QJsonArray{u"n"_s}},
        {u"properties"_s, QJsonObject{{u"n"_s, QJsonObject{{u"type"_s, u"integer"_s}, {u"maximum"_s, 9}}}}}};
    const QJsonObject time{{u"type"_s, QJsonArray{u"string"_s, u"null"_s}}, {u"format"_s, u"date-time"_s}};
    const QJsonObject list{
        {u"type"_s, u"array"_s}, {u"maxItems"_s, 2}, {u"items"_s, QJsonObject{{u"enum"_s, QJsonArray{u"a"_s, u"b"_s}}}}};
    const QJsonObject form{{u"oneOf"_s,
                            QJsonArray{QJsonObject{{u"type"_s, u"string"_s}, {u"maxLength"_s, 2}}, type(u"null"_s),
                                       type(u"integer"_s), type(u"number"_s)}}};
    const QJsonObject map{{u"type"_s, u"object"_s}, {u"additionalProperties"_s, type(u"integer"_s)}};
    const QJsonObject more{{u"type"_s, u"object"_s},
                           {u"properties"_s, QJsonObject{{u"t"_s, time}, {u"l"_s, list}, {u"o"_s, map}, {u"f"_s, form}}}};
    const QJsonObject whole{{u"allOf"_s, QJsonArray{QJsonObject{{u"$ref"_s, u"#/base"_s}}, more}}};
    QCOMPARE(SchemaValidator({{u"base"_s, base}}).validate(value, whole).size(), errors);
}

HMSACT_TEST(TestParts)

} // namespace hmsact::parts_test

#include "parts.moc"
