// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/preview.h"

#include "console/pagedrawing.h"
#include "domain/textrules.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QLocale>

#include <algorithm>
#include <array>

namespace hmsact::console {

using domain::Artefact;
using domain::ArtefactContent;

namespace {

QString previewWord(const char *text) { return QCoreApplication::translate("Preview", text); }

QString typeOf(const Artefact &file) { return file.mediaType.section(u';', 0, 0).trimmed().toLower(); }

bool isText(const QString &type)
{
    return type.startsWith(QLatin1String("text/")) || type == QLatin1String("application/json");
}

bool isTable(const Artefact &file)
{
    return typeOf(file) == QLatin1String("text/csv") || typeOf(file) == QLatin1String("text/tab-separated-values")
        || (isText(typeOf(file)) && file.fileName.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive));
}

QByteArray formatOf(const QString &type)
{
    for (const char *format : {"png", "jpeg", "gif"}) {
        if (type == QLatin1String("image/") + QLatin1String(format))
            return format;
    }
    return {};
}

Preview nothing(const QString &why)
{
    Preview preview;
    preview.notice = why;
    return preview;
}

// Splits as RFC 4180 wants it; what is beyond the bounds is passed over, never kept.
class TableReader
{
public:
    TableReader(const QString &text, bool isWhole) : m_text(text), m_isWhole(isWhole), m_cut(!isWhole)
    {
        const QString first = text.left(text.indexOf(u'\n'));
        m_separator = *std::ranges::max_element(separators, {}, [&](char16_t c) { return first.count(QChar(c)); });
    }

    Preview read()
    {
        Preview preview;
        preview.kind = Preview::Kind::Table;
        while (m_at < m_text.size() && preview.rows.size() < size_t(previewRows))
            preview.rows.push_back(row());
        if (!m_isWhole && m_at == m_text.size() && preview.rows.size() > 1)
            preview.rows.pop_back(); // the end of what was read is within it
        m_cut |= m_at < m_text.size();
        if (m_cut)
            preview.notice =
                previewWord(QT_TRANSLATE_NOOP("Preview", "Only the beginning is shown: %1 rows, %2 columns at most."))
                    .arg(QLocale().toString(previewRows), QLocale().toString(previewColumns));
        return preview;
    }

private:
    static constexpr std::array separators{u',', u';', u'\t'};

    QStringList row()
    {
        QStringList cells;
        for (bool ends = false; !ends;) {
            QString text = cell(&ends);
            if (cells.size() < previewColumns)
                cells << text;
            else
                m_cut = true;
        }
        return cells;
    }

    QString cell(bool *endsRow)
    {
        QString text;
        bool quoted = false;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                const bool doubled = quoted && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"';
                if (!doubled) {
                    quoted = !quoted;
                    continue;
                }
                ++m_at;
            } else if (!quoted && (c == m_separator || c == u'\n')) {
                *endsRow = c == u'\n';
                ++m_at;
                return shortened(text);
            } else if (!quoted && c == u'\r') {
                continue;
            }
            if (text.size() <= previewCellLength) // one more, which shows that it is cut
                text += c == u'\n' ? QChar(u' ') : c;
        }
        *endsRow = true;
        return shortened(text);
    }

    QString shortened(const QString &text)
    {
        m_cut |= text.size() > previewCellLength;
        return domain::cutTo(text, previewCellLength);
    }

    const QString &m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    const bool m_isWhole;
    bool m_cut;
};

Preview textPreview(const QString &text, bool isWhole)
{
    Preview preview;
    preview.kind = Preview::Kind::Text;
    bool isCut = !isWhole;
    int lines = 0;
    for (QStringView line : QStringView(text).tokenize(u'\n')) {
        if (++lines > previewLines) {
            isCut = true;
            break;
        }
        isCut |= line.size() > previewLineLength;
        preview.text += domain::cutTo(line.toString(), previewLineLength);
        preview.text += u'\n';
    }
    if (isCut)
        preview.notice =
            previewWord(
                QT_TRANSLATE_NOOP("Preview", "Only the beginning is shown, and of long lines the first %1 characters."))
                .arg(QLocale().toString(previewLineLength));
    return preview;
}

Preview picturePreview(const ArtefactContent &file, const QByteArray &format)
{
    QBuffer buffer;
    buffer.setData(file.bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setDecideFormatFromContent(false);
    const QSize size = reader.size();
    if (!size.isValid())
        return nothing(previewWord(QT_TRANSLATE_NOOP("Preview", "This picture cannot be read.")));
    if (qint64(size.width()) * size.height() > previewPixels)
        return nothing(previewWord(QT_TRANSLATE_NOOP("Preview", "This picture is too large to be shown: %1 × %2 pixels."))
                           .arg(QLocale().toString(size.width()), QLocale().toString(size.height())));
    if (size.width() > previewSide || size.height() > previewSide)
        reader.setScaledSize(size.scaled(previewSide, previewSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    reader.setAutoTransform(true);
    Preview preview;
    preview.kind = Preview::Kind::Picture;
    preview.picture = reader.read();
    return preview.picture.isNull() ? nothing(previewWord(QT_TRANSLATE_NOOP("Preview", "This picture cannot be read.")))
                                    : preview;
}

Preview pagePreview(const ArtefactContent &file, int page, const std::stop_token &stop)
{
    const DrawnPage drawn = drawnPage(file.bytes, page, drawingMs, stop);
    if (drawn.end == DrawnPage::End::TooMuch)
        return nothing(previewWord(
            QT_TRANSLATE_NOOP("Preview", "This document takes too much to be shown here. Save it to open it elsewhere.")));
    if (drawn.end == DrawnPage::End::Unreadable)
        return nothing(previewWord(QT_TRANSLATE_NOOP("Preview", "This document cannot be read.")));
    Preview preview;
    preview.kind = Preview::Kind::Picture;
    preview.page = drawn.page;
    preview.pageCount = drawn.pageCount;
    preview.picture = drawn.picture;
    return preview;
}

} // namespace

qint64 bytesForPreview(const Artefact &file) { return isText(typeOf(file)) ? previewTextBytes : 0; }

Preview previewOf(const ArtefactContent &file, int page, const std::stop_token &stop)
{
    const QString type = typeOf(file.artefact);
    if (isText(type)) {
        const QString text = QString::fromUtf8(file.bytes.left(previewTextBytes));
        const bool isWhole = file.artefact.sizeBytes <= previewTextBytes;
        return isTable(file.artefact) ? TableReader(text, isWhole).read() : textPreview(text, isWhole);
    }
    if (const QByteArray format = formatOf(type); !format.isEmpty())
        return picturePreview(file, format);
    if (type == QLatin1String("application/pdf"))
        return pagePreview(file, page, stop);
    return nothing(
        previewWord(QT_TRANSLATE_NOOP("Preview", "Files of this kind cannot be shown here. Save it to open it elsewhere.")));
}

QFuture<Preview> previewLater(Background &background, const ArtefactContent &file, int page, const std::stop_token &stop)
{
    return background.run<Preview>(
        [file, page, stop] { return stop.stop_requested() ? Preview() : previewOf(file, page, stop); });
}

} // namespace hmsact::console
