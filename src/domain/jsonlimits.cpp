// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/jsonlimits.h"

#include "domain/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hmsact::domain
{

namespace
{

// Stops at the limit, so that the recursion is bounded too.
bool isTooDeep(const QJsonValue &value, int levelsLeft)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return levelsLeft == 0 || std::any_of(array.begin(), array.end(), [&](const QJsonValue &v) {
                   return isTooDeep(v, levelsLeft - 1);
               });
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return levelsLeft == 0 || std::any_of(object.begin(), object.end(), [&](const QJsonValue &v) {
                   return isTooDeep(v, levelsLeft - 1);
               });
    }
    return false;
}

qsizetype sizeBytes(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).size() - 2;
}

} // namespace

void checkJson(FieldErrors &errors, const QString &pointer, const QJsonValue &value)
{
    if (isTooDeep(value, limits::jsonDepthMax)) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "at most %1 levels deep"),
                   {QString::number(limits::jsonDepthMax)});
    } else if (sizeBytes(value) > limits::jsonBytesMax) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "at most %1 bytes"),
                   {QString::number(limits::jsonBytesMax)});
    }
}

} // namespace hmsact::domain
