// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/whenready.h"
#include "engine/coreclient.h"

#include <QTest>

namespace hmsact::console {

// Until all that the window has asked the core is answered, and what that led it to ask, and everything stands in its place:
// for tests of what does not happen. What begins later, by a timer, is not waited for.
inline void settle(engine::CoreClient &client)
{
    for (int round = 0; round < 3; ++round) {
        bool isAnswered = false; // in its turn, after all that was asked before
        whenReady(client.ask(domain::GetStats{}), qApp, [&isAnswered](const auto &) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // each layout tells the one around it
    }
}

} // namespace hmsact::console
