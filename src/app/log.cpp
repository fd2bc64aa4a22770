// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log.h"

#include "domain/textrules.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>
#include <QtGlobal>

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>

namespace hmsact::app {
namespace {

constexpr int lineMax = 4000; // longer is a dump, not an event

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

// One call, so that lines of several threads do not mix.
void write(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

// What was said during the start; nothing once the log is released.
struct Held {
    std::mutex mutex;
    std::optional<QStringList> lines;
    QString whenFatal;
};
Held &held()
{
    static Held instance;
    return instance;
}

void endWhereItIsExplained()
{
    const std::scoped_lock lock(held().mutex);
    if (!held().lines || held().whenFatal.isEmpty())
        return;
    write(held().whenFatal);
    std::_Exit(2);
}

void handle(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QString line = QStringLiteral("%1 %2 %3").arg(now, QLatin1String(levelName(type)), oneLine(message));
    if (type == QtFatalMsg) {
        endWhereItIsExplained();
        releaseLog(); // the reason is in there
    }
    const std::scoped_lock lock(held().mutex);
    if (held().lines)
        held().lines->append(line);
    else
        write(line);
    // A failed assertion goes on to abort() and its core dump; other fatal messages are about the surroundings.
    if (type == QtFatalMsg && !message.startsWith(QStringLiteral("ASSERT")))
        std::_Exit(2);
}

} // namespace

void logToStandardError()
{
    held().lines = QStringList();
    qInstallMessageHandler(handle);
}

void sayWhenFatal(const QString &line)
{
    const std::scoped_lock lock(held().mutex);
    held().whenFatal = line;
}

void releaseLog()
{
    const std::scoped_lock lock(held().mutex);
    for (const QString &line : held().lines.value_or(QStringList()))
        write(line);
    held().lines.reset();
}

QString oneLine(const QString &text)
{
    QString line;
    for (const char32_t c : text.toUcs4()) {
        if (domain::isUnseen(c))
            line += QStringLiteral("\\u{%1}").arg(static_cast<uint>(c), 0, 16);
        else
            line += QString::fromUcs4(&c, 1);
        if (line.size() > lineMax)
            return line + QStringLiteral("…");
    }
    return line;
}

void complain(const QString &program, const QString &text) { write(QStringLiteral("%1: %2").arg(program, oneLine(text))); }

} // namespace hmsact::app
