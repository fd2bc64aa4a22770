// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/textrules.h"

#include <algorithm>

namespace hmsact::domain {

namespace {

bool isBidiOverride(char16_t c) { return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069); }

bool isBroken(const QString &text) { return !text.isValidUtf16(); }

bool isHostile(QChar c, bool linesAllowed)
{
    const bool isLine = c == u'\n' || c == u'\r' || c == u'\t';
    const bool separates = c.unicode() == 0x2028 || c.unicode() == 0x2029;
    return isBidiOverride(c.unicode()) || (c.category() == QChar::Other_Control && !(linesAllowed && isLine))
        || (separates && !linesAllowed);
}

void checkCharacters(FieldErrors &errors, const QString &pointer, const QString &text, int max, bool linesAllowed)
{
    if (isLonger(text, max)) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "at most %1 characters"), {QString::number(max)});
    } else if (isBroken(text)) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "this is not valid Unicode"));
    } else if (std::any_of(text.begin(), text.end(), [&](QChar c) { return isHostile(c, linesAllowed); })) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "control and text direction characters are not allowed"));
    }
}

void checkNotBlank(FieldErrors &errors, const QString &pointer, const QString &text)
{
    if (text.trimmed().isEmpty()) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "must not be empty"));
    }
}

} // namespace

QString onOneLine(QString text)
{
    std::ranges::replace_if(
        text, [](QChar c) { return isHostile(c, false); }, QChar(QChar::ReplacementCharacter));
    return text;
}

bool isLonger(const QString &text, qsizetype max)
{
    return text.size() > max && text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); }) > max;
}

QString cutTo(const QString &text, qsizetype max)
{
    return text.first(text.size() > max && text[max].isLowSurrogate() ? max - 1 : std::min(text.size(), max));
}

bool isUnseen(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

QString withoutUnseen(const QString &text, QChar instead, QStringView kept)
{
    QString seen;
    for (const char32_t c : text.toStdU32String()) {
        const bool isOdd = isUnseen(c) && !kept.contains(QChar::fromUcs4(c));
        seen += isOdd ? QStringView(&instead, 1) : QStringView(QChar::fromUcs4(c));
    }
    return seen;
}

QString quoted(const QString &text)
{
    constexpr qsizetype max = 60;
    return text.size() <= max ? onOneLine(text) : onOneLine(cutTo(text, max)) + u'…';
}

void checkText(FieldErrors &errors, const QString &pointer, const QString &text, int max)
{
    checkNotBlank(errors, pointer, text);
    if (text == u"." || text == u"..") // clients take them out of addresses, also where they are escaped
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "“.” and “..” are no names: an address cannot hold them"));
    checkCharacters(errors, pointer, text, max, false);
}

void checkProse(FieldErrors &errors, const QString &pointer, const QString &text, int max, Emptiness emptiness)
{
    if (emptiness == Emptiness::Refused) {
        checkNotBlank(errors, pointer, text);
    }
    checkCharacters(errors, pointer, text, max, true);
}

void checkRange(FieldErrors &errors, const QString &pointer, qint64 value, qint64 min, qint64 max)
{
    if (value < min || value > max) {
        errors.add(pointer, QT_TRANSLATE_NOOP("Error", "must be from %1 to %2"),
                   {QString::number(min), QString::number(max)});
    }
}

} // namespace hmsact::domain
