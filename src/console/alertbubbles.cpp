// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/alertbubbles.h"

#include "console/alertmodel.h"

#include <algorithm>

namespace hmsact::console {

using domain::Alert;

static const QString digestKey = QStringLiteral("digest");

AlertBubbles::AlertBubbles(QDBusConnection bus, QObject *parent) : QObject(parent), m_desktop(std::move(bus))
{
    connect(&m_desktop, &DesktopNotifications::actionInvoked, this, &AlertBubbles::onAction);
}

QString AlertBubbles::keyOf(const Alert &alert)
{
    return alert.task.isNull() ? alert.activity.toString() : alert.task.toString();
}

static bool isUrgent(const std::vector<Alert> &alerts)
{
    return std::ranges::any_of(alerts,
                               [](const Alert &alert) { return alertSlaState(alert) == domain::SlaState::Breached; });
}

static QString subject(const Alert &alert) { return alert.taskName.isEmpty() ? alert.intent : alert.taskName; }

Bubble AlertBubbles::bubbleOf(const Told &alerts)
{
    const Alert &newest = alerts.front();
    Bubble bubble;
    bubble.title = tr("%1: %2").arg(alertText(newest.kind), subject(newest));
    QStringList lines{tr("Activity %1 (%2)").arg(newest.activity.toString(), newest.intent)};
    for (size_t i = 1; i < alerts.size(); ++i)
        lines << alertText(alerts[i].kind);
    bubble.body = lines.join(u'\n');
    bubble.isUrgent = console::isUrgent(alerts);
    bubble.actions = {QStringLiteral("default"),     tr("Open"),       QStringLiteral("open"), tr("Open"),
                      QStringLiteral("acknowledge"), tr("Acknowledge")};
    return bubble;
}

Bubble AlertBubbles::digestOf(const std::map<QString, Told> &many)
{
    constexpr int namedMax = 5;
    int count = 0;
    std::vector<std::pair<QString, int>> names; // and how many are called so
    Bubble bubble;
    for (const auto &[key, alerts] : many) {
        count += int(alerts.size());
        bubble.isUrgent |= console::isUrgent(alerts);
        const QString name = tr("%1: %2").arg(alertText(alerts.front().kind), subject(alerts.front()));
        const auto same = std::ranges::find(names, name, &std::pair<QString, int>::first);
        if (same == names.end())
            names.emplace_back(name, 1);
        else
            ++same->second;
    }
    QStringList lines;
    int others = 0;
    for (const auto &[name, times] : names) {
        if (lines.size() < namedMax)
            lines << (times == 1 ? name : tr("%1 (%2 ×)").arg(name, QString::number(times)));
        else
            others += times;
    }
    if (others > 0)
        lines << tr("and %Ln more", nullptr, others);
    bubble.title = tr("%Ln alert(s) need somebody", nullptr, count);
    bubble.body = lines.join(u'\n');
    bubble.actions = {QStringLiteral("default"), tr("Open"), QStringLiteral("open"), tr("Open")};
    return bubble;
}

void AlertBubbles::update(const std::vector<Alert> &open)
{
    std::map<QString, Told> now;
    std::map<QString, Told> fresh;
    QSet<qint64> ids;
    for (const Alert &alert : open) {
        if (alert.isSolved)
            continue;
        ids.insert(alert.id.value);
        now[keyOf(alert)].push_back(alert);
        if (!m_known.contains(alert.id.value))
            fresh[keyOf(alert)] = {};
    }
    m_known = ids;
    for (auto *told : {&m_single, &m_digest}) {
        for (auto it = told->begin(); it != told->end();) {
            const bool isThere = now.contains(it->first);
            if (isThere)
                it->second = now[it->first];
            else if (told == &m_single)
                m_desktop.withdraw(it->first);
            it = isThere ? std::next(it) : told->erase(it);
        }
    }
    std::erase_if(fresh, [this](const auto &one) { return m_single.contains(one.first) || m_digest.contains(one.first); });
    for (const auto &one : fresh)
        (fresh.size() > atOnceMax ? m_digest : m_single)[one.first] = now[one.first];
    for (const auto &[key, alerts] : m_single)
        m_desktop.show(key, bubbleOf(alerts));
    if (m_digest.empty())
        m_desktop.withdraw(digestKey);
    else
        m_desktop.show(digestKey, digestOf(m_digest));
}

void AlertBubbles::clear()
{
    m_single.clear();
    m_digest.clear();
    m_known.clear();
    m_desktop.withdrawAll();
}

void AlertBubbles::onAction(const QString &key, const QString &action)
{
    if (key == digestKey) {
        emit listRequested();
        return;
    }
    const auto it = m_single.find(key);
    if (it == m_single.end())
        return;
    if (action != QLatin1String("acknowledge")) {
        emit openRequested(it->second.front());
        return;
    }
    std::vector<domain::AlertId> ids;
    for (const Alert &alert : it->second)
        ids.push_back(alert.id);
    emit acknowledgeRequested(ids);
}

} // namespace hmsact::console
