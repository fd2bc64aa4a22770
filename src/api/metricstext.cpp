// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/metricstext.h"

#include <cmath>

namespace hmsact::api {

namespace {

QByteArray number(double value)
{
    constexpr double exact = 9'007'199'254'740'992.0; // 2^53: whole numbers up to there are written as such
    if (value == static_cast<double>(static_cast<qint64>(value)) && std::abs(value) < exact)
        return QByteArray::number(static_cast<qint64>(value));
    return QByteArray::number(value, 'g', 12);
}

QByteArray joined(MetricsText::Labels labels)
{
    QByteArray all;
    for (const auto &[name, value] : labels) {
        QByteArray escaped = value;
        escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        all += (all.isEmpty() ? "" : ",") + QByteArray(name) + "=\"" + escaped + '"';
    }
    return all;
}

} // namespace

void MetricsText::family(const char *name, const char *type, const char *help)
{
    m_name = name;
    m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
}

void MetricsText::line(const char *suffix, const QByteArray &labels, double value)
{
    m_text += m_name + suffix;
    if (!labels.isEmpty())
        m_text += '{' + labels + '}';
    m_text += ' ' + number(value) + '\n';
}

void MetricsText::sample(Labels labels, double value) { line("", joined(labels), value); }

void MetricsText::sample(Labels labels, const engine::Histogram &histogram)
{
    const QByteArray own = joined(labels);
    const QByteArray before = own.isEmpty() ? own : own + ',';
    // The count last: it grows after its bucket, so that no bucket is ever told to hold more than all.
    for (size_t i = 0; i < histogram.bounds().size(); ++i)
        line("_bucket", before + "le=\"" + number(histogram.bounds()[i]) + '"', static_cast<double>(histogram.upTo(i)));
    const auto count = static_cast<double>(histogram.count());
    line("_bucket", before + "le=\"+Inf\"", count);
    line("_sum", own, histogram.sum());
    line("_count", own, count);
}

} // namespace hmsact::api
