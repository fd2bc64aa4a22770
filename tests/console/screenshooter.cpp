// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/screenshooter.h"

#include "console/look.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QDir>
#include <QLabel>
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

static bool isScrolled(const QWidget &part) // or within something that is
{
    for (const QWidget *in = part.parentWidget(); in && !in->isWindow(); in = in->parentWidget())
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(in->parentWidget()); area && area->viewport() == in)
            return true;
    return false;
}

static QString wordsOf(const QWidget &part) // that are drawn in one line, and not cut with a sign
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&part))
        return button->text();
    const auto *label = qobject_cast<const QLabel *>(&part);
    return label && !label->wordWrap() ? label->text() : QString();
}

QStringList Screenshooter::faultsOf(const QWidget &window)
{
    QStringList faults;
    const auto fault = [&faults](const char *what, const QWidget &part) {
        faults << QStringLiteral("%1: %2 %3 “%4”")
                      .arg(QLatin1String(what), QLatin1String(part.metaObject()->className()), part.objectName(),
                           wordsOf(part));
    };
    for (const QWidget *part : window.findChildren<QWidget *>()) {
        if (!part->isVisibleTo(&window) || part->window() != window.window())
            continue;
        if (!isScrolled(*part) && !window.rect().contains(QRect(part->mapTo(&window, QPoint()), part->size())))
            fault("outside of the window", *part);
        if (!wordsOf(*part).isEmpty() && part->width() < part->sizeHint().width())
            fault("cut", *part);
    }
    const QWidget *focused = window.focusWidget();
    if (!focused || !focused->isVisibleTo(&window))
        faults << QStringLiteral("the keys go nowhere");
    return faults;
}

void Screenshooter::take(QWidget &window, const QString &name) const
{
    QTest::qWait(80); // what is asked of the core has come, mostly
    for (int round = 0; round < 4; ++round) // each layout tells the one around it
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QPixmap picture = window.grab();
    if (!m_target.isEmpty()) {
        QVERIFY(QDir().mkpath(m_target));
        QVERIFY(picture.save(QDir(m_target).filePath(name + QStringLiteral(".png"))));
    }
    const QStringList faults = faultsOf(window);
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(name, faults.join(QStringLiteral("; ")))));
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
