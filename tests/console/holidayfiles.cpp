// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/holidayeditor.h"
#include "console/signlabel.h"
#include "engine/holidayfile.h"
#include "support/testprogram.h"

#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

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
    void aFileIsOfferedWhileItIsRead();
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

void HolidayFilesTest::aFileIsOfferedWhileItIsRead()
{
    const QByteArray county =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270706\r\n"
        "SUMMARY:Founding day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"county.ics"_s);
    QFile written(path);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(county) > 0);
    written.close();
    HolidayEditor editor;
    auto *take = editor.findChild<QPushButton *>(u"takeButton"_s);
    auto *leave = editor.findChild<QPushButton *>(u"leaveButton"_s);

    editor.offerFile(path);
    QVERIFY(editor.isOffering()); // from now on: a save would pass over it
    QTRY_VERIFY(take->isEnabled());
    leave->click();
    QVERIFY(!editor.isOffering());

    editor.offerFile(path);
    leave->click(); // before it is read
    editor.offerFile(u"/dev/zero"_s);
    QTRY_VERIFY(!editor.findChild<SignLabel *>(u"complaintLabel"_s)->text().isEmpty());
    QVERIFY(!editor.isOffering());
}

HMSACT_TEST(HolidayFilesTest)

} // namespace hmsact::holidayfiles_test

#include "holidayfiles.moc"
