// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/wording.h"

#include "domain/limits.h"
#include "domain/textrules.h"
#include "domain/walltime.h"

#include <QCoreApplication>

namespace hmsact::notify {

using namespace Qt::StringLiterals;
using domain::Notification;
using domain::NotificationKind;

namespace {

struct Reason {
    const char *kind; // of an alert or a rule's trigger
    const char *words;
};
constexpr Reason reasons[] = {
    {"sla_breach", QT_TRANSLATE_NOOP("Notice", "Overdue: %1")},
    {"sla_warning", QT_TRANSLATE_NOOP("Notice", "Due soon: %1")},
    {"activity_sla_breach", QT_TRANSLATE_NOOP("Notice", "The request is overdue: %1")},
    {"activity_sla_warning", QT_TRANSLATE_NOOP("Notice", "The request is due soon: %1")},
    {"unassigned", QT_TRANSLATE_NOOP("Notice", "Nobody has begun: %1")},
    {"stalled", QT_TRANSLATE_NOOP("Notice", "Given up again and again: %1")},
    {"task_failed", QT_TRANSLATE_NOOP("Notice", "Failed: %1")},
    {"no_eligible_worker", QT_TRANSLATE_NOOP("Notice", "Nobody to give this to: %1")},
    {"queue_depth", QT_TRANSLATE_NOOP("Notice", "Too much is waiting: %1")},
};

// One line, no sign that makes a text look like another one, and no address to go to but our own.
QString plain(const QString &text)
{
    return domain::withoutUnseen(domain::cutTo(text, domain::limits::nameMax), u' ')
        .replace("://"_L1, ": //"_L1)
        .simplified();
}

QString fact(const Notification &notification, QLatin1StringView name)
{
    return plain(notification.facts.value(name).toString());
}

} // namespace

void Wording::speak(const QString &language)
{
    std::unique_ptr<QTranslator> &translator = m_translators[language];
    if (!translator) {
        translator = std::make_unique<QTranslator>();
        const bool found = translator->load(u":/i18n/hms-act_%1.qm"_s.arg(language))
            || translator->load(u":/i18n/hms-act_en.qm"_s); // English too: it holds the plurals
        if (!found)
            qWarning("the catalogue of words is missing");
    }
    m_translator = translator.get();
}

QString Wording::say(const char *text, int count)
{
    QString words = m_translator->translate("Notice", text, nullptr, count);
    if (words.isEmpty())
        words = QString::fromUtf8(text);
    return count < 0 ? words : words.replace("%n"_L1, QString::number(count));
}

// Where there is no task it is in the headline, or there are many.
static QString activityBeside(const Notification &notification)
{
    return fact(notification, "task"_L1).isEmpty() || notification.activity.isNull() ? QString()
                                                                                     : notification.activity.toString();
}

QString Wording::headline(const Notification &notification)
{
    if (notification.kind == NotificationKind::Test)
        return say(QT_TRANSLATE_NOOP("Notice", "A test message of HMS-ACT"));
    if (const int depth = notification.facts.value("depth"_L1).toInt(); depth > 0)
        return say(QT_TRANSLATE_N_NOOP("Notice", "%n wait for “%1”"), depth).arg(fact(notification, "skill"_L1));
    QString what = fact(notification, "task"_L1);
    if (what.isEmpty())
        what = notification.activity.toString();
    if (notification.kind == NotificationKind::Assignment)
        return say(QT_TRANSLATE_NOOP("Notice", "Work for you: %1")).arg(what);
    const QString reason = notification.facts.value("reason"_L1).toString();
    for (const Reason &known : reasons) {
        if (reason == QLatin1StringView(known.kind))
            return say(known.words).arg(what);
    }
    return say(QT_TRANSLATE_NOOP("Notice", "Please look at this: %1")).arg(what);
}

QString Wording::due(const Notification &notification)
{
    const qint64 dueAtMs = notification.facts.value("due_at_ms"_L1).toInteger();
    if (dueAtMs <= 0)
        return {};
    const QString zone = notification.facts.value("time_zone"_L1).toString();
    return say(QT_TRANSLATE_NOOP("Notice", "due %1")).arg(domain::wallTime(dueAtMs, zone));
}

// The link and the code, where there is one, each on a line of their own: people and programs find them there.
void Wording::addAnswering(Text &text, const domain::Parcel &parcel)
{
    const QString base = m_publicUrl.endsWith(u'/') ? m_publicUrl.chopped(1) : m_publicUrl;
    for (size_t i = 0;
         i < parcel.seals.size() && text.answering.size() < size_t(domain::limits::digestListedMax) && !base.isEmpty();
         ++i) {
        const domain::Parcel::Seal &seal = parcel.seals[i];
        if (seal.signedLink.isEmpty())
            continue;
        const Notification &about = i == 0 ? parcel.notification : parcel.others[i - 1];
        const QString invitation =
            parcel.others.empty() ? say(QT_TRANSLATE_NOOP("Notice", "Say here what became of it:")) : headline(about);
        const QString codeWords =
            seal.code.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("Notice", "The page asks for this code:"));
        text.answering.push_back({invitation, base + u"/t/"_s + seal.signedLink, codeWords, seal.code});
    }
    if (text.answering.size() == 1)
        text.ending =
            say(QT_TRANSLATE_NOOP("Notice", "The link is for you alone and takes one answer. Opening it changes nothing."));
    else if (!text.answering.empty())
        text.ending =
            say(QT_TRANSLATE_NOOP("Notice", "Each link is for you alone and takes one answer. Opening it changes nothing."));
}

Text Wording::of(const domain::Parcel &parcel)
{
    const Notification &first = parcel.notification;
    const QString wanted = first.facts.value("language"_L1).toString();
    Text text;
    text.language = wanted == "en"_L1 || wanted == "es"_L1 ? wanted : m_language;
    speak(text.language);
    addAnswering(text, parcel);
    if (parcel.others.empty()) {
        text.subject = headline(first);
        if (first.kind == NotificationKind::Test)
            text.lines << say(QT_TRANSLATE_NOOP("Notice", "Messages to this address arrive. There is nothing to do."));
        if (const QString activity = activityBeside(first); !activity.isEmpty())
            text.lines << say(QT_TRANSLATE_NOOP("Notice", "Activity %1")).arg(activity);
        if (const QString when = due(first); !when.isEmpty())
            text.lines << when;
        if (const QString rule = fact(first, "rule"_L1); !rule.isEmpty())
            text.lines << say(QT_TRANSLATE_NOOP("Notice", "Rule: %1")).arg(rule);
        return text;
    }
    const auto count = static_cast<int>(parcel.others.size()) + 1;
    text.subject = say(QT_TRANSLATE_N_NOOP("Notice", "HMS-ACT: %n messages"), count);
    const auto list = [&](const Notification &notification) {
        QStringList parts{headline(notification)};
        if (const QString activity = activityBeside(notification); !activity.isEmpty())
            parts << activity;
        if (const QString when = due(notification); !when.isEmpty())
            parts << when;
        text.lines << parts.join(u" · "_s);
    };
    list(first);
    for (size_t i = 0; i < parcel.others.size() && text.lines.size() < domain::limits::digestListedMax; ++i)
        list(parcel.others[i]);
    if (const auto rest = count - static_cast<int>(text.lines.size()); rest > 0)
        text.lines << say(QT_TRANSLATE_N_NOOP("Notice", "and %n more"), rest);
    return text;
}

} // namespace hmsact::notify
