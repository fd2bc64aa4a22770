// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/jsonwriter.h"

#include "domain/timetext.h"
#include "domain/utf8.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <charconv>

namespace hmsact::domain {

void JsonWriter::separate()
{
    const char last = m_members.isEmpty() ? '{' : m_members.back();
    if (last != '{' && last != '[') { // a text ends with a quotation mark
        append(",");
    }
}

void JsonWriter::begin(QLatin1StringView name)
{
    separate();
    append("\"");
    append(name);
    append("\":");
}

void JsonWriter::appendText(const QString &value)
{
    append("\"");
    const qsizetype start = m_members.size();
    appendUtf8(m_members, value);
    const auto isPlain = [](char c) {
        return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
    };
    if (!std::all_of(m_members.cbegin() + start, m_members.cend(), isPlain)) {
        const QByteArray utf8(m_members.constData() + start, m_members.size() - start);
        m_members.resize(start);
        appendEscaped(utf8);
    }
    append("\"");
}

JsonWriter &JsonWriter::text(QLatin1StringView name, const QString &value)
{
    begin(name);
    appendText(value);
    return *this;
}

void JsonWriter::appendEscaped(const QByteArray &utf8)
{
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            m_members += '\\';
            m_members += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            append("\\u00");
            m_members += digits[c >> 4];
            m_members += digits[c & 0xf];
        } else {
            m_members += c;
        }
    }
}

JsonWriter &JsonWriter::textOrNull(QLatin1StringView name, const QString &value)
{
    return value.isEmpty() ? null(name) : text(name, value);
}

JsonWriter &JsonWriter::null(QLatin1StringView name)
{
    begin(name);
    append("null");
    return *this;
}

JsonWriter &JsonWriter::texts(QLatin1StringView name, const QStringList &values)
{
    begin(name);
    append("[");
    for (const QString &value : values) {
        separate();
        appendText(value);
    }
    append("]");
    return *this;
}

JsonWriter &JsonWriter::word(QLatin1StringView name, QLatin1StringView value)
{
    begin(name);
    append("\"");
    append(value);
    append("\"");
    return *this;
}

JsonWriter &JsonWriter::number(QLatin1StringView name, qint64 value)
{
    begin(name);
    std::array<char, 20> digits;
    append({digits.data(), std::to_chars(digits.begin(), digits.end(), value).ptr});
    return *this;
}

JsonWriter &JsonWriter::boolean(QLatin1StringView name, bool value)
{
    begin(name);
    append(value ? "true" : "false");
    return *this;
}

JsonWriter &JsonWriter::time(QLatin1StringView name, qint64 atMs)
{
    return atMs == 0 ? null(name) : word(name, TimeText(atMs).view());
}

JsonWriter &JsonWriter::fraction(QLatin1StringView name, int ppm)
{
    begin(name);
    append(ppm < 0 ? QByteArrayLiteral("null") : QByteArray::number(ppm / 1e6, 'g', 7));
    return *this;
}

JsonWriter &JsonWriter::value(QLatin1StringView name, const QJsonValue &value)
{
    begin(name);
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    append(QByteArrayView(list).sliced(1, list.size() - 2));
    return *this;
}

JsonWriter &JsonWriter::members(const QJsonObject &object)
{
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (!object.isEmpty()) {
        separate();
        append(QByteArrayView(text).sliced(1, text.size() - 2));
    }
    return *this;
}

JsonWriter &JsonWriter::object(QLatin1StringView name, const JsonWriter &value)
{
    begin(name);
    append("{");
    append(value.m_members);
    append("}");
    return *this;
}

QByteArray JsonWriter::json() const
{
    QByteArray text(m_members.size() + 2, Qt::Uninitialized);
    text.front() = '{';
    std::copy(m_members.cbegin(), m_members.cend(), text.begin() + 1);
    text.back() = '}';
    return text;
}

} // namespace hmsact::domain
