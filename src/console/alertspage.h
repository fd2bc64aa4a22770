// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/alertmodel.h"
#include "console/feedview.h"
#include "console/page.h"

#include <QElapsedTimer>

#include <memory>

namespace Ui {
class AlertsPage;
}

namespace hmsact::console {

// The alert inbox: what went wrong, and the word that somebody has seen it.
class AlertsPage final : public Page
{
    Q_OBJECT

public:
    explicit AlertsPage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~AlertsPage() override;

    void setActive(bool active) override;
    void refresh() override;
    void tick() override;
    [[nodiscard]] QWidget *mainView() const override;
    void back() override;
    void offerAcknowledgeAll(); // of what is open, a page of limits::pageMax at most; asks first
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

private:
    [[nodiscard]] const domain::Alert *chosen() const;
    void buildTable();
    void query();
    void onAnswer();
    void enableButtons();
    void buildSnooze();
    void acknowledge();
    [[nodiscard]] bool mayActOn(domain::AlertId alert) const; // somebody has looked at it
    void begin(domain::AlertId alert); // to act on it
    [[nodiscard]] std::vector<domain::AlertId> unseen() const; // of those that are shown
    void askToAcknowledge(const std::vector<domain::AlertId> &alerts, const QString &question);
    void acknowledgeAll(const std::vector<domain::AlertId> &alerts);
    void snooze(qint64 forMs);
    void explain(); // which rules follow the chosen one, and whom they told
    void showActivity();

    using Feed = ListFeed<domain::ListAlerts, domain::Alert>;
    using List = FeedView<Ui::AlertsPage, Feed>;

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::AlertsPage> ui;
    AlertModel m_model;
    Feed m_feed;
    std::unique_ptr<List> m_list;
    domain::AlertId m_explained; // is chosen
    domain::AlertId m_acted; // what was done here takes it out of the list
    domain::AlertId m_sent; // was acted on last
    QElapsedTimer m_sinceSent;
    bool m_sending = false; // its answer is on its way
};

} // namespace hmsact::console
