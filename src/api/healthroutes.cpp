// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"
#include "api/problem.h"
#include "api/routes.h"

#include <QCoreApplication>

#include <mutex>

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

const QString healthTag = QStringLiteral("Health");
constexpr std::chrono::milliseconds readyWithin{950}; // with what is still missing then
constexpr std::chrono::milliseconds answerWithin{5'000}; // should not even that come, the server answers 503 by itself

bool answers(const domain::Error &error)
{
    return error.code != ErrorCode::Busy && error.code != ErrorCode::Unavailable && error.code != ErrorCode::Internal;
}

// The errors above, to whoever asks: nothing of hosts and databases in it.
QString toldAnybody(const domain::Error &error)
{
    const QString sentence = QString::fromUtf8(error.detail.key).section(u": %"_s, 0, 0);
    return sentence.contains(u'%') ? u"the database cannot be used"_s : sentence;
}

// What is not known to be well yet; whoever completes it, or time, has it answered.
struct Checks {
    std::mutex mutex; // the core and the reader answer on threads of their own
    bool engine = false; // guarded by mutex, as are the following
    bool database = false;
    QStringList reasons;

    void note(bool &check, const domain::Error *error, const HttpReply &reply)
    {
        const std::lock_guard lock(mutex);
        check = true;
        if (error && !answers(*error))
            noteReason(toldAnybody(*error));
        if (engine && database)
            answer(reply);
    }
    void timeIsUp(const HttpReply &reply)
    {
        const std::lock_guard lock(mutex);
        if (!engine)
            reasons.append(u"the engine has not answered within a second"_s);
        if (!database)
            reasons.append(u"the database has not been read within a second"_s);
        answer(reply);
    }

private:
    void noteReason(const QString &reason)
    {
        if (!reasons.contains(reason))
            reasons.append(reason);
    }
    void answer(const HttpReply &reply) const // the first one counts
    {
        if (reasons.isEmpty())
            return reply.send(jsonAnswer(200, {{u"status"_s, u"ready"_s}}));
        reply.send(problem(
            domain::makeError(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Error", "Not ready: %1"), {reasons.join(u"; ")})));
    }
};

// No completions at all go the whole way of a command and change nothing; a token that cannot exist goes the way of a
// question.
Serve readiness(engine::Core &core, const Loop &loop)
{
    return [&core, loop](const std::shared_ptr<const Input> &, const HttpReply &reply) {
        const auto checks = std::make_shared<Checks>();
        // Looked at before the command, which wakes a sleeping engine.
        if (const qint64 lateMs = core.lateMs(); lateMs > domain::limits::engineLateMs)
            checks->reasons.append(u"the engine is late by %1 s"_s.arg(lateMs / domain::limits::msPerSecond));
        if (const qint64 silentMs = core.silentMs(); silentMs > domain::limits::engineSilentMs)
            checks->reasons.append(
                u"no engine has looked at the timers for %1 s"_s.arg(silentMs / domain::limits::msPerSecond));
        loop.postAfter(readyWithin, [checks, reply] { checks->timeIsUp(reply); });
        if (!core.health().connected)
            checks->reasons.append(u"the connection to the database is lost"_s);
        core.submit({domain::CompleteTasks{}, domain::Actor::engine(), {}}, [checks, reply](const domain::Reply &command) {
            checks->note(checks->engine, command.result ? nullptr : &command.result.error(), reply);
        });
        core.ask(domain::FindToken{}, [checks, reply](const domain::Result<domain::QueryAnswer> &question) {
            checks->note(checks->database, question ? nullptr : &question.error(), reply);
        });
    };
}

} // namespace

void addHealthRoutes(Routes &routes, engine::Core &core, const Loop &loop)
{
    routes.push_back({.method = "GET",
                      .path = PathTemplate(u"/healthz"_s),
                      .role = {},
                      .action = Serve([](const std::shared_ptr<const Input> &, const HttpReply &reply) {
                          reply.send(jsonAnswer(200, {{u"status"_s, u"ok"_s}}));
                      }),
                      .tag = healthTag,
                      .summary = u"Whether the process answers"_s,
                      .responseSchema = u"Health"_s});
    routes.push_back(
        {.method = "GET",
         .path = PathTemplate(u"/readyz"_s),
         .role = {},
         .action = readiness(core, loop),
         .tag = healthTag,
         .summary = u"Whether database and engine answer within a second and the timers are kept; 503 says what is wrong"_s,
         .responseSchema = u"Health"_s,
         .answerWithin = answerWithin});
}

} // namespace hmsact::api
