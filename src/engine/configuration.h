// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QString>

#include <optional>

namespace hmsact::engine {

// Where a setting of the programs comes from: the command line beats the environment beats the configuration
// file. A plain value; every program reads one at its start.
class Configuration
{
public:
    struct Setting {
        QString text;
        QString source; // "--db", "HMS_ACT_DB" or "key db in /home/…/hms-act.ini": for error messages
        bool isOfFile = false;
    };

    // $XDG_CONFIG_HOME/hms-act/hms-act.ini
    [[nodiscard]] static QString defaultFile();
    // $XDG_DATA_HOME/hms-act
    [[nodiscard]] static QString dataFolder();
    // "sqlite:///" + its hms-act.db
    [[nodiscard]] static QString defaultDatabaseUrl();

    // The file holds lines of `key = value` in UTF-8; blank lines, lines beginning with # or ; and [sections]
    // say nothing. A file that is missing is empty. Invalid: unreadable, not UTF-8, another line, an unknown
    // key, a key said twice or without a value.
    [[nodiscard]] static domain::Result<Configuration> read(const QString &file, const QProcessEnvironment &environment);

    // The setting by its three names. `option` is what the command line said to --`key`, nothing when it was
    // silent. An empty variable counts as none.
    [[nodiscard]] std::optional<Setting> value(const std::optional<QString> &option, const QString &variable,
                                               const QString &key) const;

private:
    QString m_file;
    QHash<QString, QString> m_values;
    QProcessEnvironment m_environment;
};

} // namespace hmsact::engine
