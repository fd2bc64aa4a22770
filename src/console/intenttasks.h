// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/intenttaskmodel.h"
#include "domain/error.h"

#include <QWidget>

#include <memory>

namespace Ui {
class IntentTasks;
}

namespace hmsact::console {

// The tasks of an intent: the list, and under it the chosen one to be changed. Knows nothing of the core.
class IntentTasks final : public QWidget
{
    Q_OBJECT

public:
    explicit IntentTasks(QWidget *parent = nullptr);
    ~IntentTasks() override;

    void setTasks(const std::vector<IntentTask> &tasks); // without changed()
    [[nodiscard]] const std::vector<IntentTask> &tasks() const { return m_tasks; }
    void setReadOnly(bool readOnly);
    void complain(const std::vector<domain::FieldError> &fields); // those of "/tasks"; none: all is fine
    [[nodiscard]] bool hasErrors() const;
    void focusWrong(); // the first task that is wrong, else the list

signals:
    void changed();

private:
    void add();
    void removeChosen();
    void move(int by);
    void onChosen();
    void onTyped();
    void showRows();
    void showErrors();
    void enableButtons();
    [[nodiscard]] int chosen() const; // -1: none

    std::unique_ptr<Ui::IntentTasks> ui;
    IntentTaskModel m_model;
    std::vector<IntentTask> m_tasks;
    std::vector<QString> m_errors; // of each task, all of them, in lines
    bool m_filling = false;
    bool m_readOnly = false;
};

} // namespace hmsact::console
