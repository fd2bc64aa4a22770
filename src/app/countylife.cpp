// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/countylife.h"

#include "app/sandbox.h"
#include "domain/duration.h"

namespace hmsact::app {
namespace {

using namespace std::chrono_literals;

constexpr auto firstAskAfter = 2s;
constexpr auto decideEvery = 7s;
constexpr auto superviseEvery = 5s;
// What stays for the visitor to decide: of each kind the youngest few.
constexpr std::size_t optionsLeft = 4;
constexpr std::size_t reviewsLeft = 3;
constexpr std::size_t holdsLeft = 3;
constexpr std::size_t failuresLeft = 2;
constexpr std::size_t alertsLeft = 6;

client::Settings settingsFor(const QUrl &address, const QString &token)
{
    client::Settings settings;
    settings.url = address;
    settings.token = token;
    return settings;
}

QUrlQuery query(std::initializer_list<std::pair<const char *, QString>> items)
{
    QUrlQuery query;
    for (const auto &[key, value] : items)
        query.addQueryItem(QLatin1String(key), value);
    return query;
}

client::NewActivity asClientSays(const domain::CreateActivity &request)
{
    client::NewActivity activity;
    activity.citizenId = request.citizenId;
    activity.intent = request.intent;
    activity.sla = domain::formatDuration(request.slaMs);
    activity.priority = request.priority;
    activity.metadata = request.metadata;
    for (const domain::TaskSpec &spec : request.tasks) {
        client::TaskSpec task;
        task.name = spec.name;
        task.sla = domain::formatDuration(spec.slaMs);
        task.needs = spec.needs;
        task.optional = spec.optional;
        task.skill = spec.skill;
        task.payload = spec.payload;
        if (spec.review == domain::Review::Human)
            task.review = domain::toString(spec.review);
        activity.tasks.push_back(std::move(task));
    }
    return activity;
}

std::vector<client::Task> only(const std::vector<client::Task> &tasks, const char *state)
{
    std::vector<client::Task> found;
    for (const client::Task &task : tasks) {
        if (task.state == QLatin1String(state))
            found.push_back(task);
    }
    return found;
}

} // namespace

CountyLife::CountyLife(const County &county, const QUrl &address, int firstCase, QObject *parent)
    : QObject(parent), m_county(county), m_portal(settingsFor(address, sandbox::portalSecret)),
      m_supervisor(settingsFor(address, sandbox::supervisorSecret)), m_case(firstCase)
{
    for (const domain::WorkerSpec &spec : County::workers()) {
        const client::Settings settings = settingsFor(address, sandbox::workerSecret(spec.id->value));
        m_workers.push_back(std::make_unique<CountyWorker>(m_county, settings, spec));
    }
    m_asking.setSingleShot(true);
    connect(&m_asking, &QTimer::timeout, this, &CountyLife::ask);
    connect(&m_deciding, &QTimer::timeout, this, &CountyLife::decide);
    connect(&m_supervising, &QTimer::timeout, this, &CountyLife::supervise);
}

CountyLife::~CountyLife() = default;

void CountyLife::start()
{
    for (const auto &worker : m_workers)
        worker->start();
    // Two calls for one dispatcher: the second is answered too late, and the visitor sees an alert being raised.
    request(County::Period::Opening);
    request(County::Period::Opening);
    m_asking.start(firstAskAfter);
    m_deciding.start(decideEvery);
    m_supervising.start(superviseEvery);
}

void CountyLife::ask()
{
    const QUrlQuery open = query({{"state", QStringLiteral("OPEN")}, {"limit", QString::number(County::openMax)}});
    m_portal.activities(open).then(this, [this](const client::Result<client::Page<client::Activity>> &page) {
        const int count = page ? static_cast<int>(page->items.size()) : County::openMax;
        if (count < County::openMax)
            request(County::Period::Live);
        m_asking.start(std::chrono::milliseconds(County::pauseMs(count, m_case)));
    });
}

void CountyLife::request(County::Period period)
{
    m_portal.createActivity(asClientSays(m_county.request(m_case++, period)));
}

void CountyLife::decide()
{
    const QUrlQuery undecided = query({{"state", QStringLiteral("OPTIONAL")}, {"sort", QStringLiteral("activity_id")}});
    m_portal.queue(undecided).then(this, [this](const client::Result<client::Page<client::Task>> &page) {
        if (!page || page->items.size() <= optionsLeft)
            return;
        const client::Task &oldest = page->items.front();
        const bool wanted = m_county.wantsOption(oldest.json.value(QStringLiteral("payload")).toObject());
        act(m_portal, oldest, wanted ? "opt-in" : "decline");
    });
}

void CountyLife::supervise()
{
    ++m_round;
    const QUrlQuery stuck =
        query({{"state", QStringLiteral("IN_REVIEW,ON_HOLD,FAILED")}, {"sort", QStringLiteral("activity_id")}});
    m_supervisor.queue(stuck).then(this, [this](const client::Result<client::Page<client::Task>> &page) {
        if (!page)
            return;
        const Tasks reviews = only(page->items, "IN_REVIEW");
        const Tasks holds = only(page->items, "ON_HOLD");
        const Tasks failures = only(page->items, "FAILED");
        Dice dice = m_county.dice(QStringLiteral("round %1").arg(m_round));
        if (reviews.size() > reviewsLeft)
            review(reviews.front());
        else if (holds.size() > holdsLeft)
            act(m_supervisor, holds.front(), "resume");
        else if (failures.size() > failuresLeft)
            act(m_supervisor, dice.pick(failures), "retry");
        else if (dice.chance(15))
            holdSomething();
        else if (dice.chance(50))
            acknowledge();
    });
}

void CountyLife::review(const client::Task &task)
{
    if (m_county.dice(QStringLiteral("review %1").arg(m_round)).chance(75))
        act(m_supervisor, task, "approve");
    else
        act(m_supervisor, task, "send-back", QStringLiteral("the second page is missing"));
}

void CountyLife::holdSomething()
{
    m_supervisor.queue(query({{"state", QStringLiteral("PENDING")}}))
        .then(this, [this](const client::Result<client::Page<client::Task>> &page) {
            if (!page || page->items.empty())
                return;
            Dice dice = m_county.dice(QStringLiteral("hold %1").arg(m_round));
            act(m_supervisor, dice.pick(page->items), "hold", script::text(dice.pick(script::holdReasons)));
        });
}

void CountyLife::acknowledge()
{
    m_supervisor.alerts(query({{"open", QStringLiteral("true")}}))
        .then(this, [this](const client::Result<client::Page<client::Alert>> &page) {
            if (page && page->items.size() > alertsLeft)
                m_supervisor.acknowledgeAlert(page->items.back().id); // the oldest
        });
}

// Refused when the visitor was quicker; there is nothing to do about it then.
void CountyLife::act(client::Client &who, const client::Task &task, const char *action, const QString &reason)
{
    QJsonObject body;
    if (!reason.isEmpty())
        body.insert(QStringLiteral("reason"), reason);
    who.act(task.activityId, task.name, QLatin1String(action), body);
}

} // namespace hmsact::app
