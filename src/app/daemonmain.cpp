// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log.h"
#include "app/service.h"
#include "app/startup.h"
#include "app/unixsignals.h"

#include <QCoreApplication>

using namespace hmsact;

// What the allocator reads as the program begins: few pools for few threads, and what was freed goes back to the system within
// a second.
extern "C" {
extern const char *malloc_conf;
const char *malloc_conf = "narenas:2,dirty_decay_ms:1000,muzzy_decay_ms:0";
}

int main(int argc, char **argv)
{
    const auto prepared = app::prepareProcess(app::Program::Daemon, argc, argv);
    if (const int *status = std::get_if<int>(&prepared))
        return *status;

    QCoreApplication application(argc, argv);
    application.setApplicationName(app::programName(app::Program::Daemon));
    app::UnixSignals unixSignals; // before any client can take the last descriptor
    auto service = app::Service::start(std::get<app::Settings>(prepared));
    if (!service) {
        app::complain(application.applicationName(), service.error().detail.english());
        return app::exitRefused;
    }
    app::announce((*service)->address());

    QObject::connect(&unixSignals, &app::UnixSignals::terminationAsked, &application, &QCoreApplication::quit);
    QObject::connect(&unixSignals, &app::UnixSignals::reloadAsked, &application,
                     [&service] { (*service)->reloadCertificate(); });
    QCoreApplication::exec();
    (*service)->stop();
    return 0;
}
