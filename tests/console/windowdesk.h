// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/county.h"
#include "console/mainwindow.h"
#include "console/part.h"

#include <QListWidget>
#include <QSettings>
#include <QStackedWidget>
#include <QTest>

#include <functional>

namespace hmsact::console {

// The whole window of an administrator on the county's morning: what tests stand on that walk through all of its pages.
class WindowDesk
{
protected:
    // Each time another one, with settings that nobody has touched.
    void openWindow(const std::function<void(County &)> &furnish = {})
    {
        closeWindow();
        m_settings =
            std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("ui%1.ini").arg(++m_opened)), QSettings::IniFormat);
        m_county = std::make_unique<County>(domain::Actor{QStringLiteral("Maria Ortega"), domain::Role::Admin, {}});
        m_county->populate();
        m_county->keepOfficeHours();
        if (furnish)
            furnish(*m_county);
        m_window = std::make_unique<MainWindow>(m_county->client(), *m_settings);
        m_window->resize(1480, 880);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void closeWindow()
    {
        m_window.reset();
        m_county.reset();
        m_settings.reset();
    }
    template <class W>
    W *find(const char *name, const QWidget *within)
    {
        return partOf<W>(within, name);
    }
    template <class W>
    W *find(const char *name, const char *within = nullptr)
    {
        return partOf<W>(m_window.get(), name, within);
    }
    void show(const char *page)
    {
        find<QListWidget>("navList")->setCurrentRow(find<QStackedWidget>("pages")->indexOf(find<QWidget>(page)));
    }

    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<County> m_county;
    std::unique_ptr<MainWindow> m_window;

private:
    QTemporaryDir m_folder;
    int m_opened = 0;
};

} // namespace hmsact::console
