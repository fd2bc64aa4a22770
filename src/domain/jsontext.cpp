// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace hmsact::domain {

namespace {

constexpr int envelopeDepth = 4; // what a request puts around a payload: {"tasks": [{"payload": …}]}

// Counted before parsing, so that no parser ever recurses deeper.
int depthOf(const QByteArray &json)
{
    int depth = 0;
    int deepest = 0;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText) {
            i += c == '\\' ? 1 : 0; // the next one is escaped
            inText = c != '"';
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

// A text, a number, true, false or null, which QJsonDocument does not read by itself.
bool isScalar(const QByteArray &json) { return QJsonDocument::fromJson('[' + json + ']').array().size() == 1; }

} // namespace

Result<QJsonObject> parseObject(const QByteArray &utf8)
{
    if (!QUtf8StringView(utf8).isValidUtf8()) {
        return makeError(ErrorCode::Malformed, QT_TRANSLATE_NOOP("Error", "the body is not valid UTF-8"));
    }
    if (depthOf(utf8) > limits::jsonDepthMax + envelopeDepth) {
        return makeError(ErrorCode::Malformed, QT_TRANSLATE_NOOP("Error", "the body is nested more than %1 levels deep"),
                         {QString::number(limits::jsonDepthMax)});
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &error);
    if (error.error != QJsonParseError::NoError && !isScalar(utf8)) {
        return makeError(ErrorCode::Malformed, QT_TRANSLATE_NOOP("Error", "the body is not JSON: %1 at byte %2"),
                         {error.errorString(), QString::number(error.offset)});
    }
    if (!document.isObject()) {
        return makeError(ErrorCode::Malformed, QT_TRANSLATE_NOOP("Error", "the body is not a JSON object"));
    }
    return document.object();
}

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

} // namespace hmsact::domain
