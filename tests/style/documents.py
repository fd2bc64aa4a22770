# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the documents point at is there."""

import re

import tree

_PATH = re.compile(r"(?<![\w/.-])(?:\./)?((?:src|tests|packaging|resources|ui|translations|LICENSES)/[\w./-]*\w/?)")
_FILE = re.compile(r"`((?:\w+/)+\w[\w.-]*\.(?:cpp|h|ini|json|md|py|service|sh|sql|txt|yml))`")  # from here, or from src/ as includes are
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def check(root):
    for path in [*sorted(root.glob("*.md")), *tree.files(root, suffixes={".md"})]:
        name, text = tree.name(root, path), tree.text(path)
        named = {found.group(1) for found in _PATH.finditer(text) if text[found.end():found.end() + 1] not in ("*", "<", "{", "…")}
        named |= set(_FILE.findall(text))
        for target in sorted(named):
            if not any((base / target).exists() for base in (root, root / "src", path.parent)):
                yield f"{name}: {target} is not there"
        for target in sorted(set(_LINK.findall(text))):
            if not (path.parent / target).exists():
                yield f"{name}: the link to {target} leads nowhere"
