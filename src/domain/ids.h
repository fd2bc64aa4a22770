// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace hmsact::domain {

// Typed ids: an activity's id cannot be passed where a task's is wanted. The number is what the database
// stores; the text (prefix and 13 digits of Crockford's base 32, "act-01jd8q2m5xk7c") is what people and
// clients see. Ids grow with time, so new rows go to the end of every index.
struct ActivityId {
    qint64 value = 0;
    auto operator<=>(const ActivityId &) const = default;
    [[nodiscard]] bool isNull() const { return value == 0; }
    [[nodiscard]] QString toString() const; // "act-…"
    [[nodiscard]] static std::optional<ActivityId> fromString(QStringView text);
};

struct TaskId {
    qint64 value = 0;
    auto operator<=>(const TaskId &) const = default;
    [[nodiscard]] bool isNull() const { return value == 0; }
    [[nodiscard]] QString toString() const; // "tsk-…"
    [[nodiscard]] static std::optional<TaskId> fromString(QStringView text);
};

struct AlertId {
    qint64 value = 0;
    auto operator<=>(const AlertId &) const = default;
    [[nodiscard]] QString toString() const; // "alr-…"
    [[nodiscard]] static std::optional<AlertId> fromString(QStringView text);
};

struct NotificationId {
    qint64 value = 0;
    auto operator<=>(const NotificationId &) const = default;
    [[nodiscard]] bool isNull() const { return value == 0; }
    [[nodiscard]] QString toString() const; // "ntf-…"
    [[nodiscard]] static std::optional<NotificationId> fromString(QStringView text);
};

struct LinkId {
    qint64 value = 0;
    auto operator<=>(const LinkId &) const = default;
    [[nodiscard]] QString toString() const; // "lnk-…"
    [[nodiscard]] static std::optional<LinkId> fromString(QStringView text);
};

struct RuleId {
    qint64 value = 0;
    auto operator<=>(const RuleId &) const = default;
    [[nodiscard]] bool isNull() const { return value == 0; }
    [[nodiscard]] QString toString() const; // "rul-…"
    [[nodiscard]] static std::optional<RuleId> fromString(QStringView text);
};

struct TokenId {
    qint64 value = 0;
    auto operator<=>(const TokenId &) const = default;
    [[nodiscard]] QString toString() const; // "tok-…"
    [[nodiscard]] static std::optional<TokenId> fromString(QStringView text);
};

// A worker's id is text: "bot-health-7", "alice-county-clerk".
struct WorkerId {
    QString value;
    bool operator==(const WorkerId &) const = default;
    bool operator<(const WorkerId &other) const { return value < other.value; }
    [[nodiscard]] bool isNull() const { return value.isEmpty(); }
    // "Alice (County Clerk)" → "alice-county-clerk". Letters with marks lose them (NFKD); what is left without
    // any letter or digit gives an empty id.
    [[nodiscard]] static WorkerId fromName(const QString &name);
};

inline size_t qHash(ActivityId id, size_t seed = 0) { return ::qHash(id.value, seed); }
inline size_t qHash(TaskId id, size_t seed = 0) { return ::qHash(id.value, seed); }
inline size_t qHash(const WorkerId &id, size_t seed = 0) { return ::qHash(id.value, seed); }

// Hands out ids that grow: 41 bits of milliseconds since 2024, 10 bits of the instance, 12 bits of a counter.
// Two processes that drew the same instance number may collide; the primary key then refuses and the
// transaction runs again. Not thread-safe: each engine owns one.
class IdSource
{
public:
    explicit IdSource(quint32 instance) : m_instance(instance & 0x3ff) { }
    [[nodiscard]] qint64 next(qint64 nowMs);
    [[nodiscard]] static qint64 firstAt(qint64 atMs); // not more than any that was handed out then or later

private:
    quint32 m_instance;
    qint64 m_lastMs = 0;
    quint32 m_counter = 0;
};

} // namespace hmsact::domain
