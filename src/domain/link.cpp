// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/link.h"

#include "domain/enumtext.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QtEndian>

namespace hmsact::domain {

namespace {

constexpr auto outcomes = enumTexts<LinkOutcome>("none", "done", "decline");
constexpr auto linkStates = enumTexts<LinkState>("open", "on_hold", "used", "spent", "expired", "withdrawn");
constexpr QByteArray::Base64Options asText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr QLatin1StringView alphabet("23456789ABCDEFGHJKMNPQRSTVWXYZ"); // none is taken for another
constexpr int codeDigits = 8; // the first of them
constexpr int codeLength = 6;
constexpr qsizetype numberBytes = 8;
constexpr qsizetype macBytes = 24; // 192 bits: nobody guesses them

QByteArray bytesOf(qint64 number)
{
    QByteArray bytes(numberBytes, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

qint64 numberIn(const QByteArray &bytes) { return qFromBigEndian<qint64>(bytes.constData()); }

// One key, several purposes: no text of one is ever good for another.
QByteArray mac(const QByteArray &key, const char *purpose, const Link &link, const QByteArray &more = {})
{
    const QByteArray text = QByteArray(purpose) + '\n' + bytesOf(link.id.value) + bytesOf(link.task.value)
        + bytesOf(link.madeAtMs) + link.worker.value.toUtf8() + '\n' + more;
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

// In a time that does not tell how much of it was right.
bool isSame(const QByteArray &one, const QByteArray &other)
{
    if (one.size() != other.size()) {
        return false;
    }
    int difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i) {
        difference |= one[i] ^ other[i];
    }
    return difference == 0;
}

// Of a number and its mac; nothing for what is of another length or no base 64.
std::optional<QByteArray> bytesIn(QStringView text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), asText | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != numberBytes + macBytes
        || decoded.decoded.toBase64(asText) != text.toLatin1()) { // one text for each, not several
        return {};
    }
    return decoded.decoded;
}

QString sealed(qint64 number, const QByteArray &seal)
{
    return QString::fromLatin1((bytesOf(number) + seal.first(macBytes)).toBase64(asText));
}

} // namespace

QLatin1StringView toString(LinkOutcome value) { return outcomes.text(value); }
std::optional<LinkOutcome> linkOutcomeFrom(QAnyStringView text) { return outcomes.value(text); }
QLatin1StringView toString(LinkState value) { return linkStates.text(value); }

LinkState stateOf(const Link &link, const Task *task, qint64 nowMs)
{
    if (link.outcome != LinkOutcome::None) {
        return LinkState::Used;
    }
    if (link.triesLeft <= 0) {
        return LinkState::Spent;
    }
    if (!task || !link.isLatest || task->worker != link.worker) {
        return LinkState::Withdrawn;
    }
    const bool isRunning = task->state == TaskState::InProgress && task->leaseEpoch == link.epoch;
    const bool isOffered = task->state == TaskState::Pending && task->leaseEpoch + 1 == link.epoch;
    const bool isHeld =
        task->state == TaskState::OnHold && (task->leaseEpoch == link.epoch || task->leaseEpoch + 1 == link.epoch);
    if (!isRunning && !isOffered && !isHeld) {
        return LinkState::Withdrawn;
    }
    if (nowMs >= link.expiresAtMs) {
        return LinkState::Expired;
    }
    return isHeld ? LinkState::OnHold : LinkState::Open;
}

qint64 undoUntilMs(const Link &link, const Task *task, qint64 nowMs)
{
    if (link.triesLeft <= 0) { // wrong codes end it, used or not
        return 0;
    }
    const bool isDone = link.outcome == LinkOutcome::Done && task && task->state == TaskState::Completed
        && task->review == Review::None && task->worker == link.worker && task->endedAtMs == link.answeredAtMs;
    const bool isGivenBack = link.outcome == LinkOutcome::Decline && task && task->state == TaskState::Pending
        && task->leaseEpoch == link.epoch; // nobody has begun since
    return (isDone || isGivenBack) && nowMs <= link.answeredAtMs + limits::undoMs ? link.answeredAtMs + limits::undoMs : 0;
}

QString signedText(const QByteArray &key, const Link &link) { return sealed(link.id.value, mac(key, "link", link)); }

std::optional<LinkId> linkIn(QStringView signedText)
{
    const auto bytes = bytesIn(signedText);
    return bytes ? std::optional(LinkId{numberIn(*bytes)}) : std::nullopt;
}

bool isSignedText(QStringView text, const QByteArray &key, const Link &link)
{
    return isSame(text.toLatin1(), signedText(key, link).toLatin1());
}

QString codeOf(const QByteArray &key, const Link &link)
{
    const QByteArray seal = mac(key, "code", link);
    const auto take = [&](int i, int count) {
        return qFromBigEndian<quint32>(seal.constData() + 4 * i) % quint32(count);
    };
    QString code;
    for (int i = 0; i < codeLength; ++i) {
        code += alphabet[take(i, int(alphabet.size()))];
    }
    if (std::none_of(code.begin(), code.end(), [](QChar c) { return c.isDigit(); })) {
        code[qsizetype(take(codeLength, codeLength))] = alphabet[take(codeLength + 1, codeDigits)];
    }
    return code;
}

bool isCode(QStringView typed, const QByteArray &key, const Link &link)
{
    QByteArray plain;
    for (const QChar c : typed) {
        if (!c.isSpace() && c != u'-') {
            plain += QString(c).toUpper().toUtf8();
        }
    }
    return isSame(plain, codeOf(key, link).toLatin1());
}

QString nonceOf(const QByteArray &key, const Link &link, qint64 renderedAtMs)
{
    return sealed(renderedAtMs, mac(key, "page", link, bytesOf(renderedAtMs)));
}

std::optional<qint64> renderedAtMs(QStringView nonce, const QByteArray &key, const Link &link)
{
    const auto bytes = bytesIn(nonce);
    if (!bytes) {
        return {};
    }
    const qint64 atMs = numberIn(*bytes);
    return isSame(nonce.toLatin1(), nonceOf(key, link, atMs).toLatin1()) ? std::optional(atMs) : std::nullopt;
}

void opened(Link &link, qint64 agent, bool isHead, qint64 nowMs)
{
    LinkTraces &traces = link.traces;
    if (isHead) {
        return seenAsMachine(link, QLatin1StringView("head"), nowMs);
    }
    if (traces.opens == 0) {
        traces.openedAtMs = nowMs;
        traces.agent = agent;
    }
    traces.opens = std::min(traces.opens + 1, limits::linkOpensMax);
    if (traces.agent != agent) {
        seenAsMachine(link, QLatin1StringView("agents"), nowMs);
    }
    if (nowMs - link.madeAtMs < limits::linkEarlyMs) {
        seenAsMachine(link, QLatin1StringView("early"), nowMs);
    }
}

void seenAsMachine(Link &link, QLatin1StringView sign, qint64 nowMs)
{
    if (link.traces.signs.contains(sign)) {
        return;
    }
    link.traces.signs.append(QString(sign));
    link.traces.signedAtMs = nowMs;
}

} // namespace hmsact::domain
