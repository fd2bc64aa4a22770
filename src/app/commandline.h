// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

#include <QCommandLineParser>

namespace hmsact::app {

// The options of one program: their names, their help, and what the user said to them. Works without an
// application object, so that it can speak before a display is needed.
class CommandLine
{
public:
    CommandLine(Program program, const QStringList &arguments);

    [[nodiscard]] bool wantsHelp() const { return m_parser.isSet(QStringLiteral("help")); }
    [[nodiscard]] bool wantsVersion() const { return m_parser.isSet(QStringLiteral("version")); }
    [[nodiscard]] QString helpText() const;
    [[nodiscard]] QString versionText() const;

    // What cannot be understood: an unknown option, a missing or needless value, a second one, an argument too
    // many. Empty: fine.
    [[nodiscard]] QString complaint() const;

    [[nodiscard]] bool isSet(const QString &option) const;
    [[nodiscard]] std::optional<QString> value(const QString &option) const; // nothing when it was not given

private:
    Program m_program;
    QCommandLineParser m_parser;
    bool m_understood = false;
};

} // namespace hmsact::app
