// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/feedview.h"
#include "console/page.h"
#include "console/queuemodel.h"
#include "console/workerfeed.h"

#include <memory>

namespace Ui {
class QueuePage;
}

namespace hmsact::console {

class TaskPane;

// The queue across all activities beside the chosen task. Sorting and filtering happen in the database; the rows are a bounded
// window onto it.
class QueuePage final : public Page
{
    Q_OBJECT

public:
    explicit QueuePage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~QueuePage() override;

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

    void setCounts(const domain::Stats &stats);
    void showWorker(const domain::WorkerId &worker);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void sortByHeader(int column, Qt::SortOrder order);
    void sortByRank();
    void query();
    void onAnswer();
    void showCurrent();
    void takeWorkers(const WorkerFeed::Answer &answer);

    using Feed = ListFeed<domain::ListQueue, domain::TaskView>;
    using List = FeedView<Ui::QueuePage, Feed>;

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::QueuePage> ui;
    QueueModel m_model;
    Feed m_feed;
    WorkerFeed m_workers;
    std::unique_ptr<List> m_list;
    TaskPane *m_pane = nullptr;
    domain::TaskId m_shown; // in the pane
    QString m_shownName;
    domain::Task m_acted; // as it was made here last
    domain::QueueSort m_sort = domain::QueueSort::Rank;
    domain::SortOrder m_order = domain::SortOrder::Ascending;
};

} // namespace hmsact::console
