// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/markup.h"

#include "domain/textrules.h"

#include <QFile>

// Resources of a static library are dropped by the linker unless somebody asks for them.
static void keepPages() { Q_INIT_RESOURCE(web); }

namespace hmsact::api {

using namespace Qt::StringLiterals;

namespace {

// Read once, without the licence in front: nobody needs it in every mail's page.
const QString &contentOf(const QString &name)
{
    thread_local QHash<QString, QString> known;
    auto found = known.find(name);
    if (found == known.end()) {
        keepPages();
        QFile file(u":/web/"_s + name);
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        QString text = QString::fromUtf8(file.readAll());
        if (text.startsWith("<!--"_L1))
            text.remove(0, text.indexOf("-->\n"_L1) + 4);
        found = known.insert(name, text);
    }
    return *found;
}

// No sign that turns the direction of what follows, or hides something in it.
QString escaped(const QString &text) { return domain::withoutUnseen(text, u' ', u"\n").toHtmlEscaped(); }

} // namespace

Markup Markup::fill(const QString &file, const Texts &texts, const Parts &parts)
{
    const QString &frame = contentOf(file);
    QString html;
    qsizetype from = 0;
    for (;;) {
        const qsizetype begin = frame.indexOf("{{"_L1, from);
        if (begin < 0)
            break;
        html += QStringView(frame).mid(from, begin - from);
        const bool isMarkup = QStringView(frame).mid(begin).startsWith("{{{"_L1);
        const qsizetype end = frame.indexOf("}}"_L1, begin);
        const QString name = frame.mid(begin + (isMarkup ? 3 : 2), end - begin - (isMarkup ? 3 : 2));
        html += isMarkup ? parts.value(name).m_html : escaped(texts.value(name));
        from = end + (isMarkup ? 3 : 2);
    }
    return Markup(html + frame.mid(from));
}

Markup Markup::attribute(const char *literal) { return Markup(QString::fromLatin1(literal)); }

Markup Markup::style(const QString &file) { return Markup(contentOf(file)); }

} // namespace hmsact::api
