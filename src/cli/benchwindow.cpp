// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchdatabase.h"
#include "cli/benchprogram.h"

#include <QJsonDocument>
#include <QTemporaryDir>

// What the window costs with many tasks behind it: the console measures itself and prints one JSON object.
namespace hmsact::cli {

using namespace Qt::StringLiterals;

static constexpr int windowTasks = 1'000'000;

static BenchResult window(const QString &what, const BenchOptions &options, const BenchPrinter &print)
{
    const int tasks = options.tasks.value_or(windowTasks);
    auto database = BenchDatabase::make(options.database);
    if (!database)
        return database.error();
    BenchDatabase &bench = **database;
    if (const auto filled = bench.fill(tasks); !filled)
        return filled.error();
    bench.close();
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir configuration; // the window remembers how it was; this one is nobody's
    qputenv("XDG_CONFIG_HOME", configuration.path().toLocal8Bit());
    BenchProgram console(u"hms-act-console"_s);
    const Stopwatch watch;
    const auto measured = console.start({u"--db"_s, bench.url().text, u"--no-api"_s, u"--measure"_s, what}, u"measured "_s);
    if (!measured)
        return measured.error();
    QJsonObject line = benchLine(options, what, tasks, 0, 0, watch.seconds(), 0);
    line.remove(u"commits"_s);
    const QJsonObject figures = QJsonDocument::fromJson(measured->toUtf8()).object();
    for (auto it = figures.begin(); it != figures.end(); ++it)
        line.insert(it.key(), it.value());
    print(line);
    return domain::Done{};
}

BenchResult benchStart(const BenchOptions &options, const BenchPrinter &print) { return window(u"start"_s, options, print); }

BenchResult benchView(const BenchOptions &options, const BenchPrinter &print) { return window(u"view"_s, options, print); }

} // namespace hmsact::cli
