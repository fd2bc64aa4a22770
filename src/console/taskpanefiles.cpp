// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/filepreview.h"
#include "console/filetoattach.h"
#include "console/messagebar.h"
#include "console/taskpane.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_taskpane.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

#include <algorithm>

// The files of the task that the pane shows.
namespace hmsact::console {

using namespace domain;

static constexpr int filesAtOnceMax = 20;

void TaskPane::preview(const QString &fileName)
{
    const auto file = std::ranges::find(m_detail->artefacts, fileName, &Artefact::fileName);
    if (file == m_detail->artefacts.end())
        return;
    m_openedFile = fileName;
    if (!m_preview)
        m_preview = new FilePreview(m_client, *window());
    m_preview->open(*m_task, *file);
}

void TaskPane::openNextFile()
{
    const std::vector<Artefact> &files = m_detail->artefacts;
    const auto last = std::ranges::find(files, m_openedFile, &Artefact::fileName);
    const auto next = last == files.end() || last + 1 == files.end() ? files.begin() : last + 1;
    preview(next->fileName);
}

void TaskPane::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Attach a file"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths.mid(0, filesAtOnceMax))
            attach(path);
    });
    connect(dialog, &QFileDialog::finished, this, &TaskPane::formClosed);
    dialog->open();
}

void TaskPane::attach(const QString &path)
{
    whenReady(readToAttach(m_background, path), this, [this, task = *m_task](Result<FileToAttach> file) {
        if (!file)
            return ui->messageBar->say(MessageBar::Kind::Error, text(file.error()));
        const QString name = freeName(file->name, m_detail->artefacts);
        whenReady(m_client.send(PutArtefact{task, {}, name, file->mediaType, std::move(file->bytes)}), this,
                  [this, name](const Result<Artefact> &stored) {
                      if (stored)
                          ui->messageBar->say(MessageBar::Kind::Confirmation, tr("%1 is attached.").arg(name));
                      else
                          ui->messageBar->say(MessageBar::Kind::Error, tr("%1: %2").arg(name, text(stored.error())));
                  });
    });
}

static QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths.mid(0, filesAtOnceMax);
}

void TaskPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_attach->isEnabled() && !localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void TaskPane::dropEvent(QDropEvent *event)
{
    for (const QString &path : localFiles(*event->mimeData()))
        attach(path);
    event->acceptProposedAction();
}

} // namespace hmsact::console
