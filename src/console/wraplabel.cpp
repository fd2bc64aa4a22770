// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/wraplabel.h"

#include "domain/limits.h"
#include "domain/textrules.h"

namespace hmsact::console {

static constexpr QChar noSpace(0x200b); // takes no room, and may end a line

static bool isDivider(QChar letter) { return letter == u'_' || letter == u'-' || letter == u'.' || letter == u'/'; }

QString breakable(const QString &text) { return QString(text).replace(u'_', u'_' + QString(noSpace)); }

// Only where a word has no room in a line, so that most are copied as they are: after its dividers, and in parts that are too
// long themselves anywhere. What is longer than any name stays as it is: a document of one word would take seconds.
static QString brokenLine(const QString &text, const QFontMetrics &metrics, int width)
{
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        if (word.size() > domain::limits::nameMax || metrics.horizontalAdvance(word) < width) // not “<=”: it is rounded
            continue;
        QString parts;
        QString part;
        for (const QChar letter : std::as_const(word)) {
            if (!part.isEmpty() && !letter.isLowSurrogate()
                && (isDivider(part.back()) || metrics.horizontalAdvance(part + letter) >= width)) {
                parts += part + noSpace;
                part.clear();
            }
            part += letter;
        }
        word = parts + part;
    }
    return words.join(u' ');
}

static QString broken(const QString &text, const QFontMetrics &metrics, int width)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = brokenLine(line, metrics, width);
    return lines.join(u'\n');
}

WrapLabel::WrapLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setWordWrap(true);
}

void WrapLabel::setWords(const QString &words)
{
    m_words = words;
    setAccessibleName(words);
    wrap();
}

void WrapLabel::setLines(int lines)
{
    m_lines = lines;
    setFixedHeight(fontMetrics().lineSpacing() * lines);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    wrap();
}

void WrapLabel::wrap()
{
    const QString text = broken(m_words, fontMetrics(), contentsRect().width());
    if (m_lines == 0)
        return setText(text);
    const QString shown = cut(text);
    setText(shown);
    setToolTip(shown == text ? QString() : m_words);
}

// The longest beginning that has room, with a sign that it goes on.
QString WrapLabel::cut(const QString &text) const
{
    const QRect room(0, 0, contentsRect().width(), fontMetrics().lineSpacing() * m_lines);
    const auto fits = [&](const QString &words) {
        return fontMetrics().boundingRect(room, Qt::TextWordWrap, words).height() <= room.height();
    };
    if (room.width() <= 0 || fits(text))
        return text;
    const auto beginning = [&text](qsizetype length) {
        return domain::cutTo(text, length).trimmed() + QChar(0x2026);
    };
    qsizetype fitting = 0;
    for (qsizetype tooLong = text.size(); tooLong - fitting > 1;) {
        const qsizetype middle = (fitting + tooLong) / 2;
        (fits(beginning(middle)) ? fitting : tooLong) = middle;
    }
    return beginning(fitting);
}

void WrapLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    wrap();
}

} // namespace hmsact::console
