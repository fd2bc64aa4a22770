// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/objectreader.h"

#include "domain/codec.h"
#include "domain/duration.h"
#include "domain/jsonlimits.h"
#include "domain/textrules.h"

#include <cmath>

namespace hmsact::domain {

namespace {

constexpr const char *wantsText = QT_TRANSLATE_NOOP("Error", "must be a text");
constexpr const char *wantsBoolean = QT_TRANSLATE_NOOP("Error", "must be true or false");
constexpr const char *wantsInteger = QT_TRANSLATE_NOOP("Error", "must be a whole number");
constexpr const char *wantsNumber = QT_TRANSLATE_NOOP("Error", "must be a number of seconds");
constexpr const char *wantsFraction = QT_TRANSLATE_NOOP("Error", "must be a number from 0 to 1");
constexpr const char *wantsObject = QT_TRANSLATE_NOOP("Error", "must be an object");
constexpr const char *wantsArray = QT_TRANSLATE_NOOP("Error", "must be a list");

} // namespace

QString escapedForPointer(QString name)
{
    return name.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

QString pointerTo(const QString &array, qsizetype index) { return array + u'/' + QString::number(index); }

ObjectReader::ObjectReader(QJsonObject object, QString pointer, FieldErrors &errors)
    : m_object(std::move(object)), m_pointer(std::move(pointer)), m_errors(errors)
{
}

QString ObjectReader::pointer(const char *name) const { return m_pointer + u'/' + QString::fromLatin1(name); }

bool ObjectReader::has(const char *name) const
{
    const QJsonValue found = m_object.value(QLatin1StringView(name));
    return !found.isNull() && !found.isUndefined();
}

void ObjectReader::require(const char *name)
{
    if (!has(name)) {
        m_errors.add(pointer(name), QT_TRANSLATE_NOOP("Error", "is missing"));
    }
}

// Undefined when it is not given or null.
QJsonValue ObjectReader::take(const char *name)
{
    m_taken.append(QString::fromLatin1(name));
    const QJsonValue found = m_object.value(QLatin1StringView(name));
    return found.isNull() ? QJsonValue(QJsonValue::Undefined) : found;
}

void ObjectReader::noteType(const char *name, const char *key) { m_errors.add(pointer(name), key); }

void ObjectReader::noteUnknownChoice(const char *name, const QString &text, const QStringList &choices)
{
    m_errors.add(pointer(name), QT_TRANSLATE_NOOP("Error", "“%1” is not one of the choices: %2"),
                 {quoted(text), choices.join(QStringLiteral(", "))});
}

std::optional<QJsonValue> ObjectReader::value(const char *name)
{
    const QJsonValue found = take(name);
    if (found.isUndefined()) {
        return {};
    }
    checkJson(m_errors, pointer(name), found);
    return found;
}

std::optional<QString> ObjectReader::string(const char *name)
{
    const QJsonValue found = take(name);
    if (!found.isUndefined() && !found.isString()) {
        noteType(name, wantsText);
    }
    return found.isString() ? std::optional(found.toString()) : std::nullopt;
}

std::optional<QString> ObjectReader::text(const char *name, int max)
{
    const std::optional<QString> found = string(name);
    if (found) {
        checkText(m_errors, pointer(name), *found, max);
    }
    return found;
}

std::optional<QString> ObjectReader::prose(const char *name, int max)
{
    const std::optional<QString> found = string(name);
    if (found) {
        checkProse(m_errors, pointer(name), *found, max, Emptiness::Allowed);
    }
    return found;
}

std::optional<bool> ObjectReader::boolean(const char *name)
{
    const QJsonValue found = take(name);
    if (!found.isUndefined() && !found.isBool()) {
        noteType(name, wantsBoolean);
    }
    return found.isBool() ? std::optional(found.toBool()) : std::nullopt;
}

std::optional<qint64> ObjectReader::integer(const char *name, qint64 min, qint64 max)
{
    const QJsonValue found = take(name);
    if (found.isUndefined()) {
        return {};
    }
    constexpr double exactMax = 9007199254740992.0; // 2^53: beyond it a JSON number is not exact everywhere
    const double number = found.toDouble(std::nan(""));
    if (!(std::fabs(number) <= exactMax) || std::trunc(number) != number) {
        noteType(name, wantsInteger);
        return {};
    }
    checkRange(m_errors, pointer(name), qint64(number), min, max);
    return qint64(number);
}

std::optional<int> ObjectReader::fraction(const char *name)
{
    const QJsonValue found = take(name);
    if (found.isUndefined()) {
        return {};
    }
    const double number = found.toDouble(std::nan(""));
    if (!(number >= 0 && number <= 1)) {
        noteType(name, wantsFraction);
        return {};
    }
    return int(std::lround(number * 1e6));
}

std::optional<qint64> ObjectReader::seconds(const char *name, qint64 minMs, qint64 maxMs)
{
    const QJsonValue found = take(name);
    if (found.isUndefined()) {
        return {};
    }
    if (!found.isDouble()) {
        noteType(name, wantsNumber);
        return {};
    }
    const double ms = found.toDouble() * double(limits::msPerSecond);
    if (!(ms >= double(minMs) && ms <= double(maxMs))) {
        m_errors.add(pointer(name), QT_TRANSLATE_NOOP("Error", "must be from %1 to %2"),
                     {QString::number(minMs / limits::msPerSecond), QString::number(maxMs / limits::msPerSecond)});
        return {};
    }
    return qint64(std::llround(ms));
}

std::optional<qint64> ObjectReader::duration(const char *name)
{
    const std::optional<QString> found = string(name);
    if (!found) {
        return {};
    }
    const Result<qint64> ms = parseDuration(*found, pointer(name));
    if (!ms) {
        m_errors.add(ms.error());
        return {};
    }
    return *ms;
}

std::optional<qint64> ObjectReader::time(const char *name)
{
    const std::optional<QString> text = string(name);
    if (!text) {
        return {};
    }
    const Result<qint64> at = parseTime(*text, pointer(name));
    if (!at) {
        m_errors.add(at.error());
        return {};
    }
    return *at;
}

std::optional<QJsonObject> ObjectReader::object(const char *name)
{
    const QJsonValue found = take(name);
    if (!found.isUndefined() && !found.isObject()) {
        noteType(name, wantsObject);
    }
    if (!found.isObject()) {
        return {};
    }
    checkJson(m_errors, pointer(name), found);
    return found.toObject();
}

std::optional<QJsonArray> ObjectReader::array(const char *name, int max)
{
    const QJsonValue found = take(name);
    if (!found.isUndefined() && !found.isArray()) {
        noteType(name, wantsArray);
    }
    if (!found.isArray()) {
        return {};
    }
    const QJsonArray items = found.toArray();
    if (items.size() > max) {
        m_errors.add(pointer(name), QT_TRANSLATE_NOOP("Error", "at most %1 of them"), {QString::number(max)});
        return {};
    }
    return items;
}

std::optional<QStringList> ObjectReader::texts(const char *name, int countMax, int lengthMax)
{
    const std::optional<QJsonArray> items = array(name, countMax);
    if (!items) {
        return {};
    }
    QStringList read;
    for (qsizetype i = 0; i < items->size(); ++i) {
        const QJsonValue item = items->at(i);
        if (!item.isString()) {
            m_errors.add(pointerTo(pointer(name), i), wantsText);
            continue;
        }
        checkText(m_errors, pointerTo(pointer(name), i), item.toString(), lengthMax);
        read.append(item.toString());
    }
    return read;
}

void ObjectReader::finish(const QJsonObject &answer)
{
    for (auto field = m_object.constBegin(); field != m_object.constEnd(); ++field) {
        if (!m_taken.contains(field.key()) && !answer.contains(field.key())) {
            m_errors.add(m_pointer + u'/' + escapedForPointer(quoted(field.key())),
                         QT_TRANSLATE_NOOP("Error", "unknown field"));
        }
    }
}

} // namespace hmsact::domain
