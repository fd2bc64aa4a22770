// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/wording.h"

#include <QByteArray>
#include <QDateTime>

namespace hmsact::notify {

struct Mail {
    QByteArray from; // bare addresses
    QByteArray to;
    Text text;
    QByteArray id; // the same for every try
    QByteArray domain; // of the sender
    QDateTime at;
};

// The mail as it goes over the wire: text and HTML that say the same. Whatever is in subject and lines, no header comes of it.
[[nodiscard]] QByteArray mail(const Mail &mail);

// A header's text in ASCII, by RFC 2047 where it must be.
[[nodiscard]] QByteArray encodedWords(const QString &text);
[[nodiscard]] QByteArray quotedPrintable(const QByteArray &utf8);

} // namespace hmsact::notify
