// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/queueline.h"
#include "engine/dryruntally.h"
#include "store/historystore.h"

#include <map>

namespace hmsact::engine {

// One version of a rule over the record: first all activities are read, one after the other; a rule about a queue, which
// is about all of them at once, is then played from the line that they make. Outside of read().
class DryRunVersion
{
public:
    DryRunVersion(const domain::Rule &rule, const std::vector<domain::Rule> &others, domain::Period period,
                  const domain::DryRun::Directory &directory);

    void read(const domain::Recorded &recorded);
    [[nodiscard]] bool isAboutAQueue() const { return m_line.has_value(); }
    // Errors: Invalid where more came and went than can be kept, and those of the database.
    [[nodiscard]] domain::Status playQueue(store::Database &database);

    // What it would have done to each activity that was read since, but for a queue: since the last call. They are counted.
    using Fired = std::map<domain::ActivityId, std::vector<domain::WouldFire>>;
    [[nodiscard]] Fired take();
    [[nodiscard]] bool isFull() const { return m_firings >= domain::limits::dryRunFiringsMax; }
    [[nodiscard]] domain::DryRunSum sum() { return m_tally.sum(); }

private:
    [[nodiscard]] domain::Status attend(store::Database &database, qint64 atMs);
    void leave(const domain::DryRun::Ending &ending);
    void keep(domain::ActivityId activity, std::vector<domain::WouldFire> &&fired);

    const domain::Period m_period;
    domain::DryRun m_run;
    DryRunTally m_tally;
    std::optional<domain::QueueLine> m_line;
    std::optional<domain::Recorded> m_attended; // whose task came first when there were too many
    Fired m_fired;
    qint64 m_firings = 0;
};

} // namespace hmsact::engine
