// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/limits.h"
#include "domain/result.h"
#include "domain/task.h"

// The link in a clerk's mail: it lets one worker answer for one task, under one lease, for a while. All that is secret about it
// is made anew from the installation's key whenever it is needed, so that no table and no backup holds a code.
namespace hmsact::domain {

enum class LinkOutcome { None, Done, Decline };
[[nodiscard]] QLatin1StringView toString(LinkOutcome);
[[nodiscard]] std::optional<LinkOutcome> linkOutcomeFrom(QAnyStringView);

// What was seen of it. Signs of a machine, which opens every link of a mail: "head", "early" (seconds after it was made),
// "agents" (several programs), "no_code", "too_soon" (answered faster than anybody reads).
struct LinkTraces {
    qint64 openedAtMs = 0; // first
    int opens = 0;
    qint64 agent = 0; // a hash of the first program that opened it
    QStringList signs;
    qint64 signedAtMs = 0; // when the last new sign was seen
    bool operator==(const LinkTraces &) const = default;
};

// A row; times are milliseconds UTC of the core's clock.
struct Link {
    LinkId id;
    TaskId task;
    ActivityId activity;
    WorkerId worker;
    qint64 epoch = 0; // of the lease that it is good for: the one that runs, or the next
    qint64 madeAtMs = 0;
    qint64 expiresAtMs = 0;
    int triesLeft = limits::linkTries;
    Confirmation confirmation = Confirmation::Code; // what its intent wanted when it was made
    LinkOutcome outcome = LinkOutcome::None;
    qint64 answeredAtMs = 0;
    LinkTraces traces;
    bool isLatest = true; // of its worker for its task; read only
};

// Open: good. OnHold: its task is; when that goes on, another mail brings another link. Used: answered. Spent: too many wrong
// codes. Withdrawn: the task has left the worker.
enum class LinkState { Open, OnHold, Used, Spent, Expired, Withdrawn };
[[nodiscard]] QLatin1StringView toString(LinkState);

// Told from the task as it is; nobody has to withdraw anything. nullptr: the task is gone.
[[nodiscard]] LinkState stateOf(const Link &link, const Task *task, qint64 nowMs);
// Until when what was answered may be taken back; 0: it may not.
[[nodiscard]] qint64 undoUntilMs(const Link &link, const Task *task, qint64 nowMs);

[[nodiscard]] QString signedText(const QByteArray &key, const Link &link); // what follows "/t/"
[[nodiscard]] std::optional<LinkId> linkIn(QStringView signedText); // which link it claims to be
[[nodiscard]] bool isSignedText(QStringView text, const QByteArray &key, const Link &link);
// What is typed where the page asks for a code.
[[nodiscard]] QString codeOf(const QByteArray &key, const Link &link); // six characters, at least one digit
[[nodiscard]] bool isCode(QStringView typed, const QByteArray &key, const Link &link); // case and blanks do not matter

// The mark of one rendering of the page, and when that was; nothing for one that is not this link's.
[[nodiscard]] QString nonceOf(const QByteArray &key, const Link &link, qint64 renderedAtMs);
[[nodiscard]] std::optional<qint64> renderedAtMs(QStringView nonce, const QByteArray &key, const Link &link);

void opened(Link &link, qint64 agent, bool isHead, qint64 nowMs);
void seenAsMachine(Link &link, QLatin1StringView sign, qint64 nowMs);

} // namespace hmsact::domain
