// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"

#include <tuple>

// What each command is called: in its JSON form, and in the metrics. One that is not here does not compile.
namespace hmsact::domain {

template <class Kind>
struct Named {
    const char *name;
};

inline constexpr std::tuple commandNames{
    Named<CreateActivity>{"create_activity"},
    Named<EndActivity>{"end_activity"},
    Named<EnqueueTasks>{"enqueue_tasks"},
    Named<ActOnTask>{"act_on_task"},
    Named<Reserve>{"reserve"},
    Named<CompleteTasks>{"complete_tasks"},
    Named<SaveWorker>{"save_worker"},
    Named<RemoveWorker>{"remove_worker"},
    Named<PutArtefact>{"put_artefact"},
    Named<AcknowledgeAlert>{"acknowledge_alert"},
    Named<CreateToken>{"create_token"},
    Named<RevokeToken>{"revoke_token"},
    Named<ForgetArchived>{"forget_archived"},
    Named<TakeNotifications>{"take_notifications"},
    Named<SettleNotifications>{"settle_notifications"},
    Named<ResendNotification>{"resend_notification"},
    Named<SendTest>{"send_test"},
    Named<SaveRule>{"save_rule"},
    Named<RemoveRule>{"remove_rule"},
    Named<SaveCalendar>{"save_calendar"},
    Named<RemoveCalendar>{"remove_calendar"},
    Named<SnoozeAlert>{"snooze_alert"},
    Named<NoteLink>{"note_link"},
    Named<AnswerLink>{"answer_link"},
    Named<SaveIntent>{"save_intent"},
    Named<RemoveIntent>{"remove_intent"},
    Named<SaveUser>{"save_user"},
    Named<RemoveUser>{"remove_user"},
};

template <class Kind>
inline constexpr QLatin1StringView commandName{std::get<Named<Kind>>(commandNames).name};

} // namespace hmsact::domain
