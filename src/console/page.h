// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"

#include <QSettings>
#include <QWidget>

#include <functional>

class QAction;

namespace hmsact::console {

// One view of the window. Reads only while it is the one that is shown.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setActive(bool active) = 0;
    virtual void refresh() = 0; // F5
    virtual void tick() { } // once a second while shown
    [[nodiscard]] virtual QWidget *mainView() const = 0; // what has the focus first; its actions are keys of the page
    virtual void find() { mainView()->setFocus(); } // Ctrl+F: where one types what to look for
    // Somebody wants to go elsewhere: calls `then` at once, or when what would be lost is settled, or never.
    virtual void leave(std::function<void()> then) { then(); }
    [[nodiscard]] virtual bool hasTyped() const { return false; } // what goes with the window, though not with the page
    virtual void back() { } // Esc: closes what is open, else takes the search away
    [[nodiscard]] virtual QList<QAction *> taskActions() const { return {}; }
    virtual void save(QSettings &settings) const = 0;
    virtual void restore(QSettings &settings) = 0;

signals:
    void activityRequested(hmsact::domain::ActivityId activity, const QString &taskName);
};

} // namespace hmsact::console
