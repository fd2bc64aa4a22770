// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pathname.h"

#include <QCoreApplication>

namespace hmsact::domain {

void checkAgainstPath(ObjectReader &reader, const char *field, const QString &inPath)
{
    if (reader.string(field).value_or(inPath) != inPath)
        reader.errors().add(reader.pointer(field), QT_TRANSLATE_NOOP("Error", "must be “%1”, as the path says"), {inPath});
}

QString readPathName(ObjectReader &reader, const QString &inPath, int max)
{
    if (!inPath.isEmpty()) {
        checkAgainstPath(reader, "name", inPath);
        return inPath;
    }
    const QString said = reader.text("name", max).value_or(QString());
    if (said.isEmpty())
        reader.require("name");
    if (said.contains(u'/'))
        reader.errors().add(reader.pointer("name"), QT_TRANSLATE_NOOP("Error", "must not have a slash"));
    return said;
}

} // namespace hmsact::domain
