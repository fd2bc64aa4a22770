# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The project's own files, as the style checks see them."""

import pathlib

CODE_FOLDERS = ("src", "tests", "packaging", "ui", "resources")
NOT_OURS = {"build", "__pycache__", "node_modules", ".git", ".cache"}
# Copied from the product's text, byte for byte.
QUOTED = ("tests/seed/snippets",)


def files(root, folders=CODE_FOLDERS, suffixes=None):
    """Paths of regular files below the folders, sorted; suffixes such as {".cpp"} narrow them."""
    found = []
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            parts = path.relative_to(root).parts
            if NOT_OURS & set(parts) or any(part.endswith(".egg-info") for part in parts) or not path.is_file():
                continue
            if suffixes is None or path.suffix in suffixes or path.name in suffixes:
                found.append(path)
    return found


def own(root, path):
    return not any(name(root, path).startswith(quoted) for quoted in QUOTED)


def name(root, path):
    return pathlib.PurePath(path).relative_to(root).as_posix()


def text(path):
    return path.read_text(encoding="utf-8")
