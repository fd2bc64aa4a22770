// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/jsonwriter.h"

#include "domain/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace hmsact::domain {

void JsonWriter::begin(QLatin1StringView name)
{
    if (m_members.isEmpty()) {
        m_members.reserve(256);
    } else {
        m_members += ',';
    }
    m_members += '"';
    m_members.append(name.data(), name.size());
    m_members += "\":";
}

JsonWriter &JsonWriter::text(QLatin1StringView name, const QString &value)
{
    begin(name);
    m_members += '"';
    const QByteArray utf8 = value.toUtf8();
    const auto isPlain = [](char c) {
        return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
    };
    if (std::ranges::all_of(utf8, isPlain)) {
        m_members.append(utf8).append('"');
        return *this;
    }
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            m_members += '\\';
            m_members += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            m_members += "\\u00";
            m_members += digits[c >> 4];
            m_members += digits[c & 0xf];
        } else {
            m_members += c;
        }
    }
    m_members += '"';
    return *this;
}

JsonWriter &JsonWriter::textOrNull(QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty()) {
        return text(name, value);
    }
    begin(name);
    m_members += "null";
    return *this;
}

JsonWriter &JsonWriter::word(QLatin1StringView name, QLatin1StringView value)
{
    begin(name);
    m_members += '"';
    m_members.append(value.data(), value.size());
    m_members += '"';
    return *this;
}

JsonWriter &JsonWriter::number(QLatin1StringView name, qint64 value)
{
    begin(name);
    m_members += QByteArray::number(value);
    return *this;
}

JsonWriter &JsonWriter::boolean(QLatin1StringView name, bool value)
{
    begin(name);
    m_members += value ? "true" : "false";
    return *this;
}

JsonWriter &JsonWriter::time(QLatin1StringView name, qint64 atMs)
{
    return textOrNull(name, atMs == 0 ? QString() : formatTime(atMs));
}

JsonWriter &JsonWriter::fraction(QLatin1StringView name, int ppm)
{
    begin(name);
    m_members += ppm < 0 ? QByteArrayLiteral("null") : QByteArray::number(ppm / 1e6, 'g', 7);
    return *this;
}

JsonWriter &JsonWriter::value(QLatin1StringView name, const QJsonValue &value)
{
    begin(name);
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    m_members += list.mid(1, list.size() - 2);
    return *this;
}

JsonWriter &JsonWriter::object(QLatin1StringView name, const JsonWriter &value)
{
    begin(name);
    m_members += '{';
    m_members += value.m_members;
    m_members += '}';
    return *this;
}

} // namespace hmsact::domain
