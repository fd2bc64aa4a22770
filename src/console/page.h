// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/query.h"

#include <QSettings>
#include <QWidget>

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
    virtual void tick() = 0; // once a second while shown
    virtual void find() = 0; // Ctrl+F
    [[nodiscard]] virtual QWidget *mainView() const = 0; // what has the focus first
    [[nodiscard]] virtual bool mayLeave()
    {
        return true;
    } // the window closes; false: it asks what to do with unsaved changes
    virtual void back() { } // Esc: closes what is open, else takes the search away
    [[nodiscard]] virtual QList<QAction *> taskActions() const { return {}; }
    virtual void save(QSettings &settings) const = 0;
    virtual void restore(QSettings &settings) = 0;

signals:
    void activityRequested(hmsact::domain::ActivityId activity, const QString &taskName);
};

} // namespace hmsact::console
