// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/activitymodel.h"
#include "console/queuemodel.h"
#include "console/windowdesk.h"
#include "support/testprogram.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QRegularExpression>

namespace hmsact::heard_test {

using namespace hmsact::console;

// What a screen reader says of the rows of a list.
class HeardTest : public QObject, private WindowDesk
{
    Q_OBJECT

private slots:
    void cleanup() { closeWindow(); }
    void howLongIsLeftIsHeard();
};

void HeardTest::howLongIsLeftIsHeard()
{
    openWindow();
    const auto isHeard = [this](const char *view, int column) {
        const auto *model = find<QAbstractItemView>(view)->model();
        static const QRegularExpression span(QStringLiteral("\\d (d|h|min|s)\\b"));
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, column).data(Qt::AccessibleTextRole).toString().contains(span))
                return true;
        return false;
    };
    show("queuePage");
    QTRY_VERIFY(isHeard("queueTable", QueueModel::Sla));
    show("activitiesPage");
    QTRY_VERIFY(isHeard("activityTable", ActivityModel::Sla));
    show("myWorkPage");
    auto *who = find<QComboBox>("whoCombo");
    QTRY_VERIFY(who->count() > 1);
    const auto anybodys = [&] {
        for (int one = 0; one < who->count(); ++one) {
            who->setCurrentIndex(one);
            emit who->activated(one);
            if (QTest::qWaitFor([&] { return isHeard("workList", 0); }, 500))
                return true;
        }
        return false;
    };
    QVERIFY(anybodys());
}

HMSACT_TEST(HeardTest)

} // namespace hmsact::heard_test

#include "heard.moc"
