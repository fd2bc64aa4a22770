// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/linkanswer.h"

#include "domain/enumtext.h"
#include "domain/textrules.h"

namespace hmsact::domain {

namespace {

constexpr auto actions = enumTexts<LinkAction>("done", "decline", "more_time", "undo");

bool isReasonFit(const QString &reason)
{
    FieldErrors errors;
    checkProse(errors, QStringLiteral("/reason"), reason, limits::reasonMax, Emptiness::Allowed);
    return errors.isEmpty();
}

} // namespace

QLatin1StringView toString(LinkAction value) { return actions.text(value); }
std::optional<LinkAction> linkActionFrom(QAnyStringView text) { return actions.value(text); }

// What is missing is said before the code is looked at: that costs no try.
LinkVerdict judge(const AnswerLink &said, const LinkView &view, const QByteArray &key)
{
    const bool undoes = said.action == LinkAction::Undo;
    if (undoes ? view.undoUntilMs == 0 : view.state != LinkState::Open) {
        return LinkVerdict::Closed;
    }
    if (!said.action) {
        return LinkVerdict::NoChoice;
    }
    const std::optional<qint64> rendered = renderedAtMs(said.nonce, key, view.link);
    if (!rendered || said.realNowMs - *rendered > limits::linkFormMs) {
        return LinkVerdict::StaleForm;
    }
    if (said.realNowMs - *rendered < limits::linkReadingMs) {
        return LinkVerdict::TooSoon;
    }
    const bool wantsCode = view.link.confirmation == Confirmation::Code;
    if (wantsCode && said.code.trimmed().isEmpty()) {
        return LinkVerdict::NoCode;
    }
    const bool isTimeFit = said.extendMs >= limits::leaseMinMs && said.extendMs <= limits::leaseMaxMs;
    if (said.action == LinkAction::MoreTime && !isTimeFit) {
        return LinkVerdict::NoTime;
    }
    const bool needsReason = said.action == LinkAction::Decline || said.action == LinkAction::MoreTime
        || (said.action == LinkAction::Done && view.lacksResult);
    if (needsReason && said.reason.trimmed().isEmpty()) {
        return LinkVerdict::NoReason;
    }
    if (!isReasonFit(said.reason)) {
        return LinkVerdict::LongReason;
    }
    return !wantsCode || isCode(said.code, key, view.link) ? LinkVerdict::Accepted : LinkVerdict::WrongCode;
}

} // namespace hmsact::domain
