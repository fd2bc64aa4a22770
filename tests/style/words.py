# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is never written here, and why."""

import re

import cpp
import tree

CODE = {".cpp", ".h"}
CODE_AND_SCRIPTS = {".cpp", ".h", ".py", ".sh", ".cmake", ".sql", "CMakeLists.txt"}
EVERYWHERE = CODE_AND_SCRIPTS | {".md", ".ui", ".txt", ".json", ".ini", ".toml"}
THIS_FOLDER = "tests/style/"  # it has to name what it forbids

PASS_TIME_IN = "time is an argument; only engine/clock reads one"
NO_SLEEP = "wait for an event, or turn the clock"
EXCEPTIONS = {
    ("src/engine/clock.cpp", PASS_TIME_IN),  # the one that reads it
    ("src/store/database.cpp", NO_SLEEP),  # the pause before a busy transaction runs again: bounded, and nothing tells when
    ("src/store/processlock.cpp", NO_SLEEP),  # until who looks at the lock has looked: as well
}

# (pattern, suffixes, folders, with comments?, what to do instead)
RULES = [
    (r"\b(TODO|FIXME|XXX|HACK)\b", CODE_AND_SCRIPTS, ("src/", "tests/", "packaging/", "resources/"), True,
     "do it, or open an issue"),
    (r"(?i)\b(not (yet )?implemented|stub(s|bed)?)\b", CODE_AND_SCRIPTS, ("src/",), True, "do it, or leave it out"),
    (r"\bQSKIP\b|\bQEXPECT_FAIL\b|@unittest\.skip|\.skipTest\(", CODE_AND_SCRIPTS, ("tests/", "src/"), False,
     "a test runs or goes"),
    (r"\bqWait\s*\(\s*\d{4,}", CODE, ("tests/", "src/"), False, "wait for the thing itself (QTRY_…, a spy)"),
    (r"\bprocessEvents\s*\(", CODE, ("src/", "tests/"), False, "return to the event loop"),
    (r"\bQEventLoop\b", CODE, ("src/",), False, "no nested event loops: use the answer's continuation"),
    (r"\b(qSleep|sleep_for|sleep_until|usleep|nanosleep|msleep)\s*\(|\bQThread::sleep\s*\(|(?<![\w:.>])sleep\s*\(",
     CODE, ("src/", "tests/"), False, NO_SLEEP),
    (r"\btime\.sleep\s*\(", {".py"}, ("src/", "tests/", "packaging/"), False, "wait for an event with a limit"),
    (r"\b(SIGNAL|SLOT)\s*\(", CODE, ("src/", "tests/"), False, "connect with pointers to members"),
    (r"\"[12]\w+\([\w,&* :<>]*\)\"", CODE, ("src/", "tests/"), True, "connect with pointers to members"),  # what SLOT() makes
    (r"\bQLatin1(String|Char|StringView)\s*\(\s*[\"'][^\"'\n]*[^\x00-\x7f]", CODE, ("src/", "tests/"), True,
     "QStringLiteral: Latin-1 has no such letters"),
    (r"\.then\s*\(\s*this\b", CODE, ("src/console/",), False, "whenReady(): who asked may be gone by then"),
    (r"(?<![\w.>])sender\s*\(\s*\)", CODE, ("src/",), False, "capture what you need"),
    (r"(?<![=\w])\s*(?<!operator )\bdelete\s+[\w*(]", CODE, ("src/",), False, "a parent or a unique_ptr owns it"),
    (r"catch\s*\([^)]*\)\s*\{\s*\}", CODE, ("src/",), False, "an error that nobody hears"),
    (r"\b(system_clock|currentDateTime(Utc)?|current(M?)SecsSinceEpoch)\b|\btime\s*\(\s*(nullptr|NULL)\s*\)", CODE,
     ("src/domain/", "src/store/", "src/engine/"), False, PASS_TIME_IN),
    (r"\bsteady_clock\b", CODE, ("src/domain/", "src/engine/engine"), False, "how long something takes is an argument, too"),
    (r"\bstrftime\s*\(", CODE, ("src/",), False, "QLocale::c(): this one speaks the language of the process"),
    (r"/work/|/root/", EVERYWHERE, ("",), True, "a path of somebody's machine"),
]


def _texts(root):
    for path in [*tree.files(root, suffixes=EVERYWHERE), *sorted(root.glob("*.md")), *sorted(root.glob("CMake*"))]:
        name = tree.name(root, path)
        if tree.own(root, path) and not name.startswith(THIS_FOLDER):
            yield name, path, tree.text(path)


def check(root):
    for name, path, text in _texts(root):
        for pattern, suffixes, folders, with_comments, instead in RULES:
            if not name.startswith(folders) or not ({path.suffix, path.name} & suffixes) \
                    or (name, instead) in EXCEPTIONS:
                continue
            looked_at = text if with_comments or path.suffix not in CODE else cpp.bare(text)
            for found in re.finditer(pattern, looked_at):
                line = looked_at.count("\n", 0, found.start()) + 1
                yield f"{name}:{line}: “{found.group(0).strip()}”: {instead}"
