# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""SQL lives in resources/sql, in named blocks, and every block is used. That each prepares is tests/store's to see."""

import re

import cpp
import tree

_HEADING = re.compile(r"^-- (name|fragment): ([a-z_.]+)$", re.MULTILINE)
_SQL = re.compile(r"\s*(SELECT|INSERT\s+INTO|INSERT\s+OR|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|ALTER\s+TABLE)\b")


def check(root):
    blocks = {}
    holes = set()
    for path in tree.files(root, folders=("resources/sql",), suffixes={".sql"}):
        if path.parent.name == "migrations":
            continue
        text = tree.text(path)
        holes |= set(re.findall(r"\{([a-z_.]+)\}", text))
        for kind, block in _HEADING.findall(text):
            blocks[block] = (kind, tree.name(root, path))
        for line in re.findall(r"^--.*(?:name|fragment)\s*:.*$", text, re.MULTILINE):
            if not _HEADING.match(line):
                yield f"{tree.name(root, path)}: not a heading the loader knows: {line}"
    said = set()
    beginnings = set()  # "queue.key.": names put together in the code; "queue." alone would excuse everything
    for path in tree.files(root, folders=("src",), suffixes={".cpp", ".h"}):
        for literal in cpp.strings(tree.text(path)):
            said.add(literal)
            if re.fullmatch(r"[a-z_]+\.[a-z_.]*[._]", literal):
                beginnings.add(literal)
            if _SQL.match(literal):
                yield f"{tree.name(root, path)}: SQL in C++: “{literal[:60]}”"
    for block, (kind, where) in sorted(blocks.items()):
        used = block in said or block.startswith(tuple(beginnings)) or (kind == "fragment" and block in holes)
        if not used:
            yield f"{where}: {kind} {block} is used nowhere"
