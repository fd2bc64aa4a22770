// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apifixture.h"

#include "api/pathtemplate.h"
#include "engine/coredoor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <thread>

namespace hmsact::api::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 startMs = 1'795'000'000'000;

class SlowClock final : public engine::Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override
    {
        const auto end = std::chrono::steady_clock::now() + 30ms;
        while (std::chrono::steady_clock::now() < end)
            std::this_thread::yield();
        return m_clock.nowMs();
    }

private:
    engine::SystemClock m_clock;
};

void makeToken(engine::Core &core, const QString &role, const QString &worker)
{
    const domain::CreateToken command{role, *domain::roleFrom(role), {worker}, 0, role + u"-token"_s};
    const auto made = engine::sendAndWait(core, command, domain::Actor::engine());
    if (!made)
        qFatal("no token: %s", qPrintable(made.error().detail.english()));
}

} // namespace

QByteArray jsonText(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

ApiFixture::ApiFixture(ClockKind kind, ApiSettings settings)
{
    engine::CoreSettings coreSettings;
    coreSettings.databaseUrl = m_testDatabase.url.text;
    coreSettings.seed = 7;
    coreSettings.clock = std::make_shared<engine::SystemClock>();
    if (kind == ClockKind::Virtual)
        coreSettings.clock = std::make_shared<engine::VirtualClock>(startMs);
    else if (kind == ClockKind::Slow)
        coreSettings.clock = std::make_shared<SlowClock>();
    m_clock = coreSettings.clock;
    auto core = engine::Core::open(coreSettings);
    if (!core)
        qFatal("no core: %s", qPrintable(core.error().detail.english()));
    m_core = std::move(*core);
    for (const QString &role : {u"viewer"_s, u"worker"_s, u"clerk"_s, u"supervisor"_s, u"admin"_s})
        makeToken(*m_core, role, role == u"worker" ? u"bot-1"_s : QString());

    settings.port = 0;
    settings.virtualTime = kind == ClockKind::Virtual;
    settings.operatorSecret = "operator-secret";
    m_server = std::make_unique<Server>(*m_core, std::move(settings));
    const auto url = m_server->start();
    if (!url)
        qFatal("no server: %s", qPrintable(url.error().detail.english()));
    m_port = static_cast<quint16>(QUrl(*url).port());

    RawClient client(m_port);
    client.send(request("GET", "/api/v1/openapi.json"));
    m_description = client.read().value_or(RawAnswer()).json();
}

ApiFixture::~ApiFixture() { m_server.reset(); }

void ApiFixture::closeCore() { m_core->stop(); }

RawAnswer ApiFixture::call(const QByteArray &method, const QByteArray &path, const QByteArray &token, const QByteArray &body,
                           const QByteArray &fields)
{
    const QByteArray target = path.startsWith("//") ? path.mid(1) : "/api/v1" + path;
    QByteArray head = body.isNull() ? QByteArray() : fields;
    if (!token.isEmpty())
        head += "Authorization: Bearer " + token + "\r\n";
    RawClient client(m_port);
    client.send(request(method, target, body.isNull() && method == "POST" ? QByteArray("") : body, head));
    const auto answer = client.read(method == "HEAD");
    if (!answer)
        return {};
    if (method != "HEAD")
        checkAgainstDescription(method, QString::fromLatin1(target), *answer);
    return *answer;
}

QJsonObject ApiFixture::get(const QByteArray &path)
{
    const RawAnswer answer = call("GET", path, "admin-token");
    if (answer.status != 200)
        misfits.append(u"GET %1: %2"_s.arg(QString::fromUtf8(path), QString::fromUtf8(answer.body)));
    return answer.json();
}

QJsonObject ApiFixture::post(const QByteArray &path, const QJsonObject &body)
{
    const RawAnswer answer = call("POST", path, "admin-token", jsonText(body));
    if (answer.status / 100 != 2)
        misfits.append(u"POST %1: %2"_s.arg(QString::fromUtf8(path), QString::fromUtf8(answer.body)));
    return answer.json();
}

QByteArrayList ApiFixture::rows() const
{
    const bool onServer = m_testDatabase.url.dialect == store::Dialect::PostgreSql;
    const auto connection = store::Connection::open(m_testDatabase.url, store::Access::ReadOnly);
    const auto column = [&](const QString &sql) {
        const auto statement = connection->prepare({sql, {}});
        QByteArrayList values;
        while (statement->next())
            values.append(statement->bytes(0).toByteArray());
        return values;
    };
    QByteArrayList all;
    for (const QByteArray &table : column(onServer ? u"SELECT tablename::text FROM pg_tables WHERE schemaname = "
                                                     "current_schema() AND tablename NOT IN ('core', 'leader') ORDER BY 1"_s
                                                   : u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"_s)) {
        const QString name = QString::fromLatin1(table);
        QString row = u"t::text"_s;
        if (!onServer)
            row = u"quote("_s
                + QString::fromUtf8(
                      column(u"SELECT name FROM pragma_table_info('%1')"_s.arg(name)).join(") || ',' || quote("))
                + u')';
        for (const QByteArray &values : column(u"SELECT %1 FROM %2 t ORDER BY 1"_s.arg(row, name)))
            all.append(table + ": " + values);
    }
    return all;
}

void ApiFixture::hangReader(std::latch &release)
{
    const auto hung = std::make_shared<std::latch>(1);
    m_core->ask(domain::ListQueue{}, [hung, &release](const domain::Result<domain::QueryAnswer> &) {
        hung->count_down();
        release.wait();
    });
    hung->wait();
}

QByteArray ApiFixture::makeActivity(const QStringList &tasks, const QString &skill)
{
    QJsonArray specs;
    for (const QString &name : tasks) {
        QJsonObject spec{{u"name"_s, name}, {u"sla"_s, u"1h"_s}, {u"needs"_s, QJsonArray()}};
        if (!skill.isEmpty())
            spec.insert(u"skill"_s, skill);
        specs.append(spec);
    }
    const QJsonObject made = post(
        "/activities", {{u"citizen_id"_s, u"c-1"_s}, {u"intent"_s, u"test"_s}, {u"sla"_s, u"48h"_s}, {u"tasks"_s, specs}});
    return made[u"id"].toString().toLatin1();
}

void ApiFixture::makeWorker(const QString &id, const QStringList &skills)
{
    post("/workers", {{u"name"_s, id}, {u"id"_s, id}, {u"skills"_s, QJsonArray::fromStringList(skills)}});
}

QString ApiFixture::templateOf(const QString &path) const
{
    const auto target = Target::parse(path.toLatin1());
    QString best;
    for (const QString &known : m_description[u"paths"].toObject().keys()) {
        if (target && PathTemplate(known).match(target->path) && (best.isEmpty() || known.count(u'{') < best.count(u'{')))
            best = known;
    }
    return best;
}

void ApiFixture::checkAgainstDescription(const QByteArray &method, const QString &path, const RawAnswer &answer)
{
    const QString known = templateOf(path);
    const QString name = QString::fromLatin1(method) + u' ' + known + u' ' + QString::number(answer.status);
    const QJsonObject operation =
        m_description[u"paths"].toObject()[known].toObject()[QString::fromLatin1(method).toLower()].toObject();
    if (operation.isEmpty()) {
        if (answer.status != 404 && answer.status != 405 && answer.status != 400)
            misfits.append(name + u": served but not described: "_s + path);
        return;
    }
    seen.insert(name);
    const SchemaValidator validator(m_description);
    const QJsonObject response = operation[u"responses"].toObject()[QString::number(answer.status)].toObject();
    if (response.isEmpty()) {
        misfits.append(name + u": status not documented"_s);
        return;
    }
    const QJsonObject described = validator.resolved(response);
    for (const QString &field : {u"Location"_s, u"Retry-After"_s, u"WWW-Authenticate"_s}) {
        if (answer.fields.contains(field.toLower().toLatin1()) && !described[u"headers"].toObject().contains(field))
            misfits.append(name + u": not documented: "_s + field);
    }
    const QJsonObject content = described[u"content"].toObject();
    if (content.isEmpty() || content.contains(u"*/*"))
        return;
    const QString mediaType = content.keys().first();
    if (answer.fields.value("content-type") != mediaType.toLatin1())
        misfits.append(name + u": is not "_s + mediaType);
    if (!mediaType.endsWith(u"json"))
        return;
    const QJsonValue value = answer.body.startsWith('[') ? QJsonValue(answer.list()) : QJsonValue(answer.json());
    for (const QString &error : validator.validate(value, content[mediaType].toObject()[u"schema"].toObject()))
        misfits.append(name + error);
}

} // namespace hmsact::api::test
