// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace hmsact::console {

class AlertWatch;

// What the icon in the tray shows, in the status bar of the window, with a menu that leads to the same: so that nobody needs a
// tray. The watch must outlive it.
class AlertButton final : public QToolButton
{
    Q_OBJECT

public:
    AlertButton(const AlertWatch &watch, bool mayAcknowledge, QWidget *parent = nullptr);

signals:
    void alertsRequested();
    void acknowledgeRequested(); // of all; whoever hears it asks first

private:
    void show();

    const AlertWatch &m_watch;
    const bool m_mayAcknowledge;
    QAction *m_acknowledgeAll = nullptr;
};

} // namespace hmsact::console
