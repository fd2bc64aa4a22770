// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fielderrors.h"

#include <QString>

namespace hmsact::domain {

// What strangers said, with what would break its line or turn it shown as what it is.
[[nodiscard]] QString onOneLine(QString text);

// Its first `max` QChars, or one less where that would halve a character.
[[nodiscard]] QString cutTo(const QString &text, qsizetype max);

// Nobody sees it, or it turns or breaks what stands around it: controls, signs of format, ends of line and paragraph.
[[nodiscard]] bool isUnseen(char32_t c);

// With `instead` for each of those but `kept`.
[[nodiscard]] QString withoutUnseen(const QString &text, QChar instead, QStringView kept = {});

// As JSON Schema and the databases count characters: what takes two QChars is one.
[[nodiscard]] bool isLonger(const QString &text, qsizetype max);

// A bounded piece of what was sent, fit to be shown in an error.
[[nodiscard]] QString quoted(const QString &text);

// Names, ids, skills: neither empty nor only blanks, neither "." nor "..", at most `max` long, and without what makes a text
// look like another or breaks a line: control characters, bidirectional overrides, lone surrogates.
void checkText(FieldErrors &errors, const QString &pointer, const QString &text, int max);

// Reasons, comments: as above, but lines may be broken, and they may be empty where that is allowed.
enum class Emptiness { Allowed, Refused };
void checkProse(FieldErrors &errors, const QString &pointer, const QString &text, int max, Emptiness emptiness);

void checkRange(FieldErrors &errors, const QString &pointer, qint64 value, qint64 min, qint64 max);

} // namespace hmsact::domain
