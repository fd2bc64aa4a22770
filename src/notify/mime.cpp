// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/mime.h"

#include <QLocale>

#include <algorithm>

namespace hmsact::notify {

static constexpr qsizetype wordBytesMax = 42; // in base 64 and its frame below the 75 letters of RFC 2047
static constexpr qsizetype lineMax = 76;

QByteArray encodedWords(const QString &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\x7f'; });
    if (plain && text.size() < lineMax - 10 && !text.contains(u"=?"))
        return text.toLatin1();
    QByteArray words;
    QByteArray part;
    const auto flush = [&] {
        if (!part.isEmpty())
            words += (words.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + part.toBase64() + "?=";
        part.clear();
    };
    for (const char32_t c : text.toUcs4()) { // a letter is never torn apart
        const QByteArray letter = QString::fromUcs4(&c, 1).toUtf8();
        if (part.size() + letter.size() > wordBytesMax)
            flush();
        part += letter;
    }
    flush();
    return words;
}

QByteArray quotedPrintable(const QByteArray &utf8)
{
    QByteArray result;
    qsizetype column = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c == '\n') {
            result += "\r\n";
            column = 0;
            continue;
        }
        const bool lastInLine = i + 1 == utf8.size() || utf8[i + 1] == '\n';
        const bool literal = (c > ' ' && c <= '~' && c != '=') || (c == ' ' && !lastInLine);
        const QByteArray piece = literal ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
        if (column + piece.size() >= lineMax) {
            result += "=\r\n";
            column = 0;
        }
        result += piece;
        column += piece.size();
    }
    return result;
}

static QByteArray part(const char *mediaType, const QString &text)
{
    return QByteArray("Content-Type: ") + mediaType
        + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quotedPrintable(text.toUtf8()) + "\r\n";
}

static QString plain(const Text &text)
{
    QString body = text.subject + QStringLiteral("\n\n") + text.lines.join(u'\n') + u'\n';
    if (text.answering.empty())
        return body;
    QStringList paragraphs;
    for (const Text::Answering &answering : text.answering) {
        paragraphs << answering.invitation << answering.url;
        if (!answering.code.isEmpty())
            paragraphs << answering.codeWords << answering.code;
    }
    paragraphs << text.ending;
    return body + u'\n' + paragraphs.join(QStringLiteral("\n\n")) + u'\n';
}

static QString html(const Text &text)
{
    const auto paragraph = [](const QString &line) {
        return QStringLiteral("<p>%1</p>\n").arg(line.toHtmlEscaped());
    };
    QString body =
        QStringLiteral("<!doctype html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"><title>%2</title></head>\n"
                       "<body style=\"font:16px/1.5 sans-serif;max-width:36em\">\n<h1 style=\"font-size:1.25em\">%2</h1>\n")
            .arg(text.language, text.subject.toHtmlEscaped());
    for (const QString &line : text.lines)
        body += paragraph(line);
    for (const Text::Answering &answering : text.answering) {
        body += paragraph(answering.invitation);
        body += QStringLiteral("<p><a href=\"%1\">%1</a></p>\n").arg(answering.url.toHtmlEscaped());
        if (!answering.code.isEmpty()) {
            body += paragraph(answering.codeWords);
            body += QStringLiteral("<p style=\"font:bold 1.5em monospace;letter-spacing:0.15em\">%1</p>\n")
                        .arg(answering.code.toHtmlEscaped());
        }
    }
    if (!text.answering.empty())
        body += paragraph(text.ending);
    return body + QStringLiteral("</body></html>\n");
}

QByteArray mail(const Mail &mail)
{
    const QByteArray boundary = "=_" + mail.id; // quoted-printable never has "=_"
    const QString date = QLocale::c().toString(mail.at.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss '+0000'"));
    return "Date: " + date.toLatin1() + "\r\nFrom: HMS-ACT <" + mail.from + ">\r\nTo: <" + mail.to
        + ">\r\nSubject: " + encodedWords(mail.text.subject) + "\r\nMessage-ID: <" + mail.id + '@' + mail.domain
        + ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\""
        + boundary + "\"\r\n\r\n--" + boundary + "\r\n" + part("text/plain", plain(mail.text)) + "--" + boundary + "\r\n"
        + part("text/html", html(mail.text)) + "--" + boundary + "--\r\n";
}

} // namespace hmsact::notify
