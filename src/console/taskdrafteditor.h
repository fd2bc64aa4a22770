// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/taskdraftmodel.h"
#include "domain/error.h"

#include <QMap>
#include <QWidget>

#include <memory>

namespace Ui {
class TaskDraftEditor;
}

namespace hmsact::console {

class EmptyState;
class SignLabel;

// Tasks that are not made yet, of an intent or of a new activity: the list, and under it the chosen one to be changed. Knows
// nothing of the core.
class TaskDraftEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit TaskDraftEditor(QWidget *parent = nullptr);
    ~TaskDraftEditor() override;

    void sayWhatNoneMean(const QString &advice); // where there are no tasks
    void setTasks(const std::vector<TaskDraft> &tasks); // without changed()
    [[nodiscard]] const std::vector<TaskDraft> &tasks() const { return m_tasks; }
    void setReadOnly(bool readOnly);
    // Those of "/tasks", each shown at its field of its task; none: all is fine. Of what is still empty nothing is said as long
    // as it is wanted later.
    void complain(const std::vector<domain::FieldError> &fields, Wanted wanted);
    [[nodiscard]] bool hasErrors() const;
    void focusWrong(); // the first task that is wrong, else the list

signals:
    void changed();

private:
    using Faults = QMap<QString, QString>; // of one task: what is wrong by field; "": elsewhere

    void add();
    void removeChosen();
    void move(int by);
    void onChosen();
    void onTyped();
    void showRows();
    void showErrors();
    void enableButtons();
    [[nodiscard]] int chosen() const; // -1: none
    [[nodiscard]] std::vector<std::pair<QString, SignLabel *>> errorLabels() const;

    std::unique_ptr<Ui::TaskDraftEditor> ui;
    TaskDraftModel m_model;
    EmptyState *m_empty;
    std::vector<TaskDraft> m_tasks;
    std::vector<Faults> m_faults; // of each task
    bool m_filling = false;
    bool m_readOnly = false;
};

} // namespace hmsact::console
