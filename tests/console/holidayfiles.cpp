// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/holidayeditor.h"
#include "console/signlabel.h"
#include "engine/holidayfile.h"
#include "support/testprogram.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <sys/stat.h>

namespace hmsact::holidayfiles_test {

using namespace hmsact::console;
using namespace hmsact::domain;
using namespace Qt::StringLiterals;

// Files of holidays as they are read in the window.
class HolidayFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileThatIsNoneChangesNothing();
    void aFileIsReadBesideWhoTypes();
};

void HolidayFilesTest::aFileThatIsNoneChangesNothing()
{
    HolidayEditor editor;
    editor.setHolidays({{QDate(2026, 12, 25), u"Christmas Day"_s}});
    editor.offer(engine::holidaysFrom("GIF89a"), u"cat.gif"_s);
    QVERIFY(!editor.isOffering());
    QVERIFY(editor.findChild<SignLabel *>(u"complaintLabel"_s)->text().startsWith(u"cat.gif: "_s));
    editor.offerFile(u"/dev/zero"_s); // which never ends
    QTRY_COMPARE(editor.findChild<SignLabel *>(u"complaintLabel"_s)->text(),
                 u"zero: a calendar file has at most 2097152 bytes"_s);
    QVERIFY(!editor.isOffering());
    QCOMPARE(editor.holidays().size(), size_t(1));
}

// From a pipe, so that the test says when there is something to read.
void HolidayFilesTest::aFileIsReadBesideWhoTypes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"county.ics"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const auto feed = [&] {
        QFile pipe(path);
        QVERIFY(pipe.open(QIODevice::WriteOnly)); // waits for who reads
        QVERIFY(pipe.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                           "DTSTART;VALUE=DATE:20270706\r\nSUMMARY:Founding day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                > 0);
    };
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *other = new QLineEdit;
    auto *editor = new HolidayEditor;
    layout->addWidget(other);
    layout->addWidget(editor);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *take = editor->findChild<QPushButton *>(u"takeButton"_s);
    auto *leave = editor->findChild<QPushButton *>(u"leaveButton"_s);

    editor->offerFile(path);
    QVERIFY(editor->isOffering() && !take->isEnabled() && leave->hasFocus()); // a save does not pass over it
    feed();
    QTRY_VERIFY(take->isEnabled());
    QVERIFY(take->hasFocus());
    leave->click();
    QVERIFY(!editor->isOffering());

    editor->offerFile(path);
    other->setFocus();
    feed();
    QTRY_VERIFY(take->isEnabled());
    QVERIFY(other->hasFocus());
    leave->click();

    editor->offerFile(path);
    leave->click(); // before it is read
    feed();
    editor->offerFile(u"/dev/zero"_s);
    QTRY_VERIFY(!editor->findChild<SignLabel *>(u"complaintLabel"_s)->text().isEmpty());
    QVERIFY(!editor->isOffering());
}

HMSACT_TEST(HolidayFilesTest)

} // namespace hmsact::holidayfiles_test

#include "holidayfiles.moc"
