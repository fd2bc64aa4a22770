// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/calendardraft.h"
#include "console/calendarmodel.h"
#include "console/page.h"
#include "console/workerfeed.h"
#include "engine/coreclient.h"

#include <QTimer>

#include <memory>

namespace Ui {
class CalendarsPage;
}

namespace hmsact::console {

class CalendarForm;
class EmptyState;

// When people work: the calendars, and beside them the one that is read or changed. While somebody types, the page says what
// saving would do to the clocks that run by it. Administrators change; everybody reads.
class CalendarsPage final : public Page
{
    Q_OBJECT

public:
    explicit CalendarsPage(engine::CoreClient &client, QWidget *parent = nullptr);
    ~CalendarsPage() override;

    void setActive(bool active) override;
    void refresh() override;
    void find() override;
    [[nodiscard]] QWidget *mainView() const override;
    void back() override;
    void leave(std::function<void()> then) override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

private:
    void buildList();
    void take(domain::Result<std::vector<domain::Calendar>> calendars);
    void countWorkers(const WorkerFeed::Answer &answer);
    void showFiltered();
    void onChosen();
    void showCalendar(const domain::Calendar &calendar);
    void begin(const CalendarDraft &draft); // a new one
    void select(const QString &name);
    void enableButtons();
    [[nodiscard]] QString whyReadOnly(const domain::Calendar &calendar) const; // empty: it may be changed
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool mayChange() const;

    void edited();
    void preview();
    void trySaving();
    void send(const domain::Calendar &calendar);
    void revert();
    void remove(const QString &name);
    void seeWhetherChanged();

    engine::CoreClient &m_client;
    std::unique_ptr<Ui::CalendarsPage> ui;
    CalendarModel m_model;
    WorkerFeed m_workers;
    EmptyState *m_empty;
    std::vector<CalendarRow> m_all;
    std::optional<domain::Calendar> m_saved; // the one in the form as it is stored; none: it is new
    CalendarDraft m_before; // the form as it was filled in
    bool m_isShown = false; // anything
    QTimer m_typing;
    quint64 m_previews = 0; // what an older one answers is not shown
    bool m_active = false;
};

} // namespace hmsact::console
