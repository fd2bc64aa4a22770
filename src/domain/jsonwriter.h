// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <QVarLengthArray>

namespace hmsact::domain {

// A JSON object written down as text member by member, for what is said at every change: a QJsonObject costs ten times as
// much. Names are plain ASCII and said once each, which the caller sees to; texts are escaped as RFC 8259 wants it.
class JsonWriter
{
public:
    JsonWriter &text(QLatin1StringView name, const QString &value);
    JsonWriter &textOrNull(QLatin1StringView name, const QString &value); // empty → null
    JsonWriter &word(QLatin1StringView name, QLatin1StringView value); // that needs no escape: a state, a kind
    JsonWriter &number(QLatin1StringView name, qint64 value);
    JsonWriter &boolean(QLatin1StringView name, bool value);
    JsonWriter &time(QLatin1StringView name, qint64 atMs); // RFC 3339; 0 → null
    JsonWriter &fraction(QLatin1StringView name, int ppm); // of millionths; negative → null
    JsonWriter &value(QLatin1StringView name, const QJsonValue &value); // any JSON
    JsonWriter &null(QLatin1StringView name);
    JsonWriter &texts(QLatin1StringView name, const QStringList &values);
    JsonWriter &members(const QJsonObject &object); // all of them
    JsonWriter &object(QLatin1StringView name, const JsonWriter &value);
    template <class Write>
    JsonWriter &objects(QLatin1StringView name, const auto &values, Write write); // each by write(*this, value)

    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }
    [[nodiscard]] QByteArray json() const;

private:
    void separate(); // from what was written before
    void begin(QLatin1StringView name);
    void appendText(const QString &value);
    void append(QByteArrayView bytes) { m_members.append(bytes.data(), bytes.size()); }
    void appendEscaped(const QByteArray &utf8);
    QVarLengthArray<char, 256> m_members; // most need no memory of their own
};

template <class Write>
JsonWriter &JsonWriter::objects(QLatin1StringView name, const auto &values, Write write)
{
    begin(name);
    append("[");
    for (const auto &value : values) {
        separate();
        append("{");
        write(*this, value);
        append("}");
    }
    append("]");
    return *this;
}

} // namespace hmsact::domain
