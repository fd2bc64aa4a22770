// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace hmsact::api::test {

// As much of JSON Schema as our description of the API uses. Stricter than the standard: an object whose schema lists
// properties may have no others, so that nothing is answered that is not documented.
class SchemaValidator
{
public:
    explicit SchemaValidator(QJsonObject document) : m_document(std::move(document)) { }

    // What does not fit, each with the pointer of the value; empty when all is well.
    [[nodiscard]] QStringList validate(const QJsonValue &value, const QJsonObject &schema) const;
    [[nodiscard]] QJsonObject resolved(const QJsonObject &schema) const; // follows $ref

private:
    void check(const QJsonValue &value, const QJsonObject &schema, const QString &at, QStringList &errors) const;
    void checkObject(const QJsonObject &value, const QJsonObject &schema, const QString &at, QStringList &errors) const;
    [[nodiscard]] QJsonObject merged(const QJsonObject &schema) const; // allOf as one

    QJsonObject m_document;
};

} // namespace hmsact::api::test
