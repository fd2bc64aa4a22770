// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "engine/configuration.h"

#include <QCoreApplication>

namespace hmsact::app {

[[nodiscard]] inline domain::Error refuse(const char *key, const QStringList &args = {})
{
    return domain::makeError(domain::ErrorCode::Invalid, key, args);
}

// The three places of every setting, and the readings that more than one setting needs.
class SettingsReader
{
public:
    SettingsReader(const CommandLine &line, const engine::Configuration &configuration)
        : m_line(line), m_configuration(configuration)
    {
    }

    [[nodiscard]] std::optional<engine::Configuration::Setting> find(const QString &key) const
    {
        return m_configuration.value(m_line.value(key), variable(key), key);
    }

    // Not on the command line, which everybody on the machine can read.
    [[nodiscard]] QString secret(const QString &key) const
    {
        const auto setting = m_configuration.value(std::nullopt, variable(key), key);
        return setting ? setting->text : QString();
    }

    [[nodiscard]] domain::Result<bool> flag(const QString &key) const
    {
        if (m_line.isSet(key))
            return true;
        const auto setting = find(key);
        if (!setting)
            return false;
        const QString word = setting->text.toLower();
        if (word == QStringLiteral("1") || word == QStringLiteral("true") || word == QStringLiteral("yes"))
            return true;
        if (word == QStringLiteral("0") || word == QStringLiteral("false") || word == QStringLiteral("no"))
            return false;
        return refuse(QT_TRANSLATE_NOOP("Error", "%1: \"%2\" is neither true nor false"), {setting->source, setting->text});
    }

    [[nodiscard]] bool option(const QString &name) const { return m_line.isSet(name); }

private:
    [[nodiscard]] static QString variable(const QString &key)
    {
        return QStringLiteral("HMS_ACT_") + key.toUpper().replace(u'-', u'_');
    }

    const CommandLine &m_line;
    const engine::Configuration &m_configuration;
};

// The part of the settings that is about messages.
[[nodiscard]] domain::Status readNotify(const SettingsReader &reader, Settings *settings);

} // namespace hmsact::app
