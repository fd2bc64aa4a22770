// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include <client/workerloop.h>

// Ends with 0 when the loop finds nobody at the address and says so.
int main(int argc, char **argv)
{
    using namespace hmsact::client;
    QCoreApplication application(argc, argv);
    Settings settings;
    settings.url = QUrl("http://127.0.0.1:1");
    settings.retries = 0;
    WorkerLoop loop(settings, {.name = "outside-bot"}, {.concurrency = 2});
    loop.serve("dig", [](Job &job) { job.complete(); });
    QObject::connect(&loop, &WorkerLoop::troubled, &application,
                     [](const Error &error) { QCoreApplication::exit(error.kind == ErrorKind::Transport ? 0 : 1); });
    loop.start();
    return application.exec();
}
