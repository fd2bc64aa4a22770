// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timetext.h"

#include "domain/limits.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetrics>
#include <QLocale>

namespace hmsact::console {

using namespace domain::limits;
using domain::SlaState;

static QString timeWord(const char *text, int n = -1) { return QCoreApplication::translate("Time", text, nullptr, n); }

QString spanText(qint64 ms)
{
    const qint64 s = std::abs(ms) / msPerSecond;
    const auto two = [](const char *both, const char *alone, qint64 big, qint64 small) {
        return small > 0 ? timeWord(both).arg(big).arg(small) : timeWord(alone).arg(big);
    };
    if (s >= 2 * 86400)
        return two(QT_TRANSLATE_NOOP("Time", "%1 d %2 h"), QT_TRANSLATE_NOOP("Time", "%1 d"), s / 86400, s % 86400 / 3600);
    if (s >= 3600)
        return two(QT_TRANSLATE_NOOP("Time", "%1 h %2 min"), QT_TRANSLATE_NOOP("Time", "%1 h"), s / 3600, s % 3600 / 60);
    if (s >= 600)
        return timeWord(QT_TRANSLATE_NOOP("Time", "%1 min")).arg(s / 60);
    if (s >= 60)
        return two(QT_TRANSLATE_NOOP("Time", "%1 min %2 s"), QT_TRANSLATE_NOOP("Time", "%1 min"), s / 60, s % 60);
    return timeWord(QT_TRANSLATE_NOOP("Time", "%1 s")).arg(s);
}

QString lengthText(qint64 ms)
{
    const std::pair<qint64, const char *> units[] = {{86400, QT_TRANSLATE_NOOP("Time", "%1 d")},
                                                     {3600, QT_TRANSLATE_NOOP("Time", "%1 h")},
                                                     {60, QT_TRANSLATE_NOOP("Time", "%1 min")},
                                                     {1, QT_TRANSLATE_NOOP("Time", "%1 s")}};
    QStringList parts;
    qint64 s = ms / msPerSecond;
    for (const auto &[seconds, text] : units) {
        if (s >= seconds || (seconds == 1 && parts.isEmpty()))
            parts << timeWord(text).arg(s / seconds);
        s %= seconds;
    }
    return parts.join(u' ');
}

QString countdownText(SlaState state, qint64 dueAtMs, qint64 nowMs)
{
    switch (state) {
    case SlaState::None:
        return QStringLiteral("–");
    case SlaState::Paused:
        return timeWord(QT_TRANSLATE_NOOP("Time", "paused"));
    case SlaState::Met:
        return timeWord(QT_TRANSLATE_NOOP("Time", "met"));
    case SlaState::Breached:
        return QChar(0x2212) + spanText(nowMs - dueAtMs);
    case SlaState::OnTrack:
    case SlaState::DueSoon:
    case SlaState::AtRisk:
        break;
    }
    return spanText(dueAtMs - nowMs);
}

QString agoText(qint64 atMs, qint64 nowMs)
{
    if (atMs == 0)
        return timeWord(QT_TRANSLATE_NOOP("Time", "never"));
    if (nowMs - atMs < 5 * msPerSecond)
        return timeWord(QT_TRANSLATE_NOOP("Time", "just now"));
    return timeWord(QT_TRANSLATE_NOOP("Time", "%1 ago")).arg(spanText(nowMs - atMs));
}

QString instantText(qint64 atMs, qint64 nowMs)
{
    if (atMs == 0)
        return QStringLiteral("–");
    const QLocale locale;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs);
    const QString time = locale.toString(at.time(), QStringLiteral("HH:mm"));
    if (at.date() == now.date())
        return time;
    const QString day = at.date().year() == now.date().year() ? QStringLiteral("ddd d MMM") : QStringLiteral("d MMM yyyy");
    return timeWord(QT_TRANSLATE_NOOP("Time", "%1, %2")).arg(locale.toString(at.date(), day), time);
}

int instantWidth(const QFontMetrics &metrics)
{
    constexpr int days = 366; // every name of a day with every name of a month
    const qint64 firstMs = QDateTime(QDate(2028, 1, 1), QTime(20, 48)).toMSecsSinceEpoch();
    int widest = 0;
    for (int day = 0; day < days; ++day) {
        const qint64 nowMs = firstMs + (day < days / 2 ? days - 1 : 0) * msPerDay; // of the same year
        widest = std::max(widest, metrics.horizontalAdvance(instantText(firstMs + day * msPerDay, nowMs)));
    }
    return widest;
}

QString fullInstantText(qint64 atMs)
{
    return atMs == 0
        ? QString()
        : QLocale().toString(QDateTime::fromMSecsSinceEpoch(atMs), QStringLiteral("dddd d MMMM yyyy, HH:mm:ss t"));
}

} // namespace hmsact::console
