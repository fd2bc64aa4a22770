// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clerkpages.h"

namespace hmsact::api {

using namespace Qt::StringLiterals;

const ClerkPage &ClerkPages::in(const QString &language)
{
    std::unique_ptr<ClerkPage> &page = language == "es"_L1 ? m_spanish : m_english;
    if (!page)
        page = std::make_unique<ClerkPage>(language);
    return *page;
}

QString ClerkPages::languageFor(const HttpHead &head, const QueryValues &query, const QString &ofWorker)
{
    for (const auto &[name, value] : query) {
        if (name == "lang"_L1 && (value == "en"_L1 || value == "es"_L1))
            return value;
    }
    if (!ofWorker.isEmpty())
        return ofWorker;
    QString best = u"en"_s;
    double most = 0;
    for (const QByteArray &each : head.field("Accept-Language").split(',')) {
        const QByteArrayList parts = each.split(';');
        const QByteArray language = parts.front().trimmed().left(2).toLower();
        double liking = 1;
        if (parts.size() > 1 && parts[1].trimmed().startsWith("q="))
            liking = parts[1].trimmed().mid(2).toDouble();
        if ((language == "en" || language == "es") && liking > most) {
            most = liking;
            best = QString::fromLatin1(language);
        }
    }
    return best;
}

// What can be read of a query that cannot be read as a whole.
static QueryValues languageIn(const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArrayList pieces = mark < 0 ? QByteArrayList() : target.mid(mark + 1).split('&');
    for (const char *language : {"en", "es"}) {
        if (pieces.contains(QByteArray("lang=") + language))
            return {{u"lang"_s, QString::fromLatin1(language)}};
    }
    return {};
}

std::function<void(HttpResponse &)> ClerkPages::tellingPeople(const HttpHead &head)
{
    const QByteArray &target = head.target;
    if (target != "/t" && !target.startsWith("/t/") && !target.startsWith("/t?"))
        return {};
    return [this, language = languageFor(head, languageIn(target))](HttpResponse &answer) {
        if (answer.contentType != "application/problem+json")
            return;
        HttpResponse page = in(language).refusal(answer.status);
        for (auto &field : answer.fields) {
            if (field.first == "Allow" || field.first == "Accept-Encoding")
                page.fields.push_back(std::move(field));
        }
        answer = std::move(page);
    };
}

} // namespace hmsact::api
