// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/artefactrules.h"

#include "domain/limits.h"
#include "domain/textrules.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace hmsact::domain {

// What nobody sees in a name, or what turns the order of its letters round, so that "exe.pdf" is shown for "fdp.exe".
static bool isInvisible(char32_t c)
{
    static constexpr std::array fillers{0x034fu, 0x115fu, 0x1160u, 0x17b4u, 0x17b5u, 0x2800u, 0x3164u, 0xffa0u};
    const bool isSaid = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069); // by checkText()
    return (QChar::category(c) == QChar::Other_Format && !isSaid) || std::ranges::find(fillers, c) != fillers.end();
}

void checkFileName(FieldErrors &errors, const QString &pointer, const QString &name)
{
    checkText(errors, pointer, name, limits::fileNameMax);
    static const QRegularExpression path(QStringLiteral("[/\\\\]|^\\."));
    static const QRegularExpression kept(QStringLiteral("[<>:\"|?*]|[. ]$|^ "));
    static const QRegularExpression device(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (name.contains(path)) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "must be a plain file name without a path"));
    } else if (name.contains(kept)) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "must not hold < > : \" | ? * or end with a blank or a dot"));
    } else if (name.contains(device)) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "is a name that some systems keep for a device"));
    } else if (std::ranges::any_of(name.toStdU32String(), isInvisible)) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "must not hold characters that cannot be seen"));
    }
}

static bool isText(const QByteArray &content)
{
    for (const char c : content) { // any_of costs a second for each large file in a debug build
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f')
            return false;
    }
    return content.isValidUtf8();
}

QString provenMediaType(const QString &declared, const QByteArray &content)
{
    const QString type = declared.section(u';', 0, 0).trimmed().toLower();
    constexpr qsizetype pdfHeadMax = 1024; // readers look for it that far
    bool isProven = true;
    if (type == QLatin1StringView("application/pdf")) {
        isProven = content.left(pdfHeadMax).contains("%PDF-");
    } else if (type == QLatin1StringView("image/png")) {
        isProven = content.startsWith("\x89PNG\r\n\x1a\n");
    } else if (type == QLatin1StringView("image/jpeg")) {
        isProven = content.startsWith("\xff\xd8\xff");
    } else if (type == QLatin1StringView("image/gif")) {
        isProven = content.startsWith("GIF87a") || content.startsWith("GIF89a");
    } else if (type.startsWith(QLatin1StringView("text/"))) {
        isProven = isText(content);
    }
    return isProven ? declared : QStringLiteral("application/octet-stream");
}

} // namespace hmsact::domain
