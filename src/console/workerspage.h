// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/page.h"
#include "console/skillmodel.h"
#include "console/workermodel.h"
#include "engine/coreclient.h"

#include <QTimer>

#include <memory>

namespace Ui {
class WorkersPage;
}

namespace hmsact::console {

class EmptyState;

// Who does the work, as a list and as people × skills, with the chosen worker's fields beside them. A supervisor registers, edits
// and removes workers, sets levels in place, marks somebody as away; whoever sits here goes to the tasks somebody has. Workers are
// few: all are read at once and searched here.
class WorkersPage final : public Page
{
    Q_OBJECT

public:
    explicit WorkersPage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~WorkersPage() override;

    void setActive(bool active) override;
    void refresh() override;
    void tick() override;
    void find() override;
    [[nodiscard]] QWidget *mainView() const override;
    void back() override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

signals:
    void tasksRequested(const hmsact::domain::WorkerId &worker);

private:
    [[nodiscard]] const domain::WorkerView *chosen() const;
    void buildMatrix();
    void buildForm();
    void showMatrix(bool shown);
    void readWaiting();
    void readCalendars();
    void take(domain::Result<domain::Page<domain::WorkerView>> page);
    void onCurrent(const QModelIndex &current);
    void choose(const domain::WorkerId &worker);
    void setLevel(const QModelIndex &index, int level);
    void addSkill();
    void save(const domain::SaveWorker &command);
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
    QMap<QString, int> m_waiting; // PENDING tasks by skill
    domain::WorkerId m_chosen;
    int m_unstored = 0; // levels that are on their way: until then nothing is read over them
    EmptyState *m_empty;
    std::vector<domain::WorkerView> m_all;
    QTimer m_pause;
    bool m_active = false;
};

} // namespace hmsact::console
