// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <memory>
#include <optional>

// The tests of a layer are one program, bin/tst_<layer>, because what they all instantiate takes nine tenths of the time in
// which each would compile alone. Its first argument names the file of the test that is to run, without ".cpp"; Qt Test reads
// the others.
namespace hmsact::test {

using MakeTest = std::unique_ptr<QObject> (*)();
[[nodiscard]] bool addTest(const char *file, MakeTest make); // true

// What the program starts itself for as well: asked before anything else, it does that and answers with the exit status, or
// nothing.
using Errand = std::optional<int> (*)(int argc, char **argv);
[[nodiscard]] bool setErrand(Errand errand); // true

} // namespace hmsact::test

// At the end of a test's file, whose code lies in a namespace of its own: several files are compiled as one.
#define HMSACT_TEST(Class)                                                                                                  \
    static const bool isAdded =                                                                                             \
        hmsact::test::addTest(__FILE_NAME__, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
