// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace hmsact::console {

// The part of that name in a window or a page, or in one of its parts. Without it no test means anything.
template <class W>
W *partOf(const QWidget *whole, const char *name, const char *inside = nullptr)
{
    const QWidget *in = inside ? whole->findChild<QWidget *>(QString::fromLatin1(inside)) : whole;
    auto *part = in ? in->findChild<W *>(QString::fromLatin1(name)) : nullptr;
    if (!part)
        qFatal("there is no %s", name);
    return part;
}

} // namespace hmsact::console
