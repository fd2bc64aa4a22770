// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace hmsact::console {

// What is known of one task, as labelled lines; lines without a value are not shown. Names of other tasks, of the activity and
// of files are links. Knows nothing of the core.
class TaskFacts final : public QWidget
{
    Q_OBJECT

public:
    explicit TaskFacts(QWidget *parent = nullptr);

    void show(const domain::TaskDetail &detail, qint64 nowMs);

signals:
    void activityRequested();
    void taskRequested(const QString &name); // in the same activity
    void fileRequested(const QString &fileName);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Line {
        Waits,
        Reason,
        Activity,
        Citizen,
        Due,
        Worker,
        Lease,
        NotBefore,
        Attempt,
        Skill,
        Priority,
        Needs,
        Payload,
        Result,
        Sure,
        Review,
        Progress,
        Files,
        Mail,
        Choice,
        LineCount
    };

    void add(Line line, const QString &label);
    void set(Line line, const QString &text); // of the lines with links: HTML
    void follow(Line line, const QString &link);

    QGridLayout *m_layout;
    QLabel *m_labels[LineCount] = {};
    QLabel *m_values[LineCount] = {};
};

} // namespace hmsact::console
