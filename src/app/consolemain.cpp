// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log.h"
#include "app/person.h"
#include "app/service.h"
#include "app/startup.h"
#include "app/unixsignals.h"
#include "app/windowmeasure.h"
#include "console/look.h"
#include "console/mainwindow.h"
#include "console/pagedrawing.h"
#include "console/tray.h"
#include "engine/coreclient.h"

#include <QApplication>
#include <QFile>
#include <QIcon>
#include <QMessageBox>
#include <QSettings>

using namespace hmsact;

namespace {

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

int refuse(const QString &program, const QString &text, bool window)
{
    app::complain(program, text);
    if (window) {
        QMessageBox box(QMessageBox::Critical, QApplication::applicationDisplayName(), text, QMessageBox::Close);
        box.show();
        QApplication::exec();
    }
    return app::exitRefused;
}

// Without a session there is no bus; asking for one all the same would start a stray one.
QDBusConnection desktopBus()
{
    const bool isThere = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
    return isThere ? QDBusConnection::sessionBus() : QDBusConnection(QString());
}

int run(app::Service &service, const domain::Actor &person, QSettings &look, const QString &measure)
{
    engine::CoreClient client(service.core(), person);
    console::MainWindow window(client, look);
    if (!measure.isEmpty())
        new app::WindowMeasure(window, client, measure == QLatin1StringView("view"));
    window.show();
    const console::Tray tray(client, look, window, desktopBus());

    app::UnixSignals unixSignals;
    QObject::connect(&unixSignals, &app::UnixSignals::terminationAsked, &window, [&window] {
        window.quitAtOnce(); // keeps its state for the next start
    });
    QObject::connect(&unixSignals, &app::UnixSignals::reloadAsked, &window, [&service] { service.reloadCertificate(); });
    app::announce(service.address());
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (const auto status = console::drawPageIfAsked(argc, argv))
        return *status;
    const auto prepared = app::prepareProcess(app::Program::Console, argc, argv);
    if (const int *status = std::get_if<int>(&prepared))
        return *status;
    const QString program = app::programName(app::Program::Console);
    if (!hasDisplay()) {
        app::complain(program, QStringLiteral("there is no display; hms-actd does the same without a window"));
        return app::exitRefused;
    }

    app::sayWhenFatal(program + QStringLiteral(": the display cannot be opened; hms-actd does the same without a window"));
    QApplication application(argc, argv);
    app::sayWhenFatal({});
    application.setApplicationName(program);
    application.setApplicationVersion(QStringLiteral(HMSACT_VERSION));
    application.setDesktopFileName(program);
    application.setWindowIcon(QIcon(QStringLiteral(":/program/hms-act.svg")));

    // How the window looks is the window's own business, beside the configuration
    // that people write.
    QSettings look(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("hms-act"), QStringLiteral("console"));
    console::installLook(application, look);

    const app::Settings &settings = std::get<app::Settings>(prepared);
    auto service = app::Service::start(settings);
    if (!service)
        return refuse(program, service.error().detail.english(), settings.errorWindow);
    const auto person = app::personAtTheConsole((*service)->core(), app::loginHere());
    if (!person) {
        (*service)->stop();
        return refuse(program, person.error().detail.english(), settings.errorWindow);
    }
    const int status = run(**service, *person, look, settings.measure);
    (*service)->stop();
    return status;
}
