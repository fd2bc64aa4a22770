// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/command.h"

namespace hmsact::domain {

Command::Command() = default;
Command::Command(const Command &other) = default;
Command::Command(Command &&other) noexcept = default;
Command &Command::operator=(const Command &other) = default;
Command &Command::operator=(Command &&other) noexcept = default;
Command::~Command() = default;

Answer::Answer() = default;
Answer::Answer(const Answer &other) = default;
Answer::Answer(Answer &&other) noexcept = default;
Answer &Answer::operator=(const Answer &other) = default;
Answer &Answer::operator=(Answer &&other) noexcept = default;
Answer::~Answer() = default;

} // namespace hmsact::domain
