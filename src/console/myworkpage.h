// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/daytally.h"
#include "console/page.h"
#include "console/workerfeed.h"
#include "console/workmodel.h"
#include "engine/coreclient.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace Ui {
class MyWorkPage;
}

namespace hmsact::console {

class EmptyState;
class TaskPane;

// A clerk's day: what is mine and what I may take, the most urgent first, beside the task I am at. Everything goes by
// keyboard: after each action the list has the focus and the next task is chosen. Who may act for anyone says here which
// worker he is.
class MyWorkPage final : public Page
{
    Q_OBJECT

public:
    explicit MyWorkPage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~MyWorkPage() override;

    void setActive(bool active) override;
    void refresh() override;
    void tick() override;
    [[nodiscard]] QWidget *mainView() const override;
    [[nodiscard]] bool hasTyped() const override;
    void back() override;
    [[nodiscard]] QList<QAction *> taskActions() const override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

private:
    struct Last { // what Ctrl+Z takes back
        domain::TaskAction was = domain::TaskAction::Comment;
        domain::TaskAction by = domain::TaskAction::Comment;
        domain::TaskRef task;
    };

    QAction *addAction(const QString &name, const QString &iconName, const QString &label, const QList<QKeySequence> &keys,
                       void (MyWorkPage::*does)());
    void buildActions();
    void takeWorkers(const WorkerFeed::Answer &answer);
    void chooseWorker(const domain::WorkerId &worker);
    void showNobody();
    void takeDay(const domain::Result<domain::Workday> &day);
    void showDay(const domain::Workday &day);
    void sayWhyEmpty(const domain::Workday &day);
    void choose(int row);
    void focusList(); // unless the page is hidden
    void onCurrent(const QModelIndex &current);
    void onGone(int row, const QString &name);
    void onFormClosed();
    void onActed(domain::TaskAction action, const domain::Task &task, const QString &done);
    void goOnAfter(domain::TaskAction action, domain::TaskId task, const QString &done);
    void goOnChoosing(domain::TaskId task);
    void takeNext();
    void take(const QString &before); // the next; what was done before is said with it
    void completeAndNext(); // with nothing more at hand the next one is taken
    void undo();
    void togglePresence(); // away, or back
    void showPresence(bool known, bool away);
    void nextTask() { walk(1); }
    void taskBefore() { walk(-1); }
    void walk(int by);

    engine::CoreClient &m_client;
    const bool m_mayChoose; // the actor acts for anyone, so that he says who he is
    std::unique_ptr<Ui::MyWorkPage> ui;
    WorkModel m_model;
    WorkerFeed m_workers;
    EmptyState *m_empty;
    TaskPane *m_pane;
    QList<QAction *> m_actions; // the page's own
    DayTally m_tally;
    domain::TaskId m_wanted; // to be chosen as soon as it is in the list
    domain::TaskId m_shown; // in the pane
    domain::Task m_acted; // what was done with it here may take it out of the list
    int m_goneAt = -1; // where the task stood that somebody else took out of the list; nothing is chosen since
    std::optional<Last> m_last;
    QString m_said; // of what was done last, where it cannot be taken back
    QTimer m_pause;
    qint64 m_readAtMs = 0;
    bool m_isAnybody = true; // registered, as far as is known
    bool m_isAway = false;
    bool m_active = false;
    bool m_asking = false;
    bool m_again = false;
    bool m_undoing = false; // an answer is awaited
    bool m_taking = false; // as well
    QElapsedTimer m_sinceTaken;
};

} // namespace hmsact::console
