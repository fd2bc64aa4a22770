// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startup.h"

#include "app/log.h"
#include "app/unixsignals.h"
#include "engine/configuration.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hmsact::app {
namespace {

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

// Where one is closed the next file to be opened would get its number, and what is printed.
void openStandardDescriptors()
{
    int descriptor = 0;
    while (descriptor >= 0 && descriptor <= STDERR_FILENO)
        descriptor = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::close(descriptor);
}

// Each client has one, and a process may by default have fewer than it takes clients.
void allowManyDescriptors()
{
    constexpr rlim_t many = 65'536;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= many)
        return;
    limit.rlim_cur = std::min(limit.rlim_max, many);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

QString programName(Program program)
{
    return program == Program::Console ? QStringLiteral("hms-act-console") : QStringLiteral("hms-actd");
}

std::variant<Settings, int> prepareProcess(Program program, int argc, char **argv)
{
    openStandardDescriptors();
    allowManyDescriptors();
    UnixSignals::block();
    std::signal(SIGPIPE, SIG_IGN); // a client that hangs up is an error of one write, not the end
    ::umask(S_IRWXG | S_IRWXO); // the database's border is the file's permission
    logToStandardError();

    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (const std::optional<QString> information = informationAskedFor(program, arguments)) {
        print(*information);
        return 0;
    }
    domain::Result<Settings> settings =
        Settings::read(program, arguments, QProcessEnvironment::systemEnvironment(), engine::Configuration::defaultFile());
    if (!settings) {
        complain(programName(program), settings.error().detail.english());
        return exitRefused;
    }
    return std::move(settings).value();
}

void announce(const QString &address)
{
    if (!address.isEmpty())
        print(QStringLiteral("listening on %1\n").arg(address));
    releaseLog();
}

} // namespace hmsact::app
