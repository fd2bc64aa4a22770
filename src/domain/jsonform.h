// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Small steps that the writing files of the codec share.
namespace hmsact::domain {

[[nodiscard]] inline QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

// Millionths; a negative number is none.
[[nodiscard]] inline QJsonValue fractionOrNull(int ppm) { return ppm < 0 ? QJsonValue() : QJsonValue(ppm / 1e6); }

[[nodiscard]] inline QJsonValue idOrNull(ActivityId id) { return id.isNull() ? QJsonValue() : QJsonValue(id.toString()); }

[[nodiscard]] inline QJsonValue idOrNull(TaskId id) { return id.isNull() ? QJsonValue() : QJsonValue(id.toString()); }

[[nodiscard]] inline QJsonArray arrayOf(const QStringList &texts) { return QJsonArray::fromStringList(texts); }

// Of text that a JsonWriter wrote.
[[nodiscard]] inline QJsonObject parsed(const QByteArray &object) { return QJsonDocument::fromJson(object).object(); }

// Each value by its own toJson().
template <class T, class ToJson>
[[nodiscard]] QJsonArray arrayOf(const std::vector<T> &values, ToJson toJsonObject)
{
    QJsonArray array;
    for (const T &value : values) {
        array.append(toJsonObject(value));
    }
    return array;
}

} // namespace hmsact::domain
