// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pagedrawing.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QFile>
#include <QPainter>
#include <QPdfDocument>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

namespace hmsact::console {

namespace {

constexpr char asked[] = "--draw-page"; // between the program and itself: nobody types it
constexpr int unreadable = 3;
constexpr QDataStream::Version streamVersion = QDataStream::Qt_6_4;

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    (void)setrlimit(resource, &both);
}

void limitOneself()
{
    limit(RLIMIT_CPU, drawingMs / 1000);
    limit(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // those take terabytes of it for themselves
    limit(RLIMIT_AS, rlim_t(drawingBytes));
#endif
}

QImage drawn(QPdfDocument &document, int page)
{
    const QSizeF points = document.pagePointSize(page);
    if (points.isEmpty())
        return {};
    const QSize pixels = points.scaled(drawingSide, drawingSide, Qt::KeepAspectRatio).toSize().expandedTo({1, 1});
    const QImage ink = document.render(page, pixels);
    QImage picture(pixels, QImage::Format_RGB32); // paper is white, whatever the theme
    picture.fill(Qt::white);
    QPainter(&picture).drawImage(0, 0, ink);
    return picture;
}

int draw(int wanted)
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return unreadable;
    QBuffer buffer;
    buffer.setData(in.readAll());
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() == 0)
        return unreadable;
    const int page = std::clamp(wanted, 0, document.pageCount() - 1);
    const QImage picture = drawn(document, page);
    if (picture.isNull())
        return unreadable;
    QDataStream stream(&out);
    stream.setVersion(streamVersion);
    stream << qint32(page) << qint32(document.pageCount()) << picture;
    return stream.status() == QDataStream::Ok ? 0 : unreadable;
}

} // namespace

std::optional<int> drawPageIfAsked(int argc, char **argv)
{
    if (argc != 3 || qstrcmp(argv[1], asked) != 0)
        return {};
    limitOneself();
    const QCoreApplication application(argc, argv);
    return draw(QByteArray(argv[2]).toInt());
}

static constexpr int lookEveryMs = 100; // whether to stop

// Whether it has finished by itself.
static bool finishes(QProcess &process, int limitMs, const std::stop_token &stop)
{
    const QDeadlineTimer deadline(limitMs);
    while (!process.waitForFinished(lookEveryMs)) {
        if (process.state() == QProcess::NotRunning || deadline.hasExpired() || stop.stop_requested())
            return false;
    }
    return true;
}

DrawnPage drawnPage(const QByteArray &document, int page, int limitMs, const std::stop_token &stop)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(asked), QString::number(page)});
    process.write(document);
    process.closeWriteChannel();
    if (!finishes(process, limitMs, stop)) {
        const bool isAtWork = process.state() != QProcess::NotRunning;
        process.kill();
        process.waitForFinished();
        return {isAtWork ? DrawnPage::End::TooMuch : DrawnPage::End::Unreadable, {}, 0, 0};
    }
    if (process.exitStatus() == QProcess::CrashExit)
        return {DrawnPage::End::TooMuch, {}, 0, 0};
    QDataStream stream(process.readAllStandardOutput());
    stream.setVersion(streamVersion);
    qint32 drawn = 0;
    qint32 count = 0;
    DrawnPage result;
    stream >> drawn >> count >> result.picture;
    if (process.exitCode() != 0 || stream.status() != QDataStream::Ok || result.picture.isNull())
        return {};
    result.end = DrawnPage::End::Drawn;
    result.page = drawn;
    result.pageCount = count;
    return result;
}

} // namespace hmsact::console
