// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/refusal.h"

#include "cli/presentation.h"
#include "domain/codec.h"

#include <algorithm>
#include <cstdio>

namespace hmsact::cli {

using namespace Qt::StringLiterals;

namespace {

void write(const QByteArray &line) { std::fwrite(line.constData(), 1, size_t(line.size()), stderr); }

QString lineOf(const client::Error &error, const Command &command)
{
    const QString fields = command.wrap ? u"/%1/0/"_s.arg(QLatin1StringView(command.wrap)) : u"/"_s;
    const auto nameOf = [&](const QString &pointer) {
        const auto option = std::ranges::find_if(
            command.options, [&](const Option &one) { return pointer == fields + QLatin1StringView(one.field); });
        return option == command.options.end() ? pointer : u"--"_s + QLatin1StringView(option->name);
    };
    client::Error named = error;
    for (client::FieldError &field : named.fields)
        field.pointer = nameOf(field.pointer);
    return named.text();
}

// Where nobody refused, nobody has said more than what went wrong.
QJsonObject problemOf(const client::Error &error)
{
    if (!error.problem.isEmpty())
        return error.problem;
    QJsonObject problem{{u"type"_s, u"about:blank"_s},
                        {u"title"_s, error.title.isEmpty() ? u"No answer"_s : error.title},
                        {u"detail"_s, error.detail}};
    if (error.status > 0)
        problem.insert(u"status"_s, error.status);
    return problem;
}

} // namespace

void refuse(const Invocation &invocation, const client::Error &error)
{
    if (invocation.asJson)
        write(domain::compact(problemOf(error)) + '\n');
    else
        complain(invocation.command ? lineOf(error, *invocation.command) : error.text());
}

void refuse(const Invocation &invocation, const domain::Error &error)
{
    const int status = domain::httpStatus(error.code);
    refuse(invocation, client::refusal(status, domain::compact(domain::toJson(error, status)), {}));
}

void complain(const QString &line) { write((u"hms-act: "_s + harmless(line.simplified()) + u'\n').toUtf8()); }

} // namespace hmsact::cli
