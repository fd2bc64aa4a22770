// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bench.h"

#include "cli/benchdatabase.h"
#include "cli/refusal.h"
#include "cli/runner.h"
#include "domain/codec.h"
#include "store/databaseurl.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>
#include <thread>

namespace hmsact::cli {

using namespace Qt::StringLiterals;

namespace {

struct Scenario {
    QLatin1StringView name;
    BenchResult (*run)(const BenchOptions &, const BenchPrinter &);
};
constexpr std::array scenarios{
    Scenario{"enqueue"_L1, benchEnqueue}, Scenario{"drain"_L1, benchDrain},       Scenario{"chain"_L1, benchChain},
    Scenario{"backlog"_L1, benchBacklog}, Scenario{"matching"_L1, benchMatching}, Scenario{"latency"_L1, benchLatency},
    Scenario{"timers"_L1, benchTimers},   Scenario{"http"_L1, benchHttp},         Scenario{"start"_L1, benchStart},
    Scenario{"view"_L1, benchView},
};

constexpr int figureMax = 10'000'000;
constexpr int desksMax = 16;

// A figure of the command line; nothing when it was not given or cannot be, which is then said in `wrong`.
std::optional<int> figure(const QJsonObject &body, const QString &name, QString &wrong)
{
    if (!body.contains(name))
        return std::nullopt;
    const qint64 value = body.value(name).toInteger();
    if (value < 1 || value > figureMax)
        wrong = u"--%1 is a number from 1 to %2"_s.arg(name).arg(figureMax);
    return int(value);
}

// A signal to end removes what is measured; before any other thread, all of which inherit that the signals wait.
void removeWhenInterrupted(const QString &folder)
{
    sigset_t ending;
    sigemptyset(&ending);
    for (const int signal : {SIGHUP, SIGINT, SIGTERM}) {
        struct sigaction now = {};
        sigaction(signal, nullptr, &now);
        if (now.sa_handler != SIG_IGN) // as nohup wants it
            sigaddset(&ending, signal);
    }
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    std::thread([ending, folder] {
        int signal = 0;
        sigwait(&ending, &signal);
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {}); // of what is gone
        BenchScratch::removeAll();
        if (!folder.isEmpty())
            QDir(folder).removeRecursively();
        constexpr int bySignal = 128;
        std::_Exit(bySignal + signal);
    }).detach();
}

} // namespace

int bench(const Invocation &invocation)
{
    const auto usage = [&invocation](const QString &line) {
        refuse(invocation, domain::makeError(domain::ErrorCode::Invalid, "%1", {line}));
        return exitUsage;
    };
    const QString name = invocation.body.value(u"scenario"_s).toString();
    const auto scenario =
        std::find_if(scenarios.begin(), scenarios.end(), [&](const Scenario &one) { return name == one.name; });
    if (scenario == scenarios.end())
        return usage(u"there is no scenario “%1”; hms-act bench --help lists them"_s.arg(name));
    BenchOptions options;
    QString wrong;
    options.tasks = figure(invocation.body, u"tasks"_s, wrong);
    options.workers = figure(invocation.body, u"workers"_s, wrong);
    options.batch = figure(invocation.body, u"batch"_s, wrong);
    options.desks = figure(invocation.body, u"desks"_s, wrong).value_or(1);
    if (!wrong.isEmpty())
        return usage(wrong);
    if (options.batch.value_or(1) > domain::limits::reserveMax)
        return usage(u"--batch is at most %1"_s.arg(domain::limits::reserveMax));
    if (options.desks > desksMax)
        return usage(u"--desks is at most %1"_s.arg(desksMax));
    // In the working directory and not in the system's folder for temporary files, which is often memory.
    std::optional<QTemporaryDir> folder;
    if (invocation.database) {
        const auto url = store::DatabaseUrl::parse(*invocation.database);
        if (!url)
            return usage(url.error().detail.english());
        if (url->dialect == store::Dialect::Sqlite && QFileInfo::exists(url->file))
            return usage(u"%1 exists; bench makes and removes a database of its own"_s.arg(url->file));
        options.database = *url;
    } else {
        folder.emplace(QDir::current().filePath(u"hms-act-bench-XXXXXX"_s));
        if (!folder->isValid())
            return usage(u"cannot write here: %1"_s.arg(folder->errorString()));
        options.database = store::DatabaseUrl::forFile(folder->filePath(u"bench.db"_s));
    }
    if (options.desks > 1 && options.database.dialect == store::Dialect::Sqlite)
        return usage(u"--desks needs a PostgreSQL: SQLite takes one"_s);
    removeWhenInterrupted(folder ? folder->path() : QString());
    const BenchResult done =
        scenario->run(options, [](const QJsonObject &line) { print(QString::fromUtf8(domain::compact(line)) + u'\n'); });
    if (done)
        return exitDone;
    refuse(invocation, done.error());
    return done.error().code == domain::ErrorCode::Unavailable ? exitUsage : exitRefused;
}

} // namespace hmsact::cli
