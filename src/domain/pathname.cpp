// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pathname.h"

#include <QCoreApplication>

namespace hmsact::domain {

QString readPathName(ObjectReader &reader, const QString &inPath, int max)
{
    QString said = reader.text("name", max).value_or(inPath);
    if (inPath.isEmpty() && said.isEmpty())
        reader.require("name");
    if (!inPath.isEmpty() && said != inPath)
        reader.errors().add(reader.pointer("name"), QT_TRANSLATE_NOOP("Error", "must be “%1”, as the path says"), {inPath});
    if (said.contains(u'/'))
        reader.errors().add(reader.pointer("name"), QT_TRANSLATE_NOOP("Error", "must not have a slash"));
    return said;
}

} // namespace hmsact::domain
