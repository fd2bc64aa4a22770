// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invocation.h"

#include "cli/optionvalue.h"

#include <QDir>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace hmsact::cli {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {

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
    domain::Status fitsDoor() const;
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

domain::Error isTwice(const QString &name) { return wrong(QT_TRANSLATE_NOOP("Error", "--%1 is given twice"), {name}); }

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
    if (!isOfAll) {
        m_options.append({name, *value});
        return domain::Done{};
    }
    std::optional<QString> &said =
        name == u"url"_s ? m_result.url : (name == u"token"_s ? m_result.token : m_result.database);
    if (said)
        return isTwice(name);
    said = *value;
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

// What leads to the other door is not passed over: who named a server does not mean the database of this machine.
domain::Status Reader::fitsDoor() const
{
    const bool isForApi = m_result.command->door == Door::Api;
    const bool isForFile = std::ranges::any_of(m_options, [](const auto &option) { return option.first == u"archive"; });
    if ((isForApi || isForFile) && m_result.database)
        return unknownOption(u"--db"_s);
    if (!isForApi && m_result.url)
        return unknownOption(u"--url"_s);
    if (!isForApi && m_result.token)
        return unknownOption(u"--token"_s);
    return domain::Done{};
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
    QJsonObject fields, whole, said;
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
        if (!option) {
            const bool isWord = std::ranges::any_of(command.words, [&](const char *word) { return isNameOf(word, name); });
            return isWord ? isTwice(name) : unknownOption(u"--"_s + name); // the first one has become a word
        }
        if (option->kind != Kind::Flag && !text)
            return needsValue(name);
        const bool negated = *option->field == '!';
        const Result<QJsonValue> value =
            option->kind == Kind::Flag ? Result<QJsonValue>(QJsonValue(!negated)) : valueOf(*option, *text);
        if (!value)
            return value.error();
        const QString field = latin(option->field + (negated ? 1 : 0));
        if (said.contains(field) && (option->kind != Kind::Flag || said[field] != *value)) // or a switch and its opposite
            return isTwice(name);
        said.insert(field, *value);
        if (*option->field == '?')
            m_result.query.addQueryItem(latin(option->field + 1), value->toVariant().toString());
        else if (*option->field == '*')
            whole = value->toObject();
        else
            fields.insert(field, *value);
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
    if (const domain::Status status = fitsDoor(); !status)
        return status.error();
    if (const domain::Status status = fill(); !status)
        return status.error();
    return m_result;
}

} // namespace

Result<Invocation> understand(const QStringList &arguments) { return Reader(arguments).read(); }

} // namespace hmsact::cli
