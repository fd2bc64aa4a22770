// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/activitydraft.h"
#include "domain/intent.h"
#include "engine/coreclient.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ActivityForm;
}

namespace hmsact::console {

class SignLabel;

// Makes a new activity: of an intent with a template, whose SLA and tasks are filled in and may be changed, or of any other
// one. What is wrong stands at its field. Closing keeps what was typed, cancelling drops it. Ctrl+Return creates, Esc closes.
// GUI thread; the client must outlive it.
class ActivityForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityForm(engine::CoreClient &client, QWidget *parent = nullptr);
    ~ActivityForm() override;

    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool hasTyped() const;

signals:
    void created(const hmsact::domain::ActivityView &activity);
    void closed();

private:
    void connectFields();
    void readIntents();
    void take(std::vector<domain::Intent> intents);
    void onEdited();
    void fillFromTemplate(); // what nobody has changed since it was filled in last
    void showTemplate();
    void create();
    void drop(); // what was typed
    void hideNames(); // of intents, that complete what is typed
    [[nodiscard]] ActivityDraft draft() const;
    [[nodiscard]] const domain::Intent *chosenTemplate() const; // nullptr: it has none
    domain::Result<domain::CreateActivity> check(Wanted wanted);
    void clearErrors();
    void complain(const domain::Error &error, Wanted wanted);
    void focusWrong();

    struct Field { // and where what is wrong with it is said
        QString pointer;
        QWidget *edit;
        SignLabel *error;
    };
    [[nodiscard]] std::vector<Field> fields() const;

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::ActivityForm> ui;
    std::vector<domain::Intent> m_intents;
    QString m_filledSla;
    std::vector<TaskDraft> m_filledTasks;
    bool m_open = false;
    bool m_filling = false;
    bool m_creating = false; // an answer is awaited
};

} // namespace hmsact::console
