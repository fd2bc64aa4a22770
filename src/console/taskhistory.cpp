// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/taskhistory.h"

#include "console/eventfeed.h"
#include "console/eventtext.h"
#include "console/palette.h"
#include "console/timetext.h"

#include <QApplication>
#include <QEvent>

namespace hmsact::console {

using namespace domain;

static constexpr int shownMax = 40; // the rest stands in the activity

TaskHistory::TaskHistory(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("taskHistory"));
    setAccessibleName(tr("What happened"));
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    hide();
}

void TaskHistory::show(engine::CoreClient &client, const Task &task)
{
    const bool same = task.id == m_task.id;
    if (same && task.version == m_task.version)
        return;
    m_task = task;
    if (!same)
        hide();
    if (!m_feed) {
        m_feed = new EventFeed(client, this);
        connect(m_feed, &EventFeed::changed, this, [this, &client] {
            if (m_feed->isComplete()) // the newest are there
                take(client.nowMs());
        });
    }
    m_feed->follow(task.activity, task.id);
}

void TaskHistory::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_takenAtMs > 0)
        take(m_takenAtMs); // its colours are part of it
    QLabel::changeEvent(event);
}

void TaskHistory::take(qint64 nowMs)
{
    m_takenAtMs = nowMs;
    const std::vector<Event> &events = m_feed->events();
    bool isAll = true;
    const QString quiet = quietTextColour(QApplication::palette()).name();
    QStringList lines;
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->kind == QLatin1String("task.lease_extended"))
            continue;
        if (lines.size() == shownMax) {
            isAll = false;
            break;
        }
        lines << QStringLiteral("<tr><td style=\"color:%1;white-space:nowrap;padding-right:10px\">%2</td><td>%3"
                                " <span style=\"color:%1\">· %4</span></td></tr>")
                     .arg(quiet, instantText(event->atMs, nowMs).toHtmlEscaped(),
                          eventText(*event, m_task.name).toHtmlEscaped(), actorText(*event).toHtmlEscaped());
    }
    QString words = QStringLiteral("<p style=\"color:%1\">%2</p><table cellspacing=\"0\" cellpadding=\"2\">%3</table>")
                        .arg(quiet, tr("What happened, newest first").toHtmlEscaped(), lines.join(QString()));
    if (!isAll)
        words += QStringLiteral("<p style=\"color:%1\">%2</p>")
                     .arg(quiet, tr("What was before that stands in the activity.").toHtmlEscaped());
    setText(words);
    setVisible(!lines.isEmpty());
}

} // namespace hmsact::console
