// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlcatalog.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

// The static library's resources are registered by hand; the macro wants the global namespace.
static void registerResources() { Q_INIT_RESOURCE(hmsact_sql); }

namespace hmsact::store {

SqlStatement SqlCatalog::numbered(const QString &text) const
{
    // A placeholder is ":name", but not the second half of a "::type" cast, and not inside a quoted literal.
    static const QRegularExpression token(QStringLiteral("'[^']*'|::|:([a-z_]+)"));
    SqlStatement result;
    int last = 0;
    for (auto it = token.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString name = match.captured(1);
        if (name.isEmpty())
            continue;
        int index = static_cast<int>(result.names.indexOf(name));
        if (index < 0) {
            index = static_cast<int>(result.names.size());
            result.names << name;
        }
        result.text += text.mid(last, match.capturedStart() - last)
            + (m_dialect == Dialect::Sqlite ? QLatin1Char('?') : QLatin1Char('$')) + QString::number(index + 1);
        last = static_cast<int>(match.capturedEnd());
    }
    result.text += text.mid(last);
    return result;
}

SqlCatalog::SqlCatalog(Dialect dialect) : m_dialect(dialect)
{
    registerResources();
    const QString own = dialect == Dialect::Sqlite ? QStringLiteral(".sqlite.sql") : QStringLiteral(".postgresql.sql");
    m_fragments.insert(QStringLiteral("in_ids"),
                       dialect == Dialect::Sqlite ? QStringLiteral("IN (SELECT value FROM json_each(:ids))")
                                                  : QStringLiteral("= ANY (CAST(:ids AS bigint[]))"));
    const QStringList files = QDir(QStringLiteral(":/sql")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &file : files) { // shared first: "task.sql" sorts after "task.sqlite.sql"
        if (file.count(QLatin1Char('.')) == 1)
            load(file);
    }
    for (const QString &file : files) {
        if (file.endsWith(own))
            load(file);
    }
    for (auto it = m_blocks.cbegin(); it != m_blocks.cend(); ++it) {
        const QString text = expand(it.value(), {});
        if (!text.contains(QLatin1Char('{')))
            m_statements.insert(it.key(), numbered(text));
    }
}

void SqlCatalog::load(const QString &file)
{
    QFile source(QStringLiteral(":/sql/") + file);
    if (!source.open(QIODevice::ReadOnly))
        qFatal("the SQL file %s is missing from the program", qPrintable(file));
    QHash<QString, QString> seen;
    QString kind;
    QString name;
    QString text;
    const auto keep = [&] {
        if (name.isEmpty())
            return;
        if (seen.contains(name))
            qFatal("the SQL block %s appears twice in %s", qPrintable(name), qPrintable(file));
        seen.insert(name, text);
        (kind == QLatin1String("fragment") ? m_fragments : m_blocks).insert(name, text.trimmed());
    };
    static const QRegularExpression heading(QStringLiteral("^-- (name|fragment): ([a-z_.]+)$"));
    const QStringList lines = QString::fromUtf8(source.readAll()).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (const auto match = heading.match(line); match.hasMatch()) {
            keep();
            kind = match.captured(1);
            name = match.captured(2);
            text.clear();
        } else if (!line.trimmed().startsWith(QLatin1String("--"))) {
            text += line + QLatin1Char('\n');
        }
    }
    keep();
}

QString SqlCatalog::expand(const QString &text, const QHash<QString, QString> &parts) const
{
    static const QRegularExpression hole(QStringLiteral("\\{([a-z_.]+)\\}"));
    QString result = text;
    for (int depth = 0; depth < 4; ++depth) { // fragments may hold fragments, not deeper
        QString next;
        int last = 0;
        for (auto it = hole.globalMatch(result); it.hasNext();) {
            const auto match = it.next();
            const QString name = match.captured(1);
            next += result.mid(last, match.capturedStart() - last);
            next += parts.contains(name)     ? parts.value(name)
                : m_fragments.contains(name) ? m_fragments.value(name)
                                             : match.captured(0);
            last = static_cast<int>(match.capturedEnd());
        }
        next += result.mid(last);
        if (next == result)
            break;
        result = next;
    }
    return result;
}

const SqlStatement &SqlCatalog::statement(const QString &name) const
{
    const auto it = m_statements.constFind(name);
    if (it == m_statements.cend())
        qFatal("no SQL statement is called %s", qPrintable(name));
    return it.value();
}

SqlStatement SqlCatalog::compose(const QString &name, const QHash<QString, QString> &parts) const
{
    if (!m_blocks.contains(name))
        qFatal("no SQL statement is called %s", qPrintable(name));
    return numbered(expand(m_blocks.value(name), parts));
}

QString SqlCatalog::fragment(const QString &name) const
{
    if (!m_fragments.contains(name))
        qFatal("no SQL fragment is called %s", qPrintable(name));
    return m_fragments.value(name);
}

QStringList SqlCatalog::names() const { return m_statements.keys(); }

} // namespace hmsact::store
