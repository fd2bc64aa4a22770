// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/jsonlimits.h"

#include "domain/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hmsact::domain {

namespace {

enum class Flaw { None, TooDeep, BrokenText };

// Stops at the limit, so that the recursion is bounded too.
Flaw flawIn(const QJsonValue &value, int levelsLeft)
{
    if (value.isString()) {
        return value.toString().isValidUtf16() ? Flaw::None : Flaw::BrokenText;
    }
    if (!value.isArray() && !value.isObject()) {
        return Flaw::None;
    }
    if (levelsLeft == 0) {
        return Flaw::TooDeep;
    }
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items) {
        if (const Flaw flaw = flawIn(item, levelsLeft - 1); flaw != Flaw::None) {
            return flaw;
        }
    }
    const QJsonObject fields = value.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const Flaw flaw = field.key().isValidUtf16() ? flawIn(field.value(), levelsLeft - 1) : Flaw::BrokenText;
        if (flaw != Flaw::None) {
            return flaw;
        }
    }
    return Flaw::None;
}

qsizetype sizeBytes(const QJsonValue &value)
{
    constexpr qsizetype brackets = 2; // a document is an array or an object
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).size() - brackets;
}

bool isEmpty(const QJsonValue &value) { return value.isNull() || (value.isObject() && value.toObject().isEmpty()); }

} // namespace

void checkJson(FieldErrors &errors, const QString &pointer, const QJsonValue &value)
{
    if (isEmpty(value)) {
        return;
    }
    switch (flawIn(value, limits::jsonDepthMax)) {
    case Flaw::TooDeep:
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "at most %1 levels deep"), {QString::number(limits::jsonDepthMax)});
        return;
    case Flaw::BrokenText:
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "this is not valid Unicode"));
        return;
    case Flaw::None:
        break;
    }
    if (sizeBytes(value) > limits::jsonBytesMax) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "at most %1 bytes"), {QString::number(limits::jsonBytesMax)});
    }
}

} // namespace hmsact::domain
