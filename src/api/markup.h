// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace hmsact::api {

// Finished HTML. Only templates make it, and what they are filled with is escaped: no text becomes markup by itself.
class Markup
{
public:
    Markup() = default;
    // Of resources/web: {{name}} becomes a text, {{{name}}} markup; what is not given stays empty.
    using Texts = QHash<QString, QString>;
    using Parts = QHash<QString, Markup>;
    [[nodiscard]] static Markup fill(const QString &file, const Texts &texts, const Parts &parts = {});
    [[nodiscard]] static Markup attribute(const char *literal); // one of ours, as " checked"
    [[nodiscard]] static Markup style(const QString &file); // of resources/web

    Markup &operator+=(const Markup &other)
    {
        m_html += other.m_html;
        return *this;
    }
    [[nodiscard]] const QString &html() const { return m_html; }

private:
    explicit Markup(QString html) : m_html(std::move(html)) { }
    QString m_html;
};

} // namespace hmsact::api
