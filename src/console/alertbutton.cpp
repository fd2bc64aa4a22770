// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/alertbutton.h"

#include "console/alertwatch.h"
#include "console/icons.h"

#include <QMenu>

namespace hmsact::console {

AlertButton::AlertButton(const AlertWatch &watch, bool mayAcknowledge, QWidget *parent)
    : QToolButton(parent), m_watch(watch), m_mayAcknowledge(mayAcknowledge)
{
    setObjectName(QStringLiteral("alertButton"));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("alertMenu"));
    menu->addAction(tr("Show &alerts"), this, &AlertButton::alertsRequested);
    m_acknowledgeAll = menu->addAction(tr("A&cknowledge all…"), this, &AlertButton::acknowledgeRequested);
    m_acknowledgeAll->setObjectName(QStringLiteral("acknowledgeAllAction"));
    connect(this, &QToolButton::clicked, menu, [this, menu] { // upwards: it stands at the foot of the window
        menu->popup(mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    });
    connect(&m_watch, &AlertWatch::faceChanged, this, &AlertButton::show);
    show();
}

void AlertButton::show()
{
    const TrayFace &face = m_watch.face();
    const bool isQuiet = face == TrayFace();
    setIcon(isQuiet ? console::icon(QStringLiteral("completed")) : trayIcon(face));
    setText(u' ' + (face.alerts == 0 ? tr("No open alerts") : tr("%Ln open alert(s)", nullptr, int(face.alerts))));
    setToolTip(standText(face));
    setAccessibleName(standText(face));
    m_acknowledgeAll->setEnabled(face.alerts > 0 && m_mayAcknowledge);
}

} // namespace hmsact::console
