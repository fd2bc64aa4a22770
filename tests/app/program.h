// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

// One of the product's programs as a real process, with a home of its own, and an HTTP client to talk to it.
class Program
{
public:
    explicit Program(const QString &name) : m_name(name)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &variable : environment.keys()) {
            if (variable.startsWith(QStringLiteral("HMS_ACT_")))
                environment.remove(variable);
        }
        environment.insert(QStringLiteral("HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("HMS_ACT_LISTEN"),
                           QStringLiteral("127.0.0.1:0")); // whoever tests may be using the usual one
        process.setProcessEnvironment(environment);
    }
    ~Program()
    {
        process.kill();
        process.waitForFinished();
    }

    void setVariable(const QString &name, const QString &value)
    {
        QProcessEnvironment environment = process.processEnvironment();
        value.isNull() ? environment.remove(name) : environment.insert(name, value);
        process.setProcessEnvironment(environment);
    }
    [[nodiscard]] QString home(const QString &path) const { return m_home.filePath(path); }

    void start(const QStringList &arguments) { process.start(QStringLiteral(HMSACT_BIN_DIR "/") + m_name, arguments); }

    // Starts it on a free port and waits for the ready line; false when it ended instead.
    [[nodiscard]] bool serve(const QStringList &arguments)
    {
        start(arguments + QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        const QByteArray ready = "listening on ";
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(30'000))
                return false;
        }
        const QByteArray line = process.readLine();
        address = QString::fromUtf8(line.mid(ready.size()).trimmed());
        return line.startsWith(ready + "http");
    }

    // Waits for the end; the exit status, or -1 when it crashed or did not end.
    [[nodiscard]] int exitCode(int withinMs = 30'000)
    {
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(withinMs))
            return -1;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    // SIGTERM, and then as exitCode().
    [[nodiscard]] int stop(int withinMs = 10'000)
    {
        process.terminate();
        return exitCode(withinMs);
    }
    // What it said on standard error, a list of lines.
    [[nodiscard]] QStringList complaints()
    {
        return QString::fromUtf8(process.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
    }

    struct Answer {
        int status = 0; // 0: no answer
        QJsonObject json;
    };
    [[nodiscard]] QNetworkReply *request(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        QNetworkRequest request(QUrl(address + QStringLiteral("/api/v1") + path));
        request.setRawHeader("Authorization", "Bearer demo-sandbox-token");
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const bool empty = method == "GET" || method == "DELETE";
        return m_network.sendCustomRequest(request, method, empty ? QByteArray() : QJsonDocument(body).toJson());
    }
    [[nodiscard]] Answer ask(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        QNetworkReply *reply = request(method, path, body);
        const bool finished = QTest::qWaitFor([reply] { return reply->isFinished(); }, 30'000);
        reply->deleteLater();
        if (!finished)
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                QJsonDocument::fromJson(reply->readAll()).object()};
    }

    QProcess process;
    QString address; // "http://127.0.0.1:40123"

private:
    QString m_name;
    QTemporaryDir m_home;
    QNetworkAccessManager m_network;
};
