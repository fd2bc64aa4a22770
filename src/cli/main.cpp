// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bench.h"
#include "cli/help.h"
#include "cli/refusal.h"
#include "cli/runner.h"
#include "engine/configuration.h"

#include <QCoreApplication>

#include <mutex>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace hmsact;

// What is warned of meanwhile, from any thread, is told when all is done: a refusal says it in its own words, and is alone.
static std::mutex heldMutex;
static QStringList heldWarnings;

static void hold(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    const std::scoped_lock lock(heldMutex);
    if (type == QtFatalMsg || type == QtCriticalMsg)
        cli::complain(message);
    else
        heldWarnings << message;
}

static void tellHeld()
{
    const std::scoped_lock lock(heldMutex);
    for (const QString &line : std::exchange(heldWarnings, {}))
        cli::complain(line);
}

static int help(const cli::Invocation &invocation)
{
    if (invocation.command)
        cli::print(cli::helpFor(*invocation.command));
    else if (!invocation.helpGroup.isEmpty())
        cli::print(cli::helpForGroup(invocation.helpGroup));
    else
        cli::print(cli::helpForAll());
    return cli::exitDone;
}

static int run(QCoreApplication &application)
{
    const QStringList arguments = application.arguments().mid(1);
    const auto invocation = cli::understand(arguments);
    if (!invocation) {
        cli::Invocation misunderstood;
        misunderstood.asJson = arguments.contains(u"--json"_s);
        cli::refuse(misunderstood, invocation.error());
        return cli::exitUsage;
    }
    if (invocation->wantsVersion) {
        cli::print(u"hms-act %1\n"_s.arg(QLatin1StringView(HMSACT_VERSION)));
        return cli::exitDone;
    }
    if (invocation->wantsHelp)
        return help(*invocation);
    if (invocation->command->door == cli::Door::Bench)
        return cli::bench(*invocation);
    const auto destination =
        cli::destinationOf(*invocation, engine::Configuration::defaultFile(), QProcessEnvironment::systemEnvironment());
    if (!destination) {
        cli::refuse(*invocation, destination.error());
        return cli::exitUsage;
    }
    qInstallMessageHandler(hold);
    cli::Runner runner(*invocation, *destination);
    QObject::connect(&runner, &cli::Runner::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&runner, &cli::Runner::start, Qt::QueuedConnection);
    const int status = application.exec();
    if (status == cli::exitDone)
        tellHeld();
    return status;
}

int main(int argc, char **argv)
{
    ::umask(S_IRWXG | S_IRWXO); // what it makes, databases and copies of them, is for this user alone
    QCoreApplication application(argc, argv);
    const int status = run(application);
    if (std::ferror(stdout) == 0)
        return status;
    cli::complain(u"standard output takes no more: what was to be told there is not complete"_s);
    return cli::exitRefused;
}
