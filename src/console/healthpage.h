// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/findingmodel.h"
#include "console/page.h"
#include "engine/coreclient.h"

#include <QElapsedTimer>

#include <memory>

class QLabel;

namespace Ui {
class HealthPage;
}

namespace hmsact::console {

class EmptyState;

// Which database this is, how much is in it, and whether its settings keep what the program promises. Looks again every few
// seconds while it is shown; checks everything on demand.
class HealthPage final : public Page
{
    Q_OBJECT

public:
    explicit HealthPage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~HealthPage() override;

    void setActive(bool active) override;
    void refresh() override;
    void tick() override;
    [[nodiscard]] QWidget *mainView() const override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

private:
    enum Fact { Address, Program, Schema, Size, Activities, Tasks, Events, Connection, Leader, FactCount };
    void addFact(Fact fact, const QString &name);
    void setFact(Fact fact, const QString &value);
    void showCore(); // what is known without the database
    void take(domain::Result<domain::DatabaseStatus> status);
    void showSummary();
    void verify();

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::HealthPage> ui;
    FindingModel m_model;
    EmptyState *m_empty;
    QLabel *m_facts[FactCount] = {};
    QElapsedTimer m_sinceAsked;
    qint64 m_pauseMs = 0; // until it is asked again
    bool m_asking = false;
};

} // namespace hmsact::console
