// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/firingmodel.h"
#include "engine/coreclient.h"

#include <QSettings>
#include <QWidget>

#include <memory>

namespace Ui {
class RuleTrial;
}

namespace hmsact::console {

class EmptyState;

// The dry run of a rule as it stands in the form: over which days, what it would have come to beside the saved one, and the
// first firings one by one. What cannot be tried is said as the core says it.
class RuleTrial final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleTrial(engine::CoreClient &client, QWidget *parent = nullptr);
    ~RuleTrial() override;

    enum class Standing { New, Saved, Edited };
    // What “Try” tries; nullopt: it is no rule yet. A result of another rule goes, one of an older text is said to be that.
    void setRule(const std::optional<domain::Rule> &rule, Standing standing);
    void forget(); // another rule is chosen

    void save(QSettings &settings) const;
    void restore(QSettings &settings);

signals:
    void activityRequested(hmsact::domain::ActivityId activity, const QString &taskName);

private:
    void tryIt();
    void take(const domain::Result<domain::DryRunReport> &report);
    void say(const QString &sign, const QString &text);
    void showStanding();

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::RuleTrial> ui;
    TrialSumModel m_sums;
    WouldFireModel m_firings;
    EmptyState *m_empty;
    std::optional<domain::Rule> m_rule;
    Standing m_standing = Standing::New;
    QString m_verdict; // of the last answer
    QString m_verdictSign;
    quint64 m_generation = 0;
    bool m_running = false;
    bool m_stale = false; // the text was changed after it was tried
};

} // namespace hmsact::console
