// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/requestform.h"

#include "domain/objectreader.h"

#include <QRegularExpression>
#include <QUrl>

namespace hmsact::api::requestform {

using namespace Qt::StringLiterals;
using domain::FieldErrors;
using domain::ObjectReader;

namespace {

constexpr int descriptionMax = 4000; // by the specification
constexpr int urlMax = 2000;
constexpr int nameMax = 200; // of who or what is named in one line
constexpr int attributesMax = 100;

constexpr const char *lines[] = {"address_string", "address_id", "email",     "device_id",
                                 "account_id",     "first_name", "last_name", "phone"};

// attribute[CODE], and attribute[CODE][] of an answer that has several values.
void addAttribute(QJsonObject &attributes, const QString &code, const QString &value)
{
    const QJsonValue before = attributes.value(code);
    if (before.isUndefined()) {
        attributes.insert(code, value);
        return;
    }
    QJsonArray all = before.isArray() ? before.toArray() : QJsonArray{before};
    all.append(value);
    attributes.insert(code, all);
}

// The form as an object, as the rest of the API reads it.
QJsonObject objectOf(const QueryValues &form, FieldErrors &errors)
{
    static const QRegularExpression attribute(u"^attribute\\[([^\\[\\]]+)\\](?:\\[\\])?$"_s);
    QJsonObject object;
    QJsonObject attributes;
    for (const auto &[name, given] : form) {
        const QString value = given.trimmed();
        if (value.isEmpty() || name == u"api_key" || name == u"jurisdiction_id")
            continue;
        if (const auto match = attribute.match(name); match.hasMatch())
            addAttribute(attributes, match.captured(1), value);
        else if (object.contains(name))
            errors.add(u'/' + domain::escapedForPointer(name), QT_TRANSLATE_NOOP("Error", "given twice"));
        else
            object.insert(name, value);
    }
    if (attributes.size() > attributesMax)
        errors.add(u"/attribute"_s, QT_TRANSLATE_NOOP("Error", "more than %1"), {QString::number(attributesMax)});
    else if (!attributes.isEmpty())
        object.insert(u"attribute"_s, attributes);
    return object;
}

// A half of a place on earth, in degrees.
std::optional<double> degrees(ObjectReader &reader, const char *name, double most)
{
    const auto text = reader.string(name);
    if (!text)
        return {};
    bool isNumber = false;
    const double value = text->toDouble(&isNumber);
    if (isNumber && std::abs(value) <= most)
        return value;
    reader.errors().add(reader.pointer(name), QT_TRANSLATE_NOOP("Error", "must be degrees, from %1 to %2"),
                        {QString::number(-most), QString::number(most)});
    return {};
}

void readPlace(ObjectReader &reader, QJsonObject &said)
{
    const auto lat = degrees(reader, "lat", 90);
    const auto lon = degrees(reader, "long", 180);
    if (reader.has("lat") != reader.has("long"))
        reader.errors().add(reader.pointer(reader.has("lat") ? "long" : "lat"),
                            QT_TRANSLATE_NOOP("Error", "required where the other of lat and long is given"));
    if (lat && lon) {
        said.insert(u"lat"_s, *lat);
        said.insert(u"long"_s, *lon);
    }
}

void readMedia(ObjectReader &reader, QJsonObject &said)
{
    const auto text = reader.text("media_url", urlMax);
    if (!text)
        return;
    const QUrl url(*text, QUrl::StrictMode);
    if (url.isValid() && !url.host().isEmpty() && (url.scheme() == u"https" || url.scheme() == u"http"))
        said.insert(u"media_url"_s, *text);
    else
        reader.errors().add(reader.pointer("media_url"), QT_TRANSLATE_NOOP("Error", "must be an http or https address"));
}

QString reporterIn(const QJsonObject &said)
{
    for (const char *name : {"account_id", "email", "phone", "device_id"}) {
        if (const QString value = said[QLatin1StringView(name)].toString(); !value.isEmpty())
            return value;
    }
    return u"anonymous"_s;
}

} // namespace

domain::Result<domain::CreateActivity> activityFrom(const QueryValues &form)
{
    FieldErrors errors;
    ObjectReader reader(objectOf(form, errors), {}, errors);
    domain::CreateActivity command;
    reader.require("service_code");
    command.intent = command.templateOf = reader.text("service_code", domain::limits::intentMax).value_or(QString());
    QJsonObject said;
    for (const char *name : lines) {
        if (const auto value = reader.text(name, nameMax))
            said.insert(QLatin1StringView(name), *value);
    }
    if (const auto description = reader.prose("description", descriptionMax))
        said.insert(u"description"_s, *description);
    if (const auto attributes = reader.object("attribute"))
        said.insert(u"attributes"_s, *attributes);
    readPlace(reader, said);
    readMedia(reader, said);
    reader.finish();
    if (!errors.isEmpty())
        return errors.error();
    command.citizenId = reporterIn(said);
    command.metadata = {{key, said}};
    return command;
}

} // namespace hmsact::api::requestform
