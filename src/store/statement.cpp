// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include <QStringConverter>
#include <QVarLengthArray>

namespace hmsact::store {

QString Statement::ids(const std::vector<qint64> &values, Dialect dialect)
{
    QString text;
    text.reserve(static_cast<qsizetype>(values.size()) * 20);
    text += dialect == Dialect::Sqlite ? QLatin1Char('[') : QLatin1Char('{');
    for (size_t i = 0; i < values.size(); ++i) {
        if (i)
            text += QLatin1Char(',');
        text += QString::number(values[i]);
    }
    text += dialect == Dialect::Sqlite ? QLatin1Char(']') : QLatin1Char('}');
    return text;
}

void Statement::set(int index, const QString &value)
{
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    QVarLengthArray<char, 256> utf8(encoder.requiredSpace(value.size())); // most texts need no memory of their own
    const char *end = encoder.appendToBuffer(utf8.data(), value);
    m_prepared->bind(index, QByteArrayView(utf8.constData(), end - utf8.constData()), Bytes::Text);
}

Statement &Statement::bindNamed(const QHash<QString, QVariant> &values)
{
    for (int i = 0; i < m_sql->names.size(); ++i) {
        const auto value = values.constFind(m_sql->names[i]);
        Q_ASSERT(value != values.cend());
        if (value->userType() == QMetaType::QString)
            set(i, value->toString());
        else
            set(i, value->toLongLong());
    }
    return *this;
}

} // namespace hmsact::store
