// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/page.h"
#include "console/skillmodel.h"
#include "console/waitingmodel.h"
#include "console/workermodel.h"
#include "engine/coreclient.h"

#include <QTimer>

#include <memory>

class QTableView;

namespace Ui {
class WorkersPage;
}

namespace hmsact::console {

class EmptyState;

// Who does the work: as a list, as people × skills, and what waits for whom and why; beside it the chosen worker's fields. A
// supervisor registers, edits and removes workers, sets levels in place, plans leave after seeing what it would do, marks
// somebody as away, and is told where somebody else was faster. What was typed and is not stored is not left without a
// question. Whoever sits here goes to the tasks somebody has. Workers are few: all are read at once and searched here.
class WorkersPage final : public Page
{
    Q_OBJECT

public:
    explicit WorkersPage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~WorkersPage() override;

    void setActive(bool active) override;
    void refresh() override;
    void leave(std::function<void()> then) override;
    void tick() override;
    void find() override;
    [[nodiscard]] QWidget *mainView() const override;
    void back() override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

signals:
    void tasksRequested(const hmsact::domain::WorkerId &worker);
    void calendarsRequested();

private:
    enum View { List, Skills, Waiting, Absence }; // as they stand in the stack

    [[nodiscard]] const domain::StaffRow *chosen() const;
    [[nodiscard]] View shown() const;
    void buildList();
    void buildMatrix();
    void buildWaiting();
    void buildForm();
    void showView(View view);
    void readCalendars();
    void readWaiting();
    void countWaiting(int shown, bool isAll);
    void showCount();
    void take(domain::Result<domain::Staffing> staffing);
    void onCurrent(const QModelIndex &current);
    void stay();
    void revert();
    void choose(const domain::WorkerId &worker);
    [[nodiscard]] QTableView &table() const; // where one is chosen
    [[nodiscard]] int rowOf(const domain::WorkerId &worker) const; // in it; -1: is not shown
    void setLevel(const QModelIndex &index, int level);
    void addSkill();
    void sayTaken(const domain::Worker &worker, const QString &skill, int level);
    void giveBack();
    void save(const domain::SaveWorker &command);
    void saveLeave(const std::vector<domain::Leave> &leave, const std::vector<domain::Leave> &before);
    void planLeave();
    void endPlanning();
    void remove(const domain::WorkerId &worker);
    void showGaps();
    void showFiltered();
    void enableButtons();
    void toggleAvailable();
    void showTasks();

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::WorkersPage> ui;
    WorkerModel m_model;
    SkillModel m_skills;
    WaitingModel m_waiting;
    EmptyState *m_empty = nullptr;
    EmptyState *m_nothingWaits = nullptr;
    std::vector<domain::StaffRow> m_all;
    std::vector<domain::SkillRow> m_skillRows;
    domain::WorkerId m_chosen;
    struct Taken { // the skill that was taken away last
        domain::WorkerId worker;
        QString skill;
        int level = 0;
    };
    std::optional<Taken> m_taken;
    std::function<void()> m_offered; // by the button of the message
    std::function<void()> m_afterSaving; // what was asked for and waits for what is being sent
    View m_before = List; // the view that planning a leave covers
    int m_waitingShown = 0; // tasks in the list of those that wait
    int m_waitingAll = 0; // tasks that wait
    int m_unstored = 0; // levels that are set here and not stored yet
    QTimer m_pause;
    qint64 m_readAtMs = 0;
    bool m_active = false;
    bool m_isFiltering = false; // then it is not the person who chooses another row
};

} // namespace hmsact::console
