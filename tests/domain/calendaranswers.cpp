// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codec.h"
#include "domain/workingtime.h"

#include <cstdio>
#include <iostream>
#include <string>

// For test_calendars.py. Reads lines: a calendar as JSON, which then holds, or "start work"; answers each of the latter with
// "after before between", where between is that of [start - work, start + work).
int main()
{
    using namespace hmsact::domain;
    WorkingTime work;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.starts_with('{')) {
            const auto body = parseObject(QByteArray::fromStdString(line));
            const auto calendar = body ? calendarFrom(*body) : Result<Calendar>(body.error());
            if (!calendar) {
                std::cerr << calendar.error().detail.english().toStdString() << ": " << line << '\n';
                return 1;
            }
            work = WorkingTime(*calendar);
            continue;
        }
        long long start = 0;
        long long span = 0;
        if (std::sscanf(line.c_str(), "%lld %lld", &start, &span) != 2)
            return 1;
        std::cout << work.after(start, span).value_or(-1) << ' ' << work.before(start, span).value_or(-1) << ' '
                  << work.between(start - span, start + span) << '\n';
    }
    return 0;
}
