// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/screenshooter.h"

#include "console/look.h"

#include <QDir>
#include <QListWidget>
#include <QStackedWidget>
#include <QTest>

namespace hmsact::console {

void Screenshooter::prepare()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
    m_settings->setValue(QStringLiteral("ui/theme"), qEnvironmentVariable("HMS_ACT_UI_THEME", QStringLiteral("light")));
    m_settings->setValue(QStringLiteral("ui/language"), qEnvironmentVariable("HMS_ACT_UI_LANGUAGE", QStringLiteral("en")));
    m_target = qEnvironmentVariable("HMS_ACT_SCREENSHOTS");
    installLook(*qApp, *m_settings);
}

void Screenshooter::take(QWidget &window, const QString &name) const
{
    QTest::qWait(80); // lets layouts settle
    const QPixmap picture = window.grab();
    QVERIFY(!picture.isNull());
    if (!m_target.isEmpty()) {
        QVERIFY(QDir().mkpath(m_target));
        QVERIFY(picture.save(QDir(m_target).filePath(name + QStringLiteral(".png"))));
    }
}

void Screenshooter::show(const MainWindow &window, int page)
{
    window.findChild<QListWidget *>(QStringLiteral("navList"))->setCurrentRow(page);
}

QWidget *Screenshooter::pageOf(const MainWindow &window, const char *name)
{
    return window.findChild<QWidget *>(QString::fromLatin1(name));
}

int Screenshooter::indexOf(const MainWindow &window, const char *page)
{
    return window.findChild<QStackedWidget *>(QStringLiteral("pages"))->indexOf(pageOf(window, page));
}

} // namespace hmsact::console
