// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commonoptions.h"

namespace hmsact::cli {

using enum Kind;

namespace {

const std::vector<Option> workerFields{
    {"kind", "kind", Text, "KIND", "human, bot or agent"},
    {"channel", "channel", Text, "ADDRESS", "where it is told of work, as email:alice@county.gov"},
    {"pools", "pools", Texts, "A,B", "groups it belongs to"},
    {"capacity", "capacity", Number, "N", "tasks it holds at a time"},
    {"calendar", "calendar", Text, "NAME", "when it works"},
    {"language", "language", Text, "en|es", "in which it is written to"},
    {"leave", "leave", Json, "LIST", "when it is away: [{\"from\", \"to\", \"substitute\"}]"},
    {"return-after", "return_after", Text, "DURATION", "of its working time: then an offer goes to the next"},
};

std::vector<Option> with(std::vector<Option> first, const std::vector<Option> &more)
{
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

} // namespace

std::vector<Command> workerCommands()
{
    return {
        {"worker",
         "register",
         "Registers a worker, or updates the one of that name",
         Door::Api,
         "POST",
         "/workers",
         {"name"},
         with({{"skills", "skills", Skills, "A,B=5", "what it knows, with levels 1 to 5 (as it is, or 3)", true},
               {"id", "id", Text, "ID", "left out: made from the name"}},
              workerFields)},
        {"worker",
         "update",
         "Changes a worker",
         Door::Api,
         "PATCH",
         "/workers/{worker}",
         {"worker"},
         with({{"name", "name", Text, "NAME", "its new name"},
               {"skills", "skills", Skills, "A,B=5", "what it knows now, instead of before"},
               {"available", "available", Flag, "", "takes work"},
               {"away", "!available", Flag, "", "takes no work for now"}},
              workerFields)},
        {"worker",
         "list",
         "Lists workers",
         Door::Api,
         "GET",
         "/workers",
         {},
         {limit, cursor},
         "id,name,kind,skills,active,capacity,channel"},
        {"worker", "show", "Shows a worker", Door::Api, "GET", "/workers/{worker}", {"worker"}, {}},
        {"worker",
         "remove",
         "Removes a worker that holds no task",
         Door::Api,
         "DELETE",
         "/workers/{worker}",
         {"worker"},
         {}},
        {"worker",
         "staffing",
         "Shows who is there, what they have and how they did",
         Door::Api,
         "GET",
         "/staffing",
         {},
         {limit, cursor},
         "id,presence,back_at,active,offered,load,capacity"},
        {"worker",
         "drill",
         "Shows where what a worker has would go if it were away; changes nothing",
         Door::Api,
         "POST",
         "/workers/{worker}/absence-drill",
         {"worker"},
         {{"from", "from", Text, "TIME", "when that would begin, as 2026-12-01T08:00:00Z", true},
          {"to", "to", Text, "TIME", "when it would be over", true},
          {"substitute", "substitute", Text, "WORKER", "who would stand in"}}},
    };
}

} // namespace hmsact::cli
