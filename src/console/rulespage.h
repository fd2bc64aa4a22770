// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/page.h"
#include "console/rulemodel.h"
#include "console/workerfeed.h"
#include "engine/coreclient.h"

#include <QElapsedTimer>

#include <memory>

namespace Ui {
class RulesPage;
}

namespace hmsact::console {

class EmptyState;
class RuleEditor;

// The escalation rules: a list that says which are on and whether they live, and below it the one that is chosen, to be read,
// changed, tried and saved. What is typed is never lost without a question, and what somebody else has saved meanwhile
// never overwritten without one. Only an administrator changes anything.
class RulesPage final : public Page
{
    Q_OBJECT

public:
    explicit RulesPage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~RulesPage() override;

    void setActive(bool active) override;
    void refresh() override;
    void tick() override;
    void back() override;
    void leave(std::function<void()> then) override;
    [[nodiscard]] QWidget *mainView() const override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

private:
    using Then = std::function<void()>;

    void buildTable();
    void buildKeys();
    void onChanges(const domain::ChangeSet &changes);
    void read();
    void take(std::vector<domain::Rule> rules);
    void follow(); // of what was read, what the editor shows
    void takeWorkers(const WorkerFeed::Answer &answer);
    void enableButtons();

    void onCurrentChanged(const QModelIndex &current);
    void choose(int row);
    void markEdited(); // the row of what the editor shows is the current one
    void settle(Then then); // what is typed, with a question if something would be lost
    void revert();
    void begin(const domain::Rule &rule); // a new one
    void duplicate();
    void switchRule(int row);

    void saveEdited(Then then = {});
    void send(const domain::Rule &rule, domain::RuleId existing, int knownVersion, Then then);
    void onSaved(const domain::Rule &sent, const domain::Rule &saved);
    void onRefused(const domain::Error &error, const domain::Rule &rule, Then then);
    void onAnotherVersion(const domain::Rule &theirs, const domain::Rule &mine, Then then);
    void onRemovedMeanwhile();
    void askToRemove();
    void remove(domain::RuleId id);

    [[nodiscard]] const domain::Rule *chosen() const;
    [[nodiscard]] bool mayChange() const { return m_client.actor().role == domain::Role::Admin; }

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::RulesPage> ui;
    RuleModel m_model;
    WorkerFeed m_workers;
    RuleEditor *m_editor;
    EmptyState *m_empty;
    QElapsedTimer m_sinceRead;
    std::vector<std::pair<domain::RuleId, int>> m_versions; // of the rules that were linted together
    int m_toldVersion = 0; // of the rule that is edited: that somebody else saved it was said
    quint64 m_generation = 0; // what was asked before a change of ours answers too late
    bool m_active = false;
    bool m_asking = false;
    bool m_again = false; // something changed while it was asked
    bool m_moved = false; // tasks changed, and with them what the rules follow
    bool m_quiet = false; // the current row is set by the page
};

} // namespace hmsact::console
