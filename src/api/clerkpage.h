// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http.h"
#include "api/markup.h"
#include "domain/linkanswer.h"

#include <QTranslator>

namespace hmsact::api {

// What somebody typed on the page of a link; kept when something is missing.
struct ClerkForm {
    QString outcome;
    QString code;
    QString reason;
    QString days;
    QString nonce;
};

inline constexpr char clerkPageType[] = "text/html; charset=utf-8";

// The page of a link from a mail, in one language: plain forms, no script, nothing from elsewhere. Belongs to the server's
// thread.
class ClerkPage
{
public:
    explicit ClerkPage(const QString &language); // "en" or "es"

    // The state of a link, and what came of an answer when one was given.
    [[nodiscard]] HttpResponse of(const domain::LinkView &view, const ClerkForm *typed = nullptr) const;
    // Instead of a link, whatever was wrong with the request: what to do now, in plain words.
    [[nodiscard]] HttpResponse refusal(int status) const;

private:
    struct Complaint {
        QString field; // the element that it is about
        QString text;
    };
    [[nodiscard]] QString say(const char *text) const;
    [[nodiscard]] QString say(const domain::Message &message) const;
    [[nodiscard]] Complaint complaintOf(const domain::LinkView &view) const;
    [[nodiscard]] Markup answerForm(const domain::LinkView &view, const ClerkForm &typed) const;
    [[nodiscard]] Markup told(const domain::LinkView &view, const ClerkForm &typed) const;
    [[nodiscard]] Markup undoForm(const domain::LinkView &view, const ClerkForm &typed) const;
    [[nodiscard]] Markup undoTime(const domain::LinkView &view, const ClerkForm &kept) const;
    [[nodiscard]] Markup undoChoice(const domain::LinkView &view) const;
    [[nodiscard]] Markup codeField(const domain::LinkView &view, const Complaint &complaint, const ClerkForm &typed) const;
    [[nodiscard]] Markup notes(const domain::LinkView &view, const ClerkForm &typed, const Complaint &complaint) const;
    [[nodiscard]] Markup note(const char *kind, const QString &title, const QString &text) const;
    [[nodiscard]] Markup moreTime(const domain::LinkView &view) const;
    [[nodiscard]] Markup facts(const domain::LinkView &view) const;
    [[nodiscard]] Markup ofMachines(const domain::LinkView &view) const; // what one proposes, or has left open
    [[nodiscard]] Markup fact(const domain::LinkView &view, const char *label, qint64 atMs) const;
    [[nodiscard]] Markup fieldError(const Complaint &complaint, const char *field) const;
    [[nodiscard]] HttpResponse page(int status, const QString &title, const Markup &main, const char *footer) const;

    static const char *const codeFooter;
    QString m_language;
    QTranslator m_translator;
};

} // namespace hmsact::api
