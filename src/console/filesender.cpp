// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/filesender.h"

#include "console/words.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeDatabase>

namespace hmsact::console {

using namespace domain;

FileSender::FileSender(engine::CoreClient &client, QWidget *parent) : QObject(parent), m_client(client), m_window(parent) { }

QString freeName(const QString &fileName, const QStringList &taken)
{
    const QFileInfo parts(fileName);
    const QString ending = parts.suffix().isEmpty() ? QString() : u'.' + parts.suffix();
    QString name = fileName;
    for (int number = 2; taken.contains(name); ++number)
        name = QStringLiteral("%1 (%2)%3").arg(parts.completeBaseName(), QString::number(number), ending);
    return name;
}

void FileSender::choose(const TaskDetail &detail)
{
    auto *dialog = new QFileDialog(m_window, tr("Attach files"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QStringList taken;
    for (const Artefact &file : detail.artefacts)
        taken << file.fileName;
    connect(dialog, &QFileDialog::filesSelected, this, [this, task = detail.view.task, taken](const QStringList &paths) {
        QStringList names = taken;
        for (const QString &path : paths) {
            const QString name = freeName(QFileInfo(path).fileName(), names);
            names << name;
            send(task, path, name);
        }
    });
    connect(dialog, &QFileDialog::finished, this, &FileSender::closed);
    dialog->open();
}

void FileSender::send(const Task &task, const QString &path, const QString &fileName)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit refused(tr("Could not read %1: %2").arg(path, file.errorString()));
        return;
    }
    if (file.size() > limits::artefactBytesMax) { // said before it is read
        emit refused(
            tr("%1 has %2; %3 is the most.").arg(fileName, sizeText(file.size()), sizeText(limits::artefactBytesMax)));
        return;
    }
    PutArtefact command;
    command.task = {task.activity, task.name, task.id};
    command.fileName = fileName;
    command.bytes = file.readAll();
    command.mediaType = QMimeDatabase().mimeTypeForFileNameAndData(fileName, command.bytes).name();
    m_client.send(std::move(command)).then(this, [this, fileName](Result<Artefact> stored) {
        if (stored)
            emit sent(fileName);
        else
            emit refused(text(stored.error()));
    });
}

} // namespace hmsact::console
