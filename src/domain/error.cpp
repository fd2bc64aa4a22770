// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/error.h"

namespace hmsact::domain {

// One pass, so that an argument which itself contains "%1" is shown as it is.
QString Message::english() const
{
    const QString pattern = QString::fromUtf8(key);
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const qsizetype hole = i + 1 < pattern.size() ? pattern[i + 1].unicode() - u'1' : -1;
        if (pattern[i] == u'%' && hole >= 0 && hole < args.size()) {
            text += args[hole];
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

Error makeError(ErrorCode code, const char *key, QStringList args) { return {code, {key, std::move(args)}, {}}; }

Error invalidField(QString pointer, const char *key, QStringList args)
{
    const Message message{key, std::move(args)};
    return {ErrorCode::Invalid, message, {{std::move(pointer), message}}};
}

} // namespace hmsact::domain
