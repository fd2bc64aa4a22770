// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httpserver.h"
#include "api/pathtemplate.h"
#include "domain/fielderrors.h"
#include "domain/limits.h"
#include "domain/query.h"

#include <QJsonObject>

#include <variant>

// One entry of the table from which requests are served and from which openapi.json is written.
namespace hmsact::api {

// An authorised request with everything checked that does not depend on the route's meaning.
struct Input {
    HttpRequest http;
    PathValues path;
    QueryValues query; // only parameters the route declares, none of them twice unless it is a list
    QJsonObject json; // of Body::Json
    QueryValues form; // of Body::Form
    domain::Actor actor;
    QString callerId; // a name that no other token shares; empty: everybody may
    std::function<void(std::function<void(bool)>)> stillAllowed; // asked on the server's thread, for answers that last
    // Says `end` on the server's thread, should the token end before `isOver` is true: nothing may be leased to its holder.
    std::function<void(std::function<bool()> isOver, std::function<void()> end)> untilWithdrawn;

    [[nodiscard]] domain::Result<domain::ActivityId> activity() const; // of {id}; NotFound when it cannot be one
    [[nodiscard]] domain::Result<domain::TaskRef> task() const; // of {id} and {name}
    [[nodiscard]] int knownVersion(domain::FieldErrors &errors) const; // `version` of the body; 0: not said
    [[nodiscard]] domain::Status saysNothing() const; // of a body that must not: a field in it is an error
};

enum class Body { None, Json, OptionalJson, Form, Raw }; // OptionalJson: no body is read as {}

// A parameter of the query string, or a field of the header.
struct Parameter {
    enum class Type { Text, Integer, Boolean, TextList }; // a list: repeated, or separated by commas
    QString name;
    Type type = Type::Text;
    QString description;
    QStringList values = {}; // the allowed ones; empty: any
    bool mayBeEmpty = false; // and is as if it were left out then
    qint64 least = 1; // of an integer, as is what follows
    qint64 most = domain::limits::pageMax;
};

// Requests become commands …
struct Act {
    std::function<domain::Result<domain::Command>(const Input &)> make;
    // How the answer is told; left out: its JSON.
    std::function<HttpResponse(const Input &, const domain::Answer &)> tell = {};
    // Or what is made of that JSON, an earlier answer's as well.
    std::function<HttpResponse(const Input &, const QJsonObject &)> tellJson = {};
};
// … or questions …
struct Ask {
    std::function<domain::Result<domain::Query>(const Input &)> make;
    std::function<domain::Result<HttpResponse>(const Input &, const domain::QueryAnswer &)> tell = {};
};
// … or, rarely, something else.
using Serve = std::function<void(std::shared_ptr<const Input>, HttpReply)>;

struct Route {
    QByteArray method;
    PathTemplate path; // from the root: "/api/v1/…"
    std::optional<domain::Role> role; // the lowest that may; nothing: everybody, also without a token
    std::variant<Act, Ask, Serve> action;

    // For openapi.json
    QString tag;
    QString summary;
    QString note = {}; // what its caller must know beside
    QString responseSchema = {}; // name in components/schemas; empty: no JSON
    QString requestSchema = {};
    QString mediaType = {}; // of an answer that is no JSON
    std::vector<int> errors = {}; // beside those that follow from the rest of the entry
    // Errors that are told in `mediaType`, to people: then all are, and parameters that are not declared, which mail programs
    // add to links, are passed over.
    std::vector<int> pages = {};
    QString errorSchema = {}; // of errors that are no problem+json; in `mediaType` where that is given

    Body body = Body::None;
    QString bodyType = QStringLiteral("*/*"); // of Body::Raw
    std::vector<Parameter> query = {};
    std::vector<Parameter> headers = {}; // beside Idempotency-Key
    int status = 200; // of success
    QString location = {}; // "/api/v1/activities/%1", filled in with the answer's id
    bool orUpdates = false; // `status` and `location` are a new thing's; 200 when the version says that it was there
    bool goesByMemory = false; // while the database is away: for tokens that were known a while ago, too
    bool keepsKey = false; // Idempotency-Key is honoured
    bool takesApiKey = false; // a token may also come as `api_key`, in the query or the form
    qint64 bodyLimit = domain::limits::bodyBytesMax;
    std::chrono::milliseconds answerWithin{75'000}; // above the longest wait
};

using Routes = std::vector<Route>;

// What `say` makes of a value, or the error that came in its place.
template <class Said, class T, class Say>
domain::Result<Said> after(domain::Result<T> value, Say say)
{
    if (!value)
        return value.error();
    return say(std::move(*value));
}

// {id} of the path; the error that `none` makes of it when it cannot be one.
template <class Id>
domain::Result<Id> idIn(const Input &input, domain::Error (*none)(const QString &))
{
    const QString text = input.path.value(QStringLiteral("id"));
    if (const auto id = Id::fromString(text))
        return *id;
    return none(text);
}

// What the codec read, as a command or with its error.
template <class T>
domain::Result<domain::Command> asCommand(domain::Result<T> read)
{
    return after<domain::Command>(std::move(read), [](T &&command) { return domain::Command(std::move(command)); });
}

// What stands under {name} of the path, anew: nothing new, and only what its author has read, where the body says `version`.
template <class Save, class Thing>
domain::Result<domain::Command> changed(const Input &input,
                                        domain::Result<Thing> (*read)(const QJsonObject &, const QString &))
{
    domain::FieldErrors errors;
    const int known = input.knownVersion(errors);
    domain::Result<Thing> thing = read(input.json, input.path.value(QStringLiteral("name")));
    if (!thing)
        errors.add(thing.error());
    return errors.isEmpty() ? domain::Result<domain::Command>(Save{std::move(*thing), true, known}) : errors.error();
}

} // namespace hmsact::api
