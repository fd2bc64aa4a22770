// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/page.h"
#include "engine/coreclient.h"

#include <QTableView>

#include <memory>
#include <optional>
#include <vector>

class QAbstractButton;

namespace hmsact::console {

class EmptyState;

// What is stored under names: a list, beside it a form with the one that is read or changed, and below what comes of it. What
// is typed is never lost without a question, and what somebody else has stored or removed meanwhile never overwritten.
// Administrators change; everybody reads. A `Kind` says what it is about: Item, Draft (what the form says), Model, Ui, the
// commands List, Save and Remove, `itemOf` (a Draft), `changed` (what of a ChangeSet tells of it), `firstRow` (is shown first)
// and `splitterKey`.
template <class Kind>
class DraftPage : public Page
{
public:
    ~DraftPage() override;

    void setActive(bool active) override;
    void refresh() override;
    void find() override;
    [[nodiscard]] QWidget *mainView() const override { return m_table; }
    void back() override;
    void leave(std::function<void()> then) override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

protected:
    using Item = typename Kind::Item;
    using Draft = typename Kind::Draft;
    using Model = typename Kind::Model;
    using Then = std::function<void()>;
    struct Words {
        QString newIsNotSaved;
        QString remove; // of %1, as a question
        QString whatRemovingMeans;
        QString copy; // of %1
        const char *nameIsTaken; // an error of the core
    };

    DraftPage(engine::CoreClient &client, std::unique_ptr<Model> model, QWidget *parent);
    // With what has another name on each page.
    void build(QTableView &table, QAbstractButton &removeButton, Words words, std::function<Draft()> newDraft);

    virtual void showRows(const QString &wanted) = 0; // those of all() that it fits
    virtual void showStand(); // after each change: what can be done
    virtual void shown() { } // something else stands in the form
    virtual void sayBefore(const Item &, std::function<void()> store) { store(); } // if there is anything to be said
    [[nodiscard]] virtual bool isDirty() const;
    [[nodiscard]] virtual QString whyReadOnly(const QString &name) const = 0; // empty: it may be changed
    [[nodiscard]] const std::vector<Item> &all() const { return m_all; }
    [[nodiscard]] bool isStored() const { return m_saved.has_value(); } // what is in the form
    [[nodiscard]] bool mayChange() const { return m_client.actor().role == domain::Role::Admin; }
    void showFiltered();

    engine::CoreClient &m_client;
    std::unique_ptr<typename Kind::Ui> ui;
    const std::unique_ptr<Model> m_model;
    EmptyState *m_empty = nullptr;
    quint64 m_turn = 0; // counts what stood in the form: an answer about something else is not for it

private:
    void connectParts(std::function<Draft()> newDraft);
    void take(domain::Result<std::vector<Item>> all);
    void follow(); // of what was read, what is in the form
    void onChosen();
    void select(const QString &name);
    void showItem(const Item &item);
    void begin(const Draft &draft); // a new one
    void forget(); // what is in the form: back to the list
    void onRemoved(); // by somebody else, while something is typed
    void edited();
    void revert();
    void trySaving(const Then &then = {});
    void send(const Item &item, const Then &then);
    void onOvertaken(const Item &mine, const Then &then);
    void onSaved(const Item &saved, const Item &sent);
    void remove(const QString &name);
    [[nodiscard]] const Item *findItem(const QString &name) const; // nullptr: none

    QTableView *m_table = nullptr;
    QAbstractButton *m_removeButton = nullptr;
    Words m_words;
    std::vector<Item> m_all;
    std::optional<Item> m_saved; // the one in the form as it is stored; none: it is new
    Draft m_before; // the form as it was filled in
    int m_toldVersion = 0; // of the one in the form: that somebody else stored it was said
    quint64 m_generation = 0; // what was asked before a change of ours answers too late
    bool m_active = false;
    bool m_isShown = false; // anything
    bool m_isFiltering = false; // then it is not the person who chooses another row
};

} // namespace hmsact::console
