// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/activitymodel.h"
#include "console/feedview.h"
#include "console/page.h"

#include <memory>

namespace Ui {
class ActivitiesPage;
}

namespace hmsact::console {

class ActivityForm;
class ActivityView;
class TaskPane;

// The list of activities, the chosen one with its tasks and events, and the chosen task of it; or, in their place, the form of
// a new one.
class ActivitiesPage final : public Page
{
    Q_OBJECT

public:
    explicit ActivitiesPage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~ActivitiesPage() override;

    void open(domain::ActivityId activity, const QString &taskName); // whether the list shows it or not
    void startNew(); // with what was typed before, if the form was closed over it; not for who may not

    void setActive(bool active) override;
    void refresh() override;
    void tick() override;
    void find() override;
    [[nodiscard]] QWidget *mainView() const override;
    [[nodiscard]] bool hasTyped() const override;
    void back() override;
    [[nodiscard]] QList<QAction *> taskActions() const override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

private:
    void buildList();
    void buildForm();
    void endNew();
    void take(const domain::ActivityView &created);
    void query();
    void onAnswer();

    using Feed = ListFeed<domain::ListActivities, domain::ActivityView>;
    using List = FeedView<Ui::ActivitiesPage, Feed>;

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::ActivitiesPage> ui;
    ActivityModel m_model;
    Feed m_feed;
    std::unique_ptr<List> m_list;
    ActivityView *m_view = nullptr;
    TaskPane *m_pane = nullptr;
    ActivityForm *m_form = nullptr;
    QList<int> m_sizes; // of the parts beside the list, before the form took their place
    QTimer m_typing;
};

} // namespace hmsact::console
