// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/palette.h"

#include "console/colourdistance.h"
#include "console/county.h"
#include "console/icons.h"
#include "console/messagebar.h"
#include "console/taskfacts.h"
#include "console/taskhistory.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

namespace hmsact::palette_test {

using namespace hmsact::console;
using hmsact::domain::GetTask;
using hmsact::domain::SlaState;

// The SLA colours stay apart for everybody, text stays readable, and a change of theme reaches what is painted.
class PaletteTest : public QObject
{
    Q_OBJECT

private slots:
    void distanceIsThatOfThePublishedData_data();
    void distanceIsThatOfThePublishedData();
    void slaColoursStayApart_data();
    void slaColoursStayApart();
    void textIsReadable_data();
    void textIsReadable();
    void signsDifferInShape();
    void iconsFollowTheTheme();
    void aStyleSheetDoesNotHideTheTheme();
    void aChangeOfThemeReachesTheTask();
    void theFocusIsSeen_data() { textIsReadable_data(); }
    void theFocusIsSeen();
    void whichButtonIsOnIsSeen_data() { textIsReadable_data(); }
    void whichButtonIsOnIsSeen();
};

// Three pairs of the test data published with the formula.
void PaletteTest::distanceIsThatOfThePublishedData_data()
{
    QTest::addColumn<double>("l1");
    QTest::addColumn<double>("a1");
    QTest::addColumn<double>("b1");
    QTest::addColumn<double>("l2");
    QTest::addColumn<double>("a2");
    QTest::addColumn<double>("b2");
    QTest::addColumn<double>("distance");
    QTest::newRow("blue") << 50.0 << 2.6772 << -79.7751 << 50.0 << 0.0 << -82.7485 << 2.0425;
    QTest::newRow("hues across zero") << 50.0 << 2.5 << 0.0 << 58.0 << 24.0 << 15.0 << 19.4535;
    QTest::newRow("dark") << 2.0776 << 0.0795 << -1.1350 << 0.9033 << -0.0636 << -0.5514 << 0.9082;
}

void PaletteTest::distanceIsThatOfThePublishedData()
{
    QFETCH(double, l1);
    QFETCH(double, a1);
    QFETCH(double, b1);
    QFETCH(double, l2);
    QFETCH(double, a2);
    QFETCH(double, b2);
    QFETCH(double, distance);
    QVERIFY(std::abs(colours::ciede2000({l1, a1, b1}, {l2, a2, b2}) - distance) < 1e-4);
}

void PaletteTest::slaColoursStayApart_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("smallest");
    QTest::newRow("light") << false << 18.0;
    QTest::newRow("dark") << true << 14.5;
}

void PaletteTest::slaColoursStayApart()
{
    QFETCH(bool, dark);
    QFETCH(double, smallest);
    const SlaState states[] = {SlaState::OnTrack,  SlaState::DueSoon, SlaState::AtRisk,
                               SlaState::Breached, SlaState::Paused,  SlaState::Met};
    double found = 1000;
    for (const auto eye : {colours::Eye::Normal, colours::Eye::Protan, colours::Eye::Deutan, colours::Eye::Tritan})
        for (const SlaState one : states)
            for (const SlaState two : states)
                if (one < two)
                    found = std::min(found,
                                     colours::ciede2000(colours::toLab(slaColour(one, dark), eye),
                                                        colours::toLab(slaColour(two, dark), eye)));
    QVERIFY2(found >= smallest - 0.05, qPrintable(QString::number(found)));
}

void PaletteTest::textIsReadable_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void PaletteTest::textIsReadable()
{
    QFETCH(Theme, theme);
    const QPalette p = hmsact::console::palette(theme);
    QCOMPARE(isDark(p), theme == Theme::Dark);
    const auto readable = [&p](QPalette::ColorRole ink, QPalette::ColorRole ground) {
        return colours::contrast(p.color(ink), p.color(ground)) >= 4.5;
    };
    QVERIFY(readable(QPalette::WindowText, QPalette::Window));
    QVERIFY(readable(QPalette::Text, QPalette::Base));
    QVERIFY(readable(QPalette::ButtonText, QPalette::Button));
    QVERIFY(readable(QPalette::HighlightedText, QPalette::Highlight));
    QVERIFY(readable(QPalette::PlaceholderText, QPalette::Base));
    QVERIFY(readable(QPalette::Link, QPalette::Window));
    QVERIFY(colours::contrast(quietTextColour(p), p.color(QPalette::Window)) >= 4.5);
    QVERIFY(colours::contrast(quietTextColour(p), p.color(QPalette::Base)) >= 4.5);
    for (const SlaState state :
         {SlaState::OnTrack, SlaState::DueSoon, SlaState::AtRisk, SlaState::Breached, SlaState::Paused})
        QVERIFY(colours::contrast(slaColour(state, isDark(p)), p.color(QPalette::Base)) >= 3.0); // signs need 3:1
    QVERIFY(colours::contrast(Qt::white, accentColour(isDark(p))) >= 4.5);
    QVERIFY(colours::contrast(Qt::white, accentColour(isDark(p)).lighter(108)) >= 4.5); // under the mouse
    QVERIFY(colours::contrast(accentColour(isDark(p)), p.color(QPalette::Window)) >= 3.0); // as a line
}

static QImage painted(SlaState state)
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintSlaSign(painter, image.rect(), state, Qt::black);
    return image;
}

void PaletteTest::signsDifferInShape()
{
    const SlaState states[] = {SlaState::None,     SlaState::OnTrack, SlaState::DueSoon, SlaState::AtRisk,
                               SlaState::Breached, SlaState::Paused,  SlaState::Met};
    for (const SlaState one : states)
        for (const SlaState two : states)
            QCOMPARE(painted(one) == painted(two), one == two);
}

void PaletteTest::iconsFollowTheTheme()
{
    const QIcon queue = icon(QStringLiteral("queue"));
    const auto ink = [&queue] {
        const QImage image = queue.pixmap(32, 32).toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() == 255)
                    return image.pixelColor(x, y);
        return QColor();
    };
    applyTheme(*qApp, Theme::Light);
    QVERIFY(ink().isValid());
    QVERIFY(ink().lightness() < 90);
    applyTheme(*qApp, Theme::Dark);
    QVERIFY(ink().lightness() > 160);
}

void PaletteTest::aStyleSheetDoesNotHideTheTheme()
{
    qApp->setStyleSheet(QStringLiteral("QToolTip { padding: 2px }"));
    QWidget window;
    window.ensurePolished();
    applyTheme(*qApp, Theme::Light);
    QVERIFY(!isDark(window.palette()));
    applyTheme(*qApp, Theme::Dark);
    QVERIFY(isDark(window.palette()));
    qApp->setStyleSheet(QString());
}

// As if it had been opened in the other theme.
void PaletteTest::aChangeOfThemeReachesTheTask()
{
    applyTheme(*qApp, Theme::Light);
    County county;
    const auto made = county.open(QStringLiteral("card"), QStringLiteral("kim"), QStringLiteral("1d"),
                                  {County::task(QStringLiteral("dig"), QStringLiteral("1h"))});
    const auto detail = county.ask(GetTask{{made.activity.id, QStringLiteral("dig"), {}}});
    const auto open = [&detail](TaskFacts &facts, MessageBar &bar) {
        facts.resize(400, 600);
        facts.show(*detail, 0);
        facts.setVisible(true);
        bar.resize(400, 40);
        bar.say(MessageBar::Kind::Alert, QStringLiteral("1 new alert"));
    };
    TaskFacts facts;
    MessageBar bar;
    open(facts, bar);
    TaskHistory history;
    history.show(county.client(), detail->view.task);
    const auto isQuietAs = [&history](Theme theme) {
        return history.text().contains(quietTextColour(hmsact::console::palette(theme)).name());
    };
    QTRY_VERIFY(isQuietAs(Theme::Light));
    applyTheme(*qApp, Theme::Dark);
    TaskFacts fresh;
    MessageBar freshBar;
    open(fresh, freshBar);
    QTRY_COMPARE(facts.grab().toImage(), fresh.grab().toImage());
    const QRect words(0, 0, 200, 40); // the new one has the focus
    QCOMPARE(bar.grab(words).toImage(), freshBar.grab(words).toImage());
    QVERIFY(isQuietAs(Theme::Dark));
}

// What stands out most from the ground, in the outermost pixels at the left.
static double edgeContrast(QWidget &field, const QColor &ground)
{
    const QImage image = field.grab().toImage();
    double most = 1;
    for (int x = 0; x < 3; ++x)
        most = std::max(most, colours::contrast(image.pixelColor(x, image.height() / 2), ground));
    return most;
}

void PaletteTest::theFocusIsSeen()
{
    QFETCH(Theme, theme);
    applyTheme(*qApp, theme);
    QWidget form;
    auto *layout = new QVBoxLayout(&form);
    auto *before = new QPushButton(QStringLiteral("Save"), &form);
    layout->addWidget(before);
    auto *editable = new QComboBox;
    editable->setEditable(true);
    const QList<QWidget *> fields{new QLineEdit, new QPlainTextEdit,     new QComboBox,  editable,
                                  new QSpinBox,  new QPushButton(&form), new QToolButton};
    for (QWidget *field : fields)
        layout->addWidget(field);
    form.show();
    form.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    for (QWidget *field : fields) {
        const bool isButton = qobject_cast<QAbstractButton *>(field) || field == fields[2];
        const QColor ground = qApp->palette().color(isButton ? QPalette::Button : QPalette::Base);
        before->setFocus();
        const double without = edgeContrast(*field, ground);
        field->setFocus();
        const double with = edgeContrast(*field, ground);
        const QString said = QStringLiteral("%1: %2, else %3");
        QVERIFY2(with >= 3 && with > without,
                 qPrintable(said.arg(QLatin1String(field->metaObject()->className())).arg(with).arg(without)));
    }
}

void PaletteTest::whichButtonIsOnIsSeen()
{
    QFETCH(Theme, theme);
    applyTheme(*qApp, theme);
    QToolButton button;
    button.setText(QStringLiteral("List"));
    button.setCheckable(true);
    const QColor window = button.palette().color(QPalette::Window);
    const double off = edgeContrast(button, window);
    button.setChecked(true);
    const double on = edgeContrast(button, window);
    QVERIFY2(on >= 3 && on > off + 1, qPrintable(QStringLiteral("%1, else %2").arg(on).arg(off)));
    QVERIFY(colours::contrast(button.palette().color(QPalette::ButtonText), button.palette().color(QPalette::Highlight))
            >= 4.5);
}

HMSACT_TEST(PaletteTest)

} // namespace hmsact::palette_test

#include "palette.moc"
