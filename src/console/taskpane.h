// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/background.h"
#include "console/taskquestion.h"
#include "domain/query.h"
#include "engine/coreclient.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAction;

namespace Ui {
class TaskPane;
}

namespace hmsact::console {

class EmptyState;
class FilePreview;
class PrimaryButton;

// One task, and everything that can be done with it by whoever sits here. Reads itself again when the core says that the task
// or its activity changed; an open form stays, and what was typed there comes back with its task. GUI thread; the client must
// outlive it.
class TaskPane final : public QWidget
{
    Q_OBJECT

public:
    explicit TaskPane(engine::CoreClient &client, QWidget *parent = nullptr, Manner manner = Manner::Desk);
    ~TaskPane() override;

    void show(std::optional<domain::TaskRef> task); // nothing: says what to do
    void refresh();
    void tick(); // once a second: the countdown

    // One for each action, enabled as it is possible; for menus. Their shortcuts work inside `page`.
    [[nodiscard]] const QList<QAction *> &taskActions() const { return m_actions; }
    void installShortcuts(QWidget &page);
    void completeNow(); // without asking: with what the form says, if it is open for that
    void sayWhyNotComplete(); // where its key came and it is not possible
    void focusForReading();
    void setList(QWidget &list) { m_list = &list; } // gets the focus of what goes away here
    [[nodiscard]] bool isFormOpen() const;
    [[nodiscard]] bool hasTyped() const; // about any task
    [[nodiscard]] bool isActingOn(domain::TaskId task) const { return m_acting.contains(task); } // no answer yet
    [[nodiscard]] bool closeForm(); // Esc: whether there was one

signals:
    void activityRequested(hmsact::domain::ActivityId activity, const QString &taskName);
    void taskRequested(hmsact::domain::ActivityId activity, const QString &taskName);
    // An action was done. In one's own manner whoever hears this says so: the pane may show the next task by then.
    void acted(hmsact::domain::TaskAction action, const hmsact::domain::Task &task, const QString &done);
    void formClosed();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override; // files become files of the task

private:
    struct Draft {
        domain::TaskRef task;
        domain::TaskState state = {}; // as it was then
        qint64 leaseEpoch = 0;
        domain::TaskAction asked;
        ActionForm::Draft form;
    };

    void buildActions();
    PrimaryButton *addButton(QAction *item, const QString &verb, const QKeySequence &shortcut, const QKeySequence &letter);
    void readOwn();
    void take(domain::Result<domain::TaskDetail> detail);
    void showDetail();
    void enableActions();
    void start(domain::TaskAction action);
    void askForWorker(domain::TaskAction action);
    void openForm(domain::TaskAction action, const std::vector<domain::WorkerView> &workers);
    [[nodiscard]] bool isPressedTwice(domain::TaskAction action, domain::TaskId task) const;
    void send(domain::TaskAction action, const ActionForm::Answer &answer);
    void correct(); // the result, and approves
    void chooseFiles();
    void attach(const domain::TaskRef &task, const QStringList &paths);
    QStringList &fileNames(const domain::TaskId &task);
    struct Attaching;
    void settle(Attaching &attaching);
    void preview(const QString &fileName);
    void openNextFile();
    void onChanged(const domain::ChangeSet &changes);
    void leaveFocus();
    [[nodiscard]] bool goesOn(domain::TaskAction action);
    void keepDraft(); // of the task that is shown until now
    void takeDraft(); // of the one that is shown by now
    void dropIfOver(const domain::TaskRef &task); // its draft
    [[nodiscard]] bool canStillSay(const Draft &draft, const domain::Task &task) const;
    [[nodiscard]] std::vector<Draft>::iterator draftOf(domain::TaskId task);

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::TaskPane> ui;
    EmptyState *m_empty;
    QWidget *m_list = nullptr;
    QList<QAction *> m_actions;
    QHash<domain::TaskAction, QAction *> m_actionOf;
    QHash<domain::TaskAction, PrimaryButton *> m_buttonOf;
    std::optional<domain::TaskRef> m_task; // what is to be shown
    std::optional<domain::TaskDetail> m_detail; // what is shown
    bool m_loaded = false; // and it is what is to be shown
    std::optional<domain::Worker> m_own; // the worker the actor speaks for
    const Manner m_manner;
    QList<domain::TaskId> m_acting; // what was done with these is not answered yet
    std::pair<domain::TaskAction, domain::TaskId> m_sent; // the last
    QElapsedTimer m_sinceSent;
    domain::TaskAction m_asked = domain::TaskAction::Comment; // what the open form is about
    std::vector<Draft> m_drafts; // what was typed about other tasks, the oldest first
    QAction *m_correct = nullptr;
    QAction *m_attach = nullptr;
    QAction *m_open = nullptr;
    PrimaryButton *m_correctButton = nullptr;
    PrimaryButton *m_attachButton = nullptr;
    PrimaryButton *m_openButton = nullptr;
    QString m_openedFile; // the last, so that the next one follows it
    QPointer<FilePreview> m_preview; // the window owns it
    QHash<domain::TaskId, QStringList> m_fileNames; // of the files of a task, also of those on their way to it
    Background m_background; // reads files
    QTimer m_pause{this};
    quint64 m_generation = 0;
};

} // namespace hmsact::console
