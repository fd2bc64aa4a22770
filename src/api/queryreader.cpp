// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/queryreader.h"

#include "domain/objectreader.h"
#include "domain/permission.h"

#include <algorithm>

namespace hmsact::api {

using namespace Qt::StringLiterals;
namespace limits = domain::limits;

constexpr qsizetype nameShown = 100; // of what a stranger wrote

std::vector<Parameter> withPaging(std::vector<Parameter> parameters)
{
    parameters.push_back({u"limit"_s, Parameter::Type::Integer, u"Items on a page, 1 to 1000; 100 when left out"_s});
    parameters.push_back({u"cursor"_s, Parameter::Type::Text, u"next_cursor of the page before"_s});
    return parameters;
}

domain::Status checkDeclared(const QueryValues &values, const std::vector<Parameter> &declared)
{
    domain::FieldErrors errors;
    QStringList seen;
    for (const auto &[name, value] : values) {
        const QString pointer = u'/' + domain::escapedForPointer(name.left(nameShown));
        const auto parameter = std::ranges::find_if(declared, [&](const Parameter &one) { return one.name == name; });
        if (parameter == declared.end())
            errors.add(pointer, QT_TRANSLATE_NOOP("Error", "unknown parameter"));
        else if (seen.contains(name) && parameter->type != Parameter::Type::TextList)
            errors.add(pointer, QT_TRANSLATE_NOOP("Error", "given twice"));
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
    return choice(name, [](QStringView given) -> std::optional<bool> {
        if (given == u"true")
            return true;
        return given == u"false" ? std::optional(false) : std::nullopt;
    });
}

int QueryReader::limit()
{
    return choice("limit"_L1,
                  [](QStringView given) -> std::optional<int> {
                      bool isNumber = false;
                      const int value = given.toInt(&isNumber);
                      return isNumber && value >= 1 && value <= limits::pageMax ? std::optional(value) : std::nullopt;
                  })
        .value_or(limits::pageDefault);
}

std::optional<qint64> QueryReader::leaseToken()
{
    return choice("lease_token"_L1, [](QStringView given) -> std::optional<qint64> {
        bool isNumber = false;
        const qint64 value = given.toLongLong(&isNumber);
        return isNumber && value >= 0 && value <= domain::leaseTokenMax ? std::optional(value) : std::nullopt;
    });
}

void QueryReader::refuse(QLatin1String name, const QString &value)
{
    m_errors.add(u'/' + name, QT_TRANSLATE_NOOP("Error", "“%1” is not an accepted value"), {value.left(nameShown)});
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
