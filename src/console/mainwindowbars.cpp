// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/mainwindow.h"
#include "console/messagebar.h"
#include "console/page.h"
#include "console/timetext.h"
#include "ui_mainwindow.h"

#include <QBoxLayout>

// What the main window says by itself, on whichever page is shown.
namespace hmsact::console {

using namespace domain;

// The page's own: beside its list, if it stands there, else in its form.
static MessageBar *barOf(const Page &page)
{
    const QString name = QStringLiteral("messageBar");
    for (const QWidget *part = page.mainView(); part != page.parentWidget(); part = part->parentWidget())
        if (auto *bar = part->findChild<MessageBar *>(name, Qt::FindDirectChildrenOnly))
            return bar;
    return page.findChild<MessageBar *>(name);
}

// What the window has to say stands where the page says its own: its list gives way there, and nothing moves from under the
// mouse.
void MainWindow::moveBars(const Page &to)
{
    MessageBar *own = barOf(to);
    if (own->parentWidget() == ui->alertBar->parentWidget())
        return;
    auto *layout = qobject_cast<QBoxLayout *>(own->parentWidget()->layout());
    for (QWidget *part :
         std::initializer_list<QWidget *>{ui->closeQuestion, ui->connectionBar, ui->silenceBar, ui->alertBar})
        layout->insertWidget(layout->indexOf(own), part);
}

// What was read stays on screen; what is asked or done meanwhile is refused where it is asked.
void MainWindow::showConnection()
{
    const engine::Health health = m_client.health();
    if (std::exchange(m_connected, health.connected) == health.connected)
        return;
    if (m_connected) {
        for (auto *bar : ui->pages->findChildren<MessageBar *>()) // what was refused meanwhile may be said again
            if (bar->kind() == MessageBar::Kind::Error)
                bar->clear();
        ui->connectionBar->say(MessageBar::Kind::Confirmation,
                               tr("The database is there again; everything has been read anew"));
    } else
        ui->connectionBar->say(MessageBar::Kind::Error,
                               tr("The database was lost at %1 – reconnecting. What you see was read before that.")
                                   .arg(instantText(health.lostAtMs, m_client.nowMs())));
    showFreshness();
}

// It leaves by itself.
void MainWindow::showSilence()
{
    const qint64 silentMs = m_client.silentMs();
    const bool isSilent = silentMs > limits::engineSilentMs;
    if (isSilent)
        ui->silenceBar->say(
            MessageBar::Kind::Error,
            tr("No engine has looked at the timers for %1: nothing falls due and nothing escalates until one "
               "does.")
                .arg(spanText(silentMs)));
    else if (m_isSilent)
        ui->silenceBar->clear();
    m_isSilent = isSilent;
}

} // namespace hmsact::console
