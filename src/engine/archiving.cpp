// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/archiving.h"

#include "domain/objectreader.h"

#include <QCoreApplication>

namespace hmsact::engine {

using namespace domain;

Result<ArchiveOrder> ArchiveOrder::fromJson(const QJsonObject &body)
{
    FieldErrors errors;
    ObjectReader reader(body, {}, errors);
    reader.require("older_than");
    reader.require("file");
    ArchiveOrder order;
    order.olderThanMs = reader.duration("older_than").value_or(limits::archiveAgeMinMs);
    order.file = reader.text("file", pathMax).value_or(QStringLiteral("/"));
    order.dryRun = reader.boolean("dry_run").value_or(false);
    reader.finish();
    if (order.olderThanMs < limits::archiveAgeMinMs)
        errors.add(QStringLiteral("/older_than"), QT_TRANSLATE_NOOP("Error", "must be a day at least"));
    if (!order.file.startsWith(QLatin1Char('/'))) // the caller's working directory is not this process's
        errors.add(QStringLiteral("/file"), QT_TRANSLATE_NOOP("Error", "must be an absolute path"));
    if (!errors.isEmpty())
        return errors.error();
    return order;
}

namespace {

// One archiving, kept alive by the callback that it waits for.
class Archiving : public std::enable_shared_from_this<Archiving>
{
public:
    using Handler = std::function<void(Result<ArchiveCount>)>;
    Archiving(Core &core, ArchiveOrder order, Actor actor, Handler handler)
        : m_core(core), m_endedUntilMs(core.nowMs() - order.olderThanMs), m_order(std::move(order)),
          m_actor(std::move(actor)), m_handler(std::move(handler))
    {
    }

    void start()
    {
        if (!m_order.dryRun)
            return write();
        m_core.ask(CountArchivable{m_endedUntilMs}, [self = shared_from_this()](Result<QueryAnswer> answer) {
            if (!answer)
                return self->m_handler(answer.error());
            self->m_handler(std::get<ArchiveCount>(*answer));
        });
    }

private:
    void write()
    {
        m_core.ask(WriteArchive{m_endedUntilMs, m_order.file, m_last},
                   [self = shared_from_this()](Result<QueryAnswer> answer) {
                       if (!answer)
                           return self->m_handler(answer.error());
                       auto part = std::get<ArchivePart>(std::move(*answer));
                       if (part.activities.empty())
                           return self->m_handler(self->m_done);
                       self->m_last = part.last;
                       self->forget(std::move(part));
                   });
    }

    void forget(ArchivePart part)
    {
        m_core.submit({ForgetArchived{std::move(part)}, m_actor, {}}, [self = shared_from_this()](Reply reply) {
            if (!reply.result)
                return self->m_handler(reply.result.error());
            const auto &gone = std::get<ArchiveCount>(*reply.result);
            self->m_done.activities += gone.activities;
            self->m_done.tasks += gone.tasks;
            self->m_done.events += gone.events;
            self->write();
        });
    }

    Core &m_core;
    const qint64 m_endedUntilMs;
    const ArchiveOrder m_order;
    const Actor m_actor;
    const Handler m_handler;
    ArchiveKey m_last;
    ArchiveCount m_done;
};

} // namespace

void archive(Core &core, ArchiveOrder order, Actor actor, std::function<void(Result<ArchiveCount>)> handler)
{
    std::make_shared<Archiving>(core, std::move(order), std::move(actor), std::move(handler))->start();
}

} // namespace hmsact::engine
