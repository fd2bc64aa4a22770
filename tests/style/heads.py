# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The first lines of a file: who may copy it, and that a header is read once. And of a class: what it is."""

import re

import tree

SOURCES = {".cpp", ".h", ".py", ".sh", ".cmake", "CMakeLists.txt"}
APACHE = ("src/client/", "src/python/")  # libraries that others build their own programs with


def licence(name):
    return "Apache-2.0" if name.startswith(APACHE) else "GPL-3.0-or-later"


def spdx(root):
    for path in [*tree.files(root, suffixes=SOURCES), root / "CMakeLists.txt"]:
        name = tree.name(root, path)
        if not tree.own(root, path) or not path.exists():
            continue
        mark = "//" if path.suffix in (".cpp", ".h") else "#"
        wanted = [f"{mark} SPDX-FileCopyrightText: 2026 The HMS-ACT authors",
                  f"{mark} SPDX-License-Identifier: {licence(name)}"]
        lines = tree.text(path).splitlines()
        if lines and lines[0].startswith("#!"):
            lines = lines[1:]
        if lines and lines[:2] != wanted:
            yield f"{name}: does not begin with the two SPDX lines ({licence(name)})"


def pragma_once(root):
    for path in tree.files(root, suffixes={".h"}):
        lines = tree.text(path).splitlines()
        if lines[2:3] != ["#pragma once"]:
            yield f"{tree.name(root, path)}: the third line is not #pragma once"


def classes(root):
    """Headers are the manual."""
    for path in tree.files(root, folders=("src",), suffixes={".h"}):
        above = ""
        for number, line in enumerate(tree.text(path).splitlines(), 1):
            if re.match(r"class [\w ]+(:[^:].*)?$", line) and not above.startswith("//"):
                yield f"{tree.name(root, path)}:{number}: no comment says what this class is"
            if not line.startswith(("template", "requires")):
                above = line


def names(root):
    """Lower case, so that a class is found by its name on every file system."""
    for path in tree.files(root, folders=("src", "tests"), suffixes={".cpp", ".h", ".py"}):
        if tree.own(root, path) and not re.fullmatch(r"[a-z0-9_]+", path.stem):
            yield f"{tree.name(root, path)}: file names are lower case letters, digits and underscores"
