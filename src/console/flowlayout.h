// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace hmsact::console {

// Lays widgets out like words: in lines, wrapping when the width ends. For rows of buttons that must survive Spanish and
// twice the font size.
// In columns, what wraps stands exactly below what it follows, in as many columns as fit.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    enum class Lines { Free, InColumns };

    explicit FlowLayout(QWidget *parent, int spacing = 6, int lineSpacing = 6, Lines lines = Lines::Free);
    explicit FlowLayout(QWidget *parent, Lines lines) : FlowLayout(parent, 6, 6, lines) { }
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override; // takes it over, as every layout does
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool place) const; // → height needed
    [[nodiscard]] std::vector<QLayoutItem *> shown() const;
    // One width after the other: of each item, or of the columns, again and again.
    [[nodiscard]] std::vector<int> widths(const std::vector<QLayoutItem *> &items, int room) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    int m_lineSpacing;
    Lines m_lines;
};

} // namespace hmsact::console
