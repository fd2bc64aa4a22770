// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"
#include "engine/coreclient.h"

#include <QObject>

namespace hmsact::console {

// Attaches files of this machine to a task. A file never replaces another one of the same name: it gets a number. GUI thread;
// the client must outlive it.
class FileSender final : public QObject
{
    Q_OBJECT

public:
    FileSender(engine::CoreClient &client, QWidget *parent);

    void choose(const domain::TaskDetail &detail); // asks for the files, then sends them

signals:
    void closed(); // the choice of files
    void sent(const QString &fileName);
    void refused(const QString &why);

private:
    void send(const domain::Task &task, const QString &path, const QString &fileName);

    engine::CoreClient &m_client;
    QWidget *m_window;
};

// The name itself, or with a number where it is taken: "scan.pdf", "scan (2).pdf".
[[nodiscard]] QString freeName(const QString &fileName, const QStringList &taken);

} // namespace hmsact::console
