// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/preview.h"
#include "engine/coreclient.h"

#include <QPointer>
#include <QWidget>

#include <stop_token>

namespace Ui {
class FilePreview;
}

namespace hmsact::console {

class PreviewTable;

// A sheet over the whole window that shows a file of a task: text, a table, a picture, the pages of a document. Esc closes it
// and the focus goes back where it was; Tab stays inside, and any key that leads out of it closes it. GUI thread; the client
// must outlive it. Owned by the window.
class FilePreview final : public QWidget
{
    Q_OBJECT

public:
    FilePreview(engine::CoreClient &client, QWidget &window);
    ~FilePreview() override;

    void open(const domain::TaskRef &task, const domain::Artefact &file);
    void close();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void giveWay(const QWidget *to);
    void read();
    void turnTo(int page);
    [[nodiscard]] std::stop_token startAnew();
    void show(const Preview &preview);
    void say(const QString &notice);
    void fitPicture();
    void save();
    void saveAs(const QString &path, const QByteArray &bytes);

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::FilePreview> ui;
    PreviewTable *m_table;
    domain::TaskRef m_task;
    domain::ArtefactContent m_content;
    Preview m_preview;
    QPointer<QWidget> m_focusBefore;
    Background m_background; // draws
    Background m_saving; // so that it waits for no drawing
    std::stop_source m_underWay; // what is read or drawn for an earlier file or page is stopped, and dropped
};

} // namespace hmsact::console
