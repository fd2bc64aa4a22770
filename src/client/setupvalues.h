// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"

// What administrators set.
namespace hmsact::client {

// What citizens ask for, as a template.
struct IntentSpec {
    QString name = {};
    QString sla = {};
    QString title = {}; // empty: the name
    QString description = {};
    std::vector<TaskSpec> tasks = {};
    std::optional<double> dueSoon = {}; // shares of an SLA; both or none
    std::optional<double> atRisk = {};
    QString confirmation = {}; // on the page of a mail's link: "code", "button"
    [[nodiscard]] QJsonObject toJson() const;
};

// When people work.
struct CalendarSpec {
    QString name = {};
    QString timeZone = {}; // "America/New_York"
    QMap<QString, QStringList> hours = {}; // "monday" → "09:00-12:00", "13:00-17:00"
    QMap<QString, QString> holidays = {}; // "2026-12-25" → "Christmas"
    [[nodiscard]] QJsonObject toJson() const; // without its name
};

} // namespace hmsact::client
