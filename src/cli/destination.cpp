// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/destination.h"

#include "engine/configuration.h"

#include <QUrl>

#include <algorithm>

namespace hmsact::cli {

using namespace Qt::StringLiterals;

domain::Result<Destination> destinationOf(const Invocation &invocation, const QString &configurationFile,
                                          const QProcessEnvironment &environment)
{
    const auto configuration = engine::Configuration::read(configurationFile, environment);
    if (!configuration)
        return configuration.error();
    const auto setting = [&](const std::optional<QString> &option, const QString &variable, const QString &key,
                             const QString &otherwise) {
        const auto found = configuration->value(option, variable, key);
        return found ? found->text : otherwise;
    };
    Destination destination;
    destination.url = setting(invocation.url, u"HMS_ACT_URL"_s, u"url"_s, u"http://127.0.0.1:8311"_s);
    destination.token = setting(invocation.token, u"HMS_ACT_TOKEN"_s, u"token"_s, {});
    destination.databaseUrl =
        setting(invocation.database, u"HMS_ACT_DB"_s, u"db"_s, engine::Configuration::defaultDatabaseUrl());
    const QUrl url(destination.url, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"http"_s && url.scheme() != u"https"_s) || url.host().isEmpty())
        return domain::makeError(domain::ErrorCode::Invalid,
                                 QT_TRANSLATE_NOOP("Error", "“%1” is no address of a server; write http://host:port"),
                                 {destination.url});
    if (!std::ranges::all_of(destination.token, [](QChar c) { return c >= u' ' && c <= u'~'; }))
        return domain::makeError(domain::ErrorCode::Invalid,
                                 QT_TRANSLATE_NOOP("Error", "the token has characters that no token has"));
    return destination;
}

} // namespace hmsact::cli
