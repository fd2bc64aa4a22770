// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace hmsact::console {

// The table of a SkillModel: names and skills stay in sight, levels are set by digits and taken away by Delete. The level is
// written and, for the eye, a bar as long.
class SkillTable final : public QTableView
{
    Q_OBJECT

public:
    explicit SkillTable(QWidget *parent = nullptr);

    void setEditable(bool editable) { m_editable = editable; }
    void fit(); // the heads to what is in them, after the rows changed

signals:
    void levelSet(const QModelIndex &index, int level); // 0: taken away

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_editable = false;
};

} // namespace hmsact::console
