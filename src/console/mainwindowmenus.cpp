// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/actionform.h"
#include "console/icons.h"
#include "console/keysheet.h"
#include "console/look.h"
#include "console/mainwindow.h"
#include "console/messagebar.h"
#include "console/page.h"
#include "console/pagekey.h"
#include "console/palette.h"
#include "console/panekeys.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QSystemTrayIcon>

// The menus of the main window, and with them every key that works everywhere.
namespace hmsact::console {

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildViewMenu();

    // The page's own actions: they live there with their keys, the menu only lists them while it is open.
    QMenu *task = ui->menuBar->addMenu(tr("&Task"));
    task->setObjectName(QStringLiteral("taskMenu"));
    QAction *none = task->addAction(tr("Choose a task in the queue or in an activity"));
    none->setEnabled(false);
    const auto drop = [task, none] {
        for (QAction *action : task->actions())
            if (action != none)
                task->removeAction(action);
    };
    connect(task, &QMenu::aboutToShow, this, [this, task, none, drop] {
        const QList<QAction *> actions = page(ui->pages->currentIndex())->taskActions();
        none->setVisible(actions.isEmpty());
        drop();
        task->addActions(actions);
    });
    // As long as it lists them their keys work on every page. What was chosen is said after this signal.
    connect(
        task, &QMenu::aboutToHide, task,
        [task, drop] {
            if (!task->isVisible())
                drop();
        },
        Qt::QueuedConnection);
    buildHelpMenu();
}

void MainWindow::buildHelpMenu()
{
    QMenu *help = ui->menuBar->addMenu(tr("&Help"));
    QAction *keys = help->addAction(icon(QStringLiteral("keyboard")), tr("&Keyboard"), QKeySequence(Qt::Key_F1), this,
                                    &MainWindow::showKeys);
    keys->setObjectName(QStringLiteral("keysAction"));
    QAction *about = help->addAction(tr("&About HMS-ACT"));
    connect(about, &QAction::triggered, this, [this] {
        ui->alertBar->say(
            MessageBar::Kind::Confirmation,
            tr("HMS-ACT %1 – activity orchestrator and task queues. Free software under the GNU GPL, version 3 or later.")
                .arg(QCoreApplication::applicationVersion()));
    });
}

void MainWindow::buildFileMenu()
{
    QMenu *file = ui->menuBar->addMenu(tr("&File"));
    QAction *create = file->addAction(icon(QStringLiteral("activities")), tr("New &activity…"),
                                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this, &MainWindow::newActivity);
    create->setObjectName(QStringLiteral("newActivityAction"));
    create->setAutoRepeat(false);
    create->setEnabled(m_client.actor().actsForAnyone());
    file->addSeparator();
    const auto addSwitch = [this, file](const QString &words, const char *name, const QString &key, bool usually) {
        QAction *action = file->addAction(words);
        action->setObjectName(QString::fromLatin1(name));
        action->setCheckable(true);
        action->setChecked(m_settings.value(key, usually).toBool());
        connect(action, &QAction::toggled, this, [this, key](bool on) { m_settings.setValue(key, on); });
        return action;
    };
    addSwitch(tr("Desktop &notifications"), "notificationsAction", QStringLiteral("ui/notifications"), true);
    QAction *keep =
        addSwitch(tr("&Keep running in the tray when closed"), "keepInTrayAction", QStringLiteral("ui/keepInTray"), false);
    connect(file, &QMenu::aboutToShow, keep, [keep] { // a tray may come and go
        const bool isThere = QSystemTrayIcon::isSystemTrayAvailable();
        keep->setEnabled(isThere);
        keep->setText(isThere ? tr("&Keep running in the tray when closed")
                              : tr("&Keep running in the tray when closed (there is no tray here)"));
    });
    file->addSeparator();
    QAction *quit = file->addAction(tr("&Quit"), QKeySequence::Quit, this, &MainWindow::quit);
    quit->setObjectName(QStringLiteral("quitAction"));
}

void MainWindow::showKeys()
{
    if (auto *open = findChild<KeySheet *>())
        open->close();
    const Page *shown = page(ui->pages->currentIndex());
    QList<KeySheet::Group> groups;
    if (const QList<QAction *> own = shown->taskActions() + shown->mainView()->actions(); !own.isEmpty())
        groups << KeySheet::Group{shown->accessibleName(), own};
    for (const QAction *menu : ui->menuBar->actions())
        if (menu->menu() && menu->menu()->objectName() != QLatin1String("taskMenu"))
            groups << KeySheet::Group{menu->text().remove(u'&'), menu->menu()->actions()};
    auto *sheet = new KeySheet(groups, this);
    sheet->show();
}

void MainWindow::buildViewMenu()
{
    QMenu *view = ui->menuBar->addMenu(tr("&View"));
    view->setObjectName(QStringLiteral("viewMenu"));
    for (int i = 0; i < ui->pages->count(); ++i) {
        QAction *go =
            view->addAction(ui->navList->item(i)->text(), pageKey(i), this, [this, i] { ui->navList->setCurrentRow(i); });
        go->setIcon(ui->navList->item(i)->icon());
        go->setAutoRepeat(false); // a page reads when it is shown
    }
    view->addActions((new PaneKeys(*this, *ui->navList, *ui->pages))->actions());
    view->addSeparator();
    QAction *find = view->addAction(icon(QStringLiteral("search")), tr("&Find"), QKeySequence::Find, this,
                                    [this] { page(ui->pages->currentIndex())->find(); });
    find->setObjectName(QStringLiteral("findAction"));
    QAction *back = view->addAction(tr("Close form or clear search"), QKeySequence(Qt::Key_Escape), this, [this] {
        if (ui->closeQuestion->isOpen())
            return ui->closeQuestion->cancel();
        page(ui->pages->currentIndex())->back();
    });
    back->setObjectName(QStringLiteral("backAction"));
    QAction *refresh =
        view->addAction(icon(QStringLiteral("refresh")), tr("&Refresh"), QKeySequence(Qt::Key_F5), this, [this] {
            page(ui->pages->currentIndex())->refresh();
            readStats();
        });
    refresh->setObjectName(QStringLiteral("refreshAction"));
    refresh->setAutoRepeat(false); // each asks the core
    view->addSeparator();
    addChoices(tr("&Theme"), QStringLiteral("theme"), QStringLiteral("ui/theme"),
               {{tr("As the desktop"), QStringLiteral("system")},
                {tr("Light"), QStringLiteral("light")},
                {tr("Dark"), QStringLiteral("dark")}});
    addChoices(tr("&Language"), QStringLiteral("language"), QStringLiteral("ui/language"),
               {{tr("As the desktop"), QStringLiteral("system")},
                {QStringLiteral("English"), QStringLiteral("en")},
                {QStringLiteral("Español"), QStringLiteral("es")}});
}

void MainWindow::addChoices(const QString &title, const QString &name, const QString &key,
                            const std::vector<std::pair<QString, QString>> &choices)
{
    QMenu *menu = ui->menuBar->findChild<QMenu *>(QStringLiteral("viewMenu"))->addMenu(title);
    auto *group = new QActionGroup(this);
    const QString now = m_settings.value(key, QStringLiteral("system")).toString();
    for (const auto &[label, value] : choices) {
        QAction *choice = menu->addAction(label);
        choice->setObjectName(QStringLiteral("%1_%2").arg(name, value));
        choice->setCheckable(true);
        choice->setChecked(value == now);
        group->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, key, chosen = value] { choose(key, chosen); });
    }
}

void MainWindow::choose(const QString &key, const QString &value)
{
    m_settings.setValue(key, value);
    if (key == QLatin1String("ui/theme"))
        applyTheme(*qApp, themeFrom(value));
    else
        ui->alertBar->say(MessageBar::Kind::Confirmation, tr("The language changes when the console is started again."));
}

} // namespace hmsact::console
