// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/intentdraft.h"

#include <QWidget>

#include <memory>

namespace Ui {
class IntentForm;
}

namespace hmsact::console {

class SignLabel;

// One intent to read and to change. What is wrong stands at its field as soon as it is typed. Knows nothing of the core.
class IntentForm final : public QWidget
{
    Q_OBJECT

public:
    enum class Naming { Free, Fixed }; // Fixed: it is saved under its name

    explicit IntentForm(QWidget *parent = nullptr);
    ~IntentForm() override;

    // `readOnly`: why nothing can be changed; empty: everything can.
    void show(const IntentDraft &draft, Naming naming, const QString &readOnly);
    void setNaming(Naming naming, const QString &name); // what else is typed stays
    [[nodiscard]] IntentDraft draft() const;
    // What was typed, when it is right; else the errors, shown at their fields, but of what is `wanted` later and still empty.
    domain::Result<domain::Intent> check(Wanted wanted = Wanted::Later);
    void complain(const domain::Error &error, Wanted wanted = Wanted::Now); // at the fields that it names
    void focusFirst();

signals:
    void edited();

private:
    void clearErrors();
    void setReadOnly(bool readOnly);
    [[nodiscard]] SignLabel *errorAt(const QString &pointer) const; // nullptr: at no field of its own

    std::unique_ptr<Ui::IntentForm> ui;
    bool m_filling = false;
};

} // namespace hmsact::console
