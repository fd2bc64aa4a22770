// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/task.h"
#include "store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

// How values lie in columns, where it is not plain: shared by the stores.
namespace hmsact::store {

// "No due time" and "no rank" are 0 in the domain and sort last in the database.
inline constexpr qint64 neverMs = 8'640'000'000'000'000;
inline qint64 orNever(qint64 ms) { return ms == 0 ? neverMs : ms; }
inline qint64 orZero(qint64 ms) { return ms == neverMs ? 0 : ms; }

inline Utf8 jsonText(const QJsonObject &object)
{
    return {object.isEmpty() ? QByteArrayLiteral("{}") : QJsonDocument(object).toJson(QJsonDocument::Compact)};
}
inline QJsonObject jsonObject(const QByteArray &text)
{
    return text == "{}" ? QJsonObject() : QJsonDocument::fromJson(text).object();
}
// Any JSON value, wrapped because QJsonDocument knows objects and arrays only; nothing is "".
inline Utf8 jsonValueText(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() ? Utf8() : jsonText({{QStringLiteral("v"), value}});
}
inline QJsonValue jsonValue(const QByteArray &text)
{
    return text.isEmpty() ? QJsonValue() : jsonObject(text).value(QLatin1String("v"));
}

// What is read at once ends after about so much JSON: a row may bring 512 KB, a page has a thousand rows.
inline constexpr qsizetype readBytesMax = 4 * 1024 * 1024;
inline qsizetype jsonBytes(const domain::Task &task)
{
    return jsonText(task.payload).bytes.size() + jsonValueText(task.result).bytes.size();
}

// A list of texts as an argument of a statement.
inline Utf8 jsonList(const QStringList &texts)
{
    return {QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact)};
}

// Names cannot hold line feeds, so a list is its names on lines.
inline QString lines(const QStringList &list) { return list.join(QLatin1Char('\n')); }
inline QStringList fromLines(const QString &text) { return text.isEmpty() ? QStringList() : text.split(QLatin1Char('\n')); }

// "%…%" for LIKE … ESCAPE '\', what people typed taken literally.
inline QString likePattern(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('%'), QLatin1String("\\%"));
    text.replace(QLatin1Char('_'), QLatin1String("\\_"));
    return QLatin1Char('%') + text + QLatin1Char('%');
}

} // namespace hmsact::store
