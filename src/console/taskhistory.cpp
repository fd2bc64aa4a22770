// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/taskhistory.h"

#include "console/eventtext.h"
#include "console/palette.h"
#include "console/timetext.h"
#include "console/whenready.h"

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
    ListEvents question;
    question.activity = task.activity;
    question.limit = limits::pageMax;
    whenReady(client.ask(question), this, [this, &client, generation = ++m_generation](Result<domain::Page<Event>> page) {
        if (page && generation == m_generation)
            take(*page, client.nowMs());
    });
}

void TaskHistory::take(const domain::Page<Event> &page, qint64 nowMs)
{
    QString quiet = quietTextColour(palette()).name();
    QStringList lines;
    for (auto event = page.items.rbegin(); event != page.items.rend() && lines.size() < shownMax; ++event) {
        if (event->task != m_task.id || event->kind == QLatin1String("task.lease_extended"))
            continue;
        lines << QStringLiteral("<tr><td style=\"color:%1;white-space:nowrap;padding-right:10px\">%2</td><td>%3"
                                " <span style=\"color:%1\">· %4</span></td></tr>")
                     .arg(quiet, instantText(event->atMs, nowMs).toHtmlEscaped(),
                          eventText(*event, m_task.name).toHtmlEscaped(), actorText(*event).toHtmlEscaped());
    }
    setText(QStringLiteral("<p style=\"color:%1\">%2</p><table cellspacing=\"0\" cellpadding=\"2\">%3</table>")
                .arg(quiet, tr("What happened, newest first").toHtmlEscaped(), lines.join(QString())));
    setVisible(!lines.isEmpty());
}

} // namespace hmsact::console
