// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invocation.h"

#include "domain/jsonkeys.h"
#include "domain/limits.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace hmsact::cli {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {

domain::Error wrong(const char *key, QStringList arguments = {})
{
    return domain::makeError(domain::ErrorCode::Invalid, key, std::move(arguments));
}

QString latin(const char *text) { return QString::fromUtf8(text); }

// "citizen_id" → "citizen-id"
QString dashed(const char *field) { return latin(field).replace(u'_', u'-'); }

// Of a word, where it is said as an option.
bool isNameOf(const char *word, const QString &name) { return name == dashed(word) || name + u"-id"_s == dashed(word); }

// By its name, or by that of its field, unless that is marked: who knows the API says --citizen-id.
const Option *optionOf(const Command &command, const QString &name)
{
    const auto option = std::find_if(command.options.begin(), command.options.end(), [&](const Option &one) {
        return name == QLatin1StringView(one.name)
            || (QChar::fromLatin1(*one.field).isLetter() && name == dashed(one.field));
    });
    return option == command.options.end() ? nullptr : &*option;
}

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

// Names alone where no level is said: those that people have set stay.
Result<QJsonValue> skillsIn(const QString &text)
{
    QJsonObject skills;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        bool isNumber = true;
        const int level = equals < 0 ? 3 : part.mid(equals + 1).toInt(&isNumber);
        if (!isNumber)
            return wrong(QT_TRANSLATE_NOOP("Error", "“%1” is no skill: write name or name=level"), {part});
        const QString name = part.left(equals).trimmed();
        if (skills.contains(name))
            return wrong(QT_TRANSLATE_NOOP("Error", "“%1” is named twice"), {name});
        skills.insert(name, level);
    }
    return text.contains(u'=') ? QJsonValue(skills) : QJsonValue(QJsonArray::fromStringList(skills.keys()));
}

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

// Goes through the arguments once; what it finds ends up in the invocation.
class Reader
{
public:
    explicit Reader(const QStringList &arguments) : m_left(arguments) { }

    Result<Invocation> read();

private:
    domain::Status readOption(const QString &argument);
    Result<QString> valueFor(const QString &name, const std::optional<QString> &inlineValue);
    domain::Status findCommand();
    domain::Status nameWords();
    domain::Status fill();

    QStringList m_left;
    QStringList m_words;
    QList<std::pair<QString, std::optional<QString>>> m_options; // as they came, judged once the command is known
    Invocation m_result;
};

// Whether an option takes a value is a question of its name alone: no two commands use one name both ways.
bool isFlag(const QString &name)
{
    const auto all = commands();
    return std::any_of(all.begin(), all.end(), [&](const Command &command) {
        return std::any_of(command.options.begin(), command.options.end(), [&](const Option &option) {
            return option.kind == Kind::Flag && name == QLatin1StringView(option.name);
        });
    });
}

// What no command has takes no value: what follows it may be an option that there is.
bool isKnown(const QString &name)
{
    const auto all = commands();
    return std::ranges::any_of(all, [&name](const Command &command) {
        return optionOf(command, name)
            || std::ranges::any_of(command.words, [&name](const char *word) { return isNameOf(word, name); });
    });
}

domain::Error unknownOption(const QString &option)
{
    return wrong(QT_TRANSLATE_NOOP("Error", "unknown option %1; see --help"), {option});
}

domain::Error needsValue(const QString &name) { return wrong(QT_TRANSLATE_NOOP("Error", "--%1 needs a value"), {name}); }

Result<QString> Reader::valueFor(const QString &name, const std::optional<QString> &inlineValue)
{
    if (inlineValue)
        return *inlineValue;
    if (m_left.isEmpty())
        return needsValue(name);
    return m_left.takeFirst();
}

domain::Status Reader::readOption(const QString &argument)
{
    const qsizetype equals = argument.indexOf(u'=');
    const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
    const std::optional<QString> inlineValue =
        equals < 0 ? std::optional<QString>() : std::optional<QString>(argument.mid(equals + 1));
    if (name == u"json"_s || name == u"help"_s || name == u"version"_s || isFlag(name)) {
        if (inlineValue)
            return wrong(QT_TRANSLATE_NOOP("Error", "--%1 takes no value"), {name});
        if (name == u"json"_s)
            m_result.asJson = true;
        else if (name == u"help"_s)
            m_result.wantsHelp = true;
        else if (name == u"version"_s)
            m_result.wantsVersion = true;
        else
            m_options.append({name, {}});
        return domain::Done{};
    }
    const bool isOfAll = name == u"url"_s || name == u"token"_s || name == u"db"_s;
    if (!isOfAll && !isKnown(name))
        return unknownOption(u"--"_s + name);
    const Result<QString> value = valueFor(name, inlineValue);
    if (!value && !isOfAll) { // whether there is such an option is the greater mistake
        m_options.append({name, {}});
        return domain::Done{};
    }
    if (!value)
        return value.error();
    if (name == u"url"_s)
        m_result.url = *value;
    else if (name == u"token"_s)
        m_result.token = *value;
    else if (name == u"db"_s)
        m_result.database = *value;
    else
        m_options.append({name, *value});
    return domain::Done{};
}

domain::Status Reader::findCommand()
{
    const QString group = m_words.value(0);
    const QString verb = m_words.value(1);
    bool groupExists = false;
    for (const Command &command : commands()) {
        if (group != QLatin1StringView(command.group))
            continue;
        groupExists = true;
        if (*command.verb == '\0' || verb == QLatin1StringView(command.verb)) {
            m_result.command = &command;
            m_words = m_words.mid(*command.verb == '\0' ? 1 : 2);
            return domain::Done{};
        }
    }
    m_result.helpGroup = groupExists ? group : QString();
    if (m_result.wantsHelp && m_words.size() <= 1 && (groupExists || group.isEmpty()))
        return domain::Done{};
    if (group.isEmpty())
        return wrong(QT_TRANSLATE_NOOP("Error", "say what to do; hms-act --help lists the commands"));
    if (!groupExists)
        return wrong(QT_TRANSLATE_NOOP("Error", "there is no command “%1”; hms-act --help lists them"), {group});
    if (verb.isEmpty())
        return wrong(QT_TRANSLATE_NOOP("Error", "“%1” needs a word more; hms-act %1 --help lists them"), {group});
    return wrong(QT_TRANSLATE_NOOP("Error", "there is no command “%1 %2”; hms-act %1 --help lists them"), {group, verb});
}

// Words may be said by their names too: `token create --name ops`. Afterwards there are as many as the command has.
domain::Status Reader::nameWords()
{
    const Command &command = *m_result.command;
    QStringList words;
    for (const char *word : command.words) {
        const auto named = std::find_if(m_options.begin(), m_options.end(), [&](const auto &option) {
            return option.second && isNameOf(word, option.first) && !optionOf(command, option.first);
        });
        if (named != m_options.end()) {
            words.append(*named->second);
            m_options.erase(named);
        } else if (!m_words.isEmpty()) {
            words.append(m_words.takeFirst());
        } else {
            return wrong(QT_TRANSLATE_NOOP("Error", "%1 is missing; see --help"), {latin(word).toUpper()});
        }
    }
    if (!m_words.isEmpty())
        return wrong(QT_TRANSLATE_NOOP("Error", "“%1” is one word too many; see --help"), {m_words.front()});
    m_words = words;
    return domain::Done{};
}

domain::Status Reader::fill()
{
    const Command &command = *m_result.command;
    if (const domain::Status status = nameWords(); !status)
        return status.error();
    const qsizetype wanted = m_words.size();
    m_result.path = latin(command.path);
    QJsonObject fields, whole;
    for (qsizetype i = 0; i < wanted; ++i) {
        const QString field = latin(command.words[size_t(i)]);
        const QString hole = u'{' + field + u'}';
        if (m_words.at(i).isEmpty())
            return wrong(QT_TRANSLATE_NOOP("Error", "%1 is missing; see --help"), {field.toUpper()});
        const bool isInPath = m_result.path.contains(hole);
        if (isInPath && (m_words.at(i) == u"."_s || m_words.at(i) == u".."_s)) // of the path, which it would lead elsewhere
            return wrong(QT_TRANSLATE_NOOP("Error", "%1 cannot be “%2”"), {field.toUpper(), m_words.at(i)});
        if (isInPath)
            m_result.path.replace(hole, QString::fromLatin1(QUrl::toPercentEncoding(m_words.at(i))));
        else
            fields.insert(field, field == u"file"_s ? QDir::current().absoluteFilePath(m_words.at(i)) : m_words.at(i));
    }
    for (const auto &[name, text] : std::as_const(m_options)) {
        const Option *option = optionOf(command, name);
        if (!option)
            return unknownOption(u"--"_s + name);
        if (option->kind != Kind::Flag && !text)
            return needsValue(name);
        const bool negated = *option->field == '!';
        const Result<QJsonValue> value =
            option->kind == Kind::Flag ? Result<QJsonValue>(QJsonValue(!negated)) : valueOf(*option, *text);
        if (!value)
            return value.error();
        if (*option->field == '?')
            m_result.query.addQueryItem(latin(option->field + 1), value->toVariant().toString());
        else if (*option->field == '*')
            whole = value->toObject();
        else
            fields.insert(latin(option->field + (negated ? 1 : 0)), *value);
    }
    for (auto field = whole.constBegin(); field != whole.constEnd(); ++field)
        if (!fields.contains(field.key()))
            fields.insert(field.key(), *field);
    for (const Option &option : command.options)
        if (option.required && !fields.contains(QLatin1StringView(option.field)))
            return wrong(QT_TRANSLATE_NOOP("Error", "--%1 is missing; see --help"), {latin(option.name)});
    if (QLatin1StringView(command.method) == "GET"_L1) {
        for (auto it = fields.begin(); it != fields.end(); ++it)
            m_result.query.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(it->toVariant().toString())));
    } else if (command.wrap) {
        m_result.body.insert(latin(command.wrap), QJsonArray{fields});
    } else {
        m_result.body = fields;
    }
    return domain::Done{};
}

Result<Invocation> Reader::read()
{
    bool onlyWords = false;
    while (!m_left.isEmpty()) {
        const QString argument = m_left.takeFirst();
        if (onlyWords || !argument.startsWith(u'-') || argument == u"-"_s) {
            m_words.append(argument);
        } else if (argument == u"--"_s) {
            onlyWords = true;
        } else if (argument == u"-h"_s) {
            m_result.wantsHelp = true;
        } else if (!argument.startsWith(u"--"_s)) {
            return unknownOption(argument);
        } else if (const domain::Status status = readOption(argument); !status) {
            return status.error();
        }
    }
    if (m_result.wantsVersion)
        return m_result;
    if (const domain::Status status = findCommand(); !status)
        return status.error();
    if (m_result.wantsHelp)
        return m_result;
    if (const domain::Status status = fill(); !status)
        return status.error();
    return m_result;
}

} // namespace

Result<Invocation> understand(const QStringList &arguments) { return Reader(arguments).read(); }

} // namespace hmsact::cli
