// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/preview.h"

#include "console/messagebar.h"
#include "console/pagedesk.h"
#include "console/pagedrawing.h"
#include "console/resulttext.h"
#include "console/settling.h"
#include "console/taskfacts.h"
#include "support/testprogram.h"

#include <QAbstractButton>
#include <QAction>
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QJsonObject>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

namespace hmsact::preview_test {

using console::Preview;

// What files show of themselves, and that hostile ones show nothing that hurts.
class PreviewTest : public QObject
{
    Q_OBJECT

private slots:
    void textsAndTheirBounds();
    void tables_data();
    void tables();
    void endlessColumnsAreCut();
    void ofALargeTableItIsSaid();
    void noCharacterIsHalved();
    void pictures();
    void aBombIsRefusedByItsSize();
    void documentsHavePages();
    void whatTakesForEverIsGivenUp();
    void whatIsBrokenSaysSo_data();
    void whatIsBrokenSaysSo();
    void resultsAreEdited();
    void theSheetGoesWithTheKeys();
    void aFileIsOfTheTaskThatStandsThere();
    void whatNobodyWaitsForIsDrawnNoLonger();
    void theNextFileDoesNotWaitForTheLast();
    void aFileIsSavedOrSaidWhyNot();

private:
    static Preview of(const char *mediaType, const QByteArray &bytes, int page = 0)
    {
        domain::ArtefactContent file;
        file.artefact.fileName = QStringLiteral("file");
        file.artefact.mediaType = QString::fromLatin1(mediaType);
        file.artefact.sizeBytes = bytes.size();
        file.bytes = bytes;
        return console::previewOf(file, page);
    }
    static QByteArray png(QSize size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        return buffer.data();
    }
};

void PreviewTest::textsAndTheirBounds()
{
    const Preview plain = of("text/plain; charset=utf-8", "José\nok");
    QVERIFY(plain.kind == Preview::Kind::Text);
    QCOMPARE(plain.text, QStringLiteral("José\nok\n"));
    QVERIFY(plain.notice.isEmpty());
    const Preview line = of("text/plain", QByteArray(900'000, 'x'));
    QCOMPARE(line.text.size(), console::previewLineLength + 1);
    QVERIFY(!line.notice.isEmpty());
    const Preview lines = of("text/plain", QByteArray(500'000, '\n'));
    QCOMPARE(lines.text.size(), console::previewLines);
    QVERIFY(!lines.notice.isEmpty());
}

void PreviewTest::tables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cells"); // of all rows
    QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << QStringLiteral("a|b / 1|2");
    QTest::newRow("semicolons") << QByteArray("a;b\r\n1;2,5\r\n") << QStringLiteral("a|b / 1|2,5");
    QTest::newRow("quoted") << QByteArray("a,b\n\"x, \"\"y\"\"\",2") << QStringLiteral("a|b / x, \"y\"|2");
    QTest::newRow("a break in a cell") << QByteArray("a,b\n\"x\ny\",2") << QStringLiteral("a|b / x y|2");
    QTest::newRow("uneven") << QByteArray("a\n1,2,3") << QStringLiteral("a / 1|2|3");
    QTest::newRow("begins with a quote") << QByteArray("a,b\n\"\"\"hello\"\" she said\",\"\"\"\"")
                                         << QStringLiteral("a|b / \"hello\" she said|\"");
    QTest::newRow("empty in quotes") << QByteArray("a,b\n\"\",2") << QStringLiteral("a|b / |2");
    QTest::newRow("an open quote") << QByteArray("a,\"b\n1,2") << QStringLiteral("a|b 1,2");
}

void PreviewTest::tables()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, cells);
    const Preview preview = of("text/csv", bytes);
    QStringList rows;
    for (const QStringList &row : preview.rows)
        rows << row.join(u'|');
    QCOMPARE(rows.join(QStringLiteral(" / ")), cells);
}

void PreviewTest::endlessColumnsAreCut()
{
    const Preview columns = of("text/csv", QByteArray(1'000'000, ','));
    QCOMPARE(columns.rows.size(), size_t(1));
    QCOMPARE(columns.rows.front().size(), console::previewColumns);
    QVERIFY(!columns.notice.isEmpty());
    QCOMPARE(of("text/csv", QByteArray("a\n").repeated(100'000)).rows.size(), size_t(console::previewRows));
    QCOMPARE(of("text/csv", QByteArray(900'000, 'x')).rows.front().front().size(), console::previewCellLength);
}

void PreviewTest::ofALargeTableItIsSaid()
{
    const QByteArray row = QByteArray(400, 'x') + ',' + QByteArray(400, 'y') + '\n';
    QVERIFY(of("text/csv", row.repeated(1300)).notice.isEmpty()); // all of it
    const Preview cut = of("text/csv", row.repeated(1400));
    QVERIFY(!cut.notice.isEmpty());
    QCOMPARE(cut.rows.back().join(u',') + u'\n', QString::fromLatin1(row)); // of what is cut within nothing
}

void PreviewTest::noCharacterIsHalved()
{
    const QString faces = QStringLiteral("a") + QStringLiteral("😀").repeated(console::previewLineLength);
    for (const char *type : {"text/plain", "text/csv"}) {
        const Preview preview = of(type, faces.toUtf8());
        QVERIFY((preview.rows.empty() ? preview.text : preview.rows[0][0]).isValidUtf16());
        QVERIFY(!preview.notice.isEmpty());
    }
}

void PreviewTest::pictures()
{
    const Preview small = of("image/png", png({30, 20}));
    QCOMPARE(small.picture.size(), QSize(30, 20));
    const Preview large = of("image/png", png({5000, 1000}));
    QCOMPARE(large.picture.width(), console::previewSide);
    QVERIFY(of("image/jpeg", png({30, 20})).kind == Preview::Kind::Nothing); // not what it says
}

// 50,000 by 50,000 in a few bytes: 10 GB decoded.
void PreviewTest::aBombIsRefusedByItsSize()
{
    QByteArray bomb = png({8, 8});
    const QByteArray side("\0\0\xc3\x50", 4);
    bomb.replace(16, 4, side).replace(20, 4, side);
    const Preview preview = of("image/png", bomb);
    QVERIFY(preview.kind == Preview::Kind::Nothing);
    QVERIFY(preview.picture.isNull() && !preview.notice.isEmpty());
}

void PreviewTest::documentsHavePages()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        painter.fillRect(QRect(0, 0, 5000, 5000), Qt::blue);
        writer.newPage();
        painter.drawText(100, 100, QStringLiteral("two"));
    }
    const Preview first = of("application/pdf", buffer.data());
    QVERIFY(first.kind == Preview::Kind::Picture);
    QCOMPARE(first.pageCount, 2);
    QVERIFY(first.picture.pixelColor(first.picture.rect().center() / 2).blue() > 200);
    QCOMPARE(of("application/pdf", buffer.data(), 1).page, 1);
    QCOMPARE(of("application/pdf", buffer.data(), 9).page, 1);
}

// A page that draws a form ten times, which draws another ten times, and so on.
static QByteArray endlessDocument()
{
    constexpr int depth = 20;
    const auto object = [](int number, const QByteArray &head, const QByteArray &content) {
        return QByteArray::number(number) + " 0 obj\n<<" + head + "/Length " + QByteArray::number(content.size())
            + ">>\nstream\n" + content + "\nendstream\nendobj\n";
    };
    const auto drawing = [](int number) {
        return "/Resources<</XObject<</F " + QByteArray::number(number) + " 0 R>>>>";
    };
    QByteArray text = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                      "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R";
    text += drawing(5) + ">>\nendobj\n" + object(4, {}, "/F Do");
    for (int i = 0; i < depth; ++i)
        text += object(5 + i, "/Type/XObject/Subtype/Form/BBox[0 0 100 100]" + drawing(6 + i),
                       QByteArray("/F Do ").repeated(10));
    text += object(5 + depth, "/Type/XObject/Subtype/Form/BBox[0 0 100 100]", "0 0 50 50 re f");
    return text + "trailer\n<</Root 1 0 R>>\n%%EOF\n";
}

void PreviewTest::whatTakesForEverIsGivenUp()
{
    QElapsedTimer timer;
    timer.start();
    const console::DrawnPage drawn = console::drawnPage(endlessDocument(), 0, 1000);
    QVERIFY(drawn.end == console::DrawnPage::End::TooMuch);
    QVERIFY(drawn.picture.isNull());
    QVERIFY(timer.elapsed() < 5000); // it was not waited for
}

void PreviewTest::whatIsBrokenSaysSo_data()
{
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a picture") << QStringLiteral("image/png") << QByteArray("\x89PNG\r\n\x1a\n");
    QTest::newRow("a document") << QStringLiteral("application/pdf") << QByteArray("%PDF-1.7\nnothing");
    QTest::newRow("an empty picture") << QStringLiteral("image/gif") << QByteArray();
    QTest::newRow("a program") << QStringLiteral("application/octet-stream")
                               << QByteArray("\x7f"
                                             "ELF");
    QTest::newRow("a drawing with scripts") << QStringLiteral("image/svg+xml") << QByteArray("<svg/>");
}

void PreviewTest::whatIsBrokenSaysSo()
{
    QFETCH(QString, mediaType);
    QFETCH(QByteArray, bytes);
    const Preview preview = of(mediaType.toLatin1().constData(), bytes);
    QVERIFY(preview.kind == Preview::Kind::Nothing);
    QVERIFY(!preview.notice.isEmpty());
}

void PreviewTest::resultsAreEdited()
{
    using console::resultFrom;
    using console::resultText;
    const QJsonValue form = QJsonObject{{QStringLiteral("dose"), 2}};
    QCOMPARE(resultFrom(resultText(form), form), std::optional(form));
    QCOMPARE(resultFrom(QStringLiteral("{\"dose\": "), form), std::nullopt);
    QCOMPARE(resultFrom(QStringLiteral("7"), QJsonValue(2)), std::optional(QJsonValue(7)));
    QCOMPARE(resultFrom(QStringLiteral("7"), QJsonValue(QStringLiteral("x"))),
             std::optional(QJsonValue(QStringLiteral("7"))));
    QCOMPARE(resultText(QJsonValue(true)), QStringLiteral("true"));
}

// Whatever leads to what lies below it, the next key would act there unseen, and Esc no longer reach the sheet.
void PreviewTest::theSheetGoesWithTheKeys()
{
    console::PageDesk desk("queuePage");
    const domain::TaskSpec dig = console::County::task(QStringLiteral("dig"), QStringLiteral("1h"));
    const auto activity = desk.county.open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), {dig});
    QVERIFY(desk.county.say(domain::PutArtefact{
        {activity.activity.id, dig.name, {}}, {}, QStringLiteral("a.txt"), QStringLiteral("text/plain"), QByteArray("a")}));
    QVERIFY(desk.open(Qt::Key_1));
    auto *table = desk.find<QTableView>("queueTable");
    auto *file = desk.find<QAction>("openFileAction");
    QTRY_VERIFY(file->isEnabled());
    QWidget *sheet = nullptr;
    const auto openAnd = [&](Qt::Key key, Qt::KeyboardModifiers with) {
        QTest::keyClick(&desk.window(), Qt::Key_1, Qt::ControlModifier);
        table->setFocus();
        file->trigger();
        sheet = desk.window().findChild<QWidget *>(QStringLiteral("filePreview"));
        QVERIFY(sheet->isVisible() && sheet->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), key, with);
    };
    const std::pair<Qt::Key, Qt::KeyboardModifiers> keys[] = {
        {Qt::Key_5, Qt::ControlModifier}, {Qt::Key_F, Qt::ControlModifier}, {Qt::Key_F6, Qt::NoModifier}};
    for (const auto &[key, with] : keys) {
        openAnd(key, with);
        QVERIFY2(!sheet->isVisible(), qPrintable(QKeySequence(key).toString()));
        QVERIFY(QApplication::focusWidget() && !sheet->isAncestorOf(QApplication::focusWidget()));
    }
    openAnd(Qt::Key_Tab, Qt::NoModifier);
    QVERIFY(sheet->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!sheet->isVisible() && table->hasFocus());
}

static void put(console::County &county, const domain::TaskRef &task, const char *file, const char *mediaType,
                const QByteArray &bytes)
{
    QVERIFY(county.say(domain::PutArtefact{task, {}, QString::fromLatin1(file), QString::fromLatin1(mediaType), bytes}));
}

// Of two tasks with a file of the same name, one is chosen while the other, or what is left of it, can still be clicked.
void PreviewTest::aFileIsOfTheTaskThatStandsThere()
{
    console::PageDesk desk("queuePage");
    for (const char *name : {"dig", "fill"}) {
        const domain::TaskSpec spec = console::County::task(QString::fromLatin1(name), QStringLiteral("1h"));
        const auto made = desk.county.open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), {spec});
        put(desk.county, {made.activity.id, spec.name, {}}, "scan.txt", "text/plain", name);
    }
    QVERIFY(desk.open(Qt::Key_1));
    auto *table = desk.find<QTableView>("queueTable");
    auto *shown = desk.find<QLabel>("nameLabel", "taskPane");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectRow(0);
    QTRY_VERIFY(desk.find<QAction>("openFileAction")->isEnabled());
    const QString before = shown->text();
    table->selectRow(1);
    QCOMPARE(shown->text(), before); // the other one is on its way
    emit desk.find<console::TaskFacts>("facts", "taskPane")->fileRequested(QStringLiteral("scan.txt"));
    auto *text = desk.window().findChild<QPlainTextEdit *>(QStringLiteral("textPage"));
    QTRY_VERIFY(text->isVisible());
    QCOMPARE(text->toPlainText().trimmed(), before);
}

// Its owner waits for what is drawn, also when the window is closed.
void PreviewTest::whatNobodyWaitsForIsDrawnNoLonger()
{
    QElapsedTimer timer;
    timer.start();
    std::stop_source nobodyWaits;
    nobodyWaits.request_stop();
    (void)console::drawnPage(endlessDocument(), 0, console::drawingMs, nobodyWaits.get_token());
    QVERIFY2(timer.elapsed() < console::drawingMs / 2, qPrintable(QString::number(timer.elapsed())));
}

void PreviewTest::theNextFileDoesNotWaitForTheLast()
{
    QElapsedTimer timer;
    {
        console::PageDesk desk("queuePage");
        const domain::TaskSpec dig = console::County::task(QStringLiteral("dig"), QStringLiteral("1h"));
        const auto made = desk.county.open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), {dig});
        const domain::TaskRef task{made.activity.id, dig.name, {}};
        put(desk.county, task, "a.pdf", "application/pdf", endlessDocument());
        put(desk.county, task, "b.txt", "text/plain", "small");
        QVERIFY(desk.open(Qt::Key_1));
        auto *file = desk.find<QAction>("openFileAction");
        QTRY_VERIFY(file->isEnabled());
        file->trigger();
        console::settle(desk.county.client()); // it is being drawn
        timer.start();
        file->trigger();
        auto *text = desk.window().findChild<QPlainTextEdit *>(QStringLiteral("textPage"));
        QTRY_VERIFY_WITH_TIMEOUT(text->isVisible(), 2 * console::drawingMs);
        QCOMPARE(text->toPlainText().trimmed(), QStringLiteral("small"));
        QVERIFY2(timer.elapsed() < console::drawingMs / 2, qPrintable(QString::number(timer.elapsed())));
        file->trigger(); // the first again
        console::settle(desk.county.client());
        timer.start();
    }
    QVERIFY2(timer.elapsed() < console::drawingMs / 2, qPrintable(QString::number(timer.elapsed()))); // the window is closed
}

void PreviewTest::aFileIsSavedOrSaidWhyNot()
{
    console::PageDesk desk("queuePage");
    const domain::TaskSpec dig = console::County::task(QStringLiteral("dig"), QStringLiteral("1h"));
    const auto made = desk.county.open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"), {dig});
    put(desk.county, {made.activity.id, dig.name, {}}, "a.txt", "text/plain", "all of it");
    QVERIFY(desk.open(Qt::Key_1));
    auto *open = desk.find<QAction>("openFileAction");
    QTRY_VERIFY(open->isEnabled());
    open->trigger();
    auto *sheet = desk.window().findChild<QWidget *>(QStringLiteral("filePreview"));
    auto *said = sheet->findChild<console::MessageBar *>();
    const auto saveAs = [&](const QString &path) {
        sheet->findChild<QAbstractButton *>(QStringLiteral("saveButton"))->click();
        QTRY_VERIFY(sheet->findChild<QFileDialog *>());
        auto *dialog = sheet->findChild<QFileDialog *>();
        emit dialog->fileSelected(path);
        delete dialog;
        QTRY_VERIFY(!said->text().isEmpty());
    };
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    saveAs(path);
    QVERIFY(said->kind() == console::MessageBar::Kind::Confirmation);
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("all of it"));
    said->clear();
    saveAs(folder.filePath(QStringLiteral("nowhere/a.txt")));
    QVERIFY(said->kind() == console::MessageBar::Kind::Error);
}

HMSACT_TEST(PreviewTest)

} // namespace hmsact::preview_test

#include "preview.moc"
