// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clerkpages.h"
#include "api/form.h"
#include "api/routes.h"
#include "api/server.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

// The pages behind the links in mail: /t/{signed}. GET and HEAD look; POST answers, with the code from the mail where the page
// asks for one.
namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::LinkView;
using domain::Result;

namespace {

// Which program asks, as a number that tells nothing about it.
qint64 agentOf(const HttpHead &head)
{
    const QByteArray hash = QCryptographicHash::hash(head.field("User-Agent"), QCryptographicHash::Sha256);
    return qFromBigEndian<qint64>(hash.constData());
}

// A form on somebody else's page sends it here; the answer's own page is of this origin, or says nothing of where it is from.
bool isFromElsewhere(const HttpHead &head)
{
    const QByteArray site = head.field("Sec-Fetch-Site");
    return !site.isEmpty() && site != "same-origin" && site != "none";
}

std::optional<ClerkForm> formIn(const QByteArray &body)
{
    const auto values = formFields(body);
    if (!values)
        return {};
    ClerkForm form;
    const std::pair<QLatin1StringView, QString *> fields[] = {{"outcome"_L1, &form.outcome},
                                                              {"code"_L1, &form.code},
                                                              {"reason"_L1, &form.reason},
                                                              {"extend"_L1, &form.days},
                                                              {"nonce"_L1, &form.nonce}};
    QStringList seen;
    for (const auto &[name, value] : *values) {
        const auto field = std::ranges::find_if(fields, [&name = name](const auto &one) { return name == one.first; });
        if (field == std::end(fields))
            continue;
        if (seen.contains(name)) // nobody knows which of them is meant
            return {};
        seen.append(name);
        *field->second = value;
    }
    form.reason.replace("\r\n"_L1, "\n"_L1);
    return form;
}

// Belongs to the server's thread, as do the pages it makes.
class ClerkDesk : public std::enable_shared_from_this<ClerkDesk>
{
public:
    ClerkDesk(engine::Core &core, const Loop &loop, const ApiSettings &settings, std::shared_ptr<ClerkPages> pages)
        : m_core(core), m_loop(loop), m_pages(std::move(pages)), m_realNowMs(settings.realNowMs)
    {
        if (!m_realNowMs)
            m_realNowMs = [] {
                return engine::SystemClock().nowMs();
            };
    }

    void show(const std::shared_ptr<const Input> &input, const HttpReply &reply)
    {
        look(input, [self = shared_from_this(), input, reply](const Result<LinkView> &view) {
            reply.send(self->told(*input, view));
            if (view && view->state == domain::LinkState::Open)
                self->note(*input, view->link.id);
        });
    }

    void take(const std::shared_ptr<const Input> &input, const HttpReply &reply)
    {
        const auto form = formIn(input->http.body);
        if (!isForm(input->http.head) || !form)
            return reply.send(pageFor(*input).refusal(isForm(input->http.head) ? 400 : 415));
        if (isFromElsewhere(input->http.head)) {
            return look(input, [self = shared_from_this(), input, reply, form](Result<LinkView> view) {
                if (view)
                    view->verdict = domain::LinkVerdict::StaleForm;
                reply.send(self->told(*input, view, &*form));
            });
        }
        domain::AnswerLink command;
        command.signedText = signedTextOf(*input);
        command.action = domain::linkActionFrom(form->outcome);
        command.code = form->code;
        command.reason = form->reason;
        if (!form->days.isEmpty())
            command.extendMs = form->days.toInt() * domain::limits::msPerDay; // 0: no number
        command.nonce = form->nonce;
        command.realNowMs = m_realNowMs();
        m_core.submit({std::move(command), domain::Actor::engine(), {}},
                      [self = shared_from_this(), input, reply, form](domain::Reply answer) {
                          self->m_loop.post([self, input, reply, form, result = std::move(answer.result)] {
                              reply.send(self->told(*input, viewIn(result), &*form));
                          });
                      });
    }

private:
    static QString signedTextOf(const Input &input) { return input.path.value(u"signed"_s); }

    template <class Answer>
    static Result<LinkView> viewIn(const Result<Answer> &answer)
    {
        if (!answer)
            return answer.error();
        return std::get<LinkView>(*answer);
    }

    void look(const std::shared_ptr<const Input> &input, std::function<void(Result<LinkView>)> then)
    {
        m_core.ask(domain::GetLink{signedTextOf(*input), m_realNowMs()},
                   [loop = m_loop, then = std::move(then)](const Result<domain::QueryAnswer> &answer) {
                       loop.post([then, view = viewIn(answer)] { then(view); });
                   });
    }

    // Beside the answer: whether it can be written down or not, the page is the same.
    void note(const Input &input, domain::LinkId link)
    {
        m_core.submit({domain::NoteLink{link, agentOf(input.http.head), input.http.head.method == "HEAD"},
                       domain::Actor::engine(),
                       {}},
                      [](const domain::Reply &) {});
    }

    HttpResponse told(const Input &input, const Result<LinkView> &view, const ClerkForm *form = nullptr)
    {
        if (view)
            return pageFor(input, view->language).of(*view, form);
        return pageFor(input).refusal(view.error().code == domain::ErrorCode::NotFound ? 404 : 503);
    }

    const ClerkPage &pageFor(const Input &input, const QString &languageOfWorker = {})
    {
        return m_pages->in(ClerkPages::languageFor(input.http.head, input.query, languageOfWorker));
    }

    engine::Core &m_core;
    Loop m_loop;
    std::shared_ptr<ClerkPages> m_pages;
    std::function<qint64()> m_realNowMs;
};

} // namespace

void addClerkRoutes(Routes &routes, engine::Core &core, const Loop &loop, const ApiSettings &settings,
                    std::shared_ptr<ClerkPages> pages)
{
    const auto desk = std::make_shared<ClerkDesk>(core, loop, settings, std::move(pages));
    const PathTemplate path(u"/t/{signed}"_s);
    const QString tag = u"The clerk's page"_s;
    const std::vector<Parameter> language{
        {.name = u"lang"_s,
         .description = u"Of the page; left out: the worker's, or what the browser asks for"_s,
         .values = {u"en"_s, u"es"_s}}};
    routes.push_back({.method = "GET",
                      .path = path,
                      .role = {},
                      .action = Serve([desk](const std::shared_ptr<const Input> &input, const HttpReply &reply) {
                          desk->show(input, reply);
                      }),
                      .tag = tag,
                      .summary = u"The page behind the link in a mail; it changes nothing"_s,
                      .mediaType = QString::fromLatin1(clerkPageType),
                      .pages = {404, 410, 503},
                      .query = language});
    routes.push_back({.method = "POST",
                      .path = path,
                      .role = {},
                      .action = Serve([desk](const std::shared_ptr<const Input> &input, const HttpReply &reply) {
                          desk->take(input, reply);
                      }),
                      .tag = tag,
                      .summary = u"Answers: outcome (done, decline, more_time, undo), code, reason, nonce; extend in days"_s,
                      .mediaType = QString::fromLatin1(clerkPageType),
                      .pages = {403, 404, 409, 410, 422, 503},
                      .body = Body::Raw,
                      .bodyType = formType,
                      .query = language,
                      .bodyLimit = domain::limits::linkBodyBytesMax});
}

} // namespace hmsact::api
