// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/sender.h"

#include <QHostAddress>

namespace hmsact::notify {

Verdict brokenOff(const Transfer &transfer)
{
    return {Verdict::Kind::Retry, QString::fromUtf8(curl_easy_strerror(transfer.result)), 0};
}

Verdict judgeHttp(const Transfer &transfer)
{
    if (transfer.result != CURLE_OK)
        return brokenOff(transfer);
    const long status = transfer.status();
    if (status >= 200 && status < 300)
        return {};
    // A password that has run out is the installation's, and no message is the worse for it.
    const bool isDenied = status == 401 || status == 402 || status == 403;
    const bool passes = isDenied || status == 408 || status == 425 || status == 429 || status >= 500;
    return {passes ? Verdict::Kind::Retry : Verdict::Kind::Dead, QStringLiteral("HTTP status %1").arg(status),
            transfer.retryAfterMs()};
}

Verdict judgeConfigured(const Transfer &transfer)
{
    Verdict verdict = judgeHttp(transfer);
    if (transfer.result == CURLE_OK && transfer.status() == 404)
        verdict.kind = Verdict::Kind::Retry;
    return verdict;
}

Verdict Sender::judge(const Transfer &transfer) const { return judgeHttp(transfer); }

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1StringView("localhost") || QHostAddress(url.host()).isLoopback();
}

} // namespace hmsact::notify
