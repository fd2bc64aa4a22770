// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/georeport.h"

#include "api/pathtemplate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QXmlStreamWriter>

namespace hmsact::api::georeport {

using namespace Qt::StringLiterals;

namespace {

// Text as XML 1.0 can hold it: control characters cannot even be escaped there.
QString storable(QString text)
{
    for (QChar &c : text) {
        const bool isControl = c < u' ' && c != u'\t' && c != u'\n' && c != u'\r';
        if (isControl || c == QChar(0xfffe) || c == QChar(0xffff))
            c = QChar::ReplacementCharacter;
    }
    return QString::fromUtf8(text.toUtf8()); // no lone surrogate stays one
}

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isDouble() ? QLocale::c().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest)
                            : storable(value.toString());
}

void write(QXmlStreamWriter &xml, const Element &element, QLatin1StringView name)
{
    xml.writeStartElement(name);
    for (const Field &field : element)
        xml.writeTextElement(field.name, textOf(field.value));
    xml.writeEndElement();
}

QJsonObject objectOf(const Element &element)
{
    QJsonObject object;
    for (const Field &field : element)
        object.insert(field.name, field.value);
    return object;
}

HttpResponse response(const QByteArray &body, Format format)
{
    HttpResponse response;
    response.contentType = mediaType(format);
    response.body = body;
    return response;
}

template <class Write>
HttpResponse xmlResponse(Write writeRoot)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.writeStartDocument();
    writeRoot(xml);
    xml.writeEndDocument();
    return response(text, Format::Xml);
}

// Each with a code of its own; fields are called what the form calls them.
std::vector<Element> errorsIn(const QJsonObject &problem, int status)
{
    std::vector<Element> errors;
    for (const QJsonValue &field : problem[u"errors"_s].toArray()) {
        const QString name = field[u"pointer"].toString().mid(1);
        const bool isService = name == u"from_template"; // the core's word for it
        errors.push_back(
            {{"code"_L1, isService ? 404 : status},
             {"description"_L1, (isService ? u"service_code"_s : name) + u": "_s + field[u"detail"].toString()}});
    }
    if (errors.empty())
        errors.push_back({{"code"_L1, status}, {"description"_L1, problem[u"detail"_s]}});
    return errors;
}

} // namespace

QString ending(Format format) { return format == Format::Xml ? u".xml"_s : u".json"_s; }

QByteArray mediaType(Format format)
{
    return format == Format::Xml ? QByteArrayLiteral("text/xml; charset=utf-8") : QByteArrayLiteral("application/json");
}

HttpResponse listOf(const std::vector<Element> &items, QLatin1StringView list, QLatin1StringView item, Format format)
{
    if (format == Format::Xml)
        return xmlResponse([&](QXmlStreamWriter &xml) {
            xml.writeStartElement(list);
            for (const Element &element : items)
                write(xml, element, item);
            xml.writeEndElement();
        });
    QJsonArray array;
    for (const Element &element : items)
        array.append(objectOf(element));
    return response(QJsonDocument(array).toJson(QJsonDocument::Compact), format);
}

HttpResponse document(const Element &element, QLatin1StringView name, Format format)
{
    if (format == Format::Xml)
        return xmlResponse([&](QXmlStreamWriter &xml) { write(xml, element, name); });
    return response(QJsonDocument(objectOf(element)).toJson(QJsonDocument::Compact), format);
}

std::function<void(HttpResponse &)> tellingErrors(const HttpHead &head)
{
    const QByteArray path = Target::pathOf(head.target);
    if (path != base.toLatin1() && !path.startsWith(base.toLatin1() + '/'))
        return {};
    const Format format = path.endsWith(".xml") ? Format::Xml : Format::Json;
    return [format](HttpResponse &answer) {
        if (answer.contentType != "application/problem+json")
            return;
        const int status = answer.status == 422 ? 400 : answer.status;
        const auto errors = errorsIn(QJsonDocument::fromJson(answer.body).object(), status);
        HttpResponse told = listOf(errors, "errors"_L1, "error"_L1, format);
        told.status = errors.front().front().value.toInt();
        told.fields = std::move(answer.fields);
        answer = std::move(told);
    };
}

} // namespace hmsact::api::georeport
