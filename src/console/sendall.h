// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/whenready.h"
#include "console/words.h"
#include "engine/coreclient.h"

#include <memory>

namespace hmsact::console {

// Says them all, and calls `then` once in the GUI thread when each is answered, unless `who` is gone by then: how many were
// done, and why another was not; empty where all were.
template <class C, class Then>
void sendAll(engine::CoreClient &client, const std::vector<C> &commands, QObject *who, Then then)
{
    struct Sum {
        size_t awaited;
        int done = 0;
        QString trouble;
    };
    const auto sum = std::make_shared<Sum>(Sum{commands.size(), 0, {}});
    for (const C &command : commands)
        whenReady(client.send(command), who, [sum, then](const domain::Result<typename C::Answer> &answer) {
            if (answer)
                ++sum->done;
            else
                sum->trouble = text(answer.error());
            if (--sum->awaited == 0)
                then(sum->done, sum->trouble);
        });
}

} // namespace hmsact::console
