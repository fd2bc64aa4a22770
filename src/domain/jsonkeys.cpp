// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/jsonkeys.h"

#include "domain/objectreader.h"
#include "domain/textrules.h"

#include <QJsonDocument>

#include <algorithm>
#include <vector>

namespace hmsact::domain {

namespace {

// An object or a list that has begun and not ended.
struct Level {
    bool isObject = false;
    qsizetype index = 0; // of the item that is being read
    std::vector<QByteArray> keys; // as they are written, escapes and all undone
};

QByteArray decoded(const QByteArray &key)
{
    return key.contains('\\') ? QJsonDocument::fromJson("[\"" + key + "\"]").array().first().toString().toUtf8() : key;
}

// Of the quotation mark that ends the text which begins behind `from`.
qsizetype endOfText(const QByteArray &json, qsizetype from)
{
    for (qsizetype i = from + 1; i < json.size(); ++i) {
        if (json[i] == '\\') {
            ++i; // the next one is escaped
        } else if (json[i] == '"') {
            return i;
        }
    }
    return json.size();
}

QString pointerOf(const std::vector<Level> &levels, const QByteArray &field)
{
    QString pointer;
    for (const Level &level : levels) {
        const bool isLast = &level == &levels.back();
        const QByteArray &key = isLast ? field : level.isObject ? level.keys.back() : QByteArray::number(level.index);
        pointer += u'/' + escapedForPointer(quoted(QString::fromUtf8(key)));
    }
    return pointer;
}

// Behind the number that begins at `from`.
qsizetype endOfNumber(const QByteArray &json, qsizetype from)
{
    while (from < json.size() && QByteArrayView("+-.0123456789eE").contains(json[from])) {
        ++from;
    }
    return from;
}

bool isTooLarge(const QByteArray &number)
{
    bool fits = false;
    (void)number.toLongLong(&fits);
    return !fits && !number.contains('.') && !number.contains('e') && !number.contains('E');
}

// Goes through it; both are told where it is, and end it with an answer.
template <class Ended, class Number>
std::optional<QString> walk(const QByteArray &json, Ended ended, Number number)
{
    std::vector<Level> levels;
    bool isKey = false; // whether the next text names a field
    std::optional<QString> found;
    for (qsizetype i = 0; i < json.size() && !found; ++i) {
        const char c = json[i];
        if (c == '"') {
            const qsizetype end = endOfText(json, i);
            if (isKey) {
                levels.back().keys.push_back(decoded(json.mid(i + 1, end - i - 1)));
            }
            isKey = false;
            i = end;
        } else if (c == '{' || c == '[') {
            levels.push_back({c == '{', 0, {}});
            isKey = c == '{';
        } else if (c == ',') {
            ++levels.back().index;
            isKey = levels.back().isObject;
        } else if (c == '}' || c == ']') {
            found = ended(levels);
            levels.pop_back();
            isKey = false;
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            const qsizetype end = endOfNumber(json, i);
            found = number(levels, json.mid(i, end - i));
            i = end - 1;
        }
    }
    return found;
}

} // namespace

std::optional<QString> repeatedField(const QByteArray &json)
{
    const auto ended = [](const std::vector<Level> &levels) {
        std::vector<QByteArray> keys = levels.back().keys;
        std::ranges::sort(keys);
        const auto twice = std::ranges::adjacent_find(keys);
        return twice == keys.end() ? std::nullopt : std::optional(pointerOf(levels, *twice));
    };
    return walk(json, ended, [](const std::vector<Level> &, const QByteArray &) { return std::optional<QString>(); });
}

std::optional<QString> roundedInteger(const QByteArray &json)
{
    const auto number = [](const std::vector<Level> &levels, const QByteArray &text) {
        if (!isTooLarge(text)) {
            return std::optional<QString>();
        }
        const Level &last = levels.back();
        return std::optional(pointerOf(levels, last.isObject ? last.keys.back() : QByteArray::number(last.index)));
    };
    return walk(
        json, [](const std::vector<Level> &) { return std::optional<QString>(); }, number);
}

} // namespace hmsact::domain
