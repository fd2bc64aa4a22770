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
    const Task &task = m_detail->view.task; // which it stands at: another may be chosen and on its way
    m_preview->open({task.activity, task.name, task.id}, *file);
}

void TaskPane::openNextFile()
{
    const std::vector<Artefact> &files = m_detail->artefacts;
    const auto last = std::ranges::find(files, m_openedFile, &Artefact::fileName);
    const auto next = last == files.end() || last + 1 == files.end() ? files.begin() : last + 1;
    preview(next->fileName);
}

// Whatever the pane shows when they are chosen: they are for the task they were asked for.
void TaskPane::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Attach a file"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    fileNames(m_task->id);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, task = *m_task](const QStringList &paths) { attach(task, paths); });
    connect(dialog, &QFileDialog::finished, this, &TaskPane::formClosed);
    dialog->open();
}

QStringList &TaskPane::fileNames(const TaskId &task)
{
    QStringList &names = m_fileNames[task];
    if (m_detail && m_detail->view.task.id == task) {
        for (const Artefact &file : m_detail->artefacts) {
            if (!names.contains(file.fileName))
                names << file.fileName;
        }
    }
    return names;
}

// Files that were chosen together, of which is said together what came of them.
struct TaskPane::Attaching {
    qsizetype chosen;
    qsizetype underWay;
    QStringList attached;
    QStringList troubles;
};

void TaskPane::attach(const TaskRef &task, const QStringList &paths)
{
    fileNames(task.id);
    const QStringList taken = paths.mid(0, filesAtOnceMax);
    const auto all = std::make_shared<Attaching>(Attaching{paths.size(), taken.size(), {}, {}});
    for (const QString &path : taken) {
        whenReady(readToAttach(m_background, path), this, [this, task, all](Result<FileToAttach> file) {
            if (!file) {
                all->troubles << text(file.error());
                return settle(*all);
            }
            const QString name = freeName(file->name, fileNames(task.id));
            m_fileNames[task.id] << name;
            whenReady(m_client.send(PutArtefact{task, {}, name, file->mediaType, std::move(file->bytes)}), this,
                      [this, task, all, name](const Result<Artefact> &stored) {
                          if (stored) {
                              all->attached << name;
                          } else {
                              all->troubles << tr("%1: %2").arg(name, text(stored.error()));
                              m_fileNames[task.id].removeOne(name);
                          }
                          settle(*all);
                      });
        });
    }
}

void TaskPane::settle(Attaching &attaching)
{
    if (--attaching.underWay > 0)
        return;
    if (attaching.chosen > filesAtOnceMax)
        attaching.troubles << tr("Only the first %1 of %2 files were taken. Attach the others after them.")
                                  .arg(filesAtOnceMax)
                                  .arg(attaching.chosen);
    if (!attaching.troubles.isEmpty())
        ui->messageBar->say(MessageBar::Kind::Error, attaching.troubles.join(u'\n'));
    else if (attaching.attached.size() == 1)
        ui->messageBar->say(MessageBar::Kind::Confirmation, tr("%1 is attached.").arg(attaching.attached.front()));
    else
        ui->messageBar->say(MessageBar::Kind::Confirmation,
                            tr("%Ln file(s) are attached.", nullptr, int(attaching.attached.size())));
}

static QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

void TaskPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_attach->isEnabled() && !localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void TaskPane::dropEvent(QDropEvent *event)
{
    if (!m_attach->isEnabled())
        return; // it became another task meanwhile
    attach(*m_task, localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace hmsact::console
