// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/actionform.h"
#include "console/eventmodel.h"
#include "domain/query.h"
#include "engine/coreclient.h"

#include <QSettings>
#include <QTimer>
#include <QWidget>

namespace Ui {
class ActivityView;
}

namespace hmsact::console {

class EmptyState;
class EventFeed;
class LaneView;
class NeedsView;
class TimeBand;

// One activity: who asked for what, the promise, how far it is; its tasks with their needs; and what happened, newest first.
// GUI thread; the client must outlive it.
class ActivityView final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityView(engine::CoreClient &client, QWidget *parent = nullptr);
    ~ActivityView() override;

    void show(domain::ActivityId activity, const QString &taskName = {}); // the task becomes the current one
    [[nodiscard]] domain::ActivityId shown() const { return m_activity; }
    void refresh();
    void tick();
    [[nodiscard]] bool closeForm(); // whether one was open
    [[nodiscard]] bool hasTyped() const; // why it is to end

    void save(QSettings &settings) const;
    void restore(QSettings &settings);

signals:
    void taskChosen(hmsact::domain::TaskId task);
    void taskOpened(); // the chosen one, by Return or a double click

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void take(domain::Result<domain::ActivityView> view);
    void takeEvents();
    void chooseTask();
    void showLanes();
    void buildTabs();
    void startEnding(domain::EndKind kind);
    void end(const ActionForm::Answer &answer);

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::ActivityView> ui;
    EventModel m_events;
    EventFeed *m_feed;
    TimeBand *m_band;
    NeedsView *m_graph;
    LaneView *m_lanes;
    EmptyState *m_empty;
    domain::ActivityId m_activity;
    domain::ActivityView m_view;
    QString m_wantedTask;
    domain::EndKind m_ending = domain::EndKind::Cancel;
    QTimer m_pause;
    quint64 m_generation = 0;
};

} // namespace hmsact::console
