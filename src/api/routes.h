// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/route.h"
#include "engine/core.h"

// The table, one file for each kind of thing served.
namespace hmsact::api {

struct ApiSettings;
class ChangeFeed;
class ClerkPages;
class HttpMeters;

void addActivityRoutes(Routes &routes);
void addTaskRoutes(Routes &routes);
void addArtefactRoutes(Routes &routes, engine::Core &core);
void addQueueRoutes(Routes &routes, engine::Core &core, const Loop &loop);
void addWorkerRoutes(Routes &routes);
void addOversightRoutes(Routes &routes); // alerts and figures
void addNotificationRoutes(Routes &routes);
void addRuleRoutes(Routes &routes);
void addCalendarRoutes(Routes &routes, engine::Core &core); // and why clocks fall due
void addIntentRoutes(Routes &routes);
void addClerkRoutes(Routes &routes, engine::Core &core, const Loop &loop, const ApiSettings &settings,
                    std::shared_ptr<ClerkPages> pages); // links in mail
void addOpen311Routes(Routes &routes, engine::Core &core, const Loop &loop);
void addStreamRoutes(Routes &routes, std::shared_ptr<ChangeFeed> feed);
void addTokenRoutes(Routes &routes);
void addUserRoutes(Routes &routes); // who sits at consoles
void addOperatorRoutes(Routes &routes,
                       engine::Core &core); // database and audit, for the command line beside a running process
void addHealthRoutes(Routes &routes, engine::Core &core, const Loop &loop);
void addMetricsRoutes(Routes &routes, engine::Core &core, const Loop &loop, const HttpMeters &meters);
void addSandboxRoutes(Routes &routes, engine::Core &core); // only where the clock is virtual

inline const QString base = QStringLiteral("/api/v1");

} // namespace hmsact::api
