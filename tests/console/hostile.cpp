// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/escalationtext.h"
#include "console/palette.h"
#include "console/signlabel.h"
#include "console/skillmodel.h"
#include "console/taskfacts.h"
#include "console/taskhistory.h"
#include "console/windowdesk.h"
#include "console/words.h"
#include "console/workermodel.h"
#include "console/wraplabel.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QLabel>
#include <QToolTip>

namespace hmsact::hostile_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// What others wrote stays what they wrote: it is no markup, and turns no line around.
class HostileTest : public QObject, private WindowDesk
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void cleanup() { closeWindow(); }
    void noLabelTakesWordsForMarkup();
    void noHintTakesWordsForMarkup();
    void aNameThatRunsLeftTurnsNoLine();
    void noNameIsATemplate();
};

static const QString hostile = QStringLiteral("<b>Kim</b><img src=x>");

// Those whose markup is our own.
static bool isOurMarkup(const QLabel &label)
{
    const bool isFact = qobject_cast<const TaskFacts *>(label.parent())
        && label.objectName().startsWith(QLatin1String("fact")) && !qobject_cast<const WrapLabel *>(&label);
    return isFact || qobject_cast<const TaskHistory *>(&label) || label.objectName() == QLatin1String("aheadLabel");
}

void HostileTest::noLabelTakesWordsForMarkup()
{
    ActivityId activity;
    openWindow([&](County &county) {
        activity =
            county.open(hostile, hostile, QStringLiteral("1d"), {County::task(QStringLiteral("weld"), QStringLiteral("2h"))})
                .activity.id;
    });
    for (int page = 0; page < find<QStackedWidget>("pages")->count(); ++page)
        find<QListWidget>("navList")->setCurrentRow(page);
    m_window->openActivity(activity, {});
    QTRY_VERIFY(find<QLabel>("citizenLabel")->text().startsWith(hostile));
    int plain = 0;
    for (auto *label : m_window->findChildren<QLabel *>()) {
        label->ensurePolished(); // as it is when it is shown
        const QByteArray name = label->objectName().toUtf8() + " in " + label->parent()->objectName().toUtf8();
        QVERIFY2(label->textFormat() == (isOurMarkup(*label) ? Qt::RichText : Qt::PlainText), name.constData());
        plain += label->textFormat() == Qt::PlainText;
    }
    QVERIFY(plain > 150);
}

void HostileTest::noHintTakesWordsForMarkup()
{
    openWindow();
    QToolTip::showText(m_window->pos(), hostile, m_window.get());
    const auto hint = [] {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *label = qobject_cast<QLabel *>(widget); label && label->isVisible())
                return label;
        return static_cast<QLabel *>(nullptr);
    };
    QTRY_VERIFY(hint());
    QCOMPARE(hint()->text(), hostile);
    QCOMPARE(hint()->textFormat(), Qt::PlainText);
    QToolTip::hideText();
}

void HostileTest::aNameThatRunsLeftTurnsNoLine()
{
    const QString name = QStringLiteral("علي حسن");
    QCOMPARE(isolated(QStringLiteral("Kim")), QStringLiteral("Kim")); // and is copied as it is
    QCOMPARE(isolated(name), u'\u2068' + name + u'\u2069');
    ActivityId activity;
    openWindow([&](County &county) {
        activity = county
                       .open(QStringLiteral("street"), name, QStringLiteral("1d"),
                             {County::task(QStringLiteral("weld"), QStringLiteral("2h"))})
                       .activity.id;
    });
    m_window->openActivity(activity, {});
    QTRY_VERIFY(find<QLabel>("citizenLabel")->text().contains(name));
    QVERIFY(!find<QLabel>("citizenLabel")->text().isRightToLeft());
}

// What looks like a place for something else.
void HostileTest::noNameIsATemplate()
{
    const QString name = QStringLiteral("%1 %2 %3");
    QVERIFY(firingText(name, {{QStringLiteral("step"), 7}}).contains(name));
    ActivityId activity;
    openWindow([&](County &county) {
        TaskSpec task = County::task(name, QStringLiteral("1h"));
        task.skill = name;
        activity = county.open(name, name, QStringLiteral("1d"), {task}).activity.id;
        county.hire(name, WorkerKind::Human, {QStringLiteral("dig")});
    });
    m_window->openActivity(activity, {});
    QTRY_VERIFY(find<QLabel>("citizenLabel")->text().startsWith(name + QStringLiteral(" · ")));
    show("workersPage");
    QTRY_VERIFY(find<SignLabel>("gapLabel")->text().contains(name + QStringLiteral(" (1)")));
    SkillModel skills;
    StaffRow row;
    row.view.worker.id = WorkerId{name};
    row.view.worker.name = name;
    row.view.worker.skills.insert(name, 5);
    skills.show({row}, {row}, {{name, 1}});
    WorkerModel workers([] { return qint64(0); });
    workers.merge({row});
    int told = 0;
    for (QAbstractItemModel *model : std::initializer_list<QAbstractItemModel *>{&skills, &workers})
        for (int column = 0; column < model->columnCount(); ++column)
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
                QString text = model->index(0, column).data(role).toString();
                told += text.contains(name);
                QVERIFY2(!text.remove(name).contains(u'%'), qPrintable(text));
            }
    QVERIFY(told > 3);
}

HMSACT_TEST(HostileTest)

} // namespace hmsact::hostile_test

#include "hostile.moc"
