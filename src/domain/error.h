// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace hmsact::domain {

// A sentence with holes. `key` is its English template, marked with QT_TRANSLATE_NOOP("Error", "…%1…") where it is
// written, so that the console shows it in the user's language and the API in English.
struct Message {
    const char *key = "";
    QStringList args;
    [[nodiscard]] QString english() const;
};

// What went wrong, as callers may branch on it; httpStatus() is the one place that maps it to an HTTP status.
enum class ErrorCode {
    Malformed, // 400: not JSON, wrong type of the whole
    Unauthenticated, // 401
    Forbidden, // 403: known, but this role or worker may not
    NotFound, // 404
    Conflict, // 409: against the present state; the text names that state
    TooLarge, // 413
    Invalid, // 422: understood, not acceptable; `fields` says where
    Busy, // 503: try again (database busy, draining)
    Unavailable, // 503: may need an operator (disk full, database away)
    Internal, // 500: a defect of the program
};

// One bad field: a JSON pointer into the request ("/tasks/2/sla") and why.
struct FieldError {
    QString pointer;
    Message detail;
    QString task = {}; // the name of the task that has it; see nameTasks()
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    Message detail;
    std::vector<FieldError> fields;
    bool maybeDone = false; // nobody knows yet whether it was carried out all the same
};

[[nodiscard]] Error makeError(ErrorCode code, const char *key, QStringList args = {});
[[nodiscard]] Error invalidField(QString pointer, const char *key, QStringList args = {});

} // namespace hmsact::domain
