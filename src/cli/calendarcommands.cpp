// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

using enum Kind;

std::vector<Command> calendarCommands()
{
    return {
        {"calendar",
         "list",
         "Lists calendars, 24x7 first",
         Door::Api,
         "GET",
         "/calendars",
         {},
         {limit, cursor},
         "name,time_zone,version,built_in,updated_at"},
        {"calendar", "show", "Shows a calendar", Door::Api, "GET", "/calendars/{calendar}", {"calendar"}, {}},
        {"calendar",
         "set",
         "Makes a calendar, or changes the one of that name; due times follow",
         Door::Api,
         "POST",
         "/calendars",
         {"name"},
         {{"zone", "time_zone", Text, "ZONE", "where its hours count, as America/New_York", true},
          {"hours", "hours", Json, "JSON", "of each day: '{\"monday\": [\"09:00-12:00\", \"13:00-17:00\"]}'", true},
          {"holidays", "holidays", Json, "LIST",
           "days without work: '[{\"date\": \"2026-12-25\", \"name\": \"Christmas\"}]'"},
          whole}},
        {"calendar",
         "remove",
         "Removes a calendar that nobody has",
         Door::Api,
         "DELETE",
         "/calendars/{calendar}",
         {"calendar"},
         {}},
        {"calendar",
         "import",
         "Adds the holidays of an .ics file to a calendar",
         Door::Api,
         "POST",
         "/calendars/{calendar}/import",
         {"calendar"},
         {{"file", "ics", TextFile, "FILE", "the file, - for standard input", true},
          {"preview", "?preview", Flag, "", "only says what that would change"}}},
        {"activity",
         "sla",
         "Shows why an activity falls due when it does",
         Door::Api,
         "GET",
         "/activities/{activity}/sla",
         {"activity"},
         {}},
        {"task",
         "sla",
         "Shows why a task falls due when it does",
         Door::Api,
         "GET",
         "/activities/{activity}/tasks/{task}/sla",
         {"activity", "task"},
         {}},
    };
}

} // namespace hmsact::cli
