// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace hmsact::api {

using PathValues = QMap<QString, QString>; // name → what stood there, decoded
using QueryValues = std::vector<std::pair<QString, QString>>; // in the order sent, decoded

// "%41" → "A". Nothing for a broken escape, invalid UTF-8 or U+0000. Plus::IsBlank is for query strings.
enum class Plus { IsPlus, IsBlank };
[[nodiscard]] std::optional<QString> percentDecoded(QByteArrayView text, Plus plus = Plus::IsPlus);

// A target cut into its parts. Segments are cut before they are decoded, so that "%2F" in a name is part of the name.
struct Target {
    std::vector<QString> path;
    QueryValues query;

    [[nodiscard]] static std::optional<Target> parse(QByteArrayView target); // nothing: cannot be decoded
    [[nodiscard]] static QByteArray pathOf(const QByteArray &target) { return target.split('?').front(); } // as it was sent
};

// "/activities/{id}/tasks/{name}": literal segments, and holes that take one segment that is not empty; "{id}.xml" one that
// ends like that.
class PathTemplate
{
public:
    explicit PathTemplate(const QString &text);

    [[nodiscard]] std::optional<PathValues> match(const std::vector<QString> &path) const;
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] std::vector<QString> holes() const; // their names, in order

private:
    struct Segment {
        QString text; // literal, or the hole's name
        bool isHole = false;
        QString ending = {}; // of what a hole takes, and not part of its value
    };
    QString m_text;
    std::vector<Segment> m_segments;
};

} // namespace hmsact::api
