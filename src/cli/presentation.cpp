// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/presentation.h"

#include "domain/textrules.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace hmsact::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype cellMax = 60; // wider cells push the others off the screen

QString levels(const QJsonObject &skills)
{
    QStringList parts;
    for (auto it = skills.begin(); it != skills.end(); ++it)
        parts.append(u"%1=%2"_s.arg(it.key(), QString::number(it->toInt())));
    return parts.join(u' ');
}

QString shown(const QString &field, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return u"–"_s;
    if (value.isObject() && field == u"skills"_s)
        return harmless(levels(value.toObject()));
    if (value.isObject())
        return harmless(QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue part : value.toArray())
            parts.append(shown({}, part));
        return parts.isEmpty() ? u"–"_s : parts.join(u", "_s);
    }
    const QString text = value.toVariant().toString();
    static const QRegularExpression ofTime(u"^(at|from|to|not_before|.*_(at|until))$"_s);
    if (ofTime.match(field).hasMatch()) {
        const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
        if (time.isValid())
            return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    }
    return text.isEmpty() ? u"–"_s : harmless(text);
}

QString table(const QStringList &columns, const QJsonArray &items)
{
    QList<QStringList> lines{{}};
    for (const QString &column : columns)
        lines.front().append(QString(column).replace(u'_', u' ').toUpper());
    for (const QJsonValue item : items) {
        QStringList line;
        for (const QString &column : columns) {
            QString cell = shown(column, item.toObject().value(column));
            if (cell.size() > cellMax && column != columns.back())
                cell = domain::cutTo(cell, cellMax - 1) + u'…';
            line.append(cell);
        }
        lines.append(line);
    }
    QList<qsizetype> widths(columns.size(), 0);
    for (const QStringList &line : std::as_const(lines))
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line.at(i).size());
    QString text;
    for (const QStringList &line : std::as_const(lines)) {
        QString row;
        for (qsizetype i = 0; i < line.size(); ++i)
            row += line.at(i).leftJustified(widths.at(i) + 2);
        text += row.trimmed() + u'\n';
    }
    return text;
}

// What has parts of our own making; what others have handed in stays the JSON it is.
bool hasParts(const QString &field, const QJsonValue &value)
{
    static const QStringList others{u"payload"_s, u"result"_s, u"proposal"_s, u"metadata"_s, u"skills"_s};
    if (others.contains(field))
        return false;
    return !value.toObject().isEmpty() || value.toArray().first().isObject();
}

// "after 1h, then reassign"; what is not set says nothing.
QString inOneLine(const QJsonObject &thing)
{
    QStringList parts;
    for (auto it = thing.begin(); it != thing.end(); ++it) {
        const QString words = hasParts(it.key(), *it) && it->isObject() ? u'(' + inOneLine(it->toObject()) + u')'
            : it->isArray()                                             ? shown(it.key(), *it).replace(u", "_s, u" "_s)
                                                                        : shown(it.key(), *it);
        if (words != u"–"_s)
            parts.append(it.key() + u' ' + words);
    }
    return parts.join(u", "_s);
}

QString fields(const QJsonObject &thing, const QStringList &tables = {}, qsizetype indent = 0)
{
    qsizetype width = 0;
    for (const QString &key : thing.keys())
        width = std::max(width, key.size());
    QString text;
    for (auto it = thing.begin(); it != thing.end(); ++it) {
        if (tables.contains(it.key()) && it->isArray())
            continue;
        const QString margin(indent, u' ');
        if (!hasParts(it.key(), *it)) {
            text += margin + it.key().leftJustified(width + 2) + shown(it.key(), *it) + u'\n';
            continue;
        }
        text += margin + it.key() + u'\n';
        if (it->isObject())
            text += fields(it->toObject(), {}, indent + 2);
        for (const QJsonValue part : it->toArray())
            text += margin + u"  "_s + inOneLine(part.toObject()) + u'\n';
    }
    return text;
}

// What is as it should be takes one line, what is not says why it matters.
QString findings(const QJsonArray &items)
{
    QString text;
    for (const QJsonValue item : items) {
        const QJsonObject finding = item.toObject();
        const QString severity = finding.value(u"severity"_s).toString();
        text += u"%1 %2: %3\n"_s.arg(severity.leftJustified(8), shown({}, finding.value(u"setting"_s)),
                                     shown({}, finding.value(u"value"_s)));
        if (severity != u"good"_s)
            text += u"         wanted: %1 – %2\n"_s.arg(shown({}, finding.value(u"wanted"_s)),
                                                        shown({}, finding.value(u"explanation"_s)));
    }
    return text;
}

// Those of a template have no state.
QStringList columnsOfTasks(const Command &command)
{
    if (QLatin1StringView(command.group) == "intent"_L1)
        return {u"name"_s, u"sla"_s, u"skill"_s, u"needs"_s, u"optional"_s, u"review"_s};
    return {u"name"_s, u"status"_s, u"worker_id"_s, u"due_at"_s, u"sla_state"_s};
}

} // namespace

QString harmless(const QString &text) { return domain::withoutUnseen(text, QChar::ReplacementCharacter); }

QString present(const Command &command, const QJsonObject &answer)
{
    const QStringList columns = QString::fromLatin1(command.columns).split(u',', Qt::SkipEmptyParts);
    if (answer.value(u"items"_s).isArray() && !columns.isEmpty()) {
        const QJsonArray items = answer.value(u"items"_s).toArray();
        QString text = items.isEmpty() ? u"none\n"_s : table(columns, items);
        if (const QString next = answer.value(u"next_cursor"_s).toString(); !next.isEmpty())
            text += u"more: --cursor %1\n"_s.arg(next);
        return text;
    }
    QStringList tables{u"tasks"_s, u"findings"_s};
    if (!columns.isEmpty())
        tables.append(u"firings"_s);
    QString text = answer.isEmpty() ? u"done\n"_s : fields(answer, tables);
    if (const QJsonArray fired = answer.value(u"firings"_s).toArray(); !columns.isEmpty() && !fired.isEmpty())
        text += u'\n' + table(columns, fired);
    if (const QJsonArray tasks = answer.value(u"tasks"_s).toArray(); !tasks.isEmpty())
        text += u'\n' + table(columnsOfTasks(command), tasks);
    if (const QJsonArray found = answer.value(u"findings"_s).toArray(); !found.isEmpty())
        text += u'\n' + findings(found);
    if (*command.note)
        text += QString::fromUtf8(command.note) + u'\n';
    return text;
}

} // namespace hmsact::cli
