// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/feedview.h"
#include "console/outboxmodel.h"
#include "console/page.h"

#include <memory>

namespace Ui {
class OutboxPage;
}

namespace hmsact::console {

// The outbox: which messages went out, which wait, and first of all those that were given up, with the reason and a way to
// send them again.
class OutboxPage final : public Page
{
    Q_OBJECT

public:
    explicit OutboxPage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~OutboxPage() override;

    void setActive(bool active) override;
    void refresh() override;
    void back() override;
    void tick() override;
    void find() override;
    [[nodiscard]] QWidget *mainView() const override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

private:
    [[nodiscard]] const domain::Notification *chosen() const;
    void buildTable();
    void fillChoices();
    void query();
    void onAnswer();
    void enableButtons();
    void showOutcome();
    void resend();
    [[nodiscard]] std::vector<domain::NotificationId> givenUp() const; // of those that are shown
    void askToResendAll();
    void resendAll(const std::vector<domain::NotificationId> &messages);
    void sendTest();
    void showActivity();

    using Feed = ListFeed<domain::ListNotifications, domain::Notification>;
    using List = FeedView<Ui::OutboxPage, Feed>;

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::OutboxPage> ui;
    OutboxModel m_model;
    Feed m_feed;
    std::unique_ptr<List> m_list;
    domain::NotificationId m_shown; // the last that somebody chose
    domain::NotificationId m_resent; // by whoever sits here
};

} // namespace hmsact::console
