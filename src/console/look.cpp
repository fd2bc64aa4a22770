// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/look.h"

#include "console/mainwindow.h"
#include "console/palette.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace hmsact::console {

void installLook(QApplication &app, const QSettings &settings)
{
    applyTheme(app, themeFrom(settings.value(QStringLiteral("ui/theme")).toString()));

    const QString language = settings.value(QStringLiteral("ui/language"), QStringLiteral("system")).toString();
    if (language != QLatin1String("system"))
        QLocale::setDefault(QLocale(language));
    const QLocale locale;
    auto *qtWords = new QTranslator(&app); // Qt's own buttons and dialogs, where they are installed
    if (qtWords->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qtWords);
    auto *ours = new QTranslator(&app);
    // English too: it holds the plurals.
    if (ours->load(locale, QStringLiteral("hms-act"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || ours->load(QStringLiteral(":/i18n/hms-act_en.qm")))
        QApplication::installTranslator(ours);
    QApplication::setApplicationDisplayName(MainWindow::tr("HMS-ACT console")); // stands behind the titles of all windows
}

} // namespace hmsact::console
