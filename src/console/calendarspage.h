// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/calendardraft.h"
#include "console/calendarmodel.h"
#include "console/draftpage.h"
#include "console/workerfeed.h"

#include <QTimer>

namespace Ui {
class CalendarsPage;
}

namespace hmsact::console {

struct CalendarKind {
    using Item = domain::Calendar;
    using Draft = CalendarDraft;
    using Model = CalendarModel;
    using Ui = Ui::CalendarsPage;
    using List = domain::ListCalendars;
    using Save = domain::SaveCalendar;
    using Remove = domain::RemoveCalendar;
    static constexpr auto itemOf = &calendarOf;
    static constexpr auto changed = &domain::ChangeSet::calendars;
    static constexpr int firstRow = 1; // that somebody made
    static constexpr auto splitterKey = "ui/calendars/splitter";
};

// When people work: the calendars, and beside them the one that is read or changed. While somebody types, the page says what
// saving would do to the clocks that run by it.
class CalendarsPage final : public DraftPage<CalendarKind>
{
    Q_OBJECT

public:
    explicit CalendarsPage(engine::CoreClient &client, QWidget *parent = nullptr);

    void setActive(bool active) override;
    void refresh() override;

private:
    void countWorkers(const WorkerFeed::Answer &answer);
    void showRows(const QString &wanted) override;
    void shown() override { preview(); }
    void sayBefore(const domain::Calendar &calendar, std::function<void()> store) override;
    [[nodiscard]] bool isDirty() const override;
    [[nodiscard]] QString whyReadOnly(const QString &name) const override;
    void preview();

    WorkerFeed m_workers;
    std::optional<QHash<QString, int>> m_workersOf; // a calendar; once they are counted
    QTimer m_typing;
    quint64 m_previews = 0; // what an older one answers is not shown
};

} // namespace hmsact::console
