// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/county.h"
#include "console/mainwindow.h"

#include <QSettings>

namespace hmsact::console {

// Makes pictures of the window, to be looked at. HMS_ACT_SCREENSHOTS names the folder they are written to; HMS_ACT_UI_THEME and
// HMS_ACT_UI_LANGUAGE choose the look, QT_SCALE_FACTOR the size. Without a folder the pictures are only made.
class Screenshooter
{
protected:
    void prepare(); // before any window
    void take(QWidget &window, const QString &name) const; // fails where faultsOf() finds any
    static QStringList faultsOf(const QWidget &window); // what makes a picture wrong, whatever it shows
    static void show(const MainWindow &window, int page);
    static int indexOf(const MainWindow &window, const char *page);
    static QWidget *pageOf(const MainWindow &window, const char *name);

    std::unique_ptr<QSettings> m_settings; // of the windows

private:
    QTemporaryDir m_folder;
    QString m_target;
};

} // namespace hmsact::console
