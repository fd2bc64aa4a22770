// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resulttext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hmsact::console {

static bool isPlain(const QJsonValue &value) { return value.isString() || value.isNull() || value.isUndefined(); }

QString resultText(const QJsonValue &result)
{
    if (isPlain(result))
        return result.toString();
    if (result.isObject())
        return QString::fromUtf8(QJsonDocument(result.toObject()).toJson()).trimmed();
    if (result.isArray())
        return QString::fromUtf8(QJsonDocument(result.toArray()).toJson()).trimmed();
    const QByteArray list = QJsonDocument(QJsonArray{result}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

std::optional<QJsonValue> resultFrom(const QString &text, const QJsonValue &before)
{
    if (isPlain(before)) {
        const QJsonDocument typed = before.isString() ? QJsonDocument() : QJsonDocument::fromJson(text.toUtf8());
        return typed.isObject() ? QJsonValue(typed.object())
            : typed.isArray()   ? QJsonValue(typed.array())
                                : QJsonValue(text);
    }
    const QJsonDocument list = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    return list.array().size() == 1 ? std::optional(list.array().at(0)) : std::nullopt;
}

} // namespace hmsact::console
