// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/filepreview.h"

#include "console/icons.h"
#include "console/messagebar.h"
#include "console/palette.h"
#include "console/previewtable.h"
#include "console/tables.h"
#include "console/whenready.h"
#include "console/words.h"
#include "ui_filepreview.h"

#include <QApplication>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSaveFile>

namespace hmsact::console {

using namespace domain;

static constexpr int edge = 32; // of the window that is seen around the sheet
static constexpr int padding = 14;

// As wide as what the first rows hold, within bounds.
static void fitColumns(QTableView &table)
{
    const int widest = table.fontMetrics().averageCharWidth() * 50;
    QHeaderView *header = table.horizontalHeader();
    header->setMaximumSectionSize(widest);
    table.resizeColumnsToContents();
    header->setMaximumSectionSize(-1);
    for (int column = 0; column < header->count(); ++column)
        header->resizeSection(column, header->sectionSize(column) + 12);
}

FilePreview::FilePreview(engine::CoreClient &client, QWidget &window)
    : QWidget(&window), m_client(client), ui(std::make_unique<Ui::FilePreview>()), m_table(new PreviewTable(this))
{
    ui->setupUi(this);
    setObjectName(QStringLiteral("filePreview"));
    setFocusPolicy(Qt::StrongFocus);
    const int margin = edge + padding;
    layout()->setContentsMargins(margin, margin, margin, margin);
    QFont bold = ui->fileLabel->font();
    bold.setBold(true);
    ui->fileLabel->setFont(bold);
    ui->textPage->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    ui->earlierButton->setIcon(icon(QStringLiteral("earlier")));
    ui->laterButton->setIcon(icon(QStringLiteral("later")));
    ui->tablePage->setModel(m_table);
    setUpTable(*ui->tablePage);
    ui->tablePage->setSelectionBehavior(QAbstractItemView::SelectItems);
    ui->tablePage->horizontalHeader()->setStretchLastSection(false);
    ui->tablePage->setAccessibleName(tr("Rows of the file"));
    ui->textPage->setAccessibleName(tr("Text of the file"));
    ui->picturePage->setAccessibleName(tr("Picture"));
    ui->picturePage->setFocusPolicy(Qt::StrongFocus);
    connect(ui->earlierButton, &QPushButton::clicked, this, [this] { turnTo(m_preview.page - 1); });
    connect(ui->laterButton, &QPushButton::clicked, this, [this] { turnTo(m_preview.page + 1); });
    connect(ui->saveButton, &QPushButton::clicked, this, &FilePreview::save);
    connect(ui->closeButton, &QPushButton::clicked, this, &FilePreview::close);
    window.installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) { giveWay(now); });
    hide();
}

FilePreview::~FilePreview() { m_underWay.request_stop(); }

void FilePreview::open(const TaskRef &task, const Artefact &file)
{
    if (isHidden())
        m_focusBefore = window()->focusWidget();
    else
        ui->messageBar->clear(); // it was about another file
    m_task = task;
    m_content = {file, {}};
    m_preview = {};
    ui->fileLabel->setText(file.fileName);
    ui->sizeLabel->setText(sizeText(file.sizeBytes));
    setAccessibleName(tr("Preview of %1").arg(file.fileName));
    say(tr("Reading %1…").arg(file.fileName));
    setGeometry(parentWidget()->rect());
    QWidget::show();
    raise();
    ui->closeButton->setFocus();
    read();
}

void FilePreview::close()
{
    (void)startAnew();
    m_content = {};
    m_preview = {};
    m_table->set({});
    ui->messageBar->clear(); // what is said of a file that is still being saved waits for the next time
    ui->textPage->clear();
    ui->pictureLabel->clear();
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

// To who turned the page, or went to a field by its key: what lies below is acted on then, and has to be seen.
void FilePreview::giveWay(const QWidget *to)
{
    if (!to || isHidden() || to->window() != window() || to == this || isAncestorOf(to))
        return;
    m_focusBefore = nullptr;
    close();
}

// What is under way for an earlier file or page is of no use any more.
std::stop_token FilePreview::startAnew()
{
    m_underWay.request_stop();
    m_underWay = std::stop_source();
    return m_underWay.get_token();
}

void FilePreview::read()
{
    const GetArtefact question{m_task, m_content.artefact.fileName, bytesForPreview(m_content.artefact)};
    whenReady(m_client.ask(question), this, [this, stop = startAnew()](Result<ArtefactContent> content) {
        if (stop.stop_requested())
            return;
        if (!content)
            return say(text(content.error()));
        m_content = std::move(*content);
        turnTo(0);
    });
}

void FilePreview::turnTo(int page)
{
    const std::stop_token stop = startAnew();
    whenReady(previewLater(m_background, m_content, page, stop), this, [this, stop](const Preview &preview) {
        if (!stop.stop_requested())
            show(preview);
    });
}

void FilePreview::say(const QString &notice)
{
    ui->noticePage->setText(notice);
    ui->stack->setCurrentWidget(ui->noticePage);
    for (QWidget *widget : {static_cast<QWidget *>(ui->earlierButton), static_cast<QWidget *>(ui->pageLabel),
                            static_cast<QWidget *>(ui->laterButton), static_cast<QWidget *>(ui->noticeLabel)})
        widget->hide();
}

void FilePreview::show(const Preview &preview)
{
    m_preview = preview;
    say(preview.notice);
    ui->noticeLabel->setText(preview.notice);
    ui->noticeLabel->setVisible(preview.kind != Preview::Kind::Nothing && !preview.notice.isEmpty());
    switch (preview.kind) {
    case Preview::Kind::Nothing:
        break;
    case Preview::Kind::Text:
        ui->textPage->setPlainText(preview.text);
        ui->stack->setCurrentWidget(ui->textPage);
        break;
    case Preview::Kind::Table:
        m_table->set(preview.rows);
        fitColumns(*ui->tablePage);
        ui->stack->setCurrentWidget(ui->tablePage);
        break;
    case Preview::Kind::Picture:
        ui->stack->setCurrentWidget(ui->picturePage);
        fitPicture();
        break;
    }
    const bool hasPages = preview.pageCount > 1;
    ui->earlierButton->setVisible(hasPages);
    ui->laterButton->setVisible(hasPages);
    ui->pageLabel->setVisible(hasPages);
    ui->earlierButton->setEnabled(preview.page > 0);
    ui->laterButton->setEnabled(preview.page + 1 < preview.pageCount);
    ui->pageLabel->setText(tr("Page %1 of %2").arg(preview.page + 1).arg(preview.pageCount));
    ui->stack->currentWidget()->setFocus();
}

// As large as fits, and never larger than it is.
void FilePreview::fitPicture()
{
    if (m_preview.kind != Preview::Kind::Picture)
        return;
    const double ratio = devicePixelRatioF();
    const QSize room = ui->picturePage->viewport()->size() * ratio;
    QSize size = m_preview.picture.size();
    if (size.width() > room.width() || size.height() > room.height())
        size.scale(room, Qt::KeepAspectRatio);
    QPixmap shown =
        QPixmap::fromImage(m_preview.picture.scaled(size.expandedTo({1, 1}), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    shown.setDevicePixelRatio(ratio);
    ui->pictureLabel->setPixmap(shown);
}

void FilePreview::save()
{
    whenReady(m_client.ask(GetArtefact{m_task, m_content.artefact.fileName, 0}), this,
              [this](Result<ArtefactContent> content) {
                  if (!content)
                      return ui->messageBar->say(MessageBar::Kind::Error, text(content.error()));
                  auto *dialog = new QFileDialog(this, tr("Save file"), content->artefact.fileName);
                  dialog->setAttribute(Qt::WA_DeleteOnClose);
                  dialog->setAcceptMode(QFileDialog::AcceptSave);
                  connect(dialog, &QFileDialog::fileSelected, this,
                          [this, bytes = content->bytes](const QString &path) { saveAs(path, bytes); });
                  dialog->open();
              });
}

// What went wrong, in the system's words; nothing: it is saved.
static QString writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isDone = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return isDone ? QString() : file.errorString();
}

void FilePreview::saveAs(const QString &path, const QByteArray &bytes)
{
    whenReady(m_saving.run<QString>([path, bytes] { return writeFile(path, bytes); }), this,
              [this, path](const QString &trouble) {
                  if (trouble.isEmpty())
                      ui->messageBar->say(MessageBar::Kind::Confirmation, tr("Saved as %1.").arg(path));
                  else
                      ui->messageBar->say(MessageBar::Kind::Error, tr("Could not save %1: %2").arg(path, trouble));
              });
}

void FilePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 110));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(accentColour(isDark(palette())));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge), 6, 6);
}

bool FilePreview::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                close();
            return true;
        }
    }
    if (event->type() == QEvent::Resize)
        fitPicture();
    return QWidget::event(event);
}

bool FilePreview::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

// What lies below the sheet cannot be seen, so the keyboard does not go there.
bool FilePreview::focusNextPrevChild(bool next)
{
    QWidget *const start = window()->focusWidget() ? window()->focusWidget() : this;
    for (QWidget *widget = start;;) {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
        if (widget == start)
            return true;
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && widget->isVisible();
        if (takesTab && isAncestorOf(widget)) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
}

} // namespace hmsact::console
