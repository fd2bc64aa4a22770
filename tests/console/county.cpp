// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/county.h"

#include "domain/duration.h"
#include "domain/rule.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

namespace hmsact::console {

using namespace domain;

static const qint64 mondayMs = QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC).toMSecsSinceEpoch();

County::County(Actor actor, const QString &databaseUrl) : m_clock(std::make_shared<engine::VirtualClock>(mondayMs))
{
    engine::CoreSettings settings;
    settings.databaseUrl =
        databaseUrl.isEmpty() ? QStringLiteral("sqlite:///") + m_folder.filePath(QStringLiteral("county.db")) : databaseUrl;
    settings.clock = m_clock;
    settings.seed = 7;
    auto core = engine::Core::open(settings);
    if (!core)
        qFatal("%s", qPrintable(core.error().detail.english()));
    m_core = std::move(*core);
    m_client = std::make_unique<engine::CoreClient>(*m_core, std::move(actor));
}

TaskSpec County::task(const QString &name, const QString &sla, const std::optional<QStringList> &needs)
{
    TaskSpec spec;
    spec.name = name;
    spec.slaMs = *parseDuration(sla);
    spec.needs = needs;
    return spec;
}

ActivityView County::open(const QString &intent, const QString &citizen, const QString &sla,
                          const std::vector<TaskSpec> &tasks, int priority)
{
    CreateActivity command;
    command.citizenId = citizen;
    command.intent = intent;
    command.slaMs = *parseDuration(sla);
    command.priority = priority;
    command.tasks = tasks;
    const auto made = say(command);
    if (!made)
        qFatal("%s", qPrintable(made.error().detail.english()));
    m_activities.push_back(made->activity.id);
    return *made;
}

Result<TaskView> County::act(ActivityId activity, const QString &task, ActionInput input)
{
    return say(ActOnTask{{activity, task, {}}, std::move(input)});
}

void County::hire(const QString &id, WorkerKind kind, const QStringList &skills, const QStringList &pools, int capacity)
{
    SaveWorker command;
    command.spec.id = WorkerId{id};
    command.spec.name = id;
    command.spec.kind = kind;
    QMap<QString, int> levels;
    for (const QString &skill : skills)
        levels.insert(skill, levels.isEmpty() ? 5 : 3);
    command.spec.skills = levels;
    command.spec.pools = pools;
    command.spec.capacity = capacity;
    if (const auto saved = say(command); !saved)
        qFatal("%s", qPrintable(saved.error().detail.english()));
}

void County::advance(const QString &by)
{
    if (const auto now = engine::advanceAndWait(*m_core, *parseDuration(by)); !now)
        qFatal("%s", qPrintable(now.error().detail.english()));
}

void County::fallSilent(qint64 forMs) { m_clock->set(m_clock->nowMs() + forMs); }

void County::deliver(const QStringList &arrives)
{
    const qint64 nowMs = m_core->nowMs();
    TakeNotifications take;
    take.realNowMs = nowMs;
    take.leaseMs = limits::msPerMinute;
    take.room.fill(1000);
    const auto parcels = say(take);
    if (!parcels)
        qFatal("%s", qPrintable(parcels.error().detail.english()));
    SettleNotifications settle;
    settle.realNowMs = nowMs;
    for (const Parcel &parcel : parcels->items) {
        const Notification &message = parcel.notification;
        const bool arrived = arrives.contains(message.address);
        settle.outcomes.push_back({message.id, message.attempts, arrived ? NotificationState::Sent : NotificationState::Dead,
                                   0, arrived ? QString() : QStringLiteral("unknown number")});
    }
    static_cast<void>(say(settle));
}

void County::hireEverybody()
{
    using enum WorkerKind;
    const auto l = [](const char *words) {
        return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    };
    hire(QStringLiteral("alice-county-clerk"), Human, l("ship_physical verify_identity print_certificate"), l("front_desk"),
         6);
    hire(QStringLiteral("bob-permits"), Human, l("check_plans issue_permit approve_budget"), l("permits"), 5);
    hire(QStringLiteral("bot-dmv-3"), Bot, l("verify_identity"), {}, 4);
    hire(QStringLiteral("bot-health-7"), Bot, l("fetch_vaccine_log generate_pdf"), l("backup"), 4);
    hire(QStringLiteral("bot-registry-1"), Bot, l("search_registry generate_pdf"), l("backup"), 3);
    hire(QStringLiteral("agent-zoning-2"), Agent, l("zoning_review fire_review"), {}, 2);
    hire(QStringLiteral("crew-north"), Human, l("inspect_site dispatch_crew"), l("crews"), 2);
}

void County::openSome(int round)
{
    const QStringList citizens{QStringLiteral("jordan-77"), QStringLiteral("kim-204"), QStringLiteral("rosa-alvarez"),
                               QStringLiteral("sam-1138"), QStringLiteral("office-of-parks")};
    const auto citizen = [&](int i) {
        return citizens[(round * 3 + i) % citizens.size()];
    };
    TaskSpec ship = task(QStringLiteral("ship_physical"), QStringLiteral("24h"));
    ship.optional = true;
    open(QStringLiteral("replace_vaccine_card"), citizen(0), QStringLiteral("48h"),
         {task(QStringLiteral("verify_identity"), QStringLiteral("2h")),
          task(QStringLiteral("fetch_vaccine_log"), QStringLiteral("4h")),
          task(QStringLiteral("generate_pdf"), QStringLiteral("1h"), QStringList{QStringLiteral("fetch_vaccine_log")}),
          ship});
    if (round % 2 == 0) {
        TaskSpec issue = task(QStringLiteral("issue_permit"), QStringLiteral("8h"),
                              QStringList{QStringLiteral("fire_review"), QStringLiteral("zoning_review")});
        issue.review = Review::Human;
        TaskSpec zoning =
            task(QStringLiteral("zoning_review"), QStringLiteral("1d"), QStringList{QStringLiteral("check_plans")});
        zoning.review = Review::Human;
        open(QStringLiteral("building_permit"), citizen(1), QStringLiteral("5d"),
             {task(QStringLiteral("check_plans"), QStringLiteral("3h")),
              task(QStringLiteral("fire_review"), QStringLiteral("1d"), QStringList{QStringLiteral("check_plans")}), zoning,
              issue, task(QStringLiteral("notify_applicant"), QStringLiteral("30m"))},
             6);
    }
    if (round % 3 == 0)
        open(QStringLiteral("pothole_repair"), citizen(2), QStringLiteral("48h"),
             {task(QStringLiteral("inspect_site"), QStringLiteral("90m")),
              task(QStringLiteral("approve_budget"), QStringLiteral("6h")),
              task(QStringLiteral("dispatch_crew"), QStringLiteral("1d"))},
             round == 3 ? 9 : 5);
    open(QStringLiteral("birth_certificate"), citizen(3), QStringLiteral("3d"),
         {task(QStringLiteral("verify_identity"), QStringLiteral("2h")),
          task(QStringLiteral("search_registry"), QStringLiteral("45m")),
          task(QStringLiteral("print_certificate"), QStringLiteral("1d"))},
         round % 5 == 0 ? 8 : 4);
}

// Everybody takes what they can; most of it is done at once, some is kept, some goes wrong.
void County::work(int round)
{
    const auto workers =
        QStringLiteral("bot-dmv-3 bot-health-7 bot-registry-1 agent-zoning-2 bob-permits crew-north alice-county-clerk")
            .split(u' ');
    int turn = round;
    for (const QString &worker : workers) {
        Reserve reserve;
        reserve.worker = WorkerId{worker};
        reserve.max = 2;
        reserve.leaseMs = *parseDuration(QStringLiteral("8h"));
        const auto leases = say(reserve);
        if (!leases)
            qFatal("%s", qPrintable(leases.error().detail.english()));
        for (const Lease &lease : *leases) {
            ActionInput input;
            input.worker = reserve.worker;
            input.leaseToken = lease.leaseToken;
            const int fate = ++turn % 7;
            if (fate < 4) {
                input.action = TaskAction::Complete;
                input.result = QJsonObject{{QStringLiteral("checked"), true}};
            } else if (fate == 5) {
                input.action = TaskAction::Fail;
                input.reason = QStringLiteral("The registry did not answer");
                input.mayRetry = turn % 2 == 0;
            } else {
                continue;
            }
            static_cast<void>(act(lease.activity, lease.name, input));
        }
    }
}

void County::disturb()
{
    const auto say = [this](ActivityId activity, const QString &task, TaskAction action, const QString &words) {
        ActionInput input;
        input.action = action;
        input.reason = words;
        input.text = words;
        if (const auto done = act(activity, task, input); !done)
            qFatal("%s", qPrintable(done.error().detail.english()));
    };
    ListQueue pending;
    pending.states = {TaskState::Pending};
    const auto page = ask(pending);
    say(page->items[5].task.activity, page->items[5].task.name, TaskAction::Hold,
        QStringLiteral("The citizen brings the papers on Thursday"));
    say(page->items[8].task.activity, page->items[8].task.name, TaskAction::Hold,
        QStringLiteral("Photo unreadable, asked for another one"));
    say(m_activities[0], QStringLiteral("ship_physical"), TaskAction::OptIn, {});
    say(m_activities[1], QStringLiteral("check_plans"), TaskAction::Comment,
        QStringLiteral("Applicant called twice, please hurry"));
    static_cast<void>(this->say(EndActivity{m_activities[7], EndKind::Cancel, QStringLiteral("Withdrawn by the citizen")}));
    PutArtefact file;
    file.task = {m_activities[0], QStringLiteral("verify_identity"), {}};
    file.worker = WorkerId{QStringLiteral("bot-dmv-3")};
    file.fileName = QStringLiteral("identity_check.pdf");
    file.mediaType = QStringLiteral("application/pdf");
    file.bytes = QByteArray(21'400, '%');
    static_cast<void>(this->say(file));
}

void County::keepOfficeHours()
{
    Calendar office;
    office.name = QStringLiteral("county-office");
    office.timeZone = QStringLiteral("America/New_York");
    for (size_t day = 0; day < 5; ++day)
        office.week[day] = {{8 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    office.holidays = {{QDate(2026, 11, 26), QStringLiteral("Thanksgiving")},
                       {QDate(2026, 12, 25), QStringLiteral("Christmas Day")},
                       {QDate(2027, 1, 1), QStringLiteral("New Year’s Day")}};
    Calendar counter = office;
    counter.name = QStringLiteral("service-counter");
    counter.timeZone = QStringLiteral("America/Chicago");
    counter.week[4] = {{8 * 60, 13 * 60}};
    counter.week[5] = {{10 * 60, 14 * 60}};
    for (const Calendar &calendar : {office, counter})
        static_cast<void>(say(SaveCalendar{calendar}));
    for (int i = 0; i < 6; ++i) {
        CreateActivity command;
        command.citizenId = QStringLiteral("citizen-%1").arg(900 + i);
        command.intent = QStringLiteral("zoning_appeal");
        command.slaMs = *parseDuration(QStringLiteral("3d"));
        command.calendar = office.name;
        command.tasks = {task(QStringLiteral("read_appeal"), QStringLiteral("12h")),
                         task(QStringLiteral("hear_neighbours"), QStringLiteral("2d"))};
        static_cast<void>(say(command));
    }
}

void County::populate()
{
    hireEverybody();
    const auto late = ruleFrom({{QStringLiteral("name"), QStringLiteral("Late work")},
                                {QStringLiteral("when"), QStringLiteral("sla_breach")},
                                {QStringLiteral("then"), QStringLiteral("notify")},
                                {QStringLiteral("notify"),
                                 QJsonArray{QStringLiteral("email:maria.ortega@county.gov"), QStringLiteral("slack:#desk"),
                                            QStringLiteral("sms:+1-202-555-0123")}}});
    static_cast<void>(say(SaveRule{*late, {}}));
    const auto warning =
        ruleFrom({{QStringLiteral("name"), QStringLiteral("Permits are due soon")},
                  {QStringLiteral("when"), QStringLiteral("sla_warning")},
                  {QStringLiteral("threshold"), QStringLiteral("80%")},
                  {QStringLiteral("scope"),
                   QJsonObject{{QStringLiteral("skill"), QStringLiteral("check_plans")}, {QStringLiteral("priority"), 6}}},
                  {QStringLiteral("grace"), QStringLiteral("5m")},
                  {QStringLiteral("steps"),
                   QJsonArray{QJsonObject{{QStringLiteral("then"), QStringLiteral("raise_priority")},
                                          {QStringLiteral("to"), QStringLiteral("8")},
                                          {QStringLiteral("only"), QStringLiteral("unclaimed")}},
                              QJsonObject{{QStringLiteral("after"), QStringLiteral("30m")},
                                          {QStringLiteral("then"), QStringLiteral("reassign")},
                                          {QStringLiteral("to"), QStringLiteral("night_shift")},
                                          {QStringLiteral("notify"), QJsonArray{QStringLiteral("slack:#permits")}}}}},
                  {QStringLiteral("digest"), QStringLiteral("15m")},
                  {QStringLiteral("shadow_until"), QStringLiteral("2026-12-01T08:00:00Z")}});
    static_cast<void>(say(SaveRule{*warning, {}}));
    for (int round = 0; round < 13; ++round) {
        openSome(round);
        work(round);
        advance(QStringLiteral("11m"));
    }
    disturb();
    deliver({QStringLiteral("email:maria.ortega@county.gov"), QStringLiteral("slack:#desk")});
}

} // namespace hmsact::console
