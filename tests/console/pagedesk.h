// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/county.h"
#include "console/mainwindow.h"
#include "console/part.h"

#include <QSettings>
#include <QTest>

namespace hmsact::console {

// A county's core and, once it is open, the whole window on it, with one page that a test is about. Furnish the county first.
class PageDesk
{
public:
    explicit PageDesk(const char *page, domain::Role role = domain::Role::Supervisor)
        : county({QStringLiteral("Maria Ortega"), role, {}}), m_page(page),
          m_settings(m_folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat)
    {
    }

    // Shows the window and goes to the page by its key; whether the window has the focus.
    [[nodiscard]] bool open(Qt::Key pageKey)
    {
        m_window = std::make_unique<MainWindow>(county.client(), m_settings);
        m_window->show();
        m_window->activateWindow();
        const bool active = QTest::qWaitForWindowActive(m_window.get());
        QTest::keyClick(m_window.get(), pageKey, Qt::ControlModifier);
        return active;
    }
    [[nodiscard]] MainWindow &window() { return *m_window; }

    template <class W>
    W *find(const char *name, const char *inside = nullptr) // on the page, or inside one of its parts
    {
        return partOf<W>(partOf<QWidget>(m_window.get(), m_page), name, inside);
    }

    County county;

private:
    const char *const m_page;
    QTemporaryDir m_folder;
    QSettings m_settings;
    std::unique_ptr<MainWindow> m_window; // before all that it shows
};

} // namespace hmsact::console
