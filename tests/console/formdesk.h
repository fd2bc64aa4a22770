// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/actionform.h"
#include "console/county.h"
#include "console/messagebar.h"
#include "console/page.h"
#include "console/part.h"

#include <QAbstractButton>
#include <QTableView>

namespace hmsact::console {

// A county's core and one page on it without the window around: what tests of a list with a form beside it stand on. Furnish
// the county, then open the page.
template <class P>
class FormDesk
{
public:
    explicit FormDesk(domain::Role role) : county({QStringLiteral("Ada"), role, {}}) { }

    void open(QSize size)
    {
        page = std::make_unique<P>(county.client());
        page->resize(size);
        page->show();
        page->setActive(true);
    }
    template <class W>
    W *find(const char *name, const char *inside = nullptr)
    {
        return partOf<W>(page.get(), name, inside);
    }
    QAbstractButton *button(const char *name) { return find<QAbstractButton>((QByteArray(name) + "Button").constData()); }
    ActionForm *question() { return page->template findChild<ActionForm *>(); }
    void answer(const char *name) // confirm, cancel
    {
        question()->template findChild<QAbstractButton *>(QLatin1String(name) + QStringLiteral("Button"))->click();
    }
    QString bar() { return page->template findChild<MessageBar *>()->text(); }
    static void choose(QTableView *table, int row) { table->setCurrentIndex(table->model()->index(row, 0)); }

    County county;
    std::unique_ptr<P> page;
};

} // namespace hmsact::console
