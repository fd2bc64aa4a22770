// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"

#include <QSettings>
#include <QTimer>
#include <QWidget>

#include <memory>

class QLineEdit;
class QAbstractButton;
class QToolButton;

namespace Ui {
class QueueFilter;
}

namespace hmsact::console {

class Chip;

// What of the queue is shown: a search, a skill, a worker or pool, and chips for states and SLA states that say at the same
// time how many there are. Says changed() once typing pauses.
class QueueFilter final : public QWidget
{
    Q_OBJECT

public:
    explicit QueueFilter(QWidget *parent = nullptr);
    ~QueueFilter() override;

    void applyTo(domain::ListQueue &query) const; // everything but the order
    [[nodiscard]] bool isEmpty() const; // nothing is left out but what has ended
    void clear();

    void setCounts(const domain::Stats &stats);
    void setWorkers(const std::vector<domain::WorkerView> &workers); // fills the choices; keeps what is chosen
    void showWorker(const domain::WorkerId &worker); // that worker's tasks and nothing else filtered

    [[nodiscard]] QLineEdit *searchEdit() const;
    [[nodiscard]] QAbstractButton *orderButton() const;

    void save(QSettings &settings) const;
    void restore(QSettings &settings);

signals:
    void changed();

private:
    struct StateChip {
        domain::TaskState state;
        Chip *button;
    };
    struct SlaChip {
        domain::SlaState state;
        Chip *button;
    };

    Chip *addChip(const QIcon &sign, const QString &text, const QString &name);
    void buildChips();
    void chooseSla(const Chip *chosen);
    void uncheckAll();
    void changedNow();

    std::unique_ptr<Ui::QueueFilter> ui;
    std::vector<StateChip> m_states;
    std::vector<SlaChip> m_slas;
    Chip *m_order = nullptr; // checked while the queue's own order is shown
    QToolButton *m_clear = nullptr;
    QTimer m_typing;
    bool m_quiet = false; // several things are changed in one go
};

} // namespace hmsact::console
