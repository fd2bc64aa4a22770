// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pathtemplate.h"
#include "api/route.h"
#include "domain/enumtext.h"
#include "domain/fielderrors.h"

namespace hmsact::api {

// The parameters that every list takes.
[[nodiscard]] std::vector<Parameter> withPaging(std::vector<Parameter> parameters = {});

// Refuses what is not declared, what is said twice without being a list, and what is empty and may not be (Invalid, one field
// error each).
[[nodiscard]] domain::Status checkDeclared(const QueryValues &values, const std::vector<Parameter> &declared);

// Reads typed parameters and collects what is wrong with them; ask finish() at the end.
class QueryReader
{
public:
    explicit QueryReader(const QueryValues &values) : m_values(values) { }

    [[nodiscard]] QString text(QLatin1String name) const; // empty when not given
    [[nodiscard]] std::optional<bool> flag(QLatin1String name); // "true" or "false"
    [[nodiscard]] int limit(); // 1–limits::pageMax
    [[nodiscard]] std::optional<qint64> leaseToken();
    [[nodiscard]] QStringList list(QLatin1String name) const;

    // `from` answers nothing for an unknown text; `known` says which there are.
    template <class From>
    auto choice(QLatin1String name, From from, const QStringList &known) -> decltype(from(QStringView()))
    {
        const QString given = text(name);
        if (given.isEmpty())
            return {};
        auto value = from(given);
        if (!value)
            refuse(name, given, known);
        return value;
    }

    template <class E>
    std::optional<E> choice(QLatin1String name, std::optional<E> (*from)(QAnyStringView))
    {
        return choice(name, from, domain::textsOf<E>());
    }

    template <class From>
    auto choices(QLatin1String name, From from, const QStringList &known)
    {
        std::vector<typename decltype(from(QStringView()))::value_type> values;
        const QStringList given = list(name);
        for (const QString &one : given) {
            if (auto value = from(one))
                values.push_back(*value);
            else
                refuse(name, one, known);
        }
        return values;
    }

    template <class E>
    std::vector<E> choices(QLatin1String name, std::optional<E> (*from)(QAnyStringView))
    {
        return choices(name, from, domain::textsOf<E>());
    }

    [[nodiscard]] domain::Status status() const; // what was wrong
    [[nodiscard]] domain::Result<domain::Query> finish(domain::Query query) const;

private:
    [[nodiscard]] std::optional<qint64> number(QLatin1String name, qint64 least, qint64 most);
    void refuse(QLatin1String name, const QString &value, const QStringList &known);

    const QueryValues &m_values;
    domain::FieldErrors m_errors;
};

} // namespace hmsact::api
