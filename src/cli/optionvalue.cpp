// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optionvalue.h"

#include "domain/jsonkeys.h"
#include "domain/limits.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace hmsact::cli {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {

// Reads no further than it must to know that there is more than `bytesMax`.
Result<QByteArray> bytesIn(const QString &file, std::optional<qint64> bytesMax = {})
{
    QFile input(file);
    const bool open = file == u"-"_s ? input.open(stdin, QIODevice::ReadOnly) : input.open(QIODevice::ReadOnly);
    if (!open)
        return wrong(QT_TRANSLATE_NOOP("Error", "cannot read %1: %2"), {file, input.errorString()});
    if (!bytesMax)
        return input.readAll();
    const QByteArray bytes = input.read(*bytesMax + 1);
    if (bytes.size() > *bytesMax)
        return wrong(QT_TRANSLATE_NOOP("Error", "%1 has more than %2 bytes"), {file, QString::number(*bytesMax)});
    return bytes;
}

// What would be lost on the way is refused here: the server sees only what is sent. `around`: how much of each pointer is ours.
domain::Status losesNothing(const QByteArray &json, const QString &said, qsizetype around = 0)
{
    const auto at = [&](const QString &pointer) {
        return pointer.size() > around ? said + u": "_s + pointer.mid(around) : said;
    };
    if (const auto twice = domain::repeatedField(json))
        return wrong(QT_TRANSLATE_NOOP("Error", "%1 is given twice"), {at(*twice)});
    if (const auto rounded = domain::roundedInteger(json))
        return wrong(QT_TRANSLATE_NOOP("Error", "%1 is more than 64 bits hold, and would be rounded; say it as a text"),
                     {at(*rounded)});
    return domain::Done{};
}

Result<QJsonValue> jsonIn(const QString &file)
{
    const Result<QByteArray> bytes = bytesIn(file);
    if (!bytes)
        return bytes.error();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return wrong(QT_TRANSLATE_NOOP("Error", "%1 is not JSON: %2"), {file, error.errorString()});
    if (const domain::Status status = losesNothing(*bytes, file); !status)
        return status.error();
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

// Names alone where no level is said, and null beside others: those that people have set stay.
Result<QJsonValue> skillsIn(const QString &text)
{
    QJsonObject skills;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        bool isNumber = true;
        const QJsonValue level = equals < 0 ? QJsonValue() : QJsonValue(part.mid(equals + 1).toInt(&isNumber));
        if (!isNumber)
            return wrong(QT_TRANSLATE_NOOP("Error", "“%1” is no skill: write name or name=level"), {part});
        const QString name = part.left(equals).trimmed();
        if (skills.contains(name))
            return wrong(QT_TRANSLATE_NOOP("Error", "“%1” is named twice"), {name});
        skills.insert(name, level);
    }
    return text.contains(u'=') ? QJsonValue(skills) : QJsonValue(QJsonArray::fromStringList(skills.keys()));
}

} // namespace

Result<QJsonValue> valueOf(const Option &option, const QString &text)
{
    switch (option.kind) {
    case Kind::Number: {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (!isNumber)
            return wrong(QT_TRANSLATE_NOOP("Error", "--%1 takes a whole number, not “%2”"), {latin(option.name), text});
        return QJsonValue(number);
    }
    case Kind::Texts: {
        QJsonArray list;
        for (const QString &part : text.split(u',', Qt::SkipEmptyParts))
            list.append(part.trimmed());
        return QJsonValue(list);
    }
    case Kind::Skills:
        return skillsIn(text);
    case Kind::Json:
    case Kind::JsonOrText: {
        // Wrapped, because a result may be any JSON, not only an object or a list.
        const QByteArray wrapped = '[' + text.toUtf8() + ']';
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(wrapped, &error);
        const bool isJson = error.error == QJsonParseError::NoError && document.array().size() == 1;
        if (!isJson && option.kind == Kind::JsonOrText)
            return QJsonValue(text);
        if (!isJson)
            return wrong(QT_TRANSLATE_NOOP("Error", "--%1 takes JSON, as '{\"a\": 1}'"), {latin(option.name)});
        if (const domain::Status status = losesNothing(wrapped, u"--"_s + latin(option.name), qstrlen("/0")); !status)
            return status.error();
        return document.array().at(0);
    }
    case Kind::Path:
        return QJsonValue(QDir().absoluteFilePath(text));
    case Kind::File: {
        Result<QJsonValue> one = jsonIn(text);
        return !one || one->isObject() ? one : wrong(QT_TRANSLATE_NOOP("Error", "%1 holds no object"), {text});
    }
    case Kind::TaskFile: {
        Result<QJsonValue> tasks = jsonIn(text);
        return !tasks || tasks->isArray() ? tasks : wrong(QT_TRANSLATE_NOOP("Error", "%1 holds no list of tasks"), {text});
    }
    case Kind::TextFile: {
        const Result<QByteArray> bytes = bytesIn(text, domain::limits::calendarFileBytesMax);
        return bytes ? Result<QJsonValue>(QString::fromUtf8(*bytes)) : Result<QJsonValue>(bytes.error());
    }
    case Kind::Text:
    case Kind::Flag:
        break;
    }
    return QJsonValue(text);
}

} // namespace hmsact::cli
