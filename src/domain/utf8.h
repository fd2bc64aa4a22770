// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringEncoder>
#include <QVarLengthArray>

namespace hmsact::domain {

// Appends `text` as UTF-8. Most of what is written all the time is plain ASCII, which takes neither an encoder nor memory.
template <qsizetype Prealloc>
void appendUtf8(QVarLengthArray<char, Prealloc> &to, QStringView text)
{
    const qsizetype start = to.size();
    to.resize(start + text.size());
    char *out = to.data() + start;
    unsigned all = 0;
    for (const QChar c : text) {
        all |= c.unicode();
        *out++ = static_cast<char>(c.unicode());
    }
    if (all < 0x80)
        return;
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    to.resize(start + encoder.requiredSpace(text.size()));
    const char *end = encoder.appendToBuffer(to.data() + start, text);
    to.resize(end - to.constData());
}

} // namespace hmsact::domain
