// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/listenaddress.h"
#include "domain/result.h"
#include "notify/settings.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace hmsact::app {

enum class Program { Daemon, Console };

// What a program was told, checked: nothing in here can still be wrong by itself, only in the world (a port
// in use, a file that is not there). Read once at the start, then handed down by value.
struct Settings {
    QString databaseUrl; // empty: a sandbox with a database of its own, thrown away at the end
    ListenAddress listen;
    qint64 artefactBytesMax = domain::limits::artefactBytesTotalDefault; // of all files together
    struct Remote { // what other machines may take; nothing: what the API thinks right
        std::optional<int> connections, connectionsPerAddress, requestsPerS, burst;
    } remote;
    QString publicUrl; // base of links; empty: the listen address
    QString tlsCertificateFile;
    QString tlsKeyFile;
    bool serveApi = true;
    bool sandbox = false;
    bool sampleCounty = false; // only in a sandbox
    bool virtualTime = false; // only in a sandbox
    bool errorWindow = false; // console: started without a terminal, so errors need a window
    notify::Settings notify;
    QString measure; // console: "start" or "view", for hms-act bench; empty: an ordinary window

    // Option beats variable beats the file ($XDG_CONFIG_HOME/hms-act/hms-act.ini unless another one is
    // named). `arguments` begins with the program's name. Invalid: whatever the programs refuse; the text is
    // one line for standard error.
    [[nodiscard]] static domain::Result<Settings> read(Program program, const QStringList &arguments,
                                                       const QProcessEnvironment &environment,
                                                       const QString &configurationFile);
};

// --help and --version are answered before anything else, also without a display: the text to print, or
// nothing.
[[nodiscard]] std::optional<QString> informationAskedFor(Program program, const QStringList &arguments);

} // namespace hmsact::app
