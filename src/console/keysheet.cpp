// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/keysheet.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace hmsact::console {

static QString nameOf(const QAction &action)
{
    QString name = action.text();
    name.remove(u'&');
    return name.endsWith(u'…') ? name.chopped(1) : name;
}

static QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys << key.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral("  ·  "));
}

static QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

KeySheet::KeySheet(const QList<Group> &groups, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("keySheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard"));
    auto *sheet = new QWidget(this);
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(18, 14, 18, 14);
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Group &group : groups) {
        if (std::ranges::all_of(group.actions, [](const QAction *action) { return action->shortcuts().isEmpty(); }))
            continue;
        auto *title = plainLabel(group.title, sheet);
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        title->setContentsMargins(0, row == 0 ? 0 : 12, 0, 2);
        grid->addWidget(title, row++, 0, 1, 2);
        for (const QAction *action : group.actions) {
            if (action->shortcuts().isEmpty())
                continue;
            auto *keys = plainLabel(keysOf(*action), sheet);
            grid->addWidget(plainLabel(nameOf(*action), sheet), row, 0);
            grid->addWidget(keys, row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("keyScroll"));
    scroll->setAccessibleName(windowTitle());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    const QSize room = screen()->availableSize() * 0.9;
    resize((sheet->sizeHint() + QSize(24, 4)).boundedTo(room));
}

// The window's own Esc would take the key, though the sheet is the active window.
bool KeySheet::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Cancel))
        return QDialog::event(event);
    event->accept();
    return true;
}

} // namespace hmsact::console
