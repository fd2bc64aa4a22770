// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/enumtext.h"
#include "domain/fielderrors.h"
#include "domain/limits.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <optional>

namespace hmsact::domain {

// Takes the fields of one JSON object and notes what is wrong with each by its pointer. A field that is null counts as not
// given. A reader that cannot take a value notes the error and answers nothing; the caller goes on and looks at the
// errors once, at the end. finish() notes every field that nobody asked for.
class ObjectReader
{
public:
    ObjectReader(QJsonObject object, QString pointer, FieldErrors &errors);

    [[nodiscard]] QString pointer(const char *name) const; // of a field of this object
    [[nodiscard]] FieldErrors &errors() const { return m_errors; }
    [[nodiscard]] bool has(const char *name) const;

    void require(const char *name); // notes an error when it is not given

    std::optional<QJsonValue> value(const char *name); // any JSON, checked by checkJson()
    std::optional<QString> text(const char *name, int max); // one line, not empty
    std::optional<QString> prose(const char *name, int max); // may have lines
    std::optional<bool> boolean(const char *name);
    std::optional<qint64> integer(const char *name, qint64 min, qint64 max);
    std::optional<int> fraction(const char *name); // a number from 0 to 1 → millionths
    std::optional<qint64> seconds(const char *name, qint64 minMs, qint64 maxMs); // a number → milliseconds
    std::optional<qint64> duration(const char *name); // a text → milliseconds
    std::optional<qint64> time(const char *name); // RFC 3339 → milliseconds UTC
    std::optional<QJsonObject> object(const char *name);
    std::optional<QJsonArray> array(const char *name, int max);
    std::optional<QStringList> texts(const char *name, int countMax, int lengthMax);

    template <class E>
    std::optional<E> oneOf(const char *name, std::optional<E> (*from)(QAnyStringView))
    {
        const std::optional<QString> read = string(name);
        const std::optional<E> found = read ? from(*read) : std::nullopt;
        if (read && !found) {
            noteUnknownChoice(name, *read, textsOf<E>());
        }
        return found;
    }

    std::optional<QString> string(const char *name); // as it is: for values with a syntax of their own
    // Notes what nobody asked for, but for what the answer says besides: what was read may be sent back.
    void finish(const QJsonObject &answer = {});

private:
    [[nodiscard]] QJsonValue take(const char *name);
    void noteType(const char *name, const char *key);
    void noteUnknownChoice(const char *name, const QString &text, const QStringList &choices);

    QJsonObject m_object;
    QString m_pointer;
    FieldErrors &m_errors;
    QStringList m_taken;
};

// A field's name as RFC 6901 wants it in a pointer.
[[nodiscard]] QString escapedForPointer(QString name);

// "/tasks" and 2 → "/tasks/2".
[[nodiscard]] QString pointerTo(const QString &array, qsizetype index);

} // namespace hmsact::domain
