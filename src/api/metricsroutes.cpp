// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httpmeters.h"
#include "api/metricstext.h"
#include "api/routes.h"

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace hmsact::api {

using namespace Qt::StringLiterals;
using engine::Meters;

namespace {

constexpr std::chrono::milliseconds statsWithin{3'000}; // a scrape may take 10 s where nobody says otherwise
constexpr double msPerSecond = static_cast<double>(domain::limits::msPerSecond);

void writeWork(MetricsText &out, const domain::Stats &stats)
{
    out.gauge("hms_act_tasks", "Open tasks by state.");
    for (const char *state : {"WAITING", "OPTIONAL", "PENDING", "IN_PROGRESS", "IN_REVIEW", "ON_HOLD"})
        out.sample({{"state", state}}, static_cast<double>(stats.openTasks.value(QString::fromLatin1(state))));
    out.gauge("hms_act_tasks_pressed", "Open tasks whose time is short or over, by SLA state.");
    out.sample({{"sla_state", "due_soon"}}, static_cast<double>(stats.dueSoon));
    out.sample({{"sla_state", "at_risk"}}, static_cast<double>(stats.atRisk));
    out.sample({{"sla_state", "breached"}}, static_cast<double>(stats.breached));
    out.gauge("hms_act_activities_open", "Activities that have not ended.");
    out.sample(static_cast<double>(stats.openActivities));
    out.gauge("hms_act_alerts_open", "Alerts that nobody has acknowledged or put off.");
    out.sample(static_cast<double>(stats.openAlerts));
    out.gauge("hms_act_notifications_queued", "Messages that have not gone out yet.");
    out.sample(static_cast<double>(stats.queuedMessages));
    out.gauge("hms_act_notifications_dead", "Messages that were given up.");
    out.sample(static_cast<double>(stats.deadMessages));
    out.gauge("hms_act_notification_oldest_seconds", "How long the oldest message has been due; 0: none is.");
    out.sample(stats.oldestMessageAtMs == 0 ? 0 : static_cast<double>(stats.nowMs - stats.oldestMessageAtMs) / msPerSecond);
    out.gauge("hms_act_workers", "Registered workers.");
    out.sample(static_cast<double>(stats.workers));
    out.gauge("hms_act_database_size_bytes", "Size of the database.");
    out.sample(static_cast<double>(stats.databaseBytes));
    out.gauge("hms_act_artefact_bytes", "Contents of all files, equal ones counted once.");
    out.sample(static_cast<double>(stats.artefactBytes));
    out.gauge("hms_act_reviews",
              "What humans said of machines' work so far, by outcome; timed_out: nobody in time; not what was taken back.");
    for (auto it = stats.reviews.cbegin(); it != stats.reviews.cend(); ++it)
        out.sample({{"outcome", it.key().toLatin1()}}, static_cast<double>(it.value()));
}

void writeCore(MetricsText &out, const engine::Core &core)
{
    const Meters &meters = core.meters();
    out.gauge("hms_act_engine_late_seconds", "How long a timer has been due that the engine has not looked at.");
    out.sample(static_cast<double>(core.lateMs()) / msPerSecond);
    out.gauge("hms_act_engine_silent_seconds",
              "How long no core on this database has looked at its timers; over 60: nothing escalates.");
    out.sample(static_cast<double>(core.silentMs()) / msPerSecond);
    const engine::Health health = core.health();
    out.gauge("hms_act_leader", "1 where this core looks after the timers; one of those that share a database does.");
    out.sample(health.leads ? 1 : 0);
    out.gauge("hms_act_database_connected", "0 while the connection to the database is lost.");
    out.sample(health.connected ? 1 : 0);
    out.counter("hms_act_commands_total", "Commands answered, by kind and outcome.");
    for (size_t command = 0; command < Meters::commands; ++command) {
        for (size_t outcome = 0; outcome < Meters::outcomes; ++outcome) {
            const quint64 count = meters.answers(command, outcome);
            if (count > 0 || outcome == 0)
                out.sample(
                    {{"command", Meters::commandName(command).data()}, {"outcome", Meters::outcomeName(outcome).data()}},
                    static_cast<double>(count));
        }
    }
    out.counter("hms_act_notification_tries_total", "Tries to send a message, by outcome.");
    for (const auto &[state, outcome] :
         {std::pair(domain::NotificationState::Sent, "sent"), std::pair(domain::NotificationState::Queued, "failed"),
          std::pair(domain::NotificationState::Dead, "dead")})
        out.sample({{"outcome", outcome}}, static_cast<double>(meters.deliveries[static_cast<size_t>(state)]));
    out.histogram("hms_act_batch_commands", "Commands that shared a transaction.");
    out.sample({}, meters.batchSize);
    out.histogram("hms_act_batch_commit_seconds", "Transactions of commands, from begin to commit.");
    out.sample({}, meters.batchSeconds);
    out.histogram("hms_act_reserve_wait_seconds", "How long waiting reserves waited, until there was work or they gave up.");
    out.sample({}, meters.reserveWaitSeconds);
}

void writeHttp(MetricsText &out, const HttpMeters &meters)
{
    out.counter("hms_act_http_requests_total", "HTTP requests answered, by route and status; no route: none of ours.");
    for (const auto &[name, route] : meters.routes()) {
        for (const auto &[status, count] : route.statuses)
            out.sample({{"method", name.first}, {"route", name.second}, {"code", QByteArray::number(status)}},
                       static_cast<double>(count));
    }
    out.histogram("hms_act_http_request_duration_seconds", "From an HTTP request's head to its answer, by route.");
    for (const auto &[name, route] : meters.routes())
        out.sample({{"method", name.first}, {"route", name.second}}, route.seconds);
}

double secondsOf(const timeval &time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

double residentBytes()
{
    QFile file(u"/proc/self/statm"_s); // pages: all, resident, …
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

void writeProcess(MetricsText &out, std::chrono::duration<double> up)
{
    out.gauge("hms_act_build_info", "Always 1; the version in its label.");
    out.sample({{"version", HMSACT_VERSION}}, 1);
    out.gauge("hms_act_uptime_seconds", "How long the API has been serving.");
    out.sample(up.count());
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    out.counter("process_cpu_seconds_total", "User and system time spent.");
    out.sample(secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime));
    out.gauge("process_resident_memory_bytes", "Resident memory.");
    out.sample(residentBytes());
}

// Without the database the rest is all the more interesting: who scrapes does not wait for it.
Serve scrape(engine::Core &core, const Loop &loop, const HttpMeters &meters)
{
    const auto since = std::chrono::steady_clock::now();
    return [&core, loop, &meters, since](const std::shared_ptr<const Input> &, const HttpReply &reply) {
        const auto answer = [&core, &meters, since, reply](const domain::Stats *stats) { // on the loop
            if (reply.isGone())
                return;
            MetricsText out;
            if (stats)
                writeWork(out, *stats);
            writeCore(out, core);
            writeHttp(out, meters);
            writeProcess(out, std::chrono::steady_clock::now() - since);
            HttpResponse response;
            response.contentType = MetricsText::contentType;
            response.body = out.text();
            reply.send(std::move(response));
        };
        loop.postAfter(statsWithin, [answer] { answer(nullptr); });
        core.ask(domain::GetStats{}, [loop, answer](const domain::Result<domain::QueryAnswer> &stats) {
            loop.post([answer, stats] { answer(stats ? &std::get<domain::Stats>(*stats) : nullptr); });
        });
    };
}

} // namespace

void addMetricsRoutes(Routes &routes, engine::Core &core, const Loop &loop, const HttpMeters &meters)
{
    routes.push_back({.method = "GET",
                      .path = PathTemplate(u"/metrics"_s),
                      .role = domain::Role::Viewer,
                      .action = scrape(core, loop, meters),
                      .tag = u"Operation"_s,
                      .summary = u"Counters and gauges in Prometheus' text format"_s,
                      .mediaType = QString::fromLatin1(MetricsText::contentType),
                      .goesByMemory = true});
}

} // namespace hmsact::api
