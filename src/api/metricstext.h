// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/meters.h"

#include <QByteArray>

namespace hmsact::api {

// Writes Prometheus' text format, version 0.0.4. A family is begun once and its samples follow it.
class MetricsText
{
public:
    using Labels = std::initializer_list<std::pair<const char *, QByteArray>>;

    void counter(const char *name, const char *help) { family(name, "counter", help); }
    void gauge(const char *name, const char *help) { family(name, "gauge", help); }
    void histogram(const char *name, const char *help) { family(name, "histogram", help); }

    void sample(Labels labels, double value);
    void sample(double value) { sample({}, value); }
    void sample(Labels labels, const engine::Histogram &histogram);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    static constexpr const char *contentType = "text/plain; version=0.0.4; charset=utf-8";

private:
    void family(const char *name, const char *type, const char *help);
    void line(const char *suffix, const QByteArray &labels, double value);

    QByteArray m_text;
    QByteArray m_name;
};

} // namespace hmsact::api
