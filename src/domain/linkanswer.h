// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/link.h"
#include "domain/notification.h"

// What is asked and said about links: by the page of a link, and by whoever looks after them. See command.h and query.h.
namespace hmsact::domain {

enum class LinkAction { Done, Decline, MoreTime, Undo }; // what is chosen on the page
[[nodiscard]] QLatin1StringView toString(LinkAction); // "more_time"
[[nodiscard]] std::optional<LinkAction> linkActionFrom(QAnyStringView);

// Why an answer was not taken. Closed: the state says why. Refused: the task does not allow it, `refusal` says why.
enum class LinkVerdict {
    Accepted,
    Closed,
    NoChoice,
    StaleForm,
    TooSoon,
    NoCode,
    NoTime,
    NoReason,
    LongReason,
    WrongCode,
    Refused
};

struct Proposal { // of a machine, that whoever answers decides about
    WorkerId by;
    int confidencePpm = noConfidence;
    QJsonValue result;
};

struct LinkView {
    Link link;
    LinkState state = LinkState::Withdrawn;
    QString taskName;
    QString language; // of its worker; empty: not known
    QString timeZone; // of its worker's calendar; empty: UTC
    TaskState taskState = TaskState::Cancelled;
    qint64 dueAtMs = 0; // 0: none
    qint64 leaseExpiresAtMs = 0;
    qint64 undoUntilMs = 0; // 0: cannot be undone
    std::optional<Proposal> proposal;
    bool lacksResult = false; // a machine could not judge: who says that it is done says what came of it
    QString nonce; // of this rendering
    LinkVerdict verdict = LinkVerdict::Accepted; // of an answer
    Error refusal;
};

struct GetLink { // NotFound for one that is forged
    using Answer = LinkView;
    QString signedText;
    qint64 realNowMs = 0; // machines and people are told apart by real time, also where the core's clock is turned by hand
};

struct ListLinks { // of a task, newest first
    using Answer = std::vector<LinkView>;
    ActivityId activity;
    QString task;
};

struct NoteLink { // that it was opened; nothing of the task changes
    using Answer = Done;
    LinkId link;
    qint64 agent = 0;
    bool isHead = false;
};

struct AnswerLink { // NotFound for one that is forged; else the view says what came of it
    using Answer = LinkView;
    QString signedText;
    std::optional<LinkAction> action;
    QString code; // not looked at where the button is enough
    QString reason; // of decline and more_time: required; of done: a note that is kept as the result, or beside a proposal
    qint64 extendMs = limits::msPerDay; // of more_time
    QString nonce;
    qint64 realNowMs = 0;
};

// What is wrong with an answer, before the task is asked; Accepted: nothing.
[[nodiscard]] LinkVerdict judge(const AnswerLink &said, const LinkView &view, const QByteArray &key);

} // namespace hmsact::domain
