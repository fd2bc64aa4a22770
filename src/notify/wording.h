// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QTranslator>

#include <map>
#include <memory>
#include <vector>

namespace hmsact::notify {

// What a message says, in lines of plain text: nothing of the citizen but the task's name, the activity's id and when it is
// due.
struct Text {
    QString subject;
    QStringList lines;
    // How to answer: a page for each task, and what it asks for. None: there is nothing to answer.
    struct Answering {
        QString invitation;
        QString url;
        QString codeWords;
        QString code; // empty: the page asks for none
    };
    std::vector<Answering> answering = {};
    QString ending = {}; // of them
    QString language = {};
};

// Puts messages into words, each in its recipient's language. Belongs to one thread.
class Wording
{
public:
    // `language`: of those about whom nothing is known; `publicUrl`: the base of links.
    explicit Wording(QString language, QString publicUrl = {})
        : m_language(std::move(language)), m_publicUrl(std::move(publicUrl))
    {
    }
    [[nodiscard]] Text of(const domain::Parcel &parcel);

private:
    [[nodiscard]] QString say(const char *text, int count = -1);
    [[nodiscard]] QString headline(const domain::Notification &notification);
    [[nodiscard]] QString due(const domain::Notification &notification);
    void addAnswering(Text &text, const domain::Parcel &parcel);
    void speak(const QString &language);

    const QString m_language;
    const QString m_publicUrl;
    std::map<QString, std::unique_ptr<QTranslator>> m_translators;
    QTranslator *m_translator = nullptr; // of the message at hand
};

} // namespace hmsact::notify
