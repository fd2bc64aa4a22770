// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clerkpage.h"

#include "domain/walltime.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::LinkOutcome;
using domain::LinkState;
using domain::LinkVerdict;
using domain::LinkView;

namespace {

QString timeText(const LinkView &view, qint64 atMs) { return domain::wallTime(atMs, view.timeZone); }

// Of the state alone.
int statusOf(LinkState state)
{
    const bool isGone = state == LinkState::Spent || state == LinkState::Expired || state == LinkState::Withdrawn;
    return isGone ? 410 : 200;
}

int statusOf(const LinkView &view)
{
    switch (view.verdict) {
    case LinkVerdict::Accepted:
    case LinkVerdict::Closed:
        return statusOf(view.state);
    case LinkVerdict::StaleForm:
    case LinkVerdict::TooSoon:
        return 403;
    case LinkVerdict::WrongCode:
        return view.state == LinkState::Spent ? 410 : 403;
    case LinkVerdict::Refused:
        return 409;
    case LinkVerdict::NoChoice:
    case LinkVerdict::NoCode:
    case LinkVerdict::NoReason:
    case LinkVerdict::LongReason:
    case LinkVerdict::NoTime:
        return 422;
    }
    return 500;
}

constexpr const char *buttonFooter = QT_TRANSLATE_NOOP("Page", "Opening this page changes nothing. Only an answer does.");

bool isDueBefore(const LinkView &view) { return view.dueAtMs > 0 && view.dueAtMs < view.leaseExpiresAtMs; }
bool asksForCode(const LinkView &view) { return view.link.confirmation == domain::Confirmation::Code; }

Markup checkedIf(bool is) { return is ? Markup::attribute(" checked") : Markup(); }
Markup selectedIf(bool is) { return is ? Markup::attribute(" selected") : Markup(); }
Markup wrongIf(bool is) { return is ? Markup::attribute(" aria-invalid=\"true\"") : Markup(); }

const QByteArray &policy()
{
    static const QByteArray text = "default-src 'none'; style-src 'sha256-"
        + QCryptographicHash::hash(Markup::style(u"clerk.css"_s).html().toUtf8(), QCryptographicHash::Sha256).toBase64()
        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    return text;
}

} // namespace

const char *const ClerkPage::codeFooter =
    QT_TRANSLATE_NOOP("Page", "Opening this page changes nothing. Only an answer with the code does.");

ClerkPage::ClerkPage(const QString &language) : m_language(language)
{
    if (!m_translator.load(u":/i18n/hms-act_%1.qm"_s.arg(language)))
        qWarning("the catalogue of words is missing");
}

QString ClerkPage::say(const char *text) const
{
    const QString words = m_translator.translate("Page", text);
    return words.isEmpty() ? QString::fromUtf8(text) : words;
}

QString ClerkPage::say(const domain::Message &message) const
{
    const QByteArray pattern = m_translator.translate("Error", message.key).toUtf8();
    return pattern.isEmpty() ? message.english() : domain::Message{pattern.constData(), message.args}.english();
}

ClerkPage::Complaint ClerkPage::complaintOf(const LinkView &view) const
{
    const auto about = [](const char *field, const QString &text) {
        return Complaint{QString::fromLatin1(field), text};
    };
    const char *last = asksForCode(view) ? "code" : "outcome"; // of the form, where the reader goes on
    switch (view.verdict) {
    case LinkVerdict::NoChoice:
        return about("outcome", say(QT_TRANSLATE_NOOP("Page", "Choose one of the answers.")));
    case LinkVerdict::NoCode:
        return about("code", say(QT_TRANSLATE_NOOP("Page", "Type the code from the mail.")));
    case LinkVerdict::WrongCode:
        return about(
            "code",
            say(QT_TRANSLATE_NOOP("Page", "This is not the code from the mail. Tries left: %1.")).arg(view.link.triesLeft));
    case LinkVerdict::NoReason:
        return about("reason",
                     view.lacksResult ? say(QT_TRANSLATE_NOOP("Page", "Say in a few words what came of it, or why."))
                                      : say(QT_TRANSLATE_NOOP("Page", "Say why in a few words.")));
    case LinkVerdict::LongReason:
        return about("reason", say(QT_TRANSLATE_NOOP("Page", "Say it in 2000 characters at most, in plain text.")));
    case LinkVerdict::NoTime:
        return about("extend",
                     say(QT_TRANSLATE_NOOP("Page", "Choose how much more time you need: from one day to one week.")));
    case LinkVerdict::TooSoon:
        return about(last,
                     say(QT_TRANSLATE_NOOP(
                         "Page", "This came faster than anybody reads, so it was not taken. Please send it again.")));
    case LinkVerdict::StaleForm:
        return about(last,
                     say(QT_TRANSLATE_NOOP("Page", "This page had become too old. Please look at it and send it again.")));
    case LinkVerdict::Refused:
        return about("outcome", say(view.refusal.detail));
    case LinkVerdict::Accepted:
    case LinkVerdict::Closed:
        break;
    }
    return {};
}

Markup ClerkPage::note(const char *kind, const QString &title, const QString &text) const
{
    return Markup::fill(
        u"note.html"_s,
        {{u"kind"_s, QString::fromLatin1(kind)}, {u"role"_s, u"status"_s}, {u"title"_s, title}, {u"text"_s, text}});
}

Markup ClerkPage::notes(const LinkView &view, const ClerkForm &typed, const Complaint &complaint) const
{
    if (!complaint.text.isEmpty())
        return Markup::fill(u"errors.html"_s,
                            {{u"title"_s, say(QT_TRANSLATE_NOOP("Page", "Not sent yet"))},
                             {u"field"_s, complaint.field},
                             {u"text"_s, complaint.text}});
    if (typed.outcome == "more_time"_L1)
        return moreTime(view);
    if (typed.outcome != "undo"_L1)
        return {};
    if (view.verdict == LinkVerdict::Closed)
        return note("plain", say(QT_TRANSLATE_NOOP("Page", "Not taken back")),
                    say(QT_TRANSLATE_NOOP("Page", "That can no longer be taken back. The task is as it is shown here.")));
    return note("good", say(QT_TRANSLATE_NOOP("Page", "Taken back")),
                say(QT_TRANSLATE_NOOP("Page", "What you said is taken back: the task is with you again.")));
}

// When it is due the rules decide who has it.
Markup ClerkPage::moreTime(const LinkView &view) const
{
    const QString text = isDueBefore(view)
        ? say(QT_TRANSLATE_NOOP("Page",
                                "The task stays with you until %1 at the most. Its due time is %2: after that it may go to "
                                "somebody else. Your reason is in its record. When you are ready, answer here."))
              .arg(timeText(view, view.leaseExpiresAtMs), timeText(view, view.dueAtMs))
        : say(QT_TRANSLATE_NOOP("Page",
                                "The task stays with you until %1. Your reason is in its record. "
                                "When you are ready, answer here."))
              .arg(timeText(view, view.leaseExpiresAtMs));
    return note("good", say(QT_TRANSLATE_NOOP("Page", "You have more time")), text);
}

Markup ClerkPage::fact(const LinkView &view, const char *label, qint64 atMs) const
{
    if (atMs <= 0)
        return {};
    return Markup::fill(u"fact.html"_s,
                        {{u"label"_s, say(label)},
                         {u"machine"_s, QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).toString(Qt::ISODate)},
                         {u"text"_s, timeText(view, atMs)}});
}

Markup ClerkPage::facts(const LinkView &view) const
{
    return Markup::fill(
        u"facts.html"_s,
        {{u"activity_label"_s, say(QT_TRANSLATE_NOOP("Page", "Activity"))}, {u"activity"_s, view.link.activity.toString()}},
        {{u"due"_s, fact(view, QT_TRANSLATE_NOOP("Page", "Due"), view.dueAtMs)},
         {u"lease"_s,
          fact(view,
               isDueBefore(view) ? QT_TRANSLATE_NOOP("Page", "Yours until, at the most")
                                 : QT_TRANSLATE_NOOP("Page", "Yours until"),
               view.leaseExpiresAtMs)}});
}

Markup ClerkPage::fieldError(const Complaint &complaint, const char *field) const
{
    if (complaint.field != QLatin1StringView(field))
        return {};
    return Markup::fill(u"fielderror.html"_s, {{u"field"_s, complaint.field}, {u"text"_s, complaint.text}});
}

Markup ClerkPage::codeField(const LinkView &view, const Complaint &complaint, const ClerkForm &typed) const
{
    if (!asksForCode(view))
        return {};
    const bool isWrong = complaint.field == "code"_L1;
    return Markup::fill(
        u"code.html"_s,
        {{u"code_label"_s, say(QT_TRANSLATE_NOOP("Page", "Code from the mail"))},
         {u"code_hint"_s, say(QT_TRANSLATE_NOOP("Page", "Six letters and digits, on a line of their own in the mail"))},
         {u"code_described"_s, isWrong ? u"code-error code-hint"_s : u"code-hint"_s},
         {u"code"_s, typed.code}},
        {{u"code_error"_s, fieldError(complaint, "code")}, {u"code_marks"_s, wrongIf(isWrong)}});
}

Markup ClerkPage::answerForm(const LinkView &view, const ClerkForm &typed) const
{
    const Complaint complaint = complaintOf(view);
    const bool isTaken = complaint.text.isEmpty(); // then the form is for the next answer
    const ClerkForm kept = isTaken ? ClerkForm() : typed;
    const bool reasonIsWrong = complaint.field == "reason"_L1;
    const bool timeIsWrong = complaint.field == "extend"_L1;
    const bool choiceIsWrong = complaint.field == "outcome"_L1;
    const Markup choiceMarks = choiceIsWrong ? Markup::attribute(" aria-describedby=\"outcome-error\"") : Markup();
    return Markup::fill(
        u"answer.html"_s,
        {{u"heading"_s, view.taskName},
         {u"action"_s, u"?lang="_s + m_language},
         {u"nonce"_s, view.nonce},
         {u"question"_s, say(QT_TRANSLATE_NOOP("Page", "What became of it?"))},
         {u"done"_s, say(QT_TRANSLATE_NOOP("Page", "It is done"))},
         {u"decline"_s, say(QT_TRANSLATE_NOOP("Page", "I cannot do it: give it to somebody else"))},
         {u"more_time"_s, say(QT_TRANSLATE_NOOP("Page", "I need more time"))},
         {u"extend_label"_s, say(QT_TRANSLATE_NOOP("Page", "How much more time"))},
         {u"extend_hint"_s,
          say(QT_TRANSLATE_NOOP("Page",
                                "Only if you need more time. The task stays with you so long, but is due as before: then it "
                                "may go to somebody else."))},
         {u"extend_described"_s, timeIsWrong ? u"extend-error extend-hint"_s : u"extend-hint"_s},
         {u"one_day"_s, say(QT_TRANSLATE_NOOP("Page", "One day"))},
         {u"three_days"_s, say(QT_TRANSLATE_NOOP("Page", "Three days"))},
         {u"one_week"_s, say(QT_TRANSLATE_NOOP("Page", "One week"))},
         {u"reason_label"_s, say(QT_TRANSLATE_NOOP("Page", "Reason or note"))},
         {u"reason_hint"_s,
          say(QT_TRANSLATE_NOOP("Page", "Required if you cannot do it or need more time. It goes into the record."))},
         {u"reason_described"_s, reasonIsWrong ? u"reason-error reason-hint"_s : u"reason-hint"_s},
         {u"reason"_s, kept.reason},
         {u"send"_s, say(QT_TRANSLATE_NOOP("Page", "Send answer"))}},
        {{u"notes"_s, notes(view, typed, complaint)},
         {u"facts"_s, facts(view)},
         {u"machines"_s, ofMachines(view)},
         {u"outcome_marks"_s, choiceMarks},
         {u"outcome_error"_s, fieldError(complaint, "outcome")},
         {u"done_checked"_s, checkedIf(kept.outcome == "done"_L1)},
         {u"decline_checked"_s, checkedIf(kept.outcome == "decline"_L1)},
         {u"more_time_checked"_s, checkedIf(kept.outcome == "more_time"_L1)},
         {u"one_selected"_s, selectedIf(kept.days != "3"_L1 && kept.days != "7"_L1)},
         {u"three_selected"_s, selectedIf(kept.days == "3"_L1)},
         {u"seven_selected"_s, selectedIf(kept.days == "7"_L1)},
         {u"extend_error"_s, fieldError(complaint, "extend")},
         {u"extend_marks"_s, wrongIf(timeIsWrong)},
         {u"reason_error"_s, fieldError(complaint, "reason")},
         {u"reason_marks"_s, wrongIf(reasonIsWrong)},
         {u"undo_time"_s, undoTime(view, kept)},
         {u"code_field"_s, codeField(view, complaint, kept)}});
}

// More time that was given is one answer more, for a while.
Markup ClerkPage::undoTime(const LinkView &view, const ClerkForm &kept) const
{
    if (view.undoUntilMs == 0)
        return {};
    return Markup::fill(u"undotime.html"_s,
                        {{u"text"_s,
                          say(QT_TRANSLATE_NOOP("Page", "I do not need the extra time after all (until %1)"))
                              .arg(timeText(view, view.undoUntilMs))}},
                        {{u"checked"_s, checkedIf(kept.outcome == "undo"_L1)}});
}

// Where no code is typed something else must be chosen: whoever sends every form as it stands takes nothing back.
Markup ClerkPage::undoChoice(const LinkView &view) const
{
    if (asksForCode(view))
        return Markup::fill(u"undoalways.html"_s, {});
    return Markup::fill(u"undochoice.html"_s, {{u"text"_s, say(QT_TRANSLATE_NOOP("Page", "Yes, take it back"))}});
}

Markup ClerkPage::undoForm(const LinkView &view, const ClerkForm &typed) const
{
    if (view.undoUntilMs == 0)
        return {};
    Complaint complaint = complaintOf(view);
    if (complaint.field != "code"_L1)
        complaint = {};
    return Markup::fill(
        u"undo.html"_s,
        {{u"title"_s, say(QT_TRANSLATE_NOOP("Page", "Was that a slip?"))},
         {u"text"_s,
          say(QT_TRANSLATE_NOOP("Page", "Until %1 you can take it back, as long as nobody has gone on from it."))
              .arg(timeText(view, view.undoUntilMs))},
         {u"action"_s, u"?lang="_s + m_language},
         {u"nonce"_s, view.nonce},
         {u"undo"_s, say(QT_TRANSLATE_NOOP("Page", "Undo"))}},
        {{u"choice"_s, undoChoice(view)},
         {u"code_field"_s, codeField(view, complaint, complaint.text.isEmpty() ? ClerkForm() : typed)}});
}

// What there is to say where nothing is to be answered.
Markup ClerkPage::told(const LinkView &view, const ClerkForm &typed) const
{
    QString heading = view.taskName;
    QString text;
    Markup first;
    switch (view.state) {
    case LinkState::Used:
        first = view.link.outcome == LinkOutcome::Done
            ? note("good", say(QT_TRANSLATE_NOOP("Page", "Done")),
                   say(QT_TRANSLATE_NOOP("Page", "You marked this task as done on %1. Thank you."))
                       .arg(timeText(view, view.link.answeredAtMs)))
            : note("good", say(QT_TRANSLATE_NOOP("Page", "Given back")),
                   say(QT_TRANSLATE_NOOP("Page", "You said on %1 that you cannot do this task. It is no longer with you."))
                       .arg(timeText(view, view.link.answeredAtMs)));
        break;
    case LinkState::OnHold:
        text = say(QT_TRANSLATE_NOOP(
            "Page",
            "This task is on hold. There is nothing to do now; when it goes on, you get another mail with a new link."));
        break;
    case LinkState::Spent:
        text = say(QT_TRANSLATE_NOOP(
            "Page",
            "The code was wrong five times, so this link has ended. Answer in the program, or ask your supervisor."));
        break;
    case LinkState::Expired:
        text = say(QT_TRANSLATE_NOOP("Page", "This link has expired. Answer in the program, or ask your supervisor."));
        break;
    case LinkState::Withdrawn:
    case LinkState::Open:
        text = say(QT_TRANSLATE_NOOP("Page", "This task is no longer with you. There is nothing to do."));
        break;
    }
    const Complaint complaint = complaintOf(view);
    Markup said = first;
    if (!complaint.text.isEmpty() && view.state == LinkState::Used) {
        Complaint shown = complaint;
        shown.field = asksForCode(view) ? u"code"_s : u"outcome"_s;
        said = notes(view, typed, shown);
        said += first;
    }
    if (statusOf(view.state) == 410)
        heading = say(QT_TRANSLATE_NOOP("Page", "This link is no longer good"));
    return Markup::fill(u"told.html"_s, {{u"heading"_s, heading}},
                        {{u"notes"_s, said},
                         {u"text"_s, text.isEmpty() ? Markup() : Markup::fill(u"paragraph.html"_s, {{u"text"_s, text}})},
                         {u"facts"_s, statusOf(view.state) == 410 ? Markup() : facts(view)},
                         {u"more"_s, undoForm(view, typed)}});
}

HttpResponse ClerkPage::of(const LinkView &view, const ClerkForm *typed) const
{
    const ClerkForm form = typed ? *typed : ClerkForm();
    const int status = statusOf(view);
    const Markup main = view.state == LinkState::Open ? answerForm(view, form) : told(view, form);
    QString title = status == 410 ? say(QT_TRANSLATE_NOOP("Page", "This link is no longer good")) : view.taskName;
    if (!complaintOf(view).text.isEmpty() && status != 410)
        title = say(QT_TRANSLATE_NOOP("Page", "Not sent yet")) + u": "_s + title;
    return page(status, title, main, asksForCode(view) ? codeFooter : buttonFooter);
}

HttpResponse ClerkPage::page(int status, const QString &title, const Markup &main, const char *footer) const
{
    const bool isSpanish = m_language == "es"_L1;
    const QString other = isSpanish ? u"en"_s : u"es"_s;
    const Markup change = Markup::fill(
        u"switch.html"_s,
        {{u"href"_s, u"?lang="_s + other}, {u"lang"_s, other}, {u"name"_s, isSpanish ? u"English"_s : u"Español"_s}});
    const Markup whole = Markup::fill(
        u"page.html"_s, {{u"lang"_s, m_language}, {u"title"_s, title + u" – HMS-ACT"_s}, {u"footer"_s, say(footer)}},
        {{u"style"_s, Markup::style(u"clerk.css"_s)}, {u"switch"_s, change}, {u"main"_s, main}});
    HttpResponse answer;
    answer.status = status;
    answer.contentType = clerkPageType;
    answer.body = whole.html().toUtf8();
    answer.fields = {{"Content-Security-Policy", policy()},
                     {"Content-Language", m_language.toLatin1()},
                     {"Referrer-Policy", "no-referrer"},
                     {"X-Frame-Options", "DENY"},
                     {"X-Robots-Tag", "noindex, nofollow"},
                     {"Cross-Origin-Opener-Policy", "same-origin"},
                     {"Cross-Origin-Resource-Policy", "same-origin"},
                     {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"}};
    return answer;
}

} // namespace hmsact::api
