// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/mainwindow.h"
#include "console/page.h"
#include "ui_mainwindow.h"

#include <QCloseEvent>
#include <QSystemTrayIcon>

// How the window is closed, and what it asks before.
namespace hmsact::console {

bool MainWindow::staysInTray() const
{
    return m_settings.value(QStringLiteral("ui/keepInTray")).toBool() && QSystemTrayIcon::isSystemTrayAvailable();
}

void MainWindow::letGo(bool ends, const std::function<void()> &then)
{
    page(ui->pages->currentIndex())->leave([this, ends, then] {
        QStringList typed;
        for (int i = ui->pages->count() - 1; i >= 0 && ends; --i) {
            if (!page(i)->hasTyped())
                continue;
            typed.prepend(page(i)->accessibleName());
            if (i != ui->pages->currentIndex())
                turnTo(i);
        }
        if (typed.isEmpty())
            return then();
        if (!ui->closeQuestion->isOpen()) // asked again
            m_askedFrom = focusWidget();
        ui->closeQuestion->ask(tr("%1: what was typed is not sent").arg(typed.join(QStringLiteral(", "))),
                               tr("It is lost when you go on."), tr("Discard it"), then);
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool quits = std::exchange(m_quitting, false); // whoever stays has not said so for the next time
    if (!std::exchange(m_mayClose, false)) {
        const auto isWithin = std::make_shared<bool>(true);
        letGo(quits || !staysInTray(), [this, isWithin, quits] {
            m_mayClose = true;
            if (*isWithin)
                return;
            m_quitting = quits; // after a question
            close();
        });
        *isWithin = false;
        if (!std::exchange(m_mayClose, false))
            return event->ignore();
    }
    save();
    if (quits || !staysInTray())
        return QMainWindow::closeEvent(event);
    hide();
    event->ignore();
}

bool MainWindow::quit()
{
    m_quitting = true;
    const bool closes = close();
    if (closes)
        QCoreApplication::quit();
    return closes;
}

void MainWindow::quitAtOnce()
{
    save();
    QCoreApplication::exit();
}

} // namespace hmsact::console
