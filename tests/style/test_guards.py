# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every style check is seen red here: on a small tree that breaks its rule, and green on one that does not."""

import pathlib
import tempfile
import unittest

import check
import cpp

CPP_HEAD = ("// SPDX-FileCopyrightText: 2026 The HMS-ACT authors\n"
            "// SPDX-License-Identifier: GPL-3.0-or-later\n")
APACHE_HEAD = CPP_HEAD.replace("GPL-3.0-or-later", "Apache-2.0")


class Guards(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name).resolve()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def faults(self, name):
        return list(check.CHECKS[name](self.root))

    def assert_red(self, name, *parts):
        faults = self.faults(name)
        self.assertEqual(len(faults), 1, faults)
        for part in parts:
            self.assertIn(part, faults[0])

    def assert_green(self, name):
        self.assertEqual(self.faults(name), [])

    def test_a_file_over_its_budget(self):
        for name, budget in (("src/domain/a.cpp", 400), ("src/domain/a.h", 150), ("tests/domain/a.cpp", 500),
                             ("tests/style/a.py", 500)):
            with self.subTest(name):
                self.write(name, "\n" * budget)
                self.assert_green("file_lengths")
                self.write(name, "\n" * (budget + 1))
                self.assert_red("file_lengths", name, f"{budget + 1} lines")
                (self.root / name).unlink()

    def test_a_function_over_its_budget(self):
        body = "Foo::Foo(int x)\n    : m_x{x}\n    , m_y(2)\n{\n" + "    go(); // }\n" * 69 + "}\n"
        self.write("src/domain/a.cpp", body)
        self.assert_red("function_lengths", "src/domain/a.cpp:4", "71 lines")
        self.write("src/domain/a.cpp", body.replace("    go(); // }\n", "", 1))
        self.assert_green("function_lengths")
        self.write("src/python/a.py", "def f():\n" + "    go()\n" * 70)
        self.assert_red("function_lengths", "src/python/a.py:1", "71 lines")

    def test_what_is_a_function(self):
        lengths = {
            "class A : public B { int f() const override\n{\n}\n};": [2],
            "struct A { int a = 0; std::vector<int> v{1, 2}; };": [],
            "static const QHash<int, int> table = {\n{1, 2},\n};": [],
            "template <class T> struct A : B<T(int)> {\n};": [],
            "template <class T> auto f(struct tm *t) noexcept -> std::vector<T>\n{\n\n}": [3],
            "namespace a { enum class E { A, B }; void f() { auto s = R\"x( } )x\"; char c = '}'; }\n}": [1],
            "void f() {\n  auto g = [](int x) {\n    return 1'000;\n  };\n}": [5],
            "#define A(x) {\nvoid f()\n{\n}": [2],
        }
        for text, expected in lengths.items():
            with self.subTest(text):
                self.assertEqual([length for _, length in cpp.functions(text)], expected)

    def test_a_source_without_its_licence(self):
        self.write("src/domain/a.cpp", CPP_HEAD)
        self.write("src/client/a.h", APACHE_HEAD)
        self.write("packaging/a.sh", "#!/bin/sh\n" + CPP_HEAD.replace("//", "#"))
        self.assert_green("spdx")
        self.write("src/client/a.h", CPP_HEAD)
        self.assert_red("spdx", "src/client/a.h", "Apache-2.0")
        self.write("src/client/a.h", APACHE_HEAD)
        self.write("src/CMakeLists.txt", "add_subdirectory(domain)\n")
        self.assert_red("spdx", "src/CMakeLists.txt")

    def test_a_header_that_may_be_read_twice(self):
        self.write("src/domain/a.h", CPP_HEAD + "#pragma once\n")
        self.assert_green("pragma_once")
        self.write("src/domain/a.h", CPP_HEAD + "#ifndef A_H\n")
        self.assert_red("pragma_once", "src/domain/a.h")

    def test_a_file_name_with_capitals(self):
        self.write("src/domain/TaskList.cpp", "")
        self.assert_red("file_names", "TaskList.cpp")

    def test_a_class_of_which_nothing_is_said(self):
        for said in ("class A;\n", "// What it is.\nclass A final : public B\n{\n", "// What it is.\ntemplate <class T>\nclass A\n{\n"):
            self.write("src/domain/a.h", CPP_HEAD + said)
            self.assert_green("classes")
        for silent in ("class A final : public B<C>\n{\n", "template <class T>\nclass A\n{\n"):
            self.write("src/domain/a.h", CPP_HEAD + "int b(); // of it\n\n" + silent)
            self.assert_red("classes", "src/domain/a.h", "no comment")

    def test_an_include_across_layers(self):
        self.write("src/domain/task.h", "")
        self.write("src/store/taskstore.cpp", '#include "domain/task.h"\n#include <QSqlQuery>\n// #include "api/a.h"\n')
        self.assert_green("layers")
        for path, line, fault in (
                ("src/domain/x.cpp", '#include "store/taskstore.cpp"', "domain may not include store"),
                ("src/console/x.cpp", '#include "store/taskstore.cpp"', "console may not include store"),
                ("src/api/x.cpp", '#include "store/taskstore.cpp"', "api may not include store"),
                ("src/console/x.cpp", "#include <QSqlDatabase>", "<QSqlDatabase> belongs in store"),
                ("src/engine/x.cpp", "#include <QThread>", "belongs in no folder"),
                ("src/domain/x.cpp", "#include <QObject>", "domain is pure"),
                ("src/engine/x.cpp", "#  include <boost/beast.hpp>", "belongs in api"),
                ("src/store/x.cpp", '#include "../domain/task.h"', "not written from src/"),
                ("src/store/x.cpp", '#include "database.h"', "not written from src/"),
                ("src/store/x.cpp", '#include "domain/tusk.h"', "does not exist"),
                ("src/stuff/x.cpp", "", "is no layer")):
            with self.subTest(line):
                self.write(path, line + "\n")
                self.assert_red("layers", path, fault)
                (self.root / path).unlink()

    def test_a_forbidden_word(self):
        self.write("src/domain/a.cpp", '// we never sleep(1) here\nauto *s = "processEvents()";\n'
                                       "Foo(const Foo &) = delete;\nint asleep(int);\n")
        self.write("README.md", "work/ is fine\n")
        self.write("src/engine/clock.cpp", "return QDateTime::currentMSecsSinceEpoch();\n")
        self.write("src/console/b.cpp", "auto now = QDateTime::currentDateTime();\n")
        self.assert_green("words")
        for path, line in (
                ("src/domain/a.cpp", "// TODO later"), ("src/domain/a.cpp", "// FIXME"),
                ("src/domain/a.cpp", "return 0; // not yet implemented"), ("tests/a.cpp", 'QSKIP("no server");'),
                ("tests/a.cpp", "QTest::qWait(2000);"), ("src/console/a.cpp", "qApp->processEvents();"),
                ("src/console/a.cpp", "QEventLoop loop;"), ("tests/a.cpp", "std::this_thread::sleep_for(1s);"),
                ("tests/a.py", "time.sleep(1)"), ("src/console/a.cpp", "connect(a, SIGNAL(b()), c);"),
                ("src/console/a.cpp", 'bus.connect(a, "b", this, "1onB(uint,QString)");'),
                ("src/console/a.cpp", 'parts.join(QLatin1String(" · "));'),
                ("src/console/a.cpp", "client.ask(a).then(this, [] { });"),
                ("src/console/a.cpp", "auto *who = sender();"), ("src/console/a.cpp", "    delete m_list;"),
                ("src/store/a.cpp", "try { f(); } catch (const std::exception &) { }"),
                ("src/engine/a.cpp", "auto now = QDateTime::currentMSecsSinceEpoch();"),
                ("src/domain/a.cpp", "std::chrono::system_clock::now();"),
                ("src/engine/enginelooking.cpp", "std::chrono::steady_clock::now();"),
                ("src/api/a.h", 'std::strftime(text, size, "%a", &utc);'),
                ("README.md", "see /work/shared"), ("tests/a.py", "@unittest.skip")):
            with self.subTest(line):
                self.write(path, line + "\n")
                self.assert_red("words", path)
                self.write(path, "\n")

    def test_sql_that_nobody_uses_or_that_hides_in_code(self):
        self.write("resources/sql/task.sql", "-- name: task.find\nSELECT {columns}\n-- fragment: columns\na, b\n")
        self.write("src/store/a.cpp", 'db.statement("task.find");\nlog(u"Selected"_qs);\n')
        self.assert_green("sql")
        self.write("resources/sql/worker.sql", "-- name: worker.find\nSELECT 1\n")
        self.assert_red("sql", "resources/sql/worker.sql", "worker.find is used nowhere")
        self.write("src/store/b.cpp", 'db.statement(QLatin1String("worker.") + verb);\n')  # could be any of them
        self.assert_red("sql", "worker.find is used nowhere")
        self.write("src/store/b.cpp", 'db.statement(QLatin1String("worker.fi") + verb, "worker.find_");\n')
        self.write("resources/sql/worker.sql", "-- name: worker.find_all\nSELECT 1\n")
        self.assert_green("sql")
        (self.root / "src/store/b.cpp").unlink()
        self.write("resources/sql/worker.sql", "--name: worker.find\nSELECT 1\n")
        self.assert_red("sql", "not a heading")
        self.write("resources/sql/worker.sql", "")
        self.write("src/store/b.cpp", 'exec(QStringLiteral("SELECT 1 FROM task"));\n')
        self.assert_red("sql", "src/store/b.cpp", "SQL in C++")

    def test_code_that_clang_format_would_change(self):
        self.write(".clang-format", "BasedOnStyle: WebKit\n")
        self.write("src/domain/a.cpp", "int a = 1;\n")
        self.assert_green("form")
        self.write("src/domain/a.cpp", "int   a = 1;\n")
        self.assert_red("form", "src/domain/a.cpp:1")

    def test_a_comment_that_is_too_wide(self):
        self.write(".clang-format", "BasedOnStyle: WebKit\n")
        self.write("src/domain/a.cpp", f"//{126 * '·'}\nint a = 1;\n")
        self.assert_green("form")
        self.write("src/domain/a.cpp", f"int a = 1;\n//{127 * '·'}\n")
        self.assert_red("form", "src/domain/a.cpp:2", "129 columns")

    def test_a_document_that_points_at_nothing(self):
        self.write("src/domain/task.h", "")
        self.write("README.md", "see `src/domain/task.h`, `src/domain/`, [this](src/domain/task.h) and [that](https://a.b/src/c)\n")
        self.assert_green("documents")
        self.write("CONTRIBUTING.md", "`src/domain/tusk.h`\n")
        self.assert_red("documents", "CONTRIBUTING.md: src/domain/tusk.h")
        self.write("CONTRIBUTING.md", "[a](STYLE.md)\n")
        self.assert_red("documents", "STYLE.md leads nowhere")
        self.write("CONTRIBUTING.md", "")
        self.write("src/README.md", "`domain/task.h`, not `task.h` or `a/b`\n")
        self.assert_green("documents")
        self.write("src/README.md", "`domain/tusk.h`\n")
        self.assert_red("documents", "src/README.md: domain/tusk.h")

    def test_a_package_without_a_reason(self):
        self.write("packaging/packages.txt", "# a\nbuild cmake\n")
        self.write("packaging/README.md", "| `cmake` | 3.25 |\n")
        self.assert_green("packages")
        self.write("packaging/packages.txt", "build cmake\ntest xvfb\n")
        self.assert_red("packages", "no reason for xvfb")
        self.write("packaging/packages.txt", "")
        self.assert_red("packages", "cmake is not in packages.txt")

    def test_what_a_bare_machine_lacks_to_build_or_to_run(self):
        listed = "build libcurl4-openssl-dev\nrun ca-certificates\n"
        self.write("packaging/README.md", "| `libcurl4-openssl-dev` | 7 |\n| `ca-certificates` | 1 |\n")
        self.write("packaging/packages.txt", listed)
        self.write("CMakeLists.txt", "# find_package(Boost REQUIRED)\nfind_package(CURL 7.85 REQUIRED)\nfind_program(LLD ld.lld)\n")
        self.assert_green("packages")
        for group, package in (("build", "libcurl4-openssl-dev"), ("run", "ca-certificates")):
            self.write("packaging/packages.txt", listed.replace(f"{group} {package}", f"test {package}"))
            self.assert_red("packages", f"CURL wants “{group} {package}”")
        self.write("packaging/packages.txt", listed)
        self.write("tests/domain/CMakeLists.txt", "find_library(RAPIDCHECK rapidcheck REQUIRED)\n")
        self.assert_red("packages", "tests/domain/CMakeLists.txt", "RAPIDCHECK")


if __name__ == "__main__":
    unittest.main()
