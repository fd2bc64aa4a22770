// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QStringList>

#include <array>

namespace hmsact::app {
namespace {

struct Option {
    const char *name;
    const char *valueName; // "" for a switch
    const char *help;
    bool consoleOnly = false;
};

constexpr std::array options{
    Option{"db", "URL", "database: sqlite:///PATH (default: $XDG_DATA_HOME/hms-act/hms-act.db) or postgresql://HOST/NAME"},
    Option{"listen", "ADDR:PORT", "where the HTTP API listens (default: 127.0.0.1:8311); port 0 picks one"},
    Option{"public-url", "URL", "base of the links given out (default: the listen address)"},
    Option{"tls-cert", "FILE", "certificate chain in PEM; re-read on SIGHUP"},
    Option{"tls-key", "FILE", "private key in PEM"},
    Option{"insecure", "", "listen beyond loopback without TLS all the same"},
    Option{"remote-connections", "N", "most connections from other machines at a time (default: 64)"},
    Option{"remote-connections-per-address", "N", "most of them from one address (default: 8)"},
    Option{"remote-requests", "N", "requests a second of one token that comes from there (default: 20)"},
    Option{"remote-burst", "N", "so many of them at once after a quiet while (default: 40)"},
    Option{"artefact-quota", "GIB", "room for the files of all tasks together (default: 20)"},
    Option{"smtp", "URL", "mail server: smtp[s]://[USER:PASSWORD@]HOST[:PORT]; better as a variable, which nobody sees"},
    Option{"mail-from", "ADDRESS", "sender of mail"},
    Option{"slack", "URL", "incoming webhook, or with HMS_ACT_SLACK_TOKEN the base of Slack's Web API"},
    Option{"sms", "URL", "Twilio-compatible messages endpoint; HMS_ACT_SMS_ACCOUNT, _TOKEN and _FROM"},
    Option{"allow-private-webhooks", "", "let webhooks go to private networks; HMS_ACT_WEBHOOK_SECRET signs them"},
    Option{"ca-file", "FILE",
           "authorities that mail servers and receivers of webhooks are checked by (default: the system's)"},
    Option{"delivery-backoff", "TIME", "pause before a message is tried again, doubled each time (default: 5s)"},
    Option{"delivery-timeout", "TIME", "how long one try may take (default: 30s)"},
    Option{"delivery-attempts", "N", "tries before a message is given up (default: 20)"},
    Option{"no-api", "", "do not serve the HTTP API", true},
    Option{"error-window", "", "show a start that failed in a window too", true},
    Option{"measure", "WHAT", "start or view: measures the window, prints the figures and ends, for hms-act bench", true},
    Option{"sandbox", "",
           "a demonstration: throw-away database unless --db is given, token demo-sandbox-token, a living sample county"},
    Option{"no-sample", "", "sandbox without the sample county"},
    Option{"virtual-time", "", "sandbox whose clock stands still until it is advanced through the API"},
};

QString text(const char *ascii) { return QString::fromLatin1(ascii); }

} // namespace

CommandLine::CommandLine(Program program, const QStringList &arguments) : m_program(program)
{
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, {}});
    m_parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, {}});
    for (const Option &option : options) {
        if (program == Program::Console || !option.consoleOnly)
            m_parser.addOption({text(option.name), {}, text(option.valueName)});
    }
    m_understood = m_parser.parse(arguments);
}

QString CommandLine::helpText() const
{
    const bool console = m_program == Program::Console;
    QString help = console ? QStringLiteral("Usage: hms-act-console [options]\n"
                                            "The desktop console, with the orchestrator and its HTTP API inside.\n\n")
                           : QStringLiteral("Usage: hms-actd [options]\n"
                                            "The orchestrator and its HTTP API without a window.\n\n");
    const auto addLine = [&help](const QString &left, const QString &right) {
        help += QStringLiteral("  %1 %2\n").arg(left, -22).arg(right);
    };
    for (const Option &option : options) {
        if (console || !option.consoleOnly)
            addLine(QStringLiteral("--%1 %2").arg(text(option.name), text(option.valueName)).trimmed(), text(option.help));
    }
    addLine(QStringLiteral("-h, --help"), QStringLiteral("say this and exit"));
    addLine(QStringLiteral("-v, --version"), QStringLiteral("say the version and exit"));
    help += QStringLiteral("\nAn option --some-name is also the variable HMS_ACT_SOME_NAME and the key some-name in\n"
                           "$XDG_CONFIG_HOME/hms-act/hms-act.ini (all but those of the sandbox");
    help += console ? QStringLiteral(", --error-window and --measure).\n") : QStringLiteral(").\n");
    help += QStringLiteral("The option beats the variable beats the file.\n");
    return help;
}

QString CommandLine::versionText() const
{
    return QStringLiteral("%1 " HMSACT_VERSION "\n")
        .arg(m_program == Program::Console ? QStringLiteral("hms-act-console") : QStringLiteral("hms-actd"));
}

QString CommandLine::complaint() const
{
    if (!m_understood)
        return m_parser.errorText();
    if (const QStringList rest = m_parser.positionalArguments(); !rest.isEmpty())
        return QStringLiteral("Unexpected argument '%1'.").arg(rest.constFirst());
    for (const Option &option : options) { // what is empty would count as not said, also where that is less safe
        const bool isEmpty = *option.valueName != '\0' && value(text(option.name)) == QString();
        if (isEmpty)
            return QStringLiteral("The option --%1 needs a value.").arg(text(option.name));
        if (*option.valueName != '\0' && isSet(text(option.name)) && m_parser.values(text(option.name)).size() > 1)
            return QStringLiteral("The option --%1 is given twice.").arg(text(option.name));
    }
    return {};
}

bool CommandLine::isSet(const QString &option) const
{
    // The parser warns about options that this program does not have.
    return m_parser.optionNames().contains(option);
}

std::optional<QString> CommandLine::value(const QString &option) const
{
    return isSet(option) ? std::optional(m_parser.value(option)) : std::nullopt;
}

} // namespace hmsact::app
