// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/emptystate.h"
#include "console/look.h"
#include "console/messagebar.h"
#include "console/settling.h"
#include "console/signlabel.h"
#include "console/taskactions.h"
#include "console/windowdesk.h"
#include "console/words.h"
#include "store/connection.h"
#include "support/testprogram.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>
#include <QTextDocumentFragment>
#include <QTranslator>
#include <QXmlStreamReader>

#include <array>

namespace hmsact::spanish_test {

using namespace hmsact::console;
using namespace hmsact::domain;

// The whole window in Spanish: what is on the screen, and what a screen reader is told, holds no word that is English, and none
// that only the core uses.
class SpanishTest : public QObject, private WindowDesk
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPageIsSpanish();
    void aTaskInEveryStateIsSpanish();
    void whatTheCoreRefusesIsSpanish();
    void whatIsWrongWithTheDatabaseIsSpanish();
    void theWordsAreFoundWhereTheyAre();
    void whatQtSaysIsSpanish(); // until here only our own words are
    void theProgramHasOneName();

private:
    void openSpanish();
    [[nodiscard]] QStringList faultsOf(const QString &text) const;
    void check(const QString &view);
    void finish();

    QTranslator m_translator;
    QSet<QString> m_english; // sources whose Spanish is another text
    QStringList m_data; // what the county's people wrote
    QStringList m_faults;
};

static constexpr TaskState everyState[] = {
    TaskState::Waiting, TaskState::Optional,  TaskState::Pending, TaskState::InProgress, TaskState::InReview,
    TaskState::OnHold,  TaskState::Completed, TaskState::Failed,  TaskState::Skipped,    TaskState::Cancelled};

static QString plain(QString text)
{
    if (Qt::mightBeRichText(text))
        text = QTextDocumentFragment::fromHtml(text).toPlainText();
    return text.remove(u'&').trimmed();
}

void SpanishTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::Spanish, QLocale::UnitedStates));
    QVERIFY(m_translator.load(QStringLiteral(":/i18n/hms-act_es.qm")));
    QVERIFY(QCoreApplication::installTranslator(&m_translator));
    QFile file(QStringLiteral(HMSACT_TRANSLATIONS "/hms-act_es.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("source"))
            source = plain(xml.readElementText());
        else if (xml.isStartElement() && xml.name() == QLatin1String("translation") && !source.contains(u'%')
                 && plain(xml.readElementText(QXmlStreamReader::IncludeChildElements)) != source)
            m_english.insert(source);
    }
    QVERIFY(m_english.size() > 800);
    m_data = {QStringLiteral("The citizen brings the papers on Thursday"),
              QStringLiteral("Photo unreadable, asked for another one"),
              QStringLiteral("Applicant called twice, please hurry"),
              QStringLiteral("Withdrawn by the citizen"),
              QStringLiteral("The registry did not answer"),
              QStringLiteral("Permits are due soon"),
              QStringLiteral("Late work"),
              QStringLiteral("New Year’s Day"),
              QStringLiteral("unknown number"),
              QStringLiteral("office-of-parks")};
}

void SpanishTest::openSpanish()
{
    m_faults.clear();
    openWindow([](County &county) {
        Intent lamp; // whose words are nobody's English
        lamp.name = lamp.title = QStringLiteral("farola");
        lamp.slaMs = limits::msPerDay;
        lamp.tasks = {County::task(QStringLiteral("subir"), QStringLiteral("2h"))};
        QVERIFY(county.say(SaveIntent{lamp}));
        ListQueue options;
        options.states = {TaskState::Optional};
        const Task option = county.ask(options)->items.at(0).task;
        ActionInput skip;
        skip.action = TaskAction::Skip;
        skip.reason = QStringLiteral("Late work");
        QVERIFY(county.act(option.activity, option.name, skip));
    });
    QTRY_VERIFY(find<QTableView>("queueTable")->model()->rowCount() > 20);
}

// English sentences that nobody marked for translation show in their small words; the core's own, in their form.
QStringList SpanishTest::faultsOf(const QString &shown) const
{
    static const QRegularExpression internal(QStringLiteral(
        R"(\b(WAITING|OPTIONAL|PENDING|IN_PROGRESS|IN_REVIEW|ON_HOLD|COMPLETED|FAILED|SKIPPED|CANCELLED|engine|)"
        R"((task|activity|alert|worker|rule)\.[a-z_]+|sla_\w+|\w+_sla_\w+|raise_priority|no_eligible_worker|)"
        R"(task_failed|queue_depth|unassigned|stalled|kept_for_\w+|at_capacity|level_too_low|on_leave|off_shift|too_big|no_skill|no_human|had_it_before|not_available|)"
        R"(left_to_another_rule|not_possible|)"
        R"(passed_over|console:\w+ worker)\b)"));
    static const QRegularExpression english(
        QStringLiteral(
            R"(\b(the|and|of|is|are|was|by|not|with|for|from|until|task|tasks|worker|due|its|this|nobody|open)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    QString text = plain(shown);
    for (const QString &words : m_data)
        text.remove(words);
    QStringList faults;
    if (m_english.contains(text))
        faults << QStringLiteral("English: ") + text;
    for (const QRegularExpression &words : {internal, english})
        if (const auto match = words.match(text); match.hasMatch())
            faults << QStringLiteral("“%1” in: %2").arg(match.captured(), text);
    return faults;
}

static void addHeader(QStringList &texts, const QAbstractItemModel &model, Qt::Orientation orientation)
{
    const int count = orientation == Qt::Horizontal ? model.columnCount() : model.rowCount();
    for (int section = 0; section < count; ++section)
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole})
            texts << model.headerData(section, orientation, role).toString();
}

static void addItems(QStringList &texts, const QAbstractItemView &view)
{
    const QAbstractItemModel &model = *view.model();
    if (view.inherits("QTableView"))
        addHeader(texts, model, Qt::Horizontal);
    for (int row = 0; row < model.rowCount(view.rootIndex()); ++row)
        for (int column = 0; column < model.columnCount(view.rootIndex()); ++column)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                texts << model.index(row, column, view.rootIndex()).data(role).toString();
}

static QStringList textsOf(const QWidget &part)
{
    QStringList texts{part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle()};
    if (const auto *label = qobject_cast<const QLabel *>(&part))
        texts << label->text();
    else if (const auto *sign = qobject_cast<const SignLabel *>(&part))
        texts << sign->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&part))
        texts << button->text();
    else if (const auto *edit = qobject_cast<const QLineEdit *>(&part))
        texts << edit->placeholderText();
    else if (const auto *empty = qobject_cast<const EmptyState *>(&part))
        texts << empty->title() << empty->advice();
    else if (const auto *combo = qobject_cast<const QComboBox *>(&part))
        for (int i = 0; i < combo->count(); ++i)
            texts << combo->itemText(i);
    else if (const auto *tabs = qobject_cast<const QTabBar *>(&part))
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i) << tabs->tabToolTip(i);
    else if (const auto *view = qobject_cast<const QAbstractItemView *>(&part); view && view->model())
        addItems(texts, *view);
    return texts;
}

// A list of it has rows, or is said to have none; or there is none to be seen.
static bool isFilled(const QWidget &page)
{
    bool isFilled = true;
    for (const auto *list : page.findChildren<QAbstractItemView *>()) {
        if (list->isVisible() && list->model()->rowCount() > 0)
            return true;
        isFilled = isFilled && !list->isVisible();
    }
    const auto said = page.findChildren<EmptyState *>();
    return isFilled || std::any_of(said.begin(), said.end(), [](const QWidget *state) { return state->isVisible(); });
}

void SpanishTest::check(const QString &view)
{
    QTRY_VERIFY2(isFilled(*find<QStackedWidget>("pages")->currentWidget()), qPrintable(view));
    settle(m_county->client());
    for (const QWidget *part : m_window->findChildren<QWidget *>()) {
        if (!part->isVisible() || part->objectName() == QLatin1String("databaseLabel"))
            continue;
        for (const QString &text : textsOf(*part))
            for (const QString &fault : faultsOf(text))
                m_faults << QStringLiteral("%1, %2: %3").arg(view, part->objectName(), fault);
    }
}

void SpanishTest::finish()
{
    m_faults.removeDuplicates();
    for (const QString &each : m_faults)
        qWarning("%s", qPrintable(each));
    QVERIFY(m_faults.isEmpty());
}

void SpanishTest::everyPageIsSpanish()
{
    openSpanish();
    const auto *pages = find<QStackedWidget>("pages");
    for (int i = 0; i < pages->count(); ++i) {
        QWidget *page = pages->widget(i);
        show(page->objectName().toLatin1().constData());
        check(page->objectName());
        for (auto *tabs : page->findChildren<QTabWidget *>())
            for (int tab = 1; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                check(QStringLiteral("%1, %2").arg(page->objectName(), tabs->tabText(tab)));
            }
        for (const char *name : {"matrixButton", "waitingButton"})
            if (auto *button = page->findChild<QAbstractButton *>(QString::fromLatin1(name))) {
                button->click();
                check(QString::fromLatin1(name));
            }
    }
    for (const auto &[name, tries, leaves] : {std::array{"intentsPage", "saveButton", "revertButton"},
                                              std::array{"activitiesPage", "createButton", "newButton"}}) {
        QWidget *page = find<QWidget>(name);
        show(name);
        for (const char *button : {"newButton", "addButton", tries}) { // an empty form, and what is wrong with it
            find<QAbstractButton>(button, page)->click();
            check(QStringLiteral("%1, %2").arg(page->objectName(), QString::fromLatin1(button)));
        }
        find<QAbstractButton>(leaves, page)->click();
    }
    for (const QMenu *menu : m_window->findChildren<QMenu *>())
        for (const QAction *action : menu->actions())
            for (const QString &fault : faultsOf(action->text()))
                m_faults << QStringLiteral("menu: ") + fault;
    finish();
}

// Beside each other: what is said of a task and of what happened to it.
void SpanishTest::aTaskInEveryStateIsSpanish()
{
    openSpanish();
    for (const TaskState state :
         {TaskState::Waiting, TaskState::Optional, TaskState::Pending, TaskState::InProgress, TaskState::InReview,
          TaskState::OnHold, TaskState::Completed, TaskState::Failed, TaskState::Skipped, TaskState::Cancelled}) {
        ListQueue one;
        one.states = {state};
        one.limit = 3;
        const auto tasks = m_county->ask(one);
        QVERIFY2(!tasks->items.empty(), qPrintable(QString(toString(state))));
        for (const TaskView &view : tasks->items) {
            m_window->openActivity(view.task.activity, view.task.name);
            const QWidget *page = find<QWidget>("activitiesPage");
            QTRY_COMPARE(find<QLabel>("nameLabel", page)->text(), view.task.name);
            QTRY_VERIFY(!find<QLabel>("history", page)->text().isEmpty());
            find<QAbstractButton>("whyDueButton", find<QWidget>("taskPane", page))->click();
            check(QString(toString(state)));
        }
    }
    finish();
}

void SpanishTest::whatTheCoreRefusesIsSpanish()
{
    openSpanish();
    for (const TaskState state :
         {TaskState::Waiting, TaskState::Optional, TaskState::Pending, TaskState::InProgress, TaskState::InReview,
          TaskState::OnHold, TaskState::Completed, TaskState::Failed, TaskState::Skipped, TaskState::Cancelled}) {
        ListQueue one;
        one.states = {state};
        one.limit = 1;
        const Task task = m_county->ask(one)->items.at(0).task;
        for (const TaskAction action : offeredActions()) {
            ActionInput input;
            input.action = action;
            input.worker = WorkerId{QStringLiteral("bob-permits")};
            input.reason = input.text = QStringLiteral("x");
            const auto done = m_county->act(task.activity, task.name, input);
            if (!done)
                for (const QString &fault : faultsOf(text(done.error())))
                    m_faults << fault;
        }
    }
    finish();
}

// That the walk finds such words at all.
void SpanishTest::whatIsWrongWithTheDatabaseIsSpanish()
{
    openSpanish();
    store::Connection::open(*store::DatabaseUrl::parse(m_county->ask(GetDatabaseStatus{})->url), store::Access::ReadWrite)
        ->script("UPDATE task SET attempt = max_attempts + 1 WHERE id = (SELECT min(id) FROM task)");
    show("healthPage");
    find<QAbstractButton>("verifyButton", "healthPage")->click();
    const auto *bar = find<MessageBar>("messageBar", "healthPage");
    QTRY_VERIFY2(bar->text().contains(QStringLiteral("tuvo más intentos de los permitidos")), qPrintable(bar->text()));
}

void SpanishTest::theWordsAreFoundWhereTheyAre()
{
    openSpanish();
    QVERIFY(faultsOf(QStringLiteral("La tarea está en curso")).isEmpty());
    QVERIFY(faultsOf(QStringLiteral("<b>Late work</b>")).isEmpty());
    QVERIFY(!faultsOf(QStringLiteral("12:00 · engine")).isEmpty());
    QVERIFY(!faultsOf(QStringLiteral("está IN_PROGRESS")).isEmpty());
    QVERIFY(!faultsOf(QStringLiteral("&Acknowledge")).isEmpty());
    check({});
    QVERIFY(m_faults.isEmpty());
    QLabel planted(QStringLiteral("Acknowledge"), m_window.get()); // those of the window are written anew each second
    planted.show();
    check({});
    QVERIFY(!m_faults.isEmpty());
}

static void installSpanish()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("ui/language"), QStringLiteral("es"));
    installLook(*qApp, settings);
}

// The menu of a field and the dialog that chooses a file: of those that Qt says in English, none is left.
void SpanishTest::whatQtSaysIsSpanish()
{
    const auto said = [] {
        QLineEdit edit;
        const std::unique_ptr<QMenu> menu(edit.createStandardContextMenu());
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << plain(action->text().section(u'\t', 0, 0));
        const QFileDialog dialog;
        for (const auto label :
             {QFileDialog::LookIn, QFileDialog::FileName, QFileDialog::FileType, QFileDialog::Accept, QFileDialog::Reject})
            texts << plain(dialog.labelText(label));
        for (const auto *button : dialog.findChildren<QAbstractButton *>())
            texts << textsOf(*button);
        return texts;
    };
    const QStringList english = said();
    installSpanish();
    QStringList left;
    for (const QString &text : said())
        if (text.size() > 2 && english.contains(text))
            left << text;
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
}

// The system puts the program's name behind the title of a window that does not end with it.
void SpanishTest::theProgramHasOneName()
{
    installSpanish();
    openSpanish();
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Consola HMS-ACT"));
    QCOMPARE(QGuiApplication::applicationDisplayName(), m_window->windowTitle());
}

HMSACT_TEST(SpanishTest)

} // namespace hmsact::spanish_test

#include "spanish.moc"
