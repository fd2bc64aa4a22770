// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include <QStringList>

#include <algorithm>

namespace hmsact::cli {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *latin) { return QString::fromUtf8(latin); }

QString nameOf(const Command &command) { return (text(command.group) + u' ' + text(command.verb)).trimmed(); }

QString usageOf(const Command &command)
{
    QString usage = nameOf(command);
    for (const char *word : command.words)
        usage += u' ' + text(word).toUpper();
    for (const Option &option : command.options)
        if (option.required)
            usage += u" --%1 %2"_s.arg(text(option.name), text(option.placeholder));
    return usage;
}

QString rows(const QList<QStringList> &pairs)
{
    qsizetype width = 0;
    for (const QStringList &pair : pairs)
        width = std::max(width, pair.at(0).size());
    QString lines;
    for (const QStringList &pair : pairs)
        lines += u"  "_s + pair.at(0).leftJustified(width + 2) + pair.at(1) + u'\n';
    return lines;
}

QString commonOptions(Door door)
{
    QList<QStringList> options{
        {u"--json"_s, u"print JSON instead of a table, and of what is refused the problem details"_s}};
    if (door == Door::Api) {
        options.append({u"--url URL"_s, u"the server (HMS_ACT_URL; http://127.0.0.1:8311)"_s});
        options.append({u"--token TOKEN"_s, u"who you are (HMS_ACT_TOKEN; better there than on the command line)"_s});
    } else {
        options.append({u"--db URL"_s,
                        door == Door::Bench
                            ? u"a database to measure; left out: a new one in the working "
                              "directory, removed afterwards"_s
                            : u"the database (HMS_ACT_DB): sqlite:///path/to/file.db or postgresql://HOST/NAME"_s});
    }
    return rows(options);
}

const QString benchScenarios =
    u"\nScenarios\n"
    "  enqueue   activities with one task: one call at a time from 1 and from 32 callers, and 1,000 in one go\n"
    "  drain     ready tasks reserved and completed by 1, 10 and 50 workers, 1 and 50 tasks at a time\n"
    "  chain     activities of 4 tasks that need each other, from their creation to the end\n"
    "  backlog   drain of 5,000 tasks while many others wait (--tasks says how many)\n"
    "  matching  one task at a time for 1,000 workers with levels and pools, 100,000 tasks with wishes waiting, against\n"
    "            the same without (--tasks and --workers say how many)\n"
    "  latency   from the call that enqueues a task to an idle worker having it, in this process and over HTTP\n"
    "  timers    1,000 SLA timers that expire in one instant among 1,000,000 that run (--tasks says how many)\n"
    "  http      drain of 5,000 tasks over HTTP on loopback, 10 connections, against the same in this process\n"
    "  start     the console's start with 1,000,000 tasks, until the queue's first rows are painted\n"
    "  view      the console scrolling through a queue of 1,000,000 tasks while 500 a second change\n"
    "\n"
    "All but http, start and view run in this process, at full durability: what was answered is on the disk. Each line\n"
    "is a JSON object: scenario, db, tasks, workers, batch, seconds, per_s (tasks a second), and figures of the\n"
    "scenario, which tests/bench/README.md among the program's sources explains.\n"_s;

} // namespace

QString helpForAll()
{
    QList<QStringList> list;
    for (const Command &command : commands())
        list.append({usageOf(command), text(command.summary)});
    return u"hms-act COMMAND …: works with the activities, tasks and workers of HMS-ACT.\n\n"_s + rows(list)
        + u"\nhms-act COMMAND --help explains one of them.\n"
          "Exit status: 0 done; 1 refused, not found, or no answer; 2 wrong usage, no token, a database that is held or\n"
          "cannot be used, a verification that could not be done; 128 and the signal's number when one ended a bench.\n"
          "Settings: option, then variable (HMS_ACT_URL, HMS_ACT_TOKEN, HMS_ACT_DB), then hms-act/hms-act.ini in the\n"
          "configuration folder (url, token, db).\n"_s;
}

QString helpForGroup(const QString &group)
{
    QList<QStringList> list;
    for (const Command &command : commands())
        if (group == QLatin1StringView(command.group))
            list.append({usageOf(command), text(command.summary)});
    return rows(list) + u"\nhms-act %1 … --help explains one of them.\n"_s.arg(group);
}

QString helpFor(const Command &command)
{
    QString help = u"hms-act %1%2\n\n%3.\n\n"_s.arg(usageOf(command), command.options.empty() ? QString() : u" [options]"_s,
                                                    text(command.summary));
    QList<QStringList> options;
    for (const Option &option : command.options)
        options.append({u"--%1 %2"_s.arg(text(option.name), text(option.placeholder)).trimmed(), text(option.help)});
    help += rows(options) + commonOptions(command.door);
    return command.door == Door::Bench ? help + benchScenarios : help;
}

} // namespace hmsact::cli
