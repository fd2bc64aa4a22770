// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace hmsact::console {

// As a text that may go on in the next line after each “_” of a name.
[[nodiscard]] QString breakable(const QString &text);

// Plain words in as many lines as they take, however long one of them is. Never asks for more width than it is given.
class WrapLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit WrapLabel(QWidget *parent = nullptr);

    void setWords(const QString &words);
    void setLines(int lines); // always as high as so many; what has no room in them is told by a tool tip
    [[nodiscard]] const QString &words() const { return m_words; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void wrap();
    [[nodiscard]] QString cut(const QString &text) const;

    QString m_words;
    int m_lines = 0; // as many as it takes
};

} // namespace hmsact::console
