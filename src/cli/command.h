// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace hmsact::cli {

// How the text of an option becomes JSON.
enum class Kind {
    Text,
    Number,
    Flag, // takes no value: true
    Texts, // "a,b,c" → a list; "" → an empty one
    Skills, // "a,b=5" → {"a": null, "b": 5}; "a,b" → ["a", "b"]
    Json,
    JsonOrText, // what is no JSON is a text
    Path, // made absolute
    File, // the JSON in this file, "-" for standard input
    TaskFile, // the same for a list of tasks
    TextFile, // the text in this file, "-" for standard input
};

struct Option {
    const char *name; // "lease-token", said as --lease-token
    const char *field; // of the request; "!field": a flag that means false; "?field": of the query, whatever the method;
        // "*": all fields of an object, but for those that are said themselves
    Kind kind;
    const char *placeholder;
    const char *help;
    bool required = false;
};

// Who answers a command.
enum class Door {
    Api, // the server at --url
    Database, // whoever may touch the database at --db: this program, or the process that holds it
    Bench, // a database of its own
};

// One command as a request: what is said after its words fills {holes} of the path first, then fields of the body, or of the
// query for GET.
struct Command {
    const char *group;
    const char *verb;
    const char *summary;
    Door door;
    const char *method;
    const char *path;
    std::vector<const char *> words; // positional: hole of the path or field; "file" is made absolute
    std::vector<Option> options;
    const char *columns = ""; // of a list: "id,state,…"; empty: one thing, shown field by field
    const char *wrap = nullptr; // the body is an item of the list of this name
    const char *note = ""; // said below what people are shown
};

[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] std::vector<Command> activityCommands();
[[nodiscard]] std::vector<Command> taskCommands();
[[nodiscard]] std::vector<Command> queueCommands();
[[nodiscard]] std::vector<Command> workerCommands(); // and who is there, and what if one were not
[[nodiscard]] std::vector<Command> alertCommands();
[[nodiscard]] std::vector<Command> ruleCommands();
[[nodiscard]] std::vector<Command> ruleRecordCommands(); // what they did, and every text they had
[[nodiscard]] std::vector<Command> notificationCommands();
[[nodiscard]] std::vector<Command> calendarCommands(); // and why clocks fall due
[[nodiscard]] std::vector<Command> intentCommands();
[[nodiscard]] std::vector<Command> userCommands(); // who sits at consoles: of Door::Database, as what follows
[[nodiscard]] std::vector<Command> databaseCommands();

} // namespace hmsact::cli
