// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/objectreader.h"

#include <QCoreApplication>

namespace hmsact::domain {

// The objects of a list, each with a reader of its own.
template <class T>
[[nodiscard]] std::vector<T> readList(ObjectReader &reader, const char *name, int max, T (*read)(ObjectReader &))
{
    std::vector<T> items;
    const QJsonArray values = reader.array(name, max).value_or(QJsonArray());
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString pointer = pointerTo(reader.pointer(name), i);
        if (!values[i].isObject()) {
            reader.errors().add(pointer, QT_TRANSLATE_NOOP("Error", "must be an object"));
            continue;
        }
        ObjectReader item(values[i].toObject(), pointer, reader.errors());
        items.push_back(read(item));
    }
    return items;
}

} // namespace hmsact::domain
