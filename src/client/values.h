// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

// The values of the API. What comes from the server keeps its whole JSON in `json`, so that fields not named here can be
// read too. Durations are texts ("2h", "1h30m", "PT2H"), times UTC.
namespace hmsact::client {

struct TaskSpec {
    QString name = {};
    QString sla = {};
    std::optional<QStringList> needs = {}; // none: the nearest task before it that is not optional; empty: can start at once
    bool optional = false;
    QString skill = {}; // empty: the name
    QJsonObject payload = {};
    std::optional<int> priority = {}; // 0–9
    std::optional<int> maxAttempts = {};
    QString review = {}; // "human"
    QString onFailure = {}; // "continue"
    std::optional<double> confidenceFloor = {}; // what a machine is less sure of goes to a human
    QString reviewPool = {}; // whose humans
    std::optional<int> cost = {}; // of its worker's capacity; none: 1
    std::optional<int> skillLevelMin = {}; // 1–5
    QStringList wishedSkills = {}; // who has them comes first
    QStringList pools = {}; // in order: kept for the first in which somebody can do it
    [[nodiscard]] QJsonObject toJson() const;
};

struct NewActivity {
    QString citizenId = {};
    QString intent = {};
    QString sla = {};
    std::optional<int> priority = {};
    QJsonObject metadata = {};
    std::vector<TaskSpec> tasks = {};
    QString fromTemplate = {}; // an intent, often the same: what is not given of SLA and tasks comes from it
    QString calendar = {}; // empty: 24x7
    [[nodiscard]] QJsonObject toJson() const;
};

// A worker is away, and what it has goes to the substitute or the next best.
struct Leave {
    QDateTime from;
    QDateTime to;
    QString substitute = {}; // the id of a worker
    [[nodiscard]] QJsonObject toJson() const;
};

struct WorkerSpec {
    static constexpr int levelUnsaid = 0;

    QString name = {};
    QMap<QString, int> skills = {}; // name → level 1–5; levelUnsaid: as it is, 3 of a new one
    QString id = {}; // empty: made from the name
    QString kind = {}; // "human", "bot", "agent"
    QString channel = {}; // "email:alice@county.gov"
    QStringList pools = {};
    std::optional<int> capacity = {};
    QString calendar = {}; // empty: always there
    QString language = {}; // "en", "es": of what is written to it
    std::optional<std::vector<Leave>> leave = {}; // none: as it is
    QString returnAfter = {}; // after which what it does not react to goes to others
    [[nodiscard]] QJsonObject toJson() const;
};

struct Task {
    QString id;
    QString activityId;
    QString name;
    QString state; // "WAITING"
    QString status; // "WAITING(for:verify_identity)"
    QStringList waitingFor;
    QString skill;
    QString workerId;
    QString slaState;
    QDateTime dueAt;
    int attempt = 0;
    QJsonObject json;
    [[nodiscard]] static Task fromJson(const QJsonObject &json);
};

struct Activity {
    QString id;
    QString citizenId;
    QString intent;
    QString state;
    QString slaState;
    QDateTime dueAt;
    std::vector<Task> tasks; // in order; empty in lists
    QJsonObject json;
    [[nodiscard]] static Activity fromJson(const QJsonObject &json);
};

struct Worker {
    QString id;
    QString name;
    QString kind;
    QMap<QString, int> skills;
    QJsonObject json;
    [[nodiscard]] static Worker fromJson(const QJsonObject &json);
};

// A task that was handed to a worker, until leaseExpiresAt.
struct Lease {
    QString taskId;
    QString activityId;
    QString name;
    QString skill;
    QJsonObject payload;
    qint64 leaseToken = 0;
    QDateTime leaseExpiresAt;
    int attempt = 1;
    QDateTime dueAt;
    QJsonObject json;
    [[nodiscard]] static Lease fromJson(const QJsonObject &json);
};

template <class T>
struct Page {
    std::vector<T> items;
    QString nextCursor; // empty: that was the last page
};

// {"items": […], "next_cursor": …} → values.
template <class T>
[[nodiscard]] Page<T> pageFrom(const QJsonObject &json)
{
    Page<T> page;
    for (const QJsonValue item : json.value(QLatin1String("items")).toArray())
        page.items.push_back(T::fromJson(item.toObject()));
    page.nextCursor = json.value(QLatin1String("next_cursor")).toString();
    return page;
}

} // namespace hmsact::client
