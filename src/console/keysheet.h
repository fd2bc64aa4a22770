// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;

namespace hmsact::console {

// Every key of the window and of one page on a sheet beside the window: made of the actions themselves, so that it is true.
// Closed by Esc; does not keep anybody from working.
class KeySheet final : public QDialog
{
    Q_OBJECT

public:
    struct Group {
        QString title;
        QList<QAction *> actions; // those without a key are left out
    };

    KeySheet(const QList<Group> &groups, QWidget *parent);

protected:
    bool event(QEvent *event) override;
};

} // namespace hmsact::console
