// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clerkpage.h"
#include "domain/textrules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

// What the page of a link shows of a machine's work, so that nobody decides unseen.
namespace hmsact::api {

using namespace Qt::StringLiterals;

// As people read it: no more than fits on a telephone's screen or two.
static QString readable(const QJsonValue &result)
{
    constexpr qsizetype shownMax = 1000;
    QString text = result.toString();
    if (result.isObject() || result.isArray()) {
        const QJsonDocument document =
            result.isObject() ? QJsonDocument(result.toObject()) : QJsonDocument(result.toArray());
        text = QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
    } else if (!result.isString()) {
        text = QString::fromUtf8(QJsonDocument(QJsonArray{result}).toJson(QJsonDocument::Compact)).sliced(1).chopped(1);
    }
    return text.size() <= shownMax ? text : domain::cutTo(text, shownMax) + u'…';
}

Markup ClerkPage::ofMachines(const domain::LinkView &view) const
{
    if (view.lacksResult)
        return note("plain", say(QT_TRANSLATE_NOOP("Page", "A machine could not judge this")),
                    say(QT_TRANSLATE_NOOP("Page", "When it is done, write into the note what came of it.")));
    if (!view.proposal)
        return {};
    const domain::Proposal &proposal = *view.proposal;
    const QString text = proposal.confidencePpm == domain::noConfidence
        ? say(QT_TRANSLATE_NOOP("Page", "“%1” proposes this, and does not say how sure it is:")).arg(proposal.by.value)
        : say(QT_TRANSLATE_NOOP("Page", "“%1” proposes this, and is %2 % sure of it:"))
              .arg(proposal.by.value, QString::number(qRound(proposal.confidencePpm / 10'000.0)));
    return Markup::fill(u"proposal.html"_s,
                        {{u"title"_s, say(QT_TRANSLATE_NOOP("Page", "A machine’s proposal"))},
                         {u"text"_s, text},
                         {u"result"_s, readable(proposal.result)},
                         {u"hint"_s,
                          say(QT_TRANSLATE_NOOP(
                              "Page",
                              "“It is done” approves it as it stands; your note is kept beside it. To change it, answer in "
                              "the program."))}});
}

} // namespace hmsact::api
