// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/draftpage.h"
#include "console/intentdraft.h"
#include "console/intentmodel.h"

namespace Ui {
class IntentsPage;
}

namespace hmsact::console {

struct IntentKind {
    using Item = domain::Intent;
    using Draft = IntentDraft;
    using Model = IntentModel;
    using Ui = Ui::IntentsPage;
    using List = domain::ListIntents;
    using Save = domain::SaveIntent;
    using Remove = domain::RemoveIntent;
    static constexpr auto itemOf = &intentOf;
    static constexpr auto changed = &domain::ChangeSet::intents;
    static constexpr int firstRow = 0;
    static constexpr auto splitterKey = "ui/intents/splitter";
};

// What citizens ask for: the intents, and beside them the one that is read or changed.
class IntentsPage final : public DraftPage<IntentKind>
{
    Q_OBJECT

public:
    explicit IntentsPage(engine::CoreClient &client, QWidget *parent = nullptr);

private:
    void showRows(const QString &wanted) override;
    void showStand() override;
    [[nodiscard]] QString whyReadOnly(const QString &name) const override;
};

} // namespace hmsact::console
