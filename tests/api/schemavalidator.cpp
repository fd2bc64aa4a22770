// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/schemavalidator.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace hmsact::api::test {

using namespace Qt::StringLiterals;

namespace {

// Those that are checked, and those that ask nothing of a value.
const QStringList keywords =
    u"$ref allOf oneOf type enum pattern format minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength "
    u"minItems maxItems items properties additionalProperties required description default examples readOnly"_s.split(u' ');
const QHash<QString, QString> formats{{u"date-time"_s, u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$"_s},
                                      {u"date"_s, u"^\\d{4}-\\d\\d-\\d\\d$"_s}};

QString typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    default:
        return value.toDouble() == static_cast<double>(value.toInteger()) ? u"integer"_s : u"number"_s;
    }
}

QStringList allowedTypes(const QJsonObject &schema)
{
    const QJsonValue type = schema[u"type"];
    QStringList types;
    for (const QJsonValue &one : type.isArray() ? type.toArray() : QJsonArray{type})
        types.append(one.toString());
    if (types.contains(u"number"_s))
        types.append(u"integer"_s);
    return types;
}

} // namespace

QStringList SchemaValidator::validate(const QJsonValue &value, const QJsonObject &schema) const
{
    QStringList errors;
    check(value, schema, {}, errors);
    return errors;
}

QJsonObject SchemaValidator::resolved(const QJsonObject &schema) const
{
    const QString reference = schema[u"$ref"].toString();
    if (reference.isEmpty())
        return schema;
    QJsonValue at = m_document;
    for (const QString &step : reference.mid(2).split(u'/'))
        at = at.toObject()[step];
    if (!at.isObject())
        qFatal("the description refers to %s, which is not there", qPrintable(reference));
    return resolved(at.toObject());
}

QJsonObject SchemaValidator::merged(const QJsonObject &schema) const
{
    QJsonObject whole = resolved(schema);
    for (const QJsonValue &part : whole[u"allOf"].toArray()) {
        const QJsonObject one = merged(part.toObject());
        QJsonObject properties = whole[u"properties"].toObject();
        for (const QString &name : one[u"properties"].toObject().keys())
            properties.insert(name, one[u"properties"].toObject()[name]);
        QJsonArray required = whole[u"required"].toArray();
        for (const QJsonValue &name : one[u"required"].toArray())
            required.append(name);
        whole.insert(u"properties"_s, properties);
        whole.insert(u"required"_s, required);
        whole.insert(u"type"_s, one[u"type"]);
    }
    return whole;
}

void SchemaValidator::check(const QJsonValue &value, const QJsonObject &unresolved, const QString &at,
                            QStringList &errors) const
{
    const QJsonObject schema = merged(unresolved);
    for (const QString &keyword : schema.keys()) {
        if (!keywords.contains(keyword))
            qFatal("the description says “%s”, which is not checked", qPrintable(keyword));
    }
    if (schema.contains(u"oneOf")) {
        const QJsonArray choices = schema[u"oneOf"].toArray();
        const auto fits =
            std::ranges::count_if(choices, [&](const QJsonValue &one) { return validate(value, one.toObject()).isEmpty(); });
        if (fits != 1)
            errors.append(at + u": fits %1 of its forms, not one"_s.arg(fits));
    }
    if (schema.contains(u"type") && !allowedTypes(schema).contains(typeOf(value)))
        errors.append(at + u": is "_s + typeOf(value) + u", not "_s + allowedTypes(schema).join(u'|'));
    if (schema.contains(u"enum") && !schema[u"enum"].toArray().contains(value))
        errors.append(at + u": “%1” is not one of the values"_s.arg(value.toString()));
    if (schema.contains(u"pattern") && value.isString()
        && !QRegularExpression(schema[u"pattern"].toString()).match(value.toString()).hasMatch())
        errors.append(at + u": does not match the pattern"_s);
    const QString format = schema[u"format"].toString();
    if (!format.isEmpty() && !formats.contains(format))
        qFatal("the description says “%s”, which is not checked", qPrintable(format));
    if (!format.isEmpty() && value.isString() && !QRegularExpression(formats[format]).match(value.toString()).hasMatch())
        errors.append(at + u": is no "_s + format);
    const auto checkRange = [&](double size, QLatin1StringView least, QLatin1StringView most) {
        if (schema.contains(least) && size < schema[least].toDouble())
            errors.append(at + u": is below "_s + least);
        if (schema.contains(most) && size > schema[most].toDouble())
            errors.append(at + u": is above "_s + most);
    };
    if (value.isDouble()) {
        checkRange(value.toDouble(), "minimum"_L1, "maximum"_L1);
        const double number = value.toDouble();
        if (number <= schema[u"exclusiveMinimum"].toDouble(number - 1)
            || number >= schema[u"exclusiveMaximum"].toDouble(number + 1))
            errors.append(at + u": is not within its limits"_s);
    } else if (value.isString()) {
        checkRange(static_cast<double>(value.toString().toUcs4().size()), "minLength"_L1, "maxLength"_L1);
    } else if (value.isArray()) {
        checkRange(static_cast<double>(value.toArray().size()), "minItems"_L1, "maxItems"_L1);
    }
    if (value.isObject())
        checkObject(value.toObject(), schema, at, errors);
    if (value.isArray() && schema.contains(u"items")) {
        qsizetype index = 0;
        for (const QJsonValue &item : value.toArray())
            check(item, schema[u"items"].toObject(), at + u'/' + QString::number(index++), errors);
    }
}

void SchemaValidator::checkObject(const QJsonObject &value, const QJsonObject &schema, const QString &at,
                                  QStringList &errors) const
{
    const QJsonObject properties = schema[u"properties"].toObject();
    const QJsonValue others = schema[u"additionalProperties"];
    for (const QJsonValue &name : schema[u"required"].toArray()) {
        if (!value.contains(name.toString()))
            errors.append(at + u": lacks "_s + name.toString());
    }
    for (const QString &name : value.keys()) {
        const QString pointer = at + u'/' + name;
        if (properties.contains(name))
            check(value[name], properties[name].toObject(), pointer, errors);
        else if (others.isObject())
            check(value[name], others.toObject(), pointer, errors);
        else if (schema.contains(u"properties"))
            errors.append(pointer + u": is not documented"_s);
    }
}

} // namespace hmsact::api::test
