// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/countyscript.h"
#include "app/dice.h"
#include "app/sampledocument.h"
#include "domain/command.h"

namespace hmsact::app {

// What somebody who got a task makes of it.
struct Performance {
    enum class Outcome { Completes, Fails, Stalls };
    Outcome outcome = Outcome::Completes;
    int minutes = 1; // of the county's time; live a minute takes a second
    QString failReason;
    QString remark; // comment on the way; empty: none
    QJsonObject result;
    std::optional<SampleDocument> paper;
};

// The sample county's behaviour, worked out from the script and a seed: case number 17 is always the same
// request of the same citizen, and the same worker always does the same with it, in whatever order things
// happen. Pure; any thread.
class County
{
public:
    enum class Period { Past, Live, Opening }; // opening: an emergency, the first thing a visitor sees

    explicit County(quint64 seed) : m_seed(seed) { }

    [[nodiscard]] static std::vector<domain::WorkerSpec> workers();
    [[nodiscard]] static std::vector<domain::Intent> intents(); // what its citizens ask for, as templates
    [[nodiscard]] static std::vector<domain::Rule> rules(qint64 nowMs);
    [[nodiscard]] static const script::Worker *findWorker(const QString &id); // nullptr: not one of the county's

    // The request with that number; the payload of each task says it again under "case".
    [[nodiscard]] domain::CreateActivity request(int number, Period period) const;

    // The lease token counts how often the task was handed out; after the third time it always succeeds, so that
    // nothing is stuck for ever.
    [[nodiscard]] Performance perform(const QString &workerId, const QString &taskName, const QJsonObject &payload,
                                      qint64 leaseToken) const;
    [[nodiscard]] bool wantsOption(const QJsonObject &payload) const;
    [[nodiscard]] Dice dice(const QString &occasion) const { return Dice(m_seed, occasion); }

    // How long the citizens wait until they ask for the next thing: the more is open, the calmer they are; and the more they
    // have asked already, so that a sandbox left running for weeks grows ever more slowly.
    [[nodiscard]] static qint64 pauseMs(int openActivities, int asked);
    static constexpr int openMax = 80; // with that many open they ask for nothing more

private:
    quint64 m_seed;
};

} // namespace hmsact::app
