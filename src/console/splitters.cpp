// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/splitters.h"

#include <QDataStream>

namespace hmsact::console {

void restoreSplitter(QSplitter &splitter, const QSettings &settings, const QString &key)
{
    const QByteArray state = settings.value(key).toByteArray();
    QDataStream stream(state); // as QSplitter::saveState() writes it: a mark, a version, the sizes
    qint32 mark = 0;
    qint32 version = 0;
    QList<int> sizes;
    stream >> mark >> version >> sizes;
    if (stream.status() == QDataStream::Ok && !sizes.contains(-1))
        splitter.restoreState(state);
}

} // namespace hmsact::console
