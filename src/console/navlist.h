// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace hmsact::console {

// The pages at the left edge: sign, name, and a count where something waits to be looked at.
class NavList final : public QListWidget
{
    Q_OBJECT

public:
    explicit NavList(QWidget *parent = nullptr);

    void addPage(const QString &iconName, const QString &name, const QString &shortcut);
    void setBadge(int page, qint64 count); // 0: none
    void fitWidth(); // after the last page
    void setCompact(bool compact); // only the signs
    [[nodiscard]] bool isCompact() const { return m_compact; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool m_compact = false;
};

} // namespace hmsact::console
