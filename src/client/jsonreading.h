// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

// Small steps from and to JSON. Not installed.
namespace hmsact::client {

[[nodiscard]] inline QString textOf(const QJsonObject &json, QLatin1String name) { return json.value(name).toString(); }

[[nodiscard]] inline QDateTime timeOf(const QJsonObject &json, QLatin1String name)
{
    return QDateTime::fromString(textOf(json, name), Qt::ISODateWithMs).toUTC();
}

inline void put(QJsonObject &json, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(name, text);
}

inline void put(QJsonObject &json, const QString &name, const QStringList &texts)
{
    if (!texts.isEmpty())
        json.insert(name, QJsonArray::fromStringList(texts));
}

inline void put(QJsonObject &json, const QString &name, std::optional<int> number)
{
    if (number)
        json.insert(name, *number);
}

} // namespace hmsact::client
