// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/undoable.h"

#include "domain/actor.h"
#include "domain/codec.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace hmsact::domain {

namespace {

using namespace Qt::StringLiterals;

// The engine's own answer to the deed, and what leaves the task as it is.
bool isPassedOver(const Event &event)
{
    static const std::array followers{u"task.assigned"_s, u"task.kept_for_pool"_s, u"task.given_up"_s, u"task.offer_kept"_s,
                                      u"task.sla_breached"_s};
    static const std::array remarks{u"task.commented"_s, u"task.artefact_stored"_s};
    const auto isOneOf = [&event](const auto &kinds) {
        return std::ranges::find(kinds, event.kind) != kinds.end();
    };
    return isOneOf(remarks) || (event.actor == Actor::engine().name && isOneOf(followers));
}

std::optional<Deed> deedOf(const Event &event)
{
    static const std::array<std::pair<QString, Deed>, 7> deeds{{{u"task.failed"_s, Deed::Failed},
                                                                {u"task.attempt_failed"_s, Deed::Failed},
                                                                {u"task.released"_s, Deed::GivenBack},
                                                                {u"task.reassigned"_s, Deed::HandedOver},
                                                                {u"task.held"_s, Deed::PutOnHold},
                                                                {u"task.opted_in"_s, Deed::OptedIn},
                                                                {u"task.declined"_s, Deed::Declined}}};
    const auto found = std::ranges::find(deeds, event.kind, &std::pair<QString, Deed>::first);
    return found == deeds.end() ? std::nullopt : std::optional(found->second);
}

QJsonObject beforeIn(const Event &event)
{
    return QJsonDocument::fromJson(event.detail).object().value(u"before"_s).toObject();
}

qint64 leaseEndIn(const QJsonObject &before)
{
    const QString end = before.value(u"lease_expires_at"_s).toString();
    return end.isEmpty() ? 0 : parseTime(end).value();
}

// The answer to a mail that is still an offer takes it up first, in the same transaction.
std::optional<Undoable> moreTime(const std::vector<Event> &latestFirst, std::vector<Event>::const_iterator last)
{
    if (last == latestFirst.end() || last->kind != u"task.lease_extended"_s || !last->actor.startsWith(u"mail:"_s)) {
        return {};
    }
    const QJsonObject detail = QJsonDocument::fromJson(last->detail).object();
    const auto earlier = std::next(last);
    const bool wasOffered = earlier != latestFirst.end() && earlier->kind == u"task.reserved"_s
        && earlier->actor == last->actor && earlier->atMs == last->atMs;
    Undoable done;
    done.deed = Deed::MoreTime;
    done.atMs = last->atMs;
    done.actor = last->actor;
    done.before = wasOffered ? TaskState::Pending : TaskState::InProgress;
    done.worker = {detail.value(u"worker_id"_s).toString()};
    done.leaseEndMs = wasOffered ? 0 : leaseEndIn(beforeIn(*last));
    return done;
}

} // namespace

std::optional<Undoable> undoableIn(const std::vector<Event> &latestFirst)
{
    const auto last = std::ranges::find_if_not(latestFirst, isPassedOver);
    if (const std::optional<Undoable> more = moreTime(latestFirst, last)) {
        return more;
    }
    const std::optional<Deed> deed = last == latestFirst.end() ? std::nullopt : deedOf(*last);
    if (!deed) {
        return {};
    }
    const QJsonObject detail = QJsonDocument::fromJson(last->detail).object();
    const QJsonObject before = detail.value(u"before"_s).toObject();
    const std::optional<TaskState> state = taskStateFrom(before.value(u"state"_s).toString());
    const bool isFromAnEnd = state == TaskState::Failed; // a supervisor's way out of it: retry, skip, or another hand
    if (!state || isFromAnEnd) {
        return {};
    }
    // What differs is named before and after; what stayed is as the deed says it, or as it is.
    const QJsonValue who = before.contains(u"worker_id"_s) ? before.value(u"worker_id"_s) : detail.value(u"worker_id"_s);
    Undoable done;
    done.deed = *deed;
    done.atMs = last->atMs;
    done.actor = last->actor;
    done.before = *state;
    done.worker = {who.toString()};
    for (auto event = latestFirst.begin(); event <= last; ++event) { // the earliest to change it knows how it was
        const QJsonObject was = beforeIn(*event);
        if (was.contains(u"pool"_s)) {
            done.pool = was.value(u"pool"_s).toString(u""_s); // of none is not null: that says that nothing has changed it
        }
    }
    done.attempt = before.value(u"attempt"_s).toInt();
    done.leaseEndMs = leaseEndIn(before);
    if (before.contains(u"for_humans"_s)) {
        done.forHumans = before.value(u"for_humans"_s).toBool();
    }
    return done;
}

std::optional<Completion> completionIn(const std::vector<Event> &latestFirst)
{
    const auto completes = [](const Event &event) {
        return event.kind == u"task.completed"_s || event.kind == u"task.approved"_s;
    };
    const auto last = std::ranges::find_if(latestFirst, completes);
    if (last == latestFirst.end()) {
        return {};
    }
    const QJsonObject before = beforeIn(*last);
    Completion done;
    done.isApproval = last->kind == u"task.approved"_s;
    done.wasForHumans = before.value(u"for_humans"_s).toBool();
    done.leaseEndMs = leaseEndIn(before);
    if (before.contains(u"review_outcome"_s)) {
        done.outcome = reviewOutcomeFrom(before.value(u"review_outcome"_s).toString());
    }
    if (before.contains(u"result"_s)) {
        done.result = before.value(u"result"_s);
    }
    return done;
}

} // namespace hmsact::domain
