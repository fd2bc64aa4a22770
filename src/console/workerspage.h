// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/page.h"
#include "console/workermodel.h"
#include "engine/coreclient.h"

#include <QTimer>

#include <memory>

namespace Ui {
class WorkersPage;
}

namespace hmsact::console {

class EmptyState;

// Who does the work. A supervisor can mark somebody as away, and go to the tasks somebody has. Workers are few: all are
// read at once and searched here.
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
    void take(domain::Result<domain::Page<domain::WorkerView>> page);
    void showFiltered();
    void enableButtons();
    void toggleAvailable();
    void showTasks();

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::WorkersPage> ui;
    WorkerModel m_model;
    EmptyState *m_empty;
    std::vector<domain::WorkerView> m_all;
    QTimer m_pause;
    bool m_active = false;
};

} // namespace hmsact::console
