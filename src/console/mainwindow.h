// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"
#include "engine/coreclient.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QPointer>
#include <QSettings>
#include <QTimer>

#include <functional>
#include <memory>

class QAction;
class QActionGroup;

namespace Ui {
class MainWindow;
}

namespace hmsact::console {

class ActivitiesPage;
class AlertWatch;
class AlertsPage;
class Page;
class QueuePage;
class SignLabel;
class WorkersPage;

// The supervisor's console: navigation at the left, one page at a time, who acts and how fresh everything is in the status
// bar. Lives in the GUI thread; client and settings must outlive it. Its look (theme, language) is set by
// installLook() before it is made.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(engine::CoreClient &client, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openActivity(domain::ActivityId activity, const QString &taskName);
    void newActivity();
    void openAlerts();
    void acknowledgeAlerts(); // all that are open; asks first
    bool quit(); // also where closing keeps it in the tray; whether it did, or asks something first
    void quitAtOnce(); // without a question about what is not saved: nobody may be there
    [[nodiscard]] AlertWatch &alertWatch() { return *m_watch; }
    [[nodiscard]] bool wasShown() const { return m_wasShown; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildPages();
    void buildMenus();
    void buildFileMenu();
    void buildViewMenu();
    void buildHelpMenu();
    void showKeys();
    void showActor();
    void buildStatusBar();
    void addChoices(const QString &title, const QString &name, const QString &key,
                    const std::vector<std::pair<QString, QString>> &choices);
    void choose(const QString &key, const QString &value);
    void rest(); // while nobody sees it
    void showPage(int index); // if the present one lets go
    void turnTo(int index);
    void letGo(bool ends, const std::function<void()> &then); // asks about what would be lost
    void moveBars(const Page &to);
    void readStats();
    void takeStats(const domain::Stats &stats);
    void showNewAlerts();
    void showFreshness();
    void showConnection();
    void showSilence();
    [[nodiscard]] bool staysInTray() const;
    void tick();
    void save();
    void restore();
    void fitScreen();
    [[nodiscard]] Page *page(int index) const;

    engine::CoreClient &m_client;
    QSettings &m_settings;
    std::unique_ptr<Ui::MainWindow> ui;
    AlertWatch *m_watch;
    QueuePage *m_queue = nullptr;
    ActivitiesPage *m_activities = nullptr;
    WorkersPage *m_workers = nullptr;
    AlertsPage *m_alerts = nullptr;
    SignLabel *m_freshLabel = nullptr;
    SignLabel *m_actorLabel = nullptr;
    SignLabel *m_databaseLabel = nullptr;
    QPointer<QWidget> m_askedFrom; // had the focus
    QTimer m_second;
    QTimer m_statsPause; // at most once a second
    QElapsedTimer m_sinceAnswer; // real time since the core last answered
    QString m_trouble; // why it last did not
    bool m_asking = false;
    bool m_mayClose = false; // the page has let go
    bool m_quitting = false;
    bool m_wasShown = false;
    bool m_rests = false;
    bool m_isSilent = false; // nobody looks at the timers, as it was last shown
    bool m_connected = true; // the core, to its database, as it was last shown
};

} // namespace hmsact::console
