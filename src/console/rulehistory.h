// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/feedview.h"
#include "console/firingmodel.h"
#include "domain/query.h"

#include <QSettings>
#include <QWidget>

#include <memory>

namespace Ui {
class RuleHistory;
}

namespace hmsact::console {

// What a saved rule has fired, newest first, with what came of it and the version that did it. Leads to the activity.
class RuleHistory final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleHistory(engine::CoreClient &client, QWidget *parent = nullptr);
    ~RuleHistory() override;

    void show(domain::RuleId rule); // null: it is not saved yet
    void setActive(bool active);
    void refresh();
    void tick();

    void save(QSettings &settings) const;
    void restore(QSettings &settings);

signals:
    void activityRequested(hmsact::domain::ActivityId activity, const QString &taskName);

private:
    using Feed = ListFeed<domain::ListFirings, domain::Firing>;
    using List = FeedView<Ui::RuleHistory, Feed>;

    std::unique_ptr<Ui::RuleHistory> ui;
    FiringModel m_model;
    Feed m_feed;
    std::unique_ptr<List> m_list;
    domain::RuleId m_rule;
};

} // namespace hmsact::console
