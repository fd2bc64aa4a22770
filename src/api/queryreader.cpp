// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/queryreader.h"

#include "domain/objectreader.h"
#include "domain/permission.h"
#include "domain/textrules.h"
#include "domain/wholenumber.h"

#include <algorithm>

namespace hmsact::api {

using namespace Qt::StringLiterals;
namespace limits = domain::limits;

std::vector<Parameter> withPaging(std::vector<Parameter> parameters)
{
    parameters.push_back({.name = u"limit"_s,
                          .type = Parameter::Type::Integer,
                          .description = u"Items on a page, 1 to 1000; 100 when left out"_s,
                          .mayBeEmpty = true});
    parameters.push_back({.name = u"cursor"_s, .description = u"next_cursor of the page before"_s, .mayBeEmpty = true});
    return parameters;
}

// Whoever has nothing to say there has a variable that is empty by mistake, and would be told of everything.
static bool isEmptyByMistake(const QString &value, const Parameter &parameter)
{
    const bool isList = parameter.type == Parameter::Type::TextList;
    return !parameter.mayBeEmpty && (isList ? value.split(u',', Qt::SkipEmptyParts).isEmpty() : value.isEmpty());
}

domain::Status checkDeclared(const QueryValues &values, const std::vector<Parameter> &declared)
{
    domain::FieldErrors errors;
    QStringList seen;
    for (const auto &[name, value] : values) {
        const QString pointer = u'/' + domain::escapedForPointer(domain::quoted(name));
        const auto parameter = std::ranges::find_if(declared, [&](const Parameter &one) { return one.name == name; });
        if (parameter == declared.end())
            errors.add(pointer, QT_TRANSLATE_NOOP("Error", "unknown parameter"));
        else if (seen.contains(name) && parameter->type != Parameter::Type::TextList)
            errors.add(pointer, QT_TRANSLATE_NOOP("Error", "given twice"));
        else if (isEmptyByMistake(value, *parameter))
            errors.add(pointer, QT_TRANSLATE_NOOP("Error", "is empty; leave it out to mean all"));
        seen.append(name);
    }
    if (!errors.isEmpty())
        return errors.error();
    return domain::Done{};
}

QString QueryReader::text(QLatin1String name) const
{
    const auto found = std::ranges::find_if(m_values, [&](const auto &one) { return one.first == name; });
    return found == m_values.end() ? QString() : found->second;
}

QStringList QueryReader::list(QLatin1String name) const
{
    QStringList all;
    for (const auto &[key, value] : m_values) {
        if (key != name)
            continue;
        for (const QString &one : value.split(u',', Qt::SkipEmptyParts))
            all.append(one.trimmed());
    }
    return all;
}

std::optional<bool> QueryReader::flag(QLatin1String name)
{
    const auto from = [](QStringView given) -> std::optional<bool> {
        if (given == u"true")
            return true;
        return given == u"false" ? std::optional(false) : std::nullopt;
    };
    return choice(name, from, {u"true"_s, u"false"_s});
}

int QueryReader::limit() { return int(number("limit"_L1, 1, limits::pageMax).value_or(limits::pageDefault)); }

std::optional<qint64> QueryReader::leaseToken() { return number("lease_token"_L1, 0, domain::leaseTokenMax); }

std::optional<qint64> QueryReader::number(QLatin1String name, qint64 least, qint64 most)
{
    const auto from = [least, most](QStringView given) {
        const std::optional<qint64> value = domain::wholeNumber(given);
        return value && *value >= least && *value <= most ? value : std::nullopt;
    };
    return choice(name, from, {QString::number(least) + u" … "_s + QString::number(most)});
}

void QueryReader::refuse(QLatin1String name, const QString &value, const QStringList &known)
{
    m_errors.add(u'/' + name, QT_TRANSLATE_NOOP("Error", "“%1” is not one of the choices: %2"),
                 {domain::quoted(value), known.join(u", "_s)});
}

domain::Status QueryReader::status() const
{
    if (!m_errors.isEmpty())
        return m_errors.error();
    return domain::Done{};
}

domain::Result<domain::Query> QueryReader::finish(domain::Query query) const
{
    if (const domain::Status read = status(); !read)
        return read.error();
    return query;
}

} // namespace hmsact::api
