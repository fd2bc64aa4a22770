// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox.h"
#include "app/settings.h"
#include "engine/core.h"

#include <memory>

namespace hmsact::api {
class Server;
}

namespace hmsact::notify {
class Delivery;
}

namespace hmsact::app {

class CountyLife;
class StartWatch;

// The composition root: builds clock, core, API and, in a sandbox, the sample county's people; hands references down and
// takes everything apart in reverse. Made and destroyed on the main thread, which needs a Qt application object.
class Service
{
public:
    // Returns when everything runs; SIGTERM and SIGINT do not wait for that. Errors (nothing is left running): whatever
    // Core::open and the API's start say, a database folder that cannot be made, data in a sandbox's database that is not a
    // sandbox's.
    [[nodiscard]] static domain::Result<std::unique_ptr<Service>> start(const Settings &settings);
    ~Service(); // stop()

    [[nodiscard]] engine::Core &core() { return *m_core; }
    [[nodiscard]] QString address() const { return m_address; } // "http://127.0.0.1:8311"; empty without an API

    // Reads the certificate's files again; a bad pair is logged and the old one stays.
    void reloadCertificate();
    // Answers what is under way, within 10 s at the most, and closes the database. Idempotent.
    void stop();

private:
    explicit Service(Settings settings);

    [[nodiscard]] domain::Status findDatabase();
    [[nodiscard]] domain::Status openCore();
    [[nodiscard]] domain::Status openCoreWith(std::shared_ptr<engine::Clock> clock);
    [[nodiscard]] domain::Status furnishSandbox();
    [[nodiscard]] domain::Status sayWasSandbox(); // of a database that is one's no more
    [[nodiscard]] domain::Status makePast();
    [[nodiscard]] domain::Status serve();
    [[nodiscard]] domain::Status deliver();
    [[nodiscard]] domain::Status enliven();

    Settings m_settings;
    std::unique_ptr<sandbox::Folder> m_throwAway; // outlives the core that has its database in there
    std::unique_ptr<engine::Core> m_core;
    std::unique_ptr<notify::Delivery> m_delivery;
    std::unique_ptr<api::Server> m_server;
    std::unique_ptr<CountyLife> m_life;
    QString m_address;
    StartWatch *m_watch = nullptr; // while it starts
    QString m_failure; // why it has not started
};

} // namespace hmsact::app
