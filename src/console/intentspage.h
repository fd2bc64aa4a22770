// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/intentdraft.h"
#include "console/intentmodel.h"
#include "console/page.h"
#include "engine/coreclient.h"

#include <memory>

namespace Ui {
class IntentsPage;
}

namespace hmsact::console {

class EmptyState;

// What citizens ask for: the intents, and beside them the one that is read or changed. Administrators change; everybody reads.
class IntentsPage final : public Page
{
    Q_OBJECT

public:
    explicit IntentsPage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~IntentsPage() override;

    void setActive(bool active) override;
    void refresh() override;
    void find() override;
    [[nodiscard]] QWidget *mainView() const override;
    void back() override;
    void leave(std::function<void()> then) override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

private:
    void buildList();
    void take(domain::Result<std::vector<domain::Intent>> intents);
    void showFiltered();
    void onChosen();
    void showIntent(const domain::Intent &intent);
    void begin(const IntentDraft &draft); // a new one
    void select(const QString &name);
    void enableButtons();
    [[nodiscard]] const domain::Intent *findIntent(const QString &name) const; // nullptr: none
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool mayChange() const;

    void edited();
    void trySaving();
    void revert();
    void remove(const QString &name);
    void seeWhetherChanged();

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::IntentsPage> ui;
    IntentModel m_model;
    EmptyState *m_empty;
    std::vector<domain::Intent> m_all;
    std::optional<domain::Intent> m_saved; // the one in the form as it is stored; none: it is new
    IntentDraft m_before; // the form as it was filled in
    bool m_isShown = false; // anything
    bool m_active = false;
};

} // namespace hmsact::console
