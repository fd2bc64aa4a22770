// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clerkpage.h"

#include <QCoreApplication>

// What people are told of a request that came to nothing.
namespace hmsact::api {

using namespace Qt::StringLiterals;

namespace {

// A heading, and what to do.
using Told = std::pair<const char *, const char *>;

Told toldOf(int status)
{
    switch (status) {
    case 404:
        return {QT_TRANSLATE_NOOP("Page", "There is nothing at this address"),
                QT_TRANSLATE_NOOP("Page", "The link may be incomplete: copy all of it from the mail.")};
    case 408:
        return {QT_TRANSLATE_NOOP("Page", "Not sent yet"),
                QT_TRANSLATE_NOOP("Page", "Your answer did not arrive in time. Nothing has changed; please send it again.")};
    case 413:
        return {QT_TRANSLATE_NOOP("Page", "Not sent yet"),
                QT_TRANSLATE_NOOP(
                    "Page", "Your answer is too long. Nothing has changed; go back and say it in 2000 characters at most.")};
    case 429:
        return {QT_TRANSLATE_NOOP("Page", "Too fast"),
                QT_TRANSLATE_NOOP("Page", "Please wait a moment, then load this page again.")};
    case 500:
    case 503:
        return {QT_TRANSLATE_NOOP("Page", "Not now"),
                QT_TRANSLATE_NOOP("Page",
                                  "The service cannot answer now. Load this page again in a minute: it shows whether your "
                                  "answer has arrived.")};
    default:
        return {
            QT_TRANSLATE_NOOP("Page", "This could not be read"),
            QT_TRANSLATE_NOOP("Page", "Nothing has changed. Open the link from the mail again, and answer on its page.")};
    }
}

} // namespace

HttpResponse ClerkPage::refusal(int status) const
{
    const Told told = toldOf(status);
    const QString heading = say(told.first);
    const QString text = say(told.second);
    HttpResponse answer = page(status, heading,
                               Markup::fill(u"told.html"_s, {{u"heading"_s, heading}},
                                            {{u"text"_s, Markup::fill(u"paragraph.html"_s, {{u"text"_s, text}})}}),
                               codeFooter);
    if (status == 429 || status == 503)
        answer.fields.emplace_back("Retry-After", "2");
    return answer;
}

} // namespace hmsact::api
