// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/pathtemplate.h"

#include <QStringDecoder>
#include <QStringList>

namespace hmsact::api {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Calls `take` with each piece between separators; stops early when it answers false.
template <class Take>
bool eachPiece(QByteArrayView text, char separator, Take take)
{
    for (;;) {
        const qsizetype end = text.indexOf(separator);
        if (!take(end < 0 ? text : text.first(end)))
            return false;
        if (end < 0)
            return true;
        text = text.sliced(end + 1);
    }
}

} // namespace

std::optional<QString> percentDecoded(QByteArrayView text, Plus plus)
{
    QByteArray raw;
    raw.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return {};
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus == Plus::IsBlank) {
            c = ' ';
        }
        if (c == '\0')
            return {};
        raw.append(c);
    }
    using Flag = QStringDecoder::Flag; // a sequence that is cut off is an error, and no mark is dropped
    QStringDecoder decode(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    QString decoded = decode(raw);
    return decode.hasError() ? std::nullopt : std::optional(decoded);
}

std::optional<Target> Target::parse(QByteArrayView target)
{
    Target parsed;
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView path = mark < 0 ? target : target.first(mark);
    const bool pathRead = eachPiece(path.sliced(1), '/', [&](QByteArrayView piece) {
        auto segment = percentDecoded(piece);
        if (segment)
            parsed.path.push_back(std::move(*segment));
        return segment.has_value();
    });
    if (!pathRead)
        return {};
    if (mark < 0 || mark + 1 == target.size())
        return parsed;
    const bool queryRead = eachPiece(target.sliced(mark + 1), '&', [&](QByteArrayView piece) {
        if (piece.isEmpty()) // between two separators, and behind the last
            return true;
        const qsizetype sign = piece.indexOf('=');
        auto name = percentDecoded(sign < 0 ? piece : piece.first(sign), Plus::IsBlank);
        auto value = percentDecoded(sign < 0 ? QByteArrayView() : piece.sliced(sign + 1), Plus::IsBlank);
        if (!name || !value)
            return false;
        parsed.query.emplace_back(std::move(*name), std::move(*value));
        return true;
    });
    return queryRead ? std::optional(parsed) : std::nullopt;
}

PathTemplate::PathTemplate(const QString &text) : m_text(text)
{
    const QStringList segments = text.mid(1).split(QLatin1Char('/'));
    for (const QString &segment : segments) {
        const qsizetype end = segment.indexOf(QLatin1Char('}'));
        if (segment.startsWith(QLatin1Char('{')))
            m_segments.push_back({segment.mid(1, end - 1), true, segment.mid(end + 1)});
        else
            m_segments.push_back({segment, false});
    }
}

std::optional<PathValues> PathTemplate::match(const std::vector<QString> &path) const
{
    if (path.size() != m_segments.size())
        return {};
    PathValues values;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const Segment &segment = m_segments[i];
        const bool fits = segment.isHole ? path[i].size() > segment.ending.size() && path[i].endsWith(segment.ending)
                                         : path[i] == segment.text;
        if (!fits)
            return {};
        if (segment.isHole)
            values.insert(segment.text, path[i].chopped(segment.ending.size()));
    }
    return values;
}

std::vector<QString> PathTemplate::holes() const
{
    std::vector<QString> names;
    for (const Segment &segment : m_segments) {
        if (segment.isHole)
            names.push_back(segment.text);
    }
    return names;
}

} // namespace hmsact::api
