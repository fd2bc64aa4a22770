// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/drillmodel.h"
#include "engine/coreclient.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class AbsencePanel;
}

namespace hmsact::console {

class EmptyState;

// The absence drill: a leave while it is planned, and where each task that the worker has would go. Asks the core anew
// whenever something is changed; only what is shown can be confirmed. GUI thread; the client must outlive it.
class AbsencePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AbsencePanel(QWidget *parent = nullptr);
    ~AbsencePanel() override;

    void setClient(engine::CoreClient &client); // before anything else
    void open(const domain::Worker &worker, const std::vector<domain::StaffRow> &staff);
    [[nodiscard]] bool isOpen() const { return !m_worker.id.isNull(); }
    void cancel();

signals:
    void confirmed(const hmsact::domain::Worker &worker); // as it is stored
    void overtaken(const hmsact::domain::Worker &worker); // its leave is another by now: planned anew, not stored
    void closed(); // whether confirmed or not

private:
    void edited();
    void drill();
    void show(const domain::AbsencePlan &plan);
    void refuse(const domain::Error &error);
    void confirm();
    void planAnew();
    void close();
    [[nodiscard]] domain::Leave leave() const;

    engine::CoreClient *m_client = nullptr;
    std::unique_ptr<Ui::AbsencePanel> ui;
    DrillModel m_model;
    EmptyState *m_empty;
    domain::Worker m_worker; // without an id: closed
    domain::Leave m_shown; // what the table is about
    QTimer m_typing;
    quint64 m_generation = 0;
};

} // namespace hmsact::console
